/** Fuzzed sweeps, recordings and results: not part of the program. */
import fc from 'fast-check';
import { decodeLink } from '../src/config/link.ts';
import { readRecord as readRun, referenceOf } from '../src/playground/run-record.ts';
import { readRecording } from '../src/claims/recordings/recording.ts';
import { readRecord } from '../src/sweeps/record.ts';
import { readSweep } from '../src/sweeps/read-sweep.ts';
import { expandSweep } from '../src/sweeps/tasks.ts';
import { taskCount } from '../src/sweeps/sweep-size.ts';
import { mutated, plain } from './testing-fuzz-links.ts';
import { anyText, record, requires, sentencesAreClean, type FuzzKind } from './testing-fuzz-inputs.ts';

const number = fc.oneof(fc.double({ noNaN: true, min: -10, max: 10 }), fc.nat(20));

const setting = fc.oneof(number, anyText, fc.constantFrom('kl', 'chain', 'angle', 'fixed'));
const axisKey = fc.oneof(
  fc.constantFrom(
    'gamma',
    'world',
    'method',
    'run.delta',
    'kl.delta',
    'run.lambda',
    'episodes',
    'seed',
    'world.length',
    '__proto__',
    'run.',
  ),
  anyText,
);

const sweepFiles = record({
  title: fc.oneof(fc.constant('A sweep'), anyText),
  about: anyText,
  link: fc.oneof(
    fc.constantFrom('world=chain&run=kl', 'world=chain&run=kl&run=sinkhorn', 'estimator=model'),
    mutated(plain),
  ),
  vary: fc.array(
    fc.oneof(
      record({ key: axisKey, values: fc.array(setting, { maxLength: 4 }) }),
      record({
        name: anyText,
        values: fc.array(record({ label: anyText, set: fc.dictionary(axisKey, setting, { maxKeys: 3 }) }), {
          maxLength: 3,
        }),
      }),
    ),
    { maxLength: 3 },
  ),
  seeds: fc.oneof(fc.nat(4), record({ first: fc.nat(9), count: fc.nat(4) })),
  iterations: fc.nat(20),
  measures: fc.array(fc.constantFrom('return', 'gap', 'beta', 'improvement', 'beauty'), { maxLength: 3 }),
  points: fc.nat(30),
  goal: fc.oneof(fc.constant(null), record({ measure: fc.constantFrom('gap', 'final'), share: number })),
});

export const sweep: FuzzKind<unknown> = {
  inputs: sweepFiles,
  judge: (value) => {
    const read = readSweep(value);
    if ('problem' in read) return sentencesAreClean([read.problem]);
    if (taskCount(read.sweep) > 200) return;
    const { problems, notes, tasks } = expandSweep(read.sweep);
    sentencesAreClean([...problems, ...notes]);
    for (const { link: of } of tasks) requires(decodeLink(of).problems.length === 0, `a run has a wrong link: ${of}`);
  },
};

export const recordings: FuzzKind<unknown> = {
  inputs: record({
    command: fc.oneof(fc.constant("npm run --silent record -- 'world=hopper' 1 1"), anyText),
    steps: number,
    seeds: number,
    date: anyText,
    curves: fc.array(
      record({
        method: fc.oneof(fc.constantFrom('kl', 'x'), anyText),
        minutes: number,
        final: fc.array(number),
        steps: fc.array(number),
        returns: fc.array(number),
        runs: fc.array(
          record({
            seed: number,
            command: anyText,
            date: anyText,
            code: anyText,
            minutes: number,
            steps: fc.array(number),
            ahead: fc.array(number),
            returns: fc.array(number),
          }),
          { maxLength: 2 },
        ),
      }),
      { maxLength: 3 },
    ),
    method: fc.oneof(fc.constantFrom('kl', 'sinkhorn'), anyText),
    total: number,
    states: fc.array(fc.array(number, { maxLength: 3 }), { maxLength: 4 }),
  }),
  judge: (value) => {
    const read = readRecording(value);
    if (read !== null) requires(Number.isFinite(read.total), 'a return is no finite number');
  },
};

export const results: FuzzKind<unknown> = {
  inputs: record({
    sweep: sweepFiles,
    made: record({ command: anyText, date: anyText, version: anyText, code: anyText }),
    results: fc.array(
      record({
        index: fc.nat(5),
        at: fc.array(fc.nat(9), { maxLength: 5 }),
        curves: fc.dictionary(fc.constantFrom('return', 'gap', 'x'), fc.array(number, { maxLength: 5 })),
        extremes: fc.dictionary(fc.constantFrom('return', 'gap'), fc.array(number, { maxLength: 3 })),
        reached: fc.constant(null),
        digest: anyText,
        milliseconds: number,
        failure: anyText,
      }),
      { maxLength: 4 },
    ),
  }),
  judge: (value) => {
    const read = readRecord(value);
    if ('problem' in read) sentencesAreClean([read.problem]);
  },
};

const word = fc.constantFrom('Infinity', '-Infinity', 'NaN');
const measured = fc.array(fc.oneof(number, fc.constant(null), word), { maxLength: 5 });

export const runs: FuzzKind<unknown> = {
  inputs: record({
    format: fc.oneof(fc.constant('trust-region-playground run'), anyText),
    version: fc.oneof(fc.constant(1), number),
    name: anyText,
    made: record({ date: anyText, version: anyText, code: anyText }),
    link: fc.oneof(fc.constantFrom('world=chain&run=kl', 'run=kl&run=sinkhorn'), mutated(plain)),
    iteration: fc.nat(9),
    columns: fc.array(
      record({
        name: anyText,
        method: fc.oneof(fc.constantFrom('kl', 'sinkhorn', '__proto__'), anyText),
        digest: fc.oneof(fc.constantFrom('', '2.0123456789abcdef'), anyText),
        measures: fc.oneof(
          fc
            .nat(4)
            .map((length) => ({ iteration: Array.from({ length }, (_, n) => n), return: Array(length).fill(null) })),
          fc.dictionary(fc.oneof(fc.constantFrom('iteration', 'return', '__proto__'), anyText), measured, {
            maxKeys: 4,
          }),
        ),
      }),
      { maxLength: 3 },
    ),
  }),
  judge: (value) => {
    const read = readRun(value);
    if (read.problem !== undefined) return sentencesAreClean([read.problem]);
    for (const { history } of referenceOf('x', read.record).columns)
      requires(history.length > 0, 'a column has no iteration');
  },
};
