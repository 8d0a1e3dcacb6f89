import { sharedCost } from '../src/trust-regions/cost.ts';
import type { Problem } from '../src/trust-regions/trust-region.ts';

/** Taxi's size. */
export const STATES = 500;
export const ACTIONS = 6;

/** The very problem of kernels.c: its congruential generator, its order of drawing. Costs are 0/1, or |i − j|. */
export function benchProblem(geometry: 'zero-one' | 'line'): Problem {
  let seed = 1;
  const uniform = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return (seed >>> 8) / 16777216;
  };
  const policy = new Float64Array(STATES * ACTIONS);
  const advantage = new Float64Array(STATES * ACTIONS);
  for (let s = 0; s < STATES; s += 1) {
    const row = policy.subarray(s * ACTIONS, (s + 1) * ACTIONS);
    const gains = advantage.subarray(s * ACTIONS, (s + 1) * ACTIONS);
    row.forEach((_, a) => (row[a] = 0.05 + uniform()));
    const total = row.reduce((sum, p) => sum + p, 0);
    row.forEach((p, a) => (row[a] = p / total));
    gains.forEach((_, a) => (gains[a] = 10 * uniform() - 5));
    const mean = gains.reduce((sum, gain, a) => sum + gain * row[a]!, 0);
    gains.forEach((gain, a) => (gains[a] = gain - mean));
  }
  const cost = Float64Array.from({ length: ACTIONS * ACTIONS }, (_, at) => {
    const apart = Math.abs(Math.floor(at / ACTIONS) - (at % ACTIONS));
    return geometry === 'line' ? apart : Math.min(1, apart);
  });
  return {
    states: STATES,
    actions: ACTIONS,
    policy,
    advantage,
    weight: new Float64Array(STATES).fill(1 / STATES),
    cost: sharedCost(ACTIONS, cost),
  };
}

/** A field of free cells with start and goal in opposite corners. */
export function field(side: number): string {
  const rows = Array.from({ length: side }, () => '.'.repeat(side).split(''));
  rows[0]![0] = 'S';
  rows[side - 1]![side - 1] = 'G';
  return rows.map((row) => row.join('')).join('/');
}
