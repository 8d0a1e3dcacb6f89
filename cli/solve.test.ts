import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readInstance } from './instance.ts';
import { Refusal } from './refusal.ts';
import { call, run } from './testing-run.ts';

const folder = fileURLToPath(new URL('../src/trust-regions/fixtures', import.meta.url));

interface Out {
  readonly beta: number | 'inf';
  readonly betaMin?: number | 'inf';
  readonly betaMax?: number | 'inf';
  readonly planUnique?: boolean;
  readonly pi: number[][];
  readonly plan?: number[][][];
  readonly value: number;
  readonly dual: number;
  readonly cost: number;
}

interface Case {
  readonly id: string;
  readonly adv: number[][];
  readonly rho: number[];
  readonly out: Out;
}

const number = (value: number | 'inf'): number => (value === 'inf' ? Infinity : value);
const good = {
  id: 'g',
  S: 1,
  A: 2,
  pi: [[0.5, 0.5]],
  adv: [[1, -1]],
  rho: [1],
  delta: 0.25,
  M: [
    [0, 1],
    [1, 0],
  ],
};

const DISCRETE = [
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
];

const solve = (input: unknown) => call(['solve', '-'], JSON.stringify(input));

/** Equal to ten digits after the point, relative to `scale`; equal infinities are equal. */
function expectNear(seen: number, wanted: number, scale: number, place: string): void {
  if (seen !== wanted) expect(Math.abs(seen - wanted), place).toBeLessThanOrEqual(1e-10 * scale);
}

describe('an array in gives an array out, in order, within the tolerance of the golden numbers', () => {
  test.each(['updates_kl.json', 'updates_w.json', 'updates_sinkhorn.json'])('%s', (file) => {
    const { status, stdout, stderr } = run(['solve', file], '', folder);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const wanted = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Case[];
    const seen = JSON.parse(stdout) as Case[];
    expect(seen.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
    wanted.forEach(({ id, adv, rho, out: golden }, n) => {
      const { out } = seen[n]!;
      const largest = Math.max(...adv.flat().map(Math.abs));
      const scale = Math.max(1, largest * rho.reduce((total, weight) => total + weight, 0));
      for (const key of ['value', 'cost', 'dual'] as const) expectNear(out[key], golden[key], scale, `${id} ${key}`);
      const least = number(golden.betaMin ?? golden.beta);
      const most = number(golden.betaMax ?? golden.beta);
      expectNear(number(out.beta), Math.min(Math.max(number(out.beta), least), most), scale, `${id} beta`);
      expect(out.plan === undefined).toBe(golden.plan === undefined);
      if (golden.planUnique === false) return;
      const entries = [...out.pi.flat(), ...(out.plan?.flat(2) ?? [])];
      const goldenEntries = [...golden.pi.flat(), ...(golden.plan?.flat(2) ?? [])];
      expect(entries.length).toBe(goldenEntries.length);
      entries.forEach((entry, at) => expectNear(entry, goldenEntries[at]!, 1, `${id} entry ${at}`));
    });
  });
});

test('the rivals of the paper’s regions are read as their golden numbers stand, and solved', () => {
  const file = 'updates_rivals.json';
  const { status, stdout, stderr } = run(['solve', file], '', folder);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const wanted = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Case[];
  const seen = JSON.parse(stdout) as Case[];
  expect(seen.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
  wanted.forEach(({ id, adv, rho, out: golden }, n) => {
    const { out } = seen[n]!;
    const scale = Math.max(1, Math.max(...adv.flat().map(Math.abs)) * rho.reduce((total, weight) => total + weight, 0));
    expectNear(out.value, golden.value, scale, `${id} value`);
    expectNear(out.dual, golden.value, scale, `${id} dual`);
    expectNear(out.cost, golden.cost, Math.max(1, golden.cost), `${id} cost`);
    expectNear(number(out.beta), number(golden.beta), Math.max(number(golden.beta), 1e-3), `${id} beta`);
    const [entries, goldenEntries] = [out, golden].map(({ pi, plan }) => [...pi.flat(), ...(plan?.flat(2) ?? [])]);
    expect(entries!.length).toBe(goldenEntries!.length);
    entries!.forEach((entry, at) => expectNear(entry, goldenEntries![at]!, 1, `${id} entry ${at}`));
  });
});

test('a dial, a price of entropy and a power of the cost are asked for, or have a default', async () => {
  const cases = [
    { ...good, method: 'bridge', dial: 1, delta: 0.25 },
    { ...good, method: 'entropy-kl', tau: 0 },
    { ...good, method: 'kl' },
    {
      ...good,
      method: 'wasserstein',
      power: 2,
      M: [
        [0, 2],
        [2, 0],
      ],
      delta: 0.4,
    },
  ];
  const outs = (JSON.parse((await solve(cases)).stdout) as { out: Out }[]).map(({ out }) => out);
  expect(outs[0]!.pi).toEqual([[0.75, 0.25]]);
  expect(outs[1]!.pi).toEqual(outs[2]!.pi);
  // 0.1 of mass at a price of 4
  expect(outs[3]!.pi[0]![0]).toBeCloseTo(0.6, 12);
});

test('an object in gives an object out', async () => {
  const { status, stdout } = await solve(good);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    id: 'g',
    out: {
      beta: 2,
      theta: 0.5,
      pi: [[0.75, 0.25]],
      plan: [
        [
          [0.5, 0.25],
          [0, 0.25],
        ],
      ],
      value: 0.5,
      dual: 0.5,
      cost: 0.25,
    },
  });
});

test('the method is what the keys say, and `method` overrides; beta fixes the multiplier; infinity is "inf"', async () => {
  const { M: _, ...bare } = good;
  const cases = [
    bare,
    { ...good, lambda: 20 },
    { ...good, lambda: 20, method: 'KL' },
    { ...good, lambda: 20, method: 'WPO' },
    { ...bare, delta: 0 },
    { ...good, delta: 'inf' },
    { ...good, beta: 1 },
    { ...good, beta: 'inf', delta: null },
    // even the most smeared plan of this λ costs more than nothing
    { ...good, pi: [[1, 0]], lambda: 20, delta: 0 },
  ];
  const { stdout } = await solve(cases);
  const outs = (JSON.parse(stdout) as { out: Record<string, unknown> }[]).map(({ out }) => out);
  const shapes = outs.map((out) => ['theta' in out, 'feasible' in out, 'plan' in out]);
  const [kl, wasserstein, sinkhorn] = [
    [false, false, false],
    [true, false, true],
    [false, true, true],
  ];
  expect(shapes).toEqual([kl, sinkhorn, kl, wasserstein, kl, wasserstein, wasserstein, wasserstein, sinkhorn]);
  expect(outs[4]).toMatchObject({ beta: 'inf', pi: [[0.5, 0.5]], cost: 0, dual: 0 });
  expect(outs[5]).toMatchObject({ beta: 0, pi: [[1, 0]], dual: 1 });
  expect(outs[6]).toMatchObject({ beta: 1, pi: [[1, 0]], cost: 0.5, dual: 0.75 });
  expect(outs[7]).toMatchObject({ beta: 'inf', pi: [[0.5, 0.5]], cost: 0, dual: null });
});

test.each([
  ['a radius near rounding', { pi: [[0.2, 0.3, 0.5]], adv: [[1, 0.5, -0.3]], delta: 1e-14 }, 'cost', 1e-14],
  ['a smaller one', { pi: [[0.2, 0.3, 0.5]], adv: [[1, 0.5, -0.3]], delta: 1e-20 }, 'cost', 1e-20],
  ['huge advantages', { pi: [[0.5, 0.5, 0]], adv: [[1e155, 0, 0]], delta: 0.1, M: DISCRETE }, 'value', 6e154],
  ['tiny advantages', { pi: [[0.5, 0.5, 0]], adv: [[1e-281, 0, 0]], delta: 0.1, M: DISCRETE }, 'value', 6e-282],
  ['a probability near 0', { pi: [[1e-300, 0.5, 0.5]], adv: [[1, 0, 0]], delta: 700 }, 'value', 1],
])('%s is answered right', async (_, input, key, expected) => {
  const { status, stdout, stderr } = await solve({ S: 1, A: 3, rho: [1], ...input });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const { out } = JSON.parse(stdout) as { out: Record<string, number> };
  expect(out[key]! / expected).toBeCloseTo(1, 8);
});

test.each([
  [
    'a λ that doubles cannot hold',
    { lambda: 1e14 },
    'The instance (id "g") cannot be answered: λ times the largest cost',
  ],
  [
    'a multiplier that no double is',
    { adv: [[1e300, 0]], delta: 1e-20, M: undefined },
    'larger or smaller than a double',
  ],
])('%s is refused in a sentence', async (_, input, sentence) => {
  const { status, stdout, stderr } = await solve({ ...good, ...input });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(sentence);
});

describe('an instance that is wrong is refused with a sentence on the value seen and the value wanted', () => {
  const wrong: [string, unknown, string][] = [
    ['no object', 5, 'One is 5; it should be an object with S, A, pi, adv, rho and delta.'],
    ['a missing key', { ...good, rho: undefined }, 'rho is missing; it should be the weights of the states'],
    ['a wrong shape', { ...good, pi: [[1]] }, 'pi[0] has length 1; it should have length 2, as A says.'],
    ['a wrong depth', { ...good, pi: [0.5, 0.5], S: 2 }, 'pi[0] is 0.5; it should be a list of probabilities.'],
    ['a negative probability', { ...good, pi: [[-0.5, 1.5]] }, 'pi[0][0] is -0.5; it should be a number from 0 to 1.'],
    ['a row that misses 1', { ...good, pi: [[0.5, 0.4]] }, 'pi[0] sums to 0.9; it should sum to 1'],
    ['null', { ...good, adv: [[null, 1]] }, 'adv[0][0] is null; it should be a finite number.'],
    ['not a number', { ...good, adv: [[NaN, 1]] }, 'adv[0][0] is NaN; it should be a finite number.'],
    ['a text', { ...good, adv: [['1', 1]] }, 'adv[0][0] is "1"; it should be a finite number.'],
    ['a negative weight', { ...good, rho: [-1] }, 'rho[0] is -1; it should be a number from 0.'],
    ['no cost matrix', { ...good, M: undefined, lambda: 1 }, 'M is missing; it should be the costs of moves'],
    [
      'a negative cost',
      {
        ...good,
        M: [
          [0, -1],
          [1, 0],
        ],
      },
      'M[0][1] is -1; it should be a cost from 0.',
    ],
    [
      'a price for staying',
      {
        ...good,
        M: [
          [2, 1],
          [1, 0],
        ],
      },
      'M[0][0] is 2; it should be 0, as staying is free.',
    ],
    ['a negative radius', { ...good, delta: -1 }, 'delta is -1; it should be a number from 0, or "inf".'],
    ['a negative multiplier', { ...good, beta: -1 }, 'beta is -1; it should be a number from 0, or "inf".'],
    ['λ = 0', { ...good, lambda: 0 }, 'lambda is 0; it should be a number above 0.'],
    ['no λ', { ...good, method: 'SPO' }, 'lambda is missing; it should be a number above 0.'],
    ['a bridge without its dial', { ...good, method: 'bridge' }, 'dial is missing; it should be a number from 0 to 1.'],
    [
      'a dial past its end',
      { ...good, method: 'bridge', dial: 1.2 },
      'dial is 1.2; it should be a number from 0 to 1.',
    ],
    [
      'a price of entropy below 0',
      { ...good, method: 'entropy-kl', tau: -1 },
      'tau is -1; it should be a number from 0.',
    ],
    ['half a power', { ...good, power: 1.5 }, 'power is 1.5; it should be a whole number from 1 to 4.'],
    [
      'an unknown method',
      { ...good, method: 'x' },
      'method is "x"; it should be one of kl, wasserstein, sinkhorn, bridge, forward-kl, chi-squared, entropy-kl.',
    ],
    ['half a state', { ...good, S: 1.5 }, 'S is 1.5; it should be a whole number from 1.'],
  ];
  test.each(wrong)('%s', (_, input, sentence) => {
    expect(() => readInstance(input, 'One')).toThrow(Refusal);
    expect(() => readInstance(input, 'One')).toThrow(sentence);
  });
});

describe('wrong input is refused with one line and exit code 2, and nothing is printed', () => {
  test.each([
    ['no JSON', ['-'], '{"id":\n NaN}', 'Standard input is not JSON'],
    [
      'the second of two',
      ['-'],
      JSON.stringify([good, { ...good, S: 0 }]),
      'Instance 2 of 2 (id "g"): S is 0; it should be',
    ],
    ['a file that is not there', ['nowhere.json'], '', 'The file "nowhere.json" was given, but there is no such file'],
    ['no file', [], '', 'There are 0 arguments; expected is one'],
  ])('%s', async (_, args, input, sentence) => {
    const { status, stdout, stderr } = await call(['solve', ...args], input);
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

test('--help explains', async () => {
  expect(await call(['solve', '--help'])).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('solve -- FILE'),
  });
});
