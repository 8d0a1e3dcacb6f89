import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecord, withoutTimes } from '../src/sweeps/record.ts';
import { Refusal } from './refusal.ts';
import { readArguments } from './sweep-arguments.ts';
import { call, run } from './testing-run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sweep-'));
const place = (name: string): string => path.join(folder, name);

const RUNS = 24;
const YAML = `title: Radii on a chain
link: world=chain&estimator=model&run=kl&run=wasserstein
vary:
  - key: run.delta
    values: [0.01, 0.03, 0.1]
seeds: 4
iterations: 60
measures: [return, elapsed, improvement]
goal: { measure: final, share: 0.1 }
`;

/** A record's runs, without their times. */
function runsIn(text: string): string[] {
  const read = readRecord(JSON.parse(text));
  if ('problem' in read) throw new Error(read.problem);
  return read.record.results.map(withoutTimes);
}

let first: ReturnType<typeof run>;
let whole: string[];

beforeAll(() => {
  writeFileSync(place('sweep.yaml'), YAML);
  first = run(['sweep', place('sweep.yaml'), '--workers', '2']);
  whole = runsIn(first.stdout);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a sweep tells on standard error how far it is, and prints its record', () => {
  expect(first).toMatchObject({ status: 0, stderr: expect.stringContaining(`${RUNS} of ${RUNS} runs\n`) });
  expect(whole).toHaveLength(RUNS);
});

test('parts of a sweep, merged, are the whole, with whatever number of threads', async () => {
  for (const part of [1, 2]) {
    const out = place(`part-${part}.json`);
    expect(run(['sweep', 'sweep.yaml', '--shard', `${part}/2`, '--workers=1', '--out', out], '', folder).status).toBe(
      0,
    );
    expect(runsIn(readFileSync(out, 'utf8'))).toHaveLength(RUNS / 2);
    expect(existsSync(`${out}.partial`)).toBe(false);
  }
  const merged = await call(['sweep', '--merge', 'part-2.json', 'part-1.json'], '', folder);
  expect(merged).toMatchObject({ status: 0, stderr: '' });
  expect(runsIn(merged.stdout)).toEqual(whole);
  const lacking = await call(['sweep', '--merge', 'part-2.json', '--out', 'half.json'], '', folder);
  expect(lacking).toMatchObject({ status: 0, stdout: '', stderr: `12 of ${RUNS} runs are missing.\n` });
  expect(readFileSync(place('half.json'), 'utf8')).toContain('"results":[\n');
});

test('a sweep that is killed again and again goes on to the same record', async () => {
  const out = place('killed.json');
  const partial = `${out}.partial`;
  const lines = (): number => (existsSync(partial) ? readFileSync(partial, 'utf8').split('\n').length - 1 : 0);
  for (const signal of ['SIGKILL', 'SIGINT', 'SIGKILL'] as const) {
    const launcher = fileURLToPath(new URL('run.mjs', import.meta.url));
    const child = spawn(process.execPath, [launcher, 'sweep', place('sweep.yaml'), '--out', out], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    const enough = Math.max(1, lines()) + 1 + Math.floor(Math.random() * 3);
    while (lines() < enough) await setTimeout(1);
    await setTimeout(Math.random() * 20);
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
    // the beginning of a line that was not written to its end
    appendFileSync(partial, readFileSync(partial, 'utf8').split('\n')[1]!.slice(0, 40));
  }
  const before = lines();
  const { status, stdout, stderr } = run(['sweep', place('sweep.yaml'), '--out', out]);
  expect(stderr).toContain(`${before - 1} of ${RUNS} runs are there already.`);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(runsIn(readFileSync(out, 'utf8'))).toEqual(whole);
  expect(existsSync(partial)).toBe(false);
});

test('what is there of another sweep is not touched', async () => {
  const partial = place('other.json.partial');
  writeFileSync(partial, '{"sweep":{"title":"Another"}}\n');
  const { status, stderr } = await call(['sweep', place('sweep.yaml'), '--out', place('other.json')]);
  expect(stderr).toBe(
    `${JSON.stringify(partial)} holds runs of another sweep; expected is one of this sweep, or none.\n`,
  );
  expect(status).toBe(2);
  expect(readFileSync(partial, 'utf8')).toContain('Another');
});

test('--small runs little of a sweep, from JSON as from YAML', () => {
  const content = { title: 'Small', link: 'world=chain&run=kl', seeds: 50, iterations: 90 };
  writeFileSync(place('small.json'), JSON.stringify(content));
  const { stdout } = run(['sweep', 'small.json', '--small'], '', folder);
  expect(JSON.parse(stdout)).toMatchObject({
    sweep: { seeds: { first: 1, count: 2 }, iterations: 20 },
    made: { command: 'npm run --silent sweep -- small.json --small' },
  });
});

test.each([
  ['{"title": "x"}', '.json', 'The sweep’s link is missing.'],
  ['title: [', '.yaml', /^".*\.yaml" is not YAML: .*\.$/],
  [
    'title: x\nlink: world=chain\niterations: 5\nvary: [{ key: gamma, values: [2] }]',
    '.yml',
    /^discount γ = 2: gamma = 2 is outside 0 to .*\.$/,
  ],
])('a file of %j is refused in a sentence with exit code 2', async (content, ending, sentence) => {
  const file = place(`wrong${ending}`);
  writeFileSync(file, content);
  const { status, stdout, stderr } = await call(['sweep', file]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.trimEnd()).toMatch(sentence);
});

test.each([
  [[], 'There are 0 files; expected is one sweep.'],
  [['a.json', 'b.json'], 'There are 2 files; expected is one sweep.'],
  [['--merge'], 'There are 0 files; expected is at least one record.'],
  [
    ['a.json', '--speed'],
    'The option "--speed" is not known; expected is --shard, --workers, --out, --small, --merge or --help.',
  ],
  [['a.json', '--out'], 'The option --out has no value; expected is one after it.'],
  [['a.json', '--shard', '3/2'], 'The shard is "3/2"; expected is one such as 2/8, of at most 10000.'],
  [['a.json', '--workers=0'], 'The number of workers is "0"; expected is a whole number from 1 to 256.'],
])('wrong use %j is refused', (args, sentence) => {
  expect(() => readArguments(args)).toThrow(new Refusal(sentence));
});

test('--help explains', async () => {
  expect(await call(['sweep', '--help'])).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('--shard'),
  });
});
