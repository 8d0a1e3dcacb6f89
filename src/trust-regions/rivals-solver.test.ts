import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearProgram, type Constraint } from '../math/testing-linear-program.ts';
import { bridge } from './bridge.ts';
import { chiSquared } from './chi-squared.ts';
import { sharedCost } from './cost.ts';
import { entropyKl } from './entropy-kl.ts';
import { forwardKl } from './forward-kl.ts';
import { kl } from './kl.ts';
import { powered } from './powered.ts';
import type { Shape, SharedProblem, TrustRegion } from './trust-region.ts';
import { wasserstein } from './wasserstein.ts';

/**
 * A primal solver that knows nothing of multipliers: mass is a vector x ≥ 0, the distance a sum of convex functions of one entry each, and
 * each function is what its tangents bound from below. HiGHS solves the program with the tangents there are; where it lands new ones are
 * drawn, until nothing changes. What comes out is an upper bound that closes on the optimum.
 */
interface Convex {
  readonly at: (x: number) => number;
  readonly slope: (x: number) => number;
}

interface Program {
  /** What is maximised: Σ gain x, less Σ weight · burden(x). */
  readonly gain: readonly number[];
  readonly burden: readonly (Convex | null)[];
  /** Σ weight · length(x) ≤ radius */
  readonly length: readonly Convex[];
  readonly weight: readonly number[];
  readonly radius: number;
  /** Sets of entries that sum to a number. */
  readonly sums: readonly { readonly entries: readonly number[]; readonly total: number }[];
}

const SMALLEST = 1e-9;

function solvePrimal({ gain, burden, length, weight, radius, sums }: Program): number {
  const size = gain.length;
  const cuts: Constraint[] = [];
  const cut = (name: string, { at, slope }: Convex, k: number, x: number): void => {
    // e ≥ f(x) + f'(x)(x_k − x)
    const g = slope(x);
    cuts.push({
      terms: [
        [g, `x${k}`],
        [-1, `${name}${k}`],
      ],
      relation: '<=',
      bound: g * x - at(x),
    });
  };
  const touch = (x: readonly number[]): void => {
    for (let k = 0; k < size; k += 1) {
      const at = Math.max(SMALLEST, x[k]!);
      cut('e', length[k]!, k, at);
      if (burden[k] !== null) cut('b', burden[k]!, k, at);
    }
  };
  for (const share of [1e-6, 1e-3, 0.02, 0.1, 0.3, 0.6, 1]) touch(gain.map(() => share));
  const fixed: Constraint[] = [
    ...sums.map(({ entries, total }) => ({
      terms: entries.map((k) => [1, `x${k}`] as const),
      relation: '=' as const,
      bound: total,
    })),
    { terms: weight.map((rho, k) => [rho, `e${k}`] as const), relation: '<=', bound: radius },
  ];
  const objective = gain.flatMap((value, k) => [
    [value, `x${k}`] as const,
    ...(burden[k] === null ? [] : [[-weight[k]!, `b${k}`] as const]),
  ]);
  let bound = Infinity;
  for (let round = 0; round < 60; round += 1) {
    const { value, variables } = linearProgram('Maximize', objective, [...fixed, ...cuts]);
    touch(gain.map((_, k) => variables[`x${k}`] ?? 0));
    if (bound - value < 1e-10 * Math.max(1, Math.abs(value))) return value;
    bound = value;
  }
  return bound;
}

/** x ln(x/q) − x + q */
const relative = (q: number, scale = 1, price = 0): Convex => ({
  at: (x) => scale * (x * Math.log(x / q) - x + q) + price * x,
  slope: (x) => scale * Math.log(x / q) + price,
});
/** q ln(q/x) + x − q */
const forward = (q: number): Convex => ({
  at: (x) => (q > 0 ? q * Math.log(q / x) : 0) + x - q,
  slope: (x) => 1 - q / x,
});
/** (x − q)²/q */
const square = (q: number): Convex => ({ at: (x) => (x - q) ** 2 / q, slope: (x) => (2 * (x - q)) / q });
/** x ln x + 1/e ≥ 0 */
const negentropy = (tau: number): Convex => ({
  at: (x) => tau * (x * Math.log(x) + 1 / Math.E),
  slope: (x) => tau * (Math.log(x) + 1),
});

/** A problem's rows as such a program. */
function rowsProgram(
  { states, actions: n, policy, advantage, weight }: SharedProblem,
  radius: number,
  lengthOf: (q: number) => Convex,
  tau = 0,
): Program {
  const entries = [...policy.keys()];
  return {
    gain: entries.map((k) => weight[Math.floor(k / n)]! * advantage[k]!),
    burden: entries.map(() => (tau > 0 ? negentropy(tau) : null)),
    length: entries.map((k) => lengthOf(policy[k]!)),
    weight: entries.map((k) => weight[Math.floor(k / n)]!),
    radius,
    sums: Array.from({ length: states }, (_, s) => ({
      entries: Array.from({ length: n }, (__, a) => s * n + a),
      total: 1,
    })),
  };
}

/** A problem's plans as such a program: entries are Q[s][i][j]. */
function plansProgram(
  { states, actions: n, policy, advantage, weight, cost }: SharedProblem,
  radius: number,
  s: number,
): Program {
  const cells = Array.from({ length: states * n * n }, (_, cell) => ({
    state: Math.floor(cell / (n * n)),
    to: Math.floor(cell / n) % n,
    from: cell % n,
  }));
  const old = (state: number, action: number): number => policy[state * n + action]!;
  return {
    gain: cells.map(({ state, to }) => weight[state]! * advantage[state * n + to]!),
    burden: cells.map(() => null),
    length: cells.map(({ state, to, from }) =>
      relative(old(state, to) * old(state, from), 1 - s, s * cost.matrix[to * n + from]!),
    ),
    weight: cells.map(({ state }) => weight[state]!),
    radius,
    sums: Array.from({ length: states * n }, (_, pair) => ({
      entries: cells.flatMap(({ state, from }, cell) => (state * n + from === pair ? [cell] : [])),
      total: policy[pair]!,
    })),
  };
}

/** Two states with three actions whose numbers are of one size. */
const problems: fc.Arbitrary<SharedProblem> = fc
  .record({
    masses: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 6, maxLength: 6 }),
    gains: fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 6, maxLength: 6 }),
    weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 2 }),
    places: fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })), {
      minLength: 3,
      maxLength: 3,
    }),
  })
  .map(({ masses, gains, weights, places }) => ({
    states: 2,
    actions: 3,
    policy: Float64Array.from(masses, (mass, k) => {
      const base = k < 3 ? 0 : 3;
      return mass / (masses[base]! + masses[base + 1]! + masses[base + 2]!);
    }),
    advantage: Float64Array.from(gains, (gain) => gain / 10),
    weight: Float64Array.from(weights, (rho) => rho / 5),
    cost: sharedCost(
      3,
      Float64Array.from({ length: 9 }, (_, cell) => {
        const [a, b] = [places[Math.floor(cell / 3)]!, places[cell % 3]!];
        return Math.hypot(a[0] - b[0], a[1] - b[1]) / 10;
      }),
    ),
  }));

const radii = fc.integer({ min: 1, max: 40 }).map((x) => x / 50);

function best<S extends Shape>(region: TrustRegion<S>, problem: SharedProblem, radius: number, shape: S): number {
  const { beta, share } = region.optimum(problem, radius, shape);
  const next = new Float64Array(problem.policy.length);
  region.improve(problem, { ...shape, beta, share }, next);
  return region.objective(problem, shape, next);
}

const plain: readonly (readonly [string, TrustRegion<{}>, (q: number) => Convex])[] = [
  ['KL', kl, (q) => relative(q)],
  ['forward KL', forwardKl, forward],
  ['χ²', chiSquared, square],
];

describe('a primal solver finds nothing better, and nothing worse', () => {
  it.each(plain)('in %s', (_, region, lengthOf) => {
    fc.assert(
      fc.property(problems, radii, (problem, radius) => {
        const found = solvePrimal(rowsProgram(problem, radius, lengthOf));
        expect(Math.abs(best(region, problem, radius, {}) - found)).toBeLessThan(2e-7);
      }),
      { numRuns: 25 },
    );
  });

  it('in forward KL where an action has no probability', () => {
    fc.assert(
      fc.property(problems, radii, (given, radius) => {
        const policy = given.policy.slice();
        policy[0] = 0;
        const rest = policy[1]! + policy[2]!;
        policy[1] = policy[1]! / rest;
        policy[2] = policy[2]! / rest;
        const problem = { ...given, policy };
        const found = solvePrimal(rowsProgram(problem, radius, forward));
        expect(Math.abs(best(forwardKl, problem, radius, {}) - found)).toBeLessThan(2e-7);
      }),
      { numRuns: 25 },
    );
  });

  it('in KL with entropy', () => {
    fc.assert(
      fc.property(problems, radii, fc.integer({ min: 1, max: 30 }), (problem, radius, tenths) => {
        const tau = tenths / 20;
        // the negentropies are 1/e above 0 each
        const lifted = problem.weight.reduce((sum, rho) => sum + (rho * problem.actions * tau) / Math.E, 0);
        const found = solvePrimal(rowsProgram(problem, radius, (q) => relative(q), tau)) + lifted;
        expect(Math.abs(best(entropyKl, problem, radius, { tau }) - found)).toBeLessThan(2e-7);
      }),
      { numRuns: 25 },
    );
  });

  it('in the bridge', () => {
    fc.assert(
      fc.property(problems, radii, fc.integer({ min: 1, max: 9 }), (problem, more, tenths) => {
        const dial = tenths / 10;
        const least = bridge.spent(problem, { beta: Infinity, share: 0, dial });
        const radius = least + more;
        const found = solvePrimal(plansProgram(problem, radius, dial));
        expect(Math.abs(best(bridge, problem, radius, { dial }) - found)).toBeLessThan(2e-7);
      }),
      { numRuns: 15 },
    );
  });

  it('in W_p, where the program is linear', () => {
    fc.assert(
      fc.property(problems, radii, fc.integer({ min: 1, max: 4 }), (problem, radius, power) => {
        const { states, actions: n, policy, advantage, weight, cost } = problem;
        const cells = Array.from({ length: states * n * n }, (_, cell) => cell);
        const state = (cell: number): number => Math.floor(cell / (n * n));
        const { value } = linearProgram(
          'Maximize',
          cells.map((cell) => [
            weight[state(cell)]! * advantage[state(cell) * n + (Math.floor(cell / n) % n)]!,
            `q${cell}`,
          ]),
          [
            ...[...policy].map((mass, pair) => ({
              terms: cells
                .filter((cell) => state(cell) * n + (cell % n) === pair)
                .map((cell) => [1, `q${cell}`] as const),
              relation: '=' as const,
              bound: mass,
            })),
            {
              terms: cells.map((cell) => [weight[state(cell)]! * cost.matrix[cell % (n * n)]! ** power, `q${cell}`]),
              relation: '<=',
              bound: radius,
            },
          ],
        );
        expect(Math.abs(best(powered(wasserstein), problem, radius, { power }) - value)).toBeLessThan(1e-8);
      }),
      { numRuns: 60 },
    );
  });
});
