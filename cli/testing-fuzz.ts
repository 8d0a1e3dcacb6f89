import fc from 'fast-check';
import { decodeLink, encodeLink } from '../src/config/link.ts';
import { pack } from '../src/config/link-packing.ts';
import { runField, runKeys } from '../src/config/run-fields.ts';
import { trainingFields } from '../src/config/training-fields.ts';
import { worlds } from '../src/environments/registry.ts';
import type { Field, Fields } from '../src/field.ts';
import { readRecording } from '../src/playground/recording.ts';
import { readRecord } from '../src/sweeps/record.ts';
import { readSweep } from '../src/sweeps/read-sweep.ts';
import { expandSweep } from '../src/sweeps/tasks.ts';
import { taskCount } from '../src/sweeps/sweep-size.ts';
import { sessionConfig } from '../src/training/session-config.ts';
import { methods } from '../src/methods/registry.ts';
import { TableSession } from '../src/training/table-session.ts';
import { isPhysicsKind } from '../src/environments/registry.ts';
import { answer } from './answer.ts';
import { readInstance } from './instance.ts';
import { toJson } from './json.ts';
import { Refusal } from './refusal.ts';

/** A kind of input with what must be true of whatever is read from it: throws a sentence where it is not. */
export interface FuzzKind<Input> {
  readonly inputs: fc.Arbitrary<Input>;
  readonly judge: (input: Input) => void;
}

/** What breaks parsers, pages and terminals. */
const NASTY = [
  '',
  ' ',
  '\u0000',
  '\u001b[2J',
  '\u202e',
  '\u2066\u2069',
  '\ufeff',
  '%',
  '%00',
  '%E2%80%AE',
  '%zz',
  '&amp;',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e309',
  '-1e309',
  '1e-400',
  '-0',
  '0x10',
  '1_000',
  '١٢',
  '9'.repeat(400),
  '1'.repeat(5000) + 'x',
  '0.'.repeat(2000),
  'e'.repeat(300),
  ':'.repeat(200),
  ','.repeat(200),
  ';'.repeat(200),
  '/'.repeat(200),
  '=&'.repeat(200),
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '${alert(1)}',
  '../../etc/passwd',
  '🦊'.repeat(40),
  '\ud800',
];
const nasty = fc.constantFrom(...NASTY);
const anyText = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 30 }));

/** Right and wrong values of a field, as text. */
function valueOf(field: Field): fc.Arbitrary<string> {
  const right =
    field.kind === 'number'
      ? fc
          .double({ min: field.min, max: field.max, noNaN: true })
          .map((value) => String(field.integer === true ? Math.round(value) : value))
      : field.kind === 'choice'
        ? fc.constantFrom(...field.options.map(({ value }) => value))
        : fc.constant(field.default);
  return fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: anyText });
}

const maps = fc.oneof(
  fc
    .array(fc.string({ unit: fc.constantFrom('#', '.', 'S', 'G', 'H', ' '), maxLength: 12 }), { maxLength: 12 })
    .map((rows) => rows.join('/')),
  fc
    .array(fc.string({ unit: fc.constantFrom('.', 'S', 'G'), minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((rows) => rows.join('/')),
  fc.constantFrom('/', 'S', 'SG', `${'.'.repeat(64)}/`.repeat(64), `${'S'.repeat(65)}G`, 'S.G/...\n', 'S..G/..', 's.g'),
);

// lone halves of letters cannot be escaped
const escaped = (text: string): string => encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/g, '?'));

function entriesOf(fields: Fields, prefix = ''): fc.Arbitrary<string>[] {
  return Object.entries(fields).map(([key, field]) =>
    (key === 'map' ? maps : valueOf(field)).map((value) => `${prefix}${key}=${escaped(value)}`),
  );
}

const run = fc
  .tuple(
    fc.oneof(fc.constantFrom(...Object.keys(methods)), anyText),
    fc.array(
      fc
        .constantFrom(...runKeys(), '__proto__', 'beauty')
        .chain((key) =>
          (runField(key) === undefined ? anyText : valueOf(runField(key)!)).map((value) => `${key}:${value}`),
        ),
      { maxLength: 5 },
    ),
  )
  .map(([method, settings]) => `run=${escaped([method, ...settings].join(','))}`);

const change = fc
  .tuple(
    fc.oneof(fc.nat(20).map(String), anyText),
    fc.constantFrom('0', '1', '5', '9', 'all', ''),
    fc.constantFrom(...runKeys(), 'cost', 'costMatrix', 'gamma'),
    anyText,
  )
  .map(([at, column, key, value]) => `at=${escaped(`${at},${column},${key}:${value}`)}`);

const part = fc.constantFrom(...Object.keys(worlds)).chain((kind) => {
  const { fields } = worlds[kind as keyof typeof worlds] as { readonly fields: Fields };
  return fc.oneof(fc.constant(`world=${kind}`), ...entriesOf(fields, 'world.'), fc.constant(`world=${kind}&end`));
});

const parts = fc.array(
  fc.oneof(
    part,
    run,
    change,
    ...entriesOf(trainingFields),
    fc.constantFrom('v=1', 'v=2', 'v=x', 'end', 'play=0', 'play=7', 'stop=4', 'stop=4)', 'seed=-1', '&&&'),
    fc.tuple(anyText, anyText).map(([key, value]) => `${escaped(key)}=${value}`),
  ),
  { maxLength: 14 },
);

const plain = parts.map((all) => all.join('&'));

/** A text with a few letters changed, doubled, lost, or something nasty put in. */
const mutated = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(texts, fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3), anyText), { maxLength: 4 }))
    .map(([text, edits]) =>
      edits.reduce((now, [where, what, put]) => {
        const at = Math.floor(where * now.length);
        if (what === 0) return now.slice(0, at) + put + now.slice(at);
        if (what === 1) return now.slice(0, at) + now.slice(at + 1 + put.length);
        if (what === 2) return now.slice(0, at);
        return now.slice(0, at) + now.slice(Math.max(0, at - 20), at) + now.slice(at);
      }, text),
    );

const packed = fc.oneof(
  plain.map((text) => pack(text, 1, 'end')),
  fc.constantFrom(1e3, 1e5, 1e6).map((length) => pack('a='.repeat(length), 2, 'end')),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => `z1=${Buffer.from(bytes).toString('base64url')}`),
);

const links = fc.oneof(
  { weight: 3, arbitrary: plain },
  { weight: 3, arbitrary: mutated(plain) },
  mutated(packed),
  packed,
  anyText,
);

/** Letters that no sentence may hold: they move cursors, turn lines round, or are not seen. */
const HIDDEN = /[\p{Cc}\p{Cf}]/u;

function requires(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence);
}

function sentencesAreClean(sentences: readonly string[]): void {
  for (const sentence of sentences) {
    requires(!HIDDEN.test(sentence), `a sentence holds hidden letters: ${JSON.stringify(sentence)}`);
    requires(sentence.length < 2000, `a sentence has ${sentence.length} letters`);
  }
}

/** Opens a small table of a link and takes some steps: rows stay probabilities. */
function trains(link: string): void {
  const { config } = decodeLink(link);
  if (isPhysicsKind(config.world.kind) || config.world.kind === 'taxi') return;
  const column = Math.max(0, config.runs.length - 1);
  const session = new TableSession(
    sessionConfig({ ...config, training: { ...config.training, episodes: 1 } }, column),
    () => 0,
  );
  if (session.world.model.states > 100) return;
  const { policy, value } = session.advance(2);
  requires(value.every(Number.isFinite), 'a value is no finite number');
  const actions = policy.length / value.length;
  for (let s = 0; s < value.length; s += 1) {
    const sum = policy.subarray(s * actions, (s + 1) * actions).reduce((total, p) => total + p, 0);
    requires(Math.abs(sum - 1) < 1e-6, `a row sums to ${sum}`);
  }
}

let linksSeen = 0;

const link: FuzzKind<string> = {
  inputs: links,
  judge: (text) => {
    const { config, problems } = decodeLink(text);
    const again = decodeLink(encodeLink(config));
    requires(again.problems.length === 0, `what was read is written wrong: ${again.problems[0]}`);
    requires(JSON.stringify(again.config) === JSON.stringify(config), 'what was read is not read again');
    requires(problems.length <= 13, `there are ${problems.length} sentences`);
    sentencesAreClean(problems);
    linksSeen += 1;
    if (linksSeen % 20 === 0) trains(text);
  },
};

const json: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  anyText,
  fc.constantFrom<unknown>(null, NaN, Infinity, -0, [], {}, { __proto__: null }, [[[[[[]]]]]]),
);

/** An object whose keys are right, wrong or gone. */
function record(keys: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> {
  const values = Object.fromEntries(
    Object.entries(keys).map(([key, right]) => [key, fc.oneof({ weight: 6, arbitrary: right }, json)]),
  );
  return fc.oneof({ weight: 8, arbitrary: fc.record(values, { requiredKeys: [] }) }, json);
}

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

const sweep: FuzzKind<unknown> = {
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

const recordings: FuzzKind<unknown> = {
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

const results: FuzzKind<unknown> = {
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

const scale = fc.constantFrom(1e-300, 1e-281, 1e-100, 1e-12, 1e-3, 1, 1e3, 1e12, 1e100, 1e155, 1e300);
const probabilities = (n: number): fc.Arbitrary<number[]> =>
  fc
    .array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0, 1, 1e-300, 1e-12)), {
      minLength: n,
      maxLength: n,
    })
    .map((row) => {
      const sum = row.reduce((total, p) => total + p, 0);
      return sum > 0 ? row.map((p) => p / sum) : row.map((_, a) => (a === 0 ? 1 : 0));
    });

const instances: fc.Arbitrary<unknown> = fc
  .record({
    S: fc.integer({ min: 1, max: 3 }),
    A: fc.integer({ min: 1, max: 4 }),
    size: scale,
    method: fc.constantFrom('kl', 'wasserstein', 'sinkhorn'),
  })
  .chain(({ S, A, size, method }) => {
    const row = (entry: fc.Arbitrary<number>): fc.Arbitrary<number[]> =>
      fc.array(entry, { minLength: A, maxLength: A });
    const rows = (of: fc.Arbitrary<number[]>): fc.Arbitrary<number[][]> => fc.array(of, { minLength: S, maxLength: S });
    const costs = fc
      .tuple(fc.array(row(fc.double({ min: 0, max: 3, noNaN: true })), { minLength: A, maxLength: A }), scale)
      .map(([m, unit]) => m.map((line, i) => line.map((c, j) => (i === j ? 0 : c * unit))));
    const right = {
      id: fc.oneof(anyText, fc.nat()),
      S: fc.constant(S),
      A: fc.constant(A),
      method: fc.constant(method),
      pi: rows(probabilities(A)),
      adv: rows(
        row(fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(0, 1, -1)).map((a) => a * size)),
      ),
      rho: fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), scale), { minLength: S, maxLength: S }),
      delta: fc.oneof(scale, fc.double({ min: 0, max: 2, noNaN: true }), fc.constantFrom<unknown>('inf', 0)),
      M: costs,
      lambda: fc.oneof(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), scale),
    };
    return fc.oneof(
      { weight: 3, arbitrary: fc.record(right) },
      record(right),
      fc.record({ ...right, beta: fc.oneof(scale, fc.constantFrom<unknown>('inf', 0)) }),
    );
  });

const solve: FuzzKind<unknown> = {
  inputs: instances,
  judge: (value) => {
    let text: string;
    let given: { readonly delta?: unknown; readonly beta?: unknown; readonly adv?: unknown; readonly rho?: unknown };
    try {
      const instance = readInstance(value, 'The instance');
      text = toJson(answer(instance));
      given = value as typeof given;
    } catch (error) {
      requires(error instanceof Refusal, `this is no refusal: ${String(error)}`);
      return sentencesAreClean([(error as Error).message]);
    }
    requires(!text.includes('null,"cost"') || given.delta == null, 'the dual is no number');
    const { out } = JSON.parse(text) as {
      out: { value: number; dual: number | 'inf' | '-inf' | null; cost: number; feasible?: boolean; pi: number[][] };
    };
    for (const number_ of [out.value, out.cost, ...out.pi.flat()])
      requires(Number.isFinite(number_), `an answer holds ${number_}`);
    if (given.beta != null || out.feasible === false) return;
    const rho = given.rho as number[];
    const size = (given.adv as number[][]).reduce((sum, row, s) => sum + rho[s]! * Math.max(...row.map(Math.abs)), 0);
    if (typeof out.dual === 'number' && size < Infinity) {
      requires(Math.abs(out.dual - out.value) <= 1.1e-6 * size, `dual ${out.dual} and value ${out.value} differ`);
    }
    if (typeof given.delta === 'number')
      requires(out.cost <= given.delta * (1 + 1.1e-9), `cost ${out.cost} is above ${given.delta}`);
  },
};

export const fuzzKinds = { link, sweep, recordings, results, solve } as const;

/** Milliseconds that reading one input may take. */
const PATIENCE = 100;

/** What fuzzing found: one line each. */
export interface Findings {
  readonly count: number;
  readonly faults: readonly string[];
  /** Of the slowest input. */
  readonly milliseconds: number;
}

/** Judges so many inputs of a kind. What was slow is timed again, since the machine may have been. */
export function fuzz<Input>({ inputs, judge }: FuzzKind<Input>, count: number, seed: number): Findings {
  const faults: string[] = [];
  let slowest = 0;
  const timed = (input: Input): number => {
    const began = performance.now();
    judge(input);
    return performance.now() - began;
  };
  for (const input of fc.sample(inputs, { numRuns: count, seed })) {
    try {
      let took = timed(input);
      for (let again = 0; again < 2 && took > PATIENCE; again += 1) took = Math.min(took, timed(input));
      slowest = Math.max(slowest, took);
      if (took > PATIENCE) faults.push(`took ${took.toFixed(0)} ms: ${shown(input)}`);
    } catch (error) {
      faults.push(`${(error as Error).message}: ${shown(input)}`);
    }
  }
  return { count, faults, milliseconds: slowest };
}

function shown(input: unknown): string {
  return JSON.stringify(input).slice(0, 600);
}
