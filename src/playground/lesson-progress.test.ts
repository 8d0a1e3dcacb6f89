import { expect, it } from 'vitest';
import { finishScene, forgetLessons, keepAnswer, lessonProgress, readProgress } from './lesson-progress.ts';

it('keeps what was finished once, and the first answer of each scene', () => {
  forgetLessons();
  finishScene('kl.1');
  finishScene('kl.1');
  keepAnswer('kl.1', { said: 'A', right: false });
  keepAnswer('kl.1', { said: 'B', right: true });
  expect(lessonProgress.getState()).toEqual({ done: ['kl.1'], answers: { 'kl.1': { said: 'A', right: false } } });
  forgetLessons();
  expect(lessonProgress.getState()).toEqual({ done: [], answers: {} });
});

it('takes of what a browser kept only what is progress', () => {
  for (const strange of [
    null,
    3,
    'x',
    [],
    { done: 3, answers: null },
    { done: [3, 'KL.1', 'kl.0'], answers: { x: 1 } },
  ])
    expect(readProgress(strange)).toEqual({ done: [], answers: {} });
  const many = Array.from({ length: 500 }, () => 'kl.1');
  const read = readProgress({
    done: many,
    answers: { 'kl.2': { said: 'x'.repeat(999), right: true }, 'kl.3': { said: 'x' } },
  });
  expect(read.done).toHaveLength(200);
  expect(read.answers).toEqual({ 'kl.2': { said: 'x'.repeat(200), right: true } });
});
