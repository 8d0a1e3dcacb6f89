import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { withToyMethod } from './toy-method.mjs';

const { copy, remove } = withToyMethod('toy-unit');
afterAll(remove);

/** Runs a program in the copy; what it prints. */
async function run(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...args], { cwd: copy, maxBuffer: 1e8 });
  return stdout;
}

const cli = (...args: readonly string[]): Promise<string> => run(path.join('cli', 'run.mjs'), ...args);

interface Line {
  readonly column: number;
  readonly iteration: number;
  readonly gap: number;
  readonly digest?: string;
}

async function train(link: string, iterations: number): Promise<Line[]> {
  const text = await cli('train', link, '--iterations', String(iterations));
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

it('one file and one line of the registry make a method: types are whole', async () => {
  const tsc = path.join('node_modules', 'typescript', 'bin', 'tsc');
  for (const project of ['core', 'app']) await run(tsc, '-p', `tsconfig.${project}.json`);
});

it('is a column in tables, and learns', async () => {
  // a strictness of 2 at δ = 0.02 is KL at δ = 0.01
  const lines = await train('run=kl,delta:0.01&run=toy', 40);
  const [kl, toy] = lines.filter(({ digest }) => digest !== undefined).map(({ digest }) => digest);
  expect(toy).toBe(kl);
  const last = lines.find(({ column, iteration, digest }) => column === 1 && iteration === 40 && digest === undefined);
  expect(last!.gap).toBeLessThan(1e-6);
});

it('is a column where a network is fitted', async () => {
  const lines = await train('world=cart-pole&run=toy', 2);
  expect(lines.at(-1)!.digest).toMatch(/^2\.[\da-f]{16}$/);
});

it('`solve` takes it, with its own number', async () => {
  const solve = async (problem: object): Promise<readonly number[][]> => {
    const file = path.join(copy, 'problem.json');
    await writeFile(file, JSON.stringify({ S: 1, A: 2, pi: [[0.25, 0.75]], adv: [[1, 0]], rho: [1], ...problem }));
    return (JSON.parse(await cli('solve', file)) as { out: { pi: number[][] } }).out.pi;
  };
  const toy = await solve({ method: 'toy', strictness: 2, delta: 0.02 });
  expect(toy[0]![0]).toBeGreaterThan(0.25);
  expect(toy).toEqual(await solve({ method: 'kl', delta: 0.01 }));
  await expect(solve({ method: 'toy', strictness: 0.5, delta: 0.02 })).rejects.toThrow(/strictness.*0\.5/);
});

it('a sweep varies its settings', async () => {
  const sweep = {
    title: 'toy',
    link: 'world=chain&run=toy',
    vary: [{ key: 'run.strictness', values: [1, 2, 4] }],
    iterations: 5,
  };
  await writeFile(path.join(copy, 'toy.json'), JSON.stringify(sweep));
  await cli('sweep', path.join(copy, 'toy.json'), '--out', path.join(copy, 'toy-record.json'), '--workers', '1');
  const record = JSON.parse(await readFile(path.join(copy, 'toy-record.json'), 'utf8')) as {
    results: { digest: string; failure: string }[];
  };
  expect(record.results.map(({ failure }) => failure)).toEqual(['', '', '']);
  expect(new Set(record.results.map(({ digest }) => digest)).size).toBe(3);
});
