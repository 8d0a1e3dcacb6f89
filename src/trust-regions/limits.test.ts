import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridge, onSupport } from './bridge.ts';
import { costToThe, sharedCost } from './cost.ts';
import { entropyKl } from './entropy-kl.ts';
import { replicator, wassersteinFlow } from './flows.ts';
import { kl } from './kl.ts';
import { powered } from './powered.ts';
import { betas, improved, planOf, pointAt, problems, radii } from './testing-problems.ts';
import type { MassMover, NoShape, SharedProblem } from './trust-region.ts';
import { wasserstein } from './wasserstein.ts';

/** Largest difference of two rows. */
const apart = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i]!)), 0);

/** How fast errors fall: the slope of their logarithms over halvings. */
const orders = (errors: readonly number[]): number[] =>
  errors.slice(1).map((error, i) => Math.log2(errors[i]! / error));

const three: SharedProblem = {
  states: 1,
  actions: 3,
  policy: Float64Array.of(0.5, 0.3, 0.2),
  advantage: Float64Array.of(-0.4, 0.1, 0.7),
  weight: Float64Array.of(1),
  cost: sharedCost(3, Float64Array.of(0, 1, 2, 1, 0, 1, 2, 1, 0)),
};

describe('the bridge', () => {
  it('is KL at s = 0, bit for bit, and WPO on the support at s = 1', () => {
    fc.assert(
      fc.property(problems(), betas, radii, (problem, beta, radius) => {
        const [start, end] = [{ dial: 0 }, { dial: 1 }];
        expect(improved(bridge, problem, beta, start)).toEqual(improved(kl, problem, beta, {}));
        expect(bridge.optimum(problem, radius, start)).toEqual(kl.optimum(problem, radius, {}));
        expect(bridge.dual(problem, radius, pointAt(beta, start))).toBe(kl.dual(problem, radius, pointAt(beta, {})));
        const held = onSupport(problem);
        expect(improved(bridge, problem, beta, end)).toEqual(improved(wasserstein, held, beta, {}));
        expect(bridge.optimum(problem, radius, end)).toEqual(wasserstein.optimum(held, radius, {}));
        expect(planOf(bridge, problem, 0, pointAt(beta, end))).toEqual(planOf(wasserstein, held, 0, pointAt(beta, {})));
        improved(bridge, problem, beta, end).forEach((p, pair) => {
          if (problem.policy[pair] === 0) expect(p).toBe(0);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('tends to KL in order 1 of s at one β', () => {
    const there = improved(kl, three, 0.8, {});
    const errors = [0.02, 0.01, 0.005, 0.0025].map((dial) => apart(improved(bridge, three, 0.8, { dial }), there));
    for (const order of orders(errors)) expect(Math.abs(order - 1)).toBeLessThan(0.05);
  });

  it('tends to WPO at one β, faster than any power of 1 − s', () => {
    const there = improved(wasserstein, three, 0.45, {});
    const errors = [0.9, 0.95, 0.975, 0.9875].map((dial) => apart(improved(bridge, three, 0.45, { dial }), there));
    const found = orders(errors);
    expect(found.every((order, i) => i === 0 || order > found[i - 1]!)).toBe(true);
    expect(errors.at(-1)!).toBeLessThan(1e-6);
  });

  it('is farther from itself than nothing, between its ends: a small radius holds no policy', () => {
    for (const dial of [0.1, 0.5, 0.9]) {
      const least = bridge.spent(three, pointAt(Infinity, { dial }));
      expect(least).toBeGreaterThan(0.01);
      expect(bridge.optimum(three, least / 2, { dial }).binding).toBe('infeasible');
      expect(apart(improved(bridge, three, Infinity, { dial }), three.policy)).toBeGreaterThan(1e-6);
    }
  });
});

it('KL with entropy at τ = 0 is KL, bit for bit', () => {
  fc.assert(
    fc.property(problems(), betas, radii, (problem, beta, radius) => {
      const shape = { tau: 0 };
      expect(improved(entropyKl, problem, beta, shape)).toEqual(improved(kl, problem, beta, {}));
      expect(entropyKl.optimum(problem, radius, shape)).toEqual(kl.optimum(problem, radius, {}));
      expect(entropyKl.dual(problem, radius, pointAt(beta, shape))).toBe(kl.dual(problem, radius, pointAt(beta, {})));
    }),
    { numRuns: 200 },
  );
});

it('KL with entropy at β = 0 is soft policy iteration', () => {
  const tau = 0.3;
  const soft = [...three.advantage].map((gain) => Math.exp(gain / tau));
  const total = soft.reduce((sum, x) => sum + x, 0);
  const next = improved(entropyKl, three, 0, { tau });
  soft.forEach((x, a) => expect(next[a]).toBeCloseTo(x / total, 14));
});

it('W_p at p = 1 is WPO, bit for bit, and at p = 2 WPO with squared costs', () => {
  const region = powered(wasserstein);
  fc.assert(
    fc.property(problems(), betas, radii, (problem, beta, radius) => {
      expect(improved(region, problem, beta, { power: 1 })).toEqual(improved(wasserstein, problem, beta, {}));
      expect(region.optimum(problem, radius, { power: 1 })).toEqual(wasserstein.optimum(problem, radius, {}));
      const squared = { ...problem, cost: costToThe(problem.cost, 2) };
      expect(improved(region, problem, beta, { power: 2 })).toEqual(improved(wasserstein, squared, beta, {}));
      expect(region.optimum(problem, radius, { power: 2 })).toEqual(wasserstein.optimum(squared, radius, {}));
    }),
    { numRuns: 200 },
  );
});

const flows: readonly (readonly [string, MassMover<NoShape>])[] = [
  ['replicator', replicator],
  ['Wasserstein flow', wassersteinFlow],
];

describe.each(flows)('the %s', (_, flow) => {
  it('gives distributions, plans whose sums they are, and more movement the smaller β is', () => {
    fc.assert(
      fc.property(problems(), betas, betas, (problem, one, other) => {
        const { states, actions: n, policy } = problem;
        const [near, far] = [Math.max(one, other), Math.min(one, other)].map((beta) =>
          improved(flow, problem, beta, {}),
        );
        for (let s = 0; s < states; s += 1) {
          const row = near!.subarray(s * n, (s + 1) * n);
          expect(row.every((p) => p >= 0)).toBe(true);
          expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 13);
          const plan = planOf(flow, problem, s, pointAt(Math.max(one, other), {}));
          for (let a = 0; a < n; a += 1) {
            let to = 0;
            let from = 0;
            for (let k = 0; k < n; k += 1) {
              to += plan[a * n + k]!;
              from += plan[k * n + a]!;
            }
            expect(to).toBeCloseTo(row[a]!, 12);
            expect(from).toBeCloseTo(policy[s * n + a]!, 12);
          }
          const gain = (next: Float64Array): number => {
            let sum = 0;
            for (let a = s * n; a < (s + 1) * n; a += 1) sum += next[a]! * problem.advantage[a]!;
            return sum;
          };
          // it never loses, and gains more with a longer step
          expect(gain(near!)).toBeGreaterThanOrEqual(gain(policy) - 1e-12);
          expect(gain(far!)).toBeGreaterThanOrEqual(gain(near!) - 1e-12);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stands still at β = ∞', () => {
    fc.assert(
      fc.property(problems(), (problem) => {
        const moved = apart(improved(flow, problem, Infinity, {}), problem.policy);
        // what is free goes at any price
        if (problem.cost.matrix.every((price, cell) => price > 0 || cell % (problem.actions + 1) === 0))
          expect(moved).toBe(0);
      }),
    );
  });
});

describe('the replicator flow', () => {
  it('is the limit of KL: they differ in order 2 of 1/β', () => {
    const errors = [40, 80, 160, 320].map((beta) =>
      apart(improved(replicator, three, beta, {}), improved(kl, three, beta, {})),
    );
    for (const order of orders(errors)) expect(Math.abs(order - 2)).toBeLessThan(0.05);
  });
});

describe('the Wasserstein flow', () => {
  /** Actions side by side on a line, `spacing` apart, with all mass in the middle; A = sin x + x/2. */
  function line(spacing: number, side: number, lengthOf: (steps: number) => number): SharedProblem {
    const n = 2 * side + 1;
    const at = (i: number): number => (i - side) * spacing;
    const policy = new Float64Array(n);
    policy[side] = 1;
    return {
      states: 1,
      actions: n,
      policy,
      advantage: Float64Array.from({ length: n }, (_, i) => Math.sin(at(i)) + at(i) / 2),
      weight: Float64Array.of(1),
      cost: sharedCost(
        n,
        Float64Array.from({ length: n * n }, (_, cell) => lengthOf(Math.abs(Math.floor(cell / n) - (cell % n)))),
      ),
    };
  }

  const mean = (policy: Float64Array, spacing: number): number =>
    policy.reduce((sum, p, i) => sum + p * (i - (policy.length - 1) / 2) * spacing, 0);

  it('is the limit of W₂: run for a time η = 1/(2β) on a fine line, mass ends where W₂ puts it, to order 2 of η', () => {
    const errors = [0.4, 0.2, 0.1].map((eta) => {
      const spacing = (eta * eta) / 8;
      const side = Math.ceil((2 * eta * 1.5) / spacing);
      // W₂: one step of the trust region with squared distances
      const near = line(spacing, side, (steps) => steps * spacing);
      const carried = improved(powered(wasserstein), near, 1 / (2 * eta), { power: 2 });
      // the flow: many short steps over neighbours only
      const graph = line(spacing, side, (steps) => (steps === 0 ? 0 : steps === 1 ? spacing : 1e9));
      const steps = Math.ceil((2 * eta * 1.5) / spacing);
      let policy = graph.policy;
      for (let k = 0; k < steps; k += 1)
        policy = improved(wassersteinFlow, { ...graph, policy }, steps / (2 * eta), {});
      return Math.abs(mean(policy, spacing) - mean(carried, spacing));
    });
    for (const order of orders(errors)) expect(order).toBeGreaterThan(1.7);
  });

  it('has no dead zone, where WPO has one', () => {
    const slow: SharedProblem = { ...three, advantage: Float64Array.of(0, 0.01, 0.02) };
    expect(improved(wasserstein, slow, 1, {})).toEqual(slow.policy);
    expect(apart(improved(wassersteinFlow, slow, 1, {}), slow.policy)).toBeGreaterThan(1e-4);
  });
});
