import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readRecord, withoutTimes } from '../src/sweeps/record.ts';

const root = path.resolve(import.meta.dirname, '..');
const recipe = (name: string): string => path.join(root, 'docs', 'cluster', name);
const read = (name: string): string => readFileSync(recipe(name), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'cluster-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SWEEP = {
  title: 'Small',
  link: 'world=chain&estimator=model&run=kl&run=wasserstein',
  vary: [{ key: 'run.delta', values: [0.01, 0.03] }],
  seeds: 3,
  iterations: 10,
  measures: ['return'],
};

const hasBash = spawnSync('bash', ['-c', 'true']).status === 0;
/** GNU parallel, from Debian where it is not there and may be had. */
function hasParallel(): boolean {
  const found = (): boolean => hasBash && spawnSync('parallel', ['--version']).status === 0;
  if (found()) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'parallel'], { stdio: 'ignore', timeout: 120_000 });
  return found();
}

/** The results of a record but for times. */
function resultsOf(file: string): string[] {
  const read = readRecord(JSON.parse(readFileSync(file, 'utf8')));
  if ('problem' in read) throw new Error(read.problem);
  return read.record.results.map(withoutTimes);
}

describe.skipIf(!hasBash)('recipes for a shell', () => {
  test.each(['parallel.sh', 'slurm.sh'])('%s is a script', (name) => {
    execFileSync('bash', ['-n', recipe(name)]);
  });

  // what Slurm says to a task is said here instead
  test('the tasks of a Slurm array do all of a sweep, and their parts are put together', () => {
    const file = path.join(folder, 'slurm.json');
    const result = path.join(folder, 'slurm-result.json');
    writeFileSync(file, JSON.stringify(SWEEP));
    for (const task of [4, 5]) {
      execFileSync('bash', [recipe('slurm.sh'), file, result], {
        cwd: root,
        stdio: 'pipe',
        env: {
          ...process.env,
          SLURM_ARRAY_TASK_ID: String(task),
          SLURM_ARRAY_TASK_MIN: '4',
          SLURM_ARRAY_TASK_COUNT: '2',
        },
      });
    }
    const parts = readdirSync(folder)
      .filter((name) => name.startsWith('slurm-result.json.part-'))
      .map((name) => path.join(folder, name));
    expect(parts).toHaveLength(2);
    const sweep = (...words: string[]): void => {
      execFileSync('npm', ['run', '--silent', 'sweep', '--', ...words], { cwd: root, stdio: 'pipe' });
    };
    sweep('--merge', ...parts, '--out', result);
    const whole = path.join(folder, 'whole.json');
    sweep(file, '--out', whole);
    expect(resultsOf(result)).toEqual(resultsOf(whole));
    expect(resultsOf(result)).toHaveLength(12);
  });
});

test.skipIf(!hasParallel())('GNU parallel does a sweep in parts, also again after a stop', () => {
  const file = path.join(folder, 'parallel.json');
  const result = path.join(folder, 'parallel-result.json');
  writeFileSync(file, JSON.stringify(SWEEP));
  execFileSync('bash', [recipe('parallel.sh'), file, result, '3'], { cwd: root, stdio: 'pipe' });
  expect(resultsOf(result)).toHaveLength(12);
  expect(readdirSync(folder).filter((name) => name.includes('parallel-result.json.part'))).toEqual([]);
});

test('recipes for GitHub and Kubernetes have as many parts as they say', () => {
  const matrix = parse(read('github-matrix.yml')) as {
    jobs: { part: { strategy: { matrix: { part: number[] } }; steps: { run?: string }[] } };
  };
  const { part } = matrix.jobs;
  expect(part.strategy.matrix.part).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(part.steps.some(({ run }) => run?.includes('--shard ${{ matrix.part }}/8') === true)).toBe(true);
  const job = parse(read('kubernetes-job.yaml')) as {
    spec: { completions: number; template: { spec: { containers: { args: string[] }[] } } };
  };
  expect(job.spec.completions).toBe(8);
  expect(job.spec.template.spec.containers[0]!.args[0]).toContain('--shard $part/8');
});
