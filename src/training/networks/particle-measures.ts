import { entropicCoupling } from '../../math/entropic-coupling.ts';
import { optimalCoupling } from '../../math/optimal-coupling.ts';
import { meanOf, spreadOf } from './gaussian.ts';
import { distances } from './particles.ts';

/** How far a fitted Gaussian moved, and how far it is from its target, by particles: n of the old policy and n of the new. */
export interface ParticleMeasures {
  readonly wasserstein: number;
  readonly sinkhorn: number;
  /** Wasserstein distance between the target's weighted particles and the fitted policy's. */
  readonly fitError: number;
}

/**
 * @param action [S·n·D] particles of the old policy, in the box
 * @param target [S·n] new weights of the particles
 * @param now [S·2D] the fitted policy's network at these states
 * @param lambda λ of the Sinkhorn distance
 */
export function measureParticles(
  action: Float32Array,
  states: number,
  target: Float64Array,
  now: ArrayLike<number>,
  d: number,
  lambda: number,
  normal: () => number,
): ParticleMeasures {
  const n = target.length / states;
  const fitted = new Float32Array(action.length);
  for (let at = 0; at < fitted.length; at += 1) {
    const output = Math.floor(at / (n * d)) * 2 * d + (at % d);
    const drawn = meanOf(now[output]!) + spreadOf(now[output + d]!) * normal();
    fitted[at] = Math.min(1, Math.max(-1, drawn));
  }
  const cost = distances(fitted, action, states, n, d);
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
