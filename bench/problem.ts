import { StreamDealer } from '../src/math/random.ts';
import type { Problem } from '../src/trust-regions/trust-region.ts';

/** A random problem of Taxi's size, with 0/1 cost or costs in [0.5, 2]. */
export function randomProblem(states: number, actions: number, geometry: 'zero-one' | 'general'): Problem {
  const { uniform } = new StreamDealer(5).next();
  const policy = Float64Array.from({ length: states * actions }, () => 0.05 + uniform());
  const advantage = Float64Array.from({ length: states * actions }, () => 2 * uniform() - 1);
  for (let s = 0; s < states; s += 1) {
    let total = 0;
    let mean = 0;
    for (let i = s * actions; i < (s + 1) * actions; i += 1) total += policy[i]!;
    for (let i = s * actions; i < (s + 1) * actions; i += 1) {
      policy[i]! /= total;
      mean += policy[i]! * advantage[i]!;
    }
    for (let i = s * actions; i < (s + 1) * actions; i += 1) advantage[i]! -= mean;
  }
  const weight = new Float64Array(states).fill(1 / states);
  const cost = Float64Array.from({ length: actions * actions }, (_, at) =>
    at % (actions + 1) === 0 ? 0 : geometry === 'zero-one' ? 1 : 0.5 + 1.5 * uniform(),
  );
  return { states, actions, policy, advantage, weight, cost };
}
