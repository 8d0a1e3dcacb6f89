import { expect, it } from 'vitest';
import { Undo } from './undo.ts';

it('takes edits back one by one, and makes them again', () => {
  let now = 0;
  const undo = new Undo<number>(() => now);
  for (const before of [0, 1, 2]) {
    now += 1000;
    undo.note(before);
  }
  expect([undo.undo(3), undo.undo(2), undo.undo(1), undo.undo(0)]).toEqual([2, 1, 0, null]);
  expect([undo.redo(0), undo.redo(1), undo.redo(2), undo.redo(3)]).toEqual([1, 2, 3, null]);
});

it('counts a drag as one edit, and forgets what was taken back when something else is done', () => {
  let now = 0;
  const undo = new Undo<number>(() => now);
  for (let n = 0; n < 10; n += 1) {
    now += 80;
    undo.note(n);
  }
  expect(undo.undo(10)).toBe(0);
  undo.note(0);
  expect(undo.canRedo).toBe(false);
  expect(undo.undo(5)).toBe(0);
  expect(undo.canUndo).toBe(false);
});

it('keeps a hundred, and nothing of another run', () => {
  let now = 0;
  const undo = new Undo<number>(() => (now += 1000));
  for (let n = 0; n < 150; n += 1) undo.note(n);
  let taken = 0;
  while (undo.undo(0) !== null) taken += 1;
  expect(taken).toBe(100);
  undo.note(1);
  undo.forget();
  expect(undo.undo(2)).toBeNull();
});

it('keeps strokes apart that are sealed, however soon they come, and says what would come back', () => {
  const undo = new Undo<number>(() => 0);
  for (const before of [0, 1, 2]) {
    undo.seal();
    undo.note(before);
  }
  expect([undo.before, undo.after]).toEqual([2, undefined]);
  expect(undo.undo(3)).toBe(2);
  expect([undo.before, undo.after]).toEqual([1, 3]);
});

it('takes what a pointer drags as one step, however slowly, with what it hands on when it is let go', () => {
  let now = 0;
  const undo = new Undo<number>(() => now);
  undo.hold();
  for (const before of [0, 1, 2]) {
    undo.note(before);
    now += 5000;
  }
  undo.release();
  now += 80;
  undo.note(3);
  expect(undo.undo(4)).toBe(0);
  expect(undo.canUndo).toBe(false);
  undo.hold();
  undo.release();
  undo.note(5);
  now += 5000;
  undo.note(6);
  expect(undo.undo(7)).toBe(6);
});
