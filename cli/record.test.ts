import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { MethodKind } from '../src/methods/registry.ts';
import type { RecordedRun, Recording } from '../src/claims/recordings/recording.ts';
import { call, run } from './testing-run.ts';

const LINK = 'world=cart-pole&width=16&iterationSteps=256&environments=8&run=kl&run=wasserstein';

test('records curves of every column and the last episode of the best', () => {
  const { stdout, status } = run(['record', LINK, '1500', '2']);
  expect(status).toBe(0);
  const recording = JSON.parse(stdout);
  expect(recording).toMatchObject({ steps: 1500, seeds: 2, command: `npm run --silent record -- '${LINK}' 1500 2` });
  expect(recording.curves.map(({ method }: { method: string }) => method)).toEqual(['kl', 'wasserstein']);
  for (const { steps, returns, final, ahead, runs } of recording.curves) {
    // both actions of every step
    expect(ahead).toBe(2 * 1536);
    expect(steps.at(-1)).toBe(1536);
    expect(returns).toHaveLength(steps.length);
    expect(final).toHaveLength(2);
    expect(final.every((value: number) => value >= 8)).toBe(true);
    expect(runs.map(({ seed }: RecordedRun) => seed)).toEqual([1, 2]);
    for (const run of runs as RecordedRun[]) {
      expect(run.code).toMatch(/^[0-9a-f]{12}$/);
      expect(run.ahead.at(-1)).toBe(2 * 1536);
      expect(run.steps).toEqual(steps);
    }
  }
  expect(recording.states.length).toBeGreaterThan(8);
  expect(recording.states.every((state: number[]) => state.length === 4)).toBe(true);
});

test.each([
  [['world=taxi', '100'], 'The world is taxi; expected is a physics task.'],
  [['world=pendulum&run=kl&run=kl,delta:0.3', '100'], 'The link has KL twice; expected is one column of each method.'],
  [['world=pendulum', 'many'], 'STEPS is "many"; expected is a whole number above 0.'],
  [['world=pendulum', '100', '0'], 'SEEDS is "0"; expected is a whole number above 0.'],
])('refuses %j in a sentence', async (args, sentence) => {
  const { stderr, status } = await call(['record', ...args]);
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

test('recordings of one task are put together: all curves, the best episode of a method that moves mass', async () => {
  const kl = await written('kl.json', 'hopper', 'kl', 3);
  const trpo = await written('trpo.json', 'hopper', 'trpo', 7);
  const again = await written('again.json', 'hopper', 'kl', 5);
  const { stdout, status } = await call(['record', 'merge', kl, trpo, again]);
  expect(status).toBe(0);
  const merged = JSON.parse(stdout) as Recording;
  expect(merged).toMatchObject({ method: 'kl', total: 5, states: [[0], [5]] });
  expect(merged.curves.map(({ method, final, command }) => [method, final, command])).toEqual([
    ['kl', [5], "npm run --silent record -- 'world=hopper&run=kl' 100 1"],
    ['trpo', [7], "npm run --silent record -- 'world=hopper&run=trpo' 100 1"],
  ]);
});

/** A recording in a file: one seed of KL that returns so much at points 100 steps apart. */
async function seeded(seed: number, link: string, returns: readonly (number | null)[], code = 'c0de'): Promise<string> {
  const command = `npm run --silent record -- '${link}&seed=${seed}' ${100 * returns.length} 1`;
  const steps = returns.map((_, n) => 100 * (n + 1));
  const run = { seed, command, date: '2026-01-02', code, minutes: seed, steps, ahead: steps, returns: [...returns] };
  const total = returns.at(-1)!;
  const recording: Recording = {
    command,
    steps: steps.at(-1)!,
    seeds: 1,
    date: run.date,
    code,
    method: 'kl',
    total,
    states: [[0], [total]],
    curves: [{ method: 'kl', minutes: seed, final: [total], steps, returns: [...returns], runs: [run] }],
  };
  const file = path.join(folder, `${seed}-${Math.random()}.json`);
  await writeFile(file, JSON.stringify(recording));
  return file;
}

test('seeds that were run one by one are put together: the median over all, to the end of the shortest', async () => {
  const [one, two, three] = [
    await seeded(1, 'world=hopper&run=kl', [null, 10, 30]),
    await seeded(2, 'world=hopper&run=kl', [null, 20, 10, 90]),
    await seeded(3, 'world=hopper&run=kl', [5, 60, 50]),
  ];
  // the order of the files is nothing, and they may have been put together before
  const { stdout: first } = await call(['record', 'merge', three, one]);
  const before = path.join(folder, 'before.json');
  await writeFile(before, first);
  const { stdout, stderr } = await call(['record', 'merge', before, two]);
  expect(stderr).toBe('');
  const merged = JSON.parse(stdout) as Recording;
  expect(merged).toMatchObject({ seeds: 3, total: 90 });
  expect(merged.curves).toHaveLength(1);
  expect(merged.curves[0]).toMatchObject({
    // the second seed’s 2 minutes were for 400 steps
    minutes: 1.83,
    ahead: 300,
    final: [30, 10, 50],
    steps: [100, 200, 300],
    returns: [null, 20, 30],
  });
  expect(merged.curves[0]!.runs!.map(({ seed, returns }) => [seed, returns.at(-1)])).toEqual([
    [1, 30],
    [2, 90],
    [3, 50],
  ]);
});

test('of a seed that is there twice, and of other settings, the last file’s is kept; what is of two codes is told', async () => {
  const one = await seeded(1, 'world=hopper&run=kl', [1, 2]);
  const again = await seeded(1, 'world=hopper&run=kl', [3, 4]);
  const newer = await seeded(2, 'world=hopper&run=kl', [3, 6], 'beef');
  const other = await seeded(2, 'world=hopper&run=kl,delta:0.3', [7, 8]);
  const twice = JSON.parse((await call(['record', 'merge', one, again])).stdout) as Recording;
  expect(twice.curves[0]!.final).toEqual([4]);
  const mixed = await call(['record', 'merge', one, newer]);
  expect((JSON.parse(mixed.stdout) as Recording).curves[0]!.final).toEqual([2, 6]);
  expect(mixed.stderr).toBe('The seeds of KL were made by 2 codes: c0de, beef.\n');
  const apart = await call(['record', 'merge', one, other]);
  expect((JSON.parse(apart.stdout) as Recording).curves[0]!.final).toEqual([8]);
  expect(apart.stderr).toContain('KL is not put together with what was before, since its settings are others');
});

test('recordings that do not belong together are refused', async () => {
  const hopper = await written('hopper.json', 'hopper', 'kl', 3);
  const walker = await written('walker.json', 'walker2d', 'kl', 3);
  const broken = path.join(folder, 'broken.json');
  await writeFile(broken, '{"curves": 3}');
  expect((await call(['record', 'merge', hopper, walker])).stderr).toContain(
    `"${walker}" is of walker2d; expected is hopper`,
  );
  expect((await call(['record', 'merge', broken])).stderr).toContain(`"${broken}" is no recording`);
  expect((await call(['record', 'merge', 'nowhere.json'])).stderr).toContain(
    'The file "nowhere.json" was given, but there is no such file',
  );
  expect((await call(['record', 'merge'])).stderr).toContain('There is nothing to merge');
});

test('a run that went on keeps the points of both; one that differs replaces what was before', async () => {
  const short = await seeded(1, 'world=hopper&run=kl', [null, 10, 30]);
  const long = await seeded(1, 'world=hopper&run=kl', [null, 10, 30, 40, 50]);
  const other = await seeded(1, 'world=hopper&run=kl', [null, 11, 31, 41]);
  const thinned = JSON.parse(await readFile(long, 'utf8')) as Recording;
  const [only] = thinned.curves[0]!.runs!;
  const odd = <T>(values: readonly T[]): T[] => values.filter((_, n) => n % 2 === 1 || n === values.length - 1);
  const thin = { ...only!, steps: odd(only!.steps), ahead: odd(only!.ahead), returns: odd(only!.returns) };
  await writeFile(long, JSON.stringify({ ...thinned, curves: [{ ...thinned.curves[0]!, runs: [thin] }] }));
  const runOf = async (files: readonly string[]) => {
    const { stdout } = await call(['record', 'merge', ...files]);
    return (JSON.parse(stdout) as Recording).curves[0]!.runs![0]!;
  };
  for (const files of [
    [short, long],
    [long, short],
  ]) {
    expect(await runOf(files)).toMatchObject({ steps: [100, 200, 300, 400, 500], returns: [null, 10, 30, 40, 50] });
  }
  expect(await runOf([short, other])).toMatchObject({ steps: [100, 200, 300, 400], returns: [null, 11, 31, 41] });
});
