import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { run } from './run-for-test.ts';

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

const solve = (input: unknown) => run(['solve', '-'], typeof input === 'string' ? input : JSON.stringify(input));

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

test('an object in gives an object out', () => {
  const { status, stdout } = solve(good);
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

test('the method is what the keys say, and `method` overrides; beta fixes the multiplier; infinity is "inf"', () => {
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
  const { stdout } = solve(cases);
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

describe('wrong input is refused with one sentence and exit code 2', () => {
  const wrong: [string, unknown, string][] = [
    ['no JSON', '{"id": NaN}', 'not JSON'],
    ['no object', 5, 'The instance is 5; it should be an object'],
    ['a missing key', { ...good, rho: undefined }, '(id "g"): rho is missing'],
    ['a wrong shape', { ...good, pi: [[1]] }, 'pi[0] has length 1; it should have length 2'],
    ['a negative probability', { ...good, pi: [[-0.5, 1.5]] }, 'pi[0][0] is -0.5; it should be a number from 0 to 1'],
    ['a row that misses 1', { ...good, pi: [[0.5, 0.4]] }, 'pi[0] sums to 0.9; it should sum to 1'],
    ['null', { ...good, adv: [[null, 1]] }, 'adv[0][0] is null; it should be a finite number'],
    ['a negative weight', { ...good, rho: [-1] }, 'rho[0] is -1; it should be a number from 0'],
    [
      'a negative cost',
      {
        ...good,
        M: [
          [0, -1],
          [1, 0],
        ],
      },
      'M[0][1] is -1; it should be a cost from 0',
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
      'M[0][0] is 2; it should be 0',
    ],
    ['a negative radius', { ...good, delta: -1 }, 'delta is -1; it should be a number from 0, or "inf"'],
    ['λ = 0', { ...good, lambda: 0 }, 'lambda is 0; it should be a number above 0'],
    ['an unknown method', { ...good, method: 'x' }, 'method is "x"; it should be "kl", "wasserstein" or "sinkhorn"'],
    [
      'the second of two',
      [good, { ...good, S: 1.5 }],
      'Instance 2 of 2 (id "g"): S is 1.5; it should be a whole number',
    ],
  ];
  test.each(wrong)('%s', (_, input, sentence) => {
    const { status, stdout, stderr } = solve(input);
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test('a file that is not there', () => {
    const { status, stderr } = run(['solve', 'nowhere.json']);
    expect(stderr).toBe(
      'The file "nowhere.json" was given, but there is no such file; wanted is a JSON file of instances.\n',
    );
    expect(status).toBe(2);
  });
});

test('--help explains', () => {
  expect(run(['solve', '--help'])).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('solve -- FILE'),
  });
});
