import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharedCost } from './cost.ts';
import { kl } from './kl.ts';
import { improved, problems, radii, valueOf } from './testing-problems.ts';

test('the step is an exponential tilt: ln(π′/π) − A/β is the same for all actions of a state', () => {
  fc.assert(
    fc.property(problems(), fc.double({ min: 0.5, max: 100, noNaN: true }), (problem, beta) => {
      const next = improved(kl, problem, beta, {});
      const { actions: n, policy, advantage } = problem;
      for (let s = 0; s < problem.states; s += 1) {
        const shifts: number[] = [];
        for (let pair = s * n; pair < (s + 1) * n; pair += 1) {
          if (policy[pair]! > 1e-200) shifts.push(Math.log(next[pair]! / policy[pair]!) - advantage[pair]! / beta);
          if (policy[pair] === 0) expect(next[pair]).toBe(0);
        }
        expect(Math.max(...shifts) - Math.min(...shifts)).toBeLessThan(1e-12);
      }
    }),
  );
});

test('no policy inside the radius is better: mixtures towards any other one are worse or outside', () => {
  // π'' = mixture of the optimum and a random row: concave problem, so that local is global
  fc.assert(
    fc.property(
      problems({ maxStates: 2 }),
      radii,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (problem, radius, random) => {
        const optimum = kl.optimum(problem, radius, {});
        const best = improved(kl, problem, optimum.beta, {});
        const { states, actions: n, policy, weight } = problem;
        for (let attempt = 0; attempt < 5; attempt += 1) {
          const other = best.slice();
          for (let s = 0; s < states; s += 1) {
            let sum = 0;
            for (let pair = s * n; pair < (s + 1) * n; pair += 1) {
              other[pair] = policy[pair]! > 1e-100 ? policy[pair]! * random.next().value! : 0;
              sum += other[pair]!;
            }
            for (let pair = s * n; pair < (s + 1) * n; pair += 1) {
              other[pair] = sum > 0 ? 0.99 * best[pair]! + 0.01 * (other[pair]! / sum) : best[pair]!;
            }
          }
          let spent = 0;
          other.forEach((p, pair) => {
            if (p > 0) spent += weight[Math.floor(pair / n)]! * p * Math.log(p / policy[pair]!);
          });
          if (spent <= radius) expect(valueOf(problem, other)).toBeLessThan(valueOf(problem, best) + 1e-9);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('the distance of the step is its relative entropy', () => {
  fc.assert(
    fc.property(problems(), fc.double({ min: 0.05, max: 100, noNaN: true }), (problem, beta) => {
      const next = improved(kl, problem, beta, {});
      let entropy = 0;
      next.forEach((p, pair) => {
        const rho = problem.weight[Math.floor(pair / problem.actions)]!;
        if (p > 0) entropy += rho * p * Math.log(p / problem.policy[pair]!);
      });
      expect(kl.spent(problem, { beta, share: 0 })).toBeCloseTo(entropy, 11);
    }),
  );
});

test('radius 0 stands still', () => {
  fc.assert(
    fc.property(problems(), (problem) => {
      const optimum = kl.optimum(problem, 0, {});
      expect(optimum).toEqual({ beta: Infinity, share: 0, spent: 0, binding: 'tight' });
      expect(improved(kl, problem, optimum.beta, {})).toEqual(problem.policy);
    }),
  );
});

test('an abandoned action stays abandoned, even by the greedy step', () => {
  const problem = {
    states: 1,
    actions: 3,
    policy: Float64Array.of(0, 0.25, 0.75),
    advantage: Float64Array.of(9, 1, 1),
    weight: Float64Array.of(1),
    cost: sharedCost(3, new Float64Array(9)),
  };
  expect([...improved(kl, problem, 0, {})]).toEqual([0, 0.25, 0.75]);
});
