import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineOf, readRecord, withoutTimes } from '../sweeps/record.ts';
import { readSweep } from '../sweeps/read-sweep.ts';
import { runTask } from '../sweeps/run-task.ts';
import { taskCount } from '../sweeps/sweep-size.ts';
import { expandSweep } from '../sweeps/tasks.ts';
import type { Sweep, SweepRecord, TaskResult } from '../sweeps/sweep.ts';
import { judge } from './judge.ts';
import { logSlope, middle, percent, said } from './evidence.ts';
import { paperFigures } from './paper/paper-figures.ts';
import { claims, extras } from './registry.ts';
import { shrink } from './shrink.ts';

const all = [...claims, ...extras];
const files = [
  ...new Set([
    ...all.flatMap(({ experiments }) => experiments.map(({ file }) => file)),
    ...paperFigures.map(({ file }) => file),
  ]),
];
/** Networks are run in the page and in Node, and tested where networks are. */
const tables = files.filter((file) => !file.endsWith('-networks'));

const root = path.resolve(import.meta.dirname, '..', '..');

const json = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(root, 'public', 'claims', `${name}.json`), 'utf8'));

function sweepOf(file: string): Sweep {
  const read = readSweep(json(file));
  if ('problem' in read) throw new Error(read.problem);
  return read.sweep;
}

function recordOf(file: string): SweepRecord {
  const read = readRecord(json(`results/${file}`));
  if ('problem' in read) throw new Error(read.problem);
  return read.record;
}

const noFiles = (): Promise<never> => Promise.reject(new Error('Tables need no engine.'));
/** A clock that goes on by a millisecond at each look. */
let ticks = 0;
const clock = (): number => (ticks += 1);
const run = (sweep: Sweep, index: number): Promise<TaskResult> =>
  runTask(sweep, expandSweep(sweep).tasks[index]!, noFiles, clock);

const committed = new Map(files.map((file) => [file, recordOf(file)]));

describe.each(files)('the committed results of %s', (file) => {
  it('are of the sweep file as it stands, whole, without a failure, and say how they were made', () => {
    const { sweep, results, made } = committed.get(file)!;
    expect(lineOf(sweep)).toBe(lineOf(sweepOf(file)));
    expect(results).toHaveLength(taskCount(sweep));
    expect(results.filter(({ failure }) => failure !== '')).toEqual([]);
    expect(made.command).toContain(`public/claims/${file}.json`);
    expect(made.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe.each(tables)('a run of %s', (file) => {
  it('comes out again bit for bit', async () => {
    const { sweep, results } = committed.get(file)!;
    for (const index of [0, Math.floor(results.length / 2)]) {
      const again = await run(sweep, index);
      const known = results[index]!;
      const untimed = { reached: null };
      expect(withoutTimes({ ...again, ...untimed })).toBe(withoutTimes({ ...known, ...untimed }));
      expect(again.reached?.iteration).toBe(known.reached?.iteration);
    }
  });
});

it('the committed verdicts are what the committed results say', () => {
  const verdicts = all.map((claim) => ({ id: claim.id, ...judge(claim, committed) }));
  expect(json('verdicts')).toEqual(verdicts);
});

/** The verdict on each claim, from its small version, run here from the same files but for networks. */
it.each(all.map((claim) => [claim.title, claim] as const))(
  'on a small scale the verdict is the same: %s',
  async (_, claim) => {
    const records = new Map<string, SweepRecord>();
    for (const experiment of claim.experiments) {
      if (experiment.small === null) {
        records.set(experiment.file, committed.get(experiment.file)!);
        continue;
      }
      const sweep = shrink(sweepOf(experiment.file), experiment.small);
      const results: TaskResult[] = [];
      for (let index = 0; index < taskCount(sweep); index += 1) results.push(await run(sweep, index));
      records.set(experiment.file, { sweep, results, made: { command: '', date: '', version: '', code: '' } });
    }
    const verdict = judge(claim, records);
    expect(verdict.word, verdict.sentences.join('\n')).toBe(judge(claim, committed).word);
    expect(verdict.sentences.join(' ')).not.toMatch(/NaN|none|undefined|Infinity/);
  },
  120_000,
);

it('verdicts say nothing that was not measured', () => {
  for (const claim of all) {
    const { sentences } = judge(claim, committed);
    expect(sentences.length, claim.id).toBeGreaterThan(0);
    expect(sentences.join(' '), claim.id).not.toMatch(/NaN|none|undefined|Infinity/);
  }
});

describe('a shrunk sweep', () => {
  it('holds the beginnings of runs of the whole', async () => {
    const whole = sweepOf('3-exact');
    const part = shrink(whole, { iterations: 5, seeds: 1, keep: [[1], [2]] });
    expect(part.vary.map(({ values }) => values.length)).toEqual([1, 1]);
    expect(taskCount(part)).toBe(3);
    const [result] = [await run(part, 0)];
    expect(result.at).toEqual([0, 1, 2, 3, 4, 5]);
    // the same cell and column of the whole, after as many iterations
    const place = (1 * whole.vary[1]!.values.length + 2) * 3;
    const same = await run({ ...whole, iterations: 5, points: 6 }, place);
    expect(result.digest).toBe(same.digest);
  });
});

describe('evidence', () => {
  it('finds the slope of a power law, and the middle of a list', () => {
    expect(logSlope([1, 10, 100].map((x) => [x, 5 / x] as const))).toBeCloseTo(-1, 12);
    expect(middle([3, 1, NaN, 2])).toBe(2);
    expect(middle([4, 1, 2, 3])).toBe(2.5);
    expect(middle([])).toBeNaN();
  });

  it('says numbers as readers do', () => {
    expect([0, 0.0123456, 38, 3663.7, -0.5, 1.234e-9, NaN].map(said)).toEqual([
      '0',
      '0.0123',
      '38',
      '3,664',
      '−0.5',
      '1.2e−9',
      'none',
    ]);
    expect(percent(-0.126)).toBe('−13 %');
  });
});
