import { meanOf, spreadOf } from './gaussian.ts';
import type { Problem } from '../../trust-regions/trust-region.ts';
import type { TwinCritics } from './twin-critics.ts';

/**
 * The trust region's problem at a few states with continuous actions: at each, n actions drawn from the old policy stand in for
 * the action set. Each holds 1/n of the mass; moving it costs the Euclidean distance in the action box scaled to sides of 1.
 */
export interface Particles {
  readonly problem: Problem;
  /** [S·n·D] as drawn; what lies outside the box is acted as its edge */
  readonly drawn: Float64Array;
  /** [S·n·D] in [−1, 1] */
  readonly action: Float32Array;
}

/** n actions drawn at each of the states whose outputs [S·2D] are given: as drawn, and in the box [S·n·D]. */
export function drawActions(
  outputs: ArrayLike<number>,
  states: number,
  n: number,
  normal: () => number,
): { readonly drawn: Float64Array; readonly action: Float32Array } {
  const d = outputs.length / states / 2;
  const drawn = new Float64Array(states * n * d);
  const action = new Float32Array(states * n * d);
  for (let s = 0; s < states; s += 1) {
    for (let part = 0; part < d; part += 1) {
      const mean = meanOf(outputs[s * 2 * d + part]!);
      const spread = spreadOf(outputs[s * 2 * d + d + part]!);
      for (let i = 0; i < n; i += 1) {
        const at = (s * n + i) * d + part;
        const point = mean + spread * normal();
        drawn[at] = point;
        action[at] = point > 1 ? 1 : point < -1 ? -1 : point;
      }
    }
  }
  return { drawn, action };
}

/**
 * Draws and values particles at states [S·O].
 * @param outputs [S·2D] the old policy's network there
 * @param valueScale what one unit of the critics is worth
 */
export function drawParticles(
  seen: Float32Array,
  outputs: ArrayLike<number>,
  states: number,
  n: number,
  critics: TwinCritics,
  valueScale: number,
  normal: () => number,
): Particles {
  const d = outputs.length / states / 2;
  const { drawn, action } = drawActions(outputs, states, n, normal);
  const value = critics.value(repeatRows(seen, states, n), action, states * n);
  const advantage = new Float64Array(states * n);
  for (let s = 0; s < states; s += 1) {
    let mean = 0;
    for (let i = s * n; i < (s + 1) * n; i += 1) mean += value[i]! / n;
    for (let i = s * n; i < (s + 1) * n; i += 1) advantage[i] = (value[i]! - mean) * valueScale;
  }
  const problem: Problem = {
    states,
    actions: n,
    policy: new Float64Array(states * n).fill(1 / n),
    advantage,
    weight: new Float64Array(states).fill(1 / states),
    cost: distances(action, action, states, n, d),
  };
  return { problem, drawn, action };
}

/** Each row n times. */
function repeatRows(rows: Float32Array, count: number, n: number): Float32Array {
  const wide = rows.length / count;
  const out = new Float32Array(rows.length * n);
  for (let row = 0, at = 0; row < count; row += 1) {
    for (let copy = 0; copy < n; copy += 1)
      for (let i = row * wide; i < (row + 1) * wide; i += 1, at += 1) out[at] = rows[i]!;
  }
  return out;
}

/** [S·n·n] distances from particle j of `from` to particle i of `to`, both [S·n·D] in [−1, 1]; the box has sides of 1. */
export function distances(to: Float32Array, from: Float32Array, states: number, n: number, d: number): Float64Array {
  const cost = new Float64Array(states * n * n);
  // among themselves, half of the distances say all
  const half = to === from;
  for (let s = 0; s < states; s += 1) {
    for (let i = 0; i < n; i += 1) {
      const end = half ? i : n;
      for (let j = 0; j < end; j += 1) {
        let square = 0;
        for (let part = 0; part < d; part += 1) {
          const apart = (to[(s * n + i) * d + part]! - from[(s * n + j) * d + part]!) / 2;
          square += apart * apart;
        }
        const distance = Math.sqrt(square);
        cost[(s * n + i) * n + j] = distance;
        if (half) cost[(s * n + j) * n + i] = distance;
      }
    }
  }
  return cost;
}
