import { expect, test } from 'vitest';
import { run } from './testing-run.ts';

const LINK = 'world=cart-pole&width=16&iterationSteps=256&environments=8&run=kl&run=wasserstein';

test('records curves of every column and the last episode of the best', () => {
  const { stdout, status } = run(['record', LINK, '1500', '2']);
  expect(status).toBe(0);
  const recording = JSON.parse(stdout);
  expect(recording).toMatchObject({ steps: 1500, seeds: 2, command: `npm run --silent record -- '${LINK}' 1500 2` });
  expect(recording.curves.map(({ method }: { method: string }) => method)).toEqual(['kl', 'wasserstein']);
  for (const { steps, returns, final } of recording.curves) {
    expect(steps.at(-1)).toBe(1536);
    expect(returns).toHaveLength(steps.length);
    expect(final).toHaveLength(2);
    expect(final.every((value: number) => value >= 8)).toBe(true);
  }
  expect(recording.states.length).toBeGreaterThan(8);
  expect(recording.states.every((state: number[]) => state.length === 4)).toBe(true);
});

test.each([
  [['world=taxi', '100'], 'The world is taxi; wanted is a physics task.'],
  [['world=pendulum', 'many'], 'STEPS is "many"; wanted is a whole number above 0.'],
  [['world=pendulum', '100', '0'], 'SEEDS is "0"; wanted is a whole number above 0.'],
])('refuses %j in a sentence', (args, sentence) => {
  const { stderr, status } = run(['record', ...args]);
  expect(stderr).toContain(sentence);
  expect(status).toBe(2);
});
