import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { MethodKind } from '../src/methods/registry.ts';
import type { Recording } from '../src/playground/recording.ts';
import { run } from './testing-run.ts';

const LINK = 'world=cart-pole&width=16&iterationSteps=256&environments=8&run=kl&run=wasserstein';

test('records curves of every column and the last episode of the best', () => {
  const { stdout, status } = run(['record', LINK, '1500', '2']);
  expect(status).toBe(0);
  const recording = JSON.parse(stdout);
  expect(recording).toMatchObject({ steps: 1500, seeds: 2, command: `npm run --silent record -- '${LINK}' 1500 2` });
  expect(recording.curves.map(({ method }: { method: string }) => method)).toEqual(['kl', 'wasserstein']);
  for (const { steps, returns, final, ahead } of recording.curves) {
    // both actions of every step
    expect(ahead).toBe(2 * 1536);
    expect(steps.at(-1)).toBe(1536);
    expect(returns).toHaveLength(steps.length);
    expect(final).toHaveLength(2);
    expect(final.every((value: number) => value >= 8)).toBe(true);
  }
  expect(recording.states.length).toBeGreaterThan(8);
  expect(recording.states.every((state: number[]) => state.length === 4)).toBe(true);
});

test.each([
  [['world=taxi', '100'], 'The world is taxi; expected is a physics task.'],
  [['world=pendulum', 'many'], 'STEPS is "many"; expected is a whole number above 0.'],
  [['world=pendulum', '100', '0'], 'SEEDS is "0"; expected is a whole number above 0.'],
])('refuses %j in a sentence', (args, sentence) => {
  const { stderr, status } = run(['record', ...args]);
  expect(stderr).toContain(sentence);
  expect(status).toBe(2);
});

const folder = await mkdtemp(path.join(tmpdir(), 'recordings-'));
afterAll(() => rm(folder, { recursive: true }));

/** A recording in a file: one method's curve that ends at a return. */
async function written(name: string, world: string, method: MethodKind, total: number): Promise<string> {
  const recording: Recording = {
    command: `npm run --silent record -- 'world=${world}&run=${method}' 100 1`,
    steps: 100,
    seeds: 1,
    date: '2026-01-01',
    curves: [{ method, minutes: 1, final: [total], steps: [100], returns: [total] }],
    method,
    total,
    states: [[0], [total]],
  };
  const file = path.join(folder, name);
  await writeFile(file, JSON.stringify(recording));
  return file;
}

test('recordings of one task are put together: all curves, the best episode', async () => {
  const kl = await written('kl.json', 'hopper', 'kl', 3);
  const trpo = await written('trpo.json', 'hopper', 'trpo', 7);
  const again = await written('again.json', 'hopper', 'kl', 5);
  const { stdout, status } = run(['record', 'merge', kl, trpo, again]);
  expect(status).toBe(0);
  const merged = JSON.parse(stdout) as Recording;
  expect(merged).toMatchObject({ method: 'trpo', total: 7, states: [[0], [7]] });
  expect(merged.curves.map(({ method, final, command }) => [method, final, command])).toEqual([
    ['kl', [5], "npm run --silent record -- 'world=hopper&run=kl' 100 1"],
    ['trpo', [7], "npm run --silent record -- 'world=hopper&run=trpo' 100 1"],
  ]);
});

test('recordings that do not belong together are refused', async () => {
  const hopper = await written('hopper.json', 'hopper', 'kl', 3);
  const walker = await written('walker.json', 'walker2d', 'kl', 3);
  const broken = path.join(folder, 'broken.json');
  await writeFile(broken, '{"curves": 3}');
  expect(run(['record', 'merge', hopper, walker]).stderr).toContain(`"${walker}" is of walker2d; expected is hopper`);
  expect(run(['record', 'merge', broken]).stderr).toContain(`"${broken}" is no recording`);
  expect(run(['record', 'merge', 'nowhere.json']).stderr).toContain(
    'The file "nowhere.json" was given, but there is no such file',
  );
  expect(run(['record', 'merge']).stderr).toContain('There is nothing to merge');
});
