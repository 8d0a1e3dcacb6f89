import { expect, test } from 'vitest';
import { Run } from './run.ts';
import { configOf, TestingClient } from './testing-client.ts';

const LINK = 'world=chain&run=wasserstein';

test('a run that opens at a moment is not played through: it tells how far it is, and shows the moment', async () => {
  const run = new Run(configOf(LINK), () => new TestingClient());
  const shown = new Set<number>();
  const told: string[] = [];
  run.changed.subscribe(() => {
    shown.add(run.iteration);
    told.push(run.progress);
  });
  await run.open(configOf(LINK), 40);
  expect([...shown]).toEqual([0, 40]);
  expect(told).toContain('Catching up: update 1 of 40…');
  expect(run.history.length).toBe(41);
  expect(run.frame?.iteration).toBe(40);
});

test('one that is opened anew on the way leaves nothing of the first', async () => {
  const client = new TestingClient();
  const run = new Run(configOf(LINK), () => client);
  client.hold();
  const first = run.open(configOf(LINK), 400);
  const second = run.open(configOf('world=chain&run=kl'), 3);
  client.release();
  await Promise.all([first, second]);
  expect(run.iteration).toBe(3);
  expect(run.history.length).toBe(4);
  expect(run.config.run.method).toBe('kl');
});
