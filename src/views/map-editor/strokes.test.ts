import { expect, it } from 'vitest';
import { begun, drawn, madeAgain, takenBack } from './strokes.ts';

const three = ['b', 'c'].reduce(drawn<string>, begun('a'));

it('takes strokes back one by one, and makes them again', () => {
  const back = takenBack(takenBack(three));
  expect(back.now).toBe('a');
  expect(takenBack(back)).toEqual(back);
  expect(madeAgain(back).now).toBe('b');
  expect(madeAgain(madeAgain(madeAgain(back)))).toEqual(three);
});

it('forgets what was taken back when something else is drawn, and counts nothing that changes nothing', () => {
  const other = drawn(takenBack(three), 'd');
  expect(madeAgain(other).now).toBe('d');
  expect(takenBack(other).now).toBe('b');
  expect(drawn(three, 'c')).toBe(three);
});

it('keeps two hundred', () => {
  let strokes = begun(0);
  for (let n = 1; n <= 250; n += 1) strokes = drawn(strokes, n);
  let count = 0;
  for (; strokes.past.length > 0; count += 1) strokes = takenBack(strokes);
  expect([count, strokes.now]).toEqual([200, 50]);
});
