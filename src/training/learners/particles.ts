import { entropicCoupling } from '../../math/entropic-coupling.ts';
import { optimalCoupling } from '../../math/optimal-coupling.ts';
import type { Problem } from '../../trust-regions/trust-region.ts';
import { meanOf, stdOf } from '../nets/gaussian.ts';
import type { TwinCritics } from './twin-critics.ts';

/** States with the outputs [S·2D] of a Gaussian policy there. */
export interface GaussianAt {
  readonly states: number;
  readonly outputs: ArrayLike<number>;
}

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

/** Actions at some states. */
interface Drawn {
  /** [S·n·D] as drawn */
  readonly drawn: Float64Array;
  /** [S·n·D] in [−1, 1] */
  readonly action: Float32Array;
}

/** n actions drawn at each state: as drawn, and in the box [S·n·D]. */
export function drawActions(at: GaussianAt, n: number, normal: () => number): Drawn {
  return placed(at, n, (mean, std) => mean + std * normal());
}

/**
 * n actions at each state in pairs μ + σz and μ − σz, so that their mean is μ; the last one of an odd number is μ itself. The
 * second of a pair stands behind the first.
 */
export function drawPairs(at: GaussianAt, n: number, normal: () => number): Drawn {
  let apart = 0;
  return placed(at, n, (mean, std, i) => {
    if (i % 2 === 1) return mean - apart;
    apart = i === n - 1 ? 0 : std * normal();
    return mean + apart;
  });
}

/** Actions at each state, component by component. @param point where the i-th of them lies */
function placed(
  { states, outputs }: GaussianAt,
  n: number,
  point: (mean: number, std: number, i: number) => number,
): Drawn {
  const d = outputs.length / states / 2;
  const drawn = new Float64Array(states * n * d);
  const action = new Float32Array(states * n * d);
  for (let s = 0; s < states; s += 1) {
    for (let part = 0; part < d; part += 1) {
      const mean = meanOf(outputs[s * 2 * d + part]!);
      const std = stdOf(outputs[s * 2 * d + d + part]!);
      for (let i = 0; i < n; i += 1) {
        const at = (s * n + i) * d + part;
        drawn[at] = point(mean, std, i);
        action[at] = drawn[at] > 1 ? 1 : drawn[at] < -1 ? -1 : drawn[at];
      }
    }
  }
  return { drawn, action };
}

/** Draws particles at states and lets critics value them. @param inputs [S·O] normalised observations */
export function drawParticles(
  at: GaussianAt & { readonly inputs: Float32Array },
  n: number,
  critics: TwinCritics,
  normal: () => number,
): Particles {
  const { states } = at;
  const { drawn, action } = drawActions(at, n, normal);
  const value = critics.value(repeatRows(at.inputs, states, n), action, states * n);
  return { problem: particleProblem(states, value, action, critics.unit), drawn, action };
}

/**
 * The trust region's problem of particles that are valued.
 * @param value [S·n] in units of `unit`
 * @param action [S·n·D] in [−1, 1]
 */
export function particleProblem(states: number, value: ArrayLike<number>, action: Float32Array, unit = 1): Problem {
  const n = value.length / states;
  const advantage = new Float64Array(states * n);
  for (let s = 0; s < states; s += 1) {
    let mean = 0;
    for (let i = s * n; i < (s + 1) * n; i += 1) mean += value[i]! / n;
    for (let i = s * n; i < (s + 1) * n; i += 1) advantage[i] = (value[i]! - mean) * unit;
  }
  return {
    states,
    actions: n,
    policy: new Float64Array(states * n).fill(1 / n),
    advantage,
    weight: new Float64Array(states).fill(1 / states),
    cost: { kind: 'own', matrices: distances(action, action, states, n) },
  };
}

/**
 * What of the advantages [S·n] of pairs is the same on both sides of the mean: half of the sum of each pair. A slope has none
 * of it, a ridge or a valley is all of it.
 */
export function evenPart(advantage: Float64Array, n: number): Float64Array {
  return advantage.map((own, at) => {
    const i = at % n;
    if (i === n - 1 && n % 2 === 1) return own;
    return (own + advantage[i % 2 === 0 ? at + 1 : at - 1]!) / 2;
  });
}

/**
 * How alike two valuings [S·n] of the same particles are: the correlation of what each says of particles, less its mean at the
 * state, over all states together. NaN where one of them says nothing.
 */
export function agreement(one: Float64Array, other: Float64Array, n: number): number {
  let both = 0;
  let first = 0;
  let second = 0;
  for (let from = 0; from < one.length; from += n) {
    let a = 0;
    let b = 0;
    for (let i = from; i < from + n; i += 1) {
      a += one[i]! / n;
      b += other[i]! / n;
    }
    for (let i = from; i < from + n; i += 1) {
      both += (one[i]! - a) * (other[i]! - b);
      first += (one[i]! - a) * (one[i]! - a);
      second += (other[i]! - b) * (other[i]! - b);
    }
  }
  return first > 0 && second > 0 ? both / Math.sqrt(first * second) : NaN;
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
export function distances(to: Float32Array, from: Float32Array, states: number, n: number): Float64Array {
  const d = to.length / states / n;
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

/** How far a fitted Gaussian moved, and how far it is from its target, by particles: n of the old policy and n of the new. */
interface ParticleMeasures {
  readonly wasserstein: number;
  readonly sinkhorn: number;
  /** Wasserstein distance between the target's weighted particles and the fitted policy's. */
  readonly fitError: number;
}

/**
 * @param fitted the fitted policy at the states
 * @param action [S·n·D] particles of the old policy there, in the box
 * @param target [S·n] new weights of the particles
 * @param lambda λ of the Sinkhorn distance
 */
export function measureParticles(
  fitted: GaussianAt,
  { action, target }: { readonly action: Float32Array; readonly target: Float64Array },
  lambda: number,
  normal: () => number,
): ParticleMeasures {
  const { states, outputs } = fitted;
  const n = target.length / states;
  const d = outputs.length / states / 2;
  const now = new Float32Array(action.length);
  for (let at = 0; at < now.length; at += 1) {
    const output = Math.floor(at / (n * d)) * 2 * d + (at % d);
    const drawn = meanOf(outputs[output]!) + stdOf(outputs[output + d]!) * normal();
    now[at] = Math.min(1, Math.max(-1, drawn));
  }
  const cost = distances(now, action, states, n);
  const plan = new Float64Array(n * n);
  const even = new Float64Array(n).fill(1 / n);
  let wasserstein = 0;
  let sinkhorn = 0;
  let fitError = 0;
  for (let s = 0; s < states; s += 1) {
    const own = cost.subarray(s * n * n, (s + 1) * n * n);
    wasserstein += optimalCoupling(n, n, even, even, own, plan) / states;
    sinkhorn += entropicCoupling(n, n, own, lambda).solve(even, even) / states;
    fitError += optimalCoupling(n, n, even, target.slice(s * n, (s + 1) * n), own, plan) / states;
  }
  return { wasserstein, sinkhorn, fitError };
}
