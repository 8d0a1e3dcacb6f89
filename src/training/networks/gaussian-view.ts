import { normals } from '../../math/normal.ts';
import { StreamDealer } from '../../math/random.ts';
import type { ParticlePlan, StepRecord } from '../frame.ts';
import type { TrustRegion } from '../../trust-regions/trust-region.ts';
import { meanOf, spreadOf } from './gaussian.ts';
import type { IterationSettings } from './learner.ts';
import type { Network } from './network.ts';
import type { ObservationScale } from './observations.ts';
import { drawParticles } from './particles.ts';
import type { SlicePoints, SliceView } from './slice.ts';
import type { TwinCritics } from './twin-critics.ts';

/** What measures and views of a Gaussian policy are made from. */
export interface GaussianParts {
  readonly region: TrustRegion;
  readonly policy: Network;
  readonly old: Network;
  readonly scale: ObservationScale;
  readonly oldScale: ObservationScale;
  readonly critics: TwinCritics;
  readonly valueScale: number;
}

/** Old and new Gaussian over a slice, their value by the critics at the mean action, and the plan at one of its states. */
export function gaussianView(
  { region, policy, old, scale, oldScale, critics, valueScale }: GaussianParts,
  { count, observations }: SlicePoints,
  state: number,
  settings: IterationSettings,
  step: StepRecord | null,
): SliceView {
  const d = policy.layout.sizes.at(-1)! / 2;
  const wide = policy.layout.sizes[0]!;
  const seen = new Float32Array(count * wide);
  for (let s = 0; s < count; s += 1) scale.write(observations, s * wide, seen, s * wide);
  const now = splitOutputs(policy.forward(seen, count), count, d);
  const value = Float64Array.from(
    critics.value(seen, Float32Array.from(now.mean), count),
    (worth) => worth * valueScale,
  );
  const seenBefore = new Float32Array(count * wide);
  for (let s = 0; s < count; s += 1) oldScale.write(observations, s * wide, seenBefore, s * wide);
  const outputs = old.forward(seenBefore, count);
  const before = splitOutputs(outputs, count, d);
  const gaussian = { ...now, previousMean: before.mean, previousSpread: before.spread };
  const none = new Float64Array(0);
  const shown = { policy: none, previous: none, advantage: none, target: null, value, gaussian };
  if (step === null) return { ...shown, particles: null };

  // the same random numbers at every look: a picture that is looked at again is the same
  const normal = normals(new StreamDealer(settings.iteration).next());
  const { training, lambda } = settings;
  const one = seenBefore.slice(state * wide, (state + 1) * wide);
  const own = outputs.slice(state * 2 * d, (state + 1) * 2 * d);
  const { problem, action } = drawParticles(one, own, 1, training.particles, critics, valueScale, normal);
  const n = problem.actions;
  const target = new Float64Array(n);
  region.improve(problem, step, lambda, target);
  const plan = new Float64Array(n * n);
  region.plan(problem, 0, step, lambda, plan);
  const { advantage, cost } = problem;
  const particles: ParticlePlan = { state, particles: Float64Array.from(action), advantage, target, plan, cost };
  return { ...shown, particles };
}

/** Means and spreads [S·D] from a network's outputs [S·2D]. */
export function splitOutputs(
  outputs: Float32Array,
  count: number,
  d: number,
): { mean: Float64Array; spread: Float64Array } {
  const mean = new Float64Array(count * d);
  const spread = new Float64Array(count * d);
  for (let i = 0; i < count * d; i += 1) {
    const at = Math.floor(i / d) * 2 * d + (i % d);
    mean[i] = meanOf(outputs[at]!);
    spread[i] = spreadOf(outputs[at + d]!);
  }
  return { mean, spread };
}
