import { actionCost } from '../../environments/action-cost.ts';
import type { Dynamics, PhysicsWorld } from '../../environments/physics.ts';
import type { TrainingSettings } from '../../config/training-fields.ts';
import { normals } from '../../math/normal.ts';
import { optimalCoupling } from '../../math/optimal-coupling.ts';
import { StreamDealer } from '../../math/random.ts';
import { meanEntropy, stepDistances } from '../../trust-regions/distances.ts';
import type { ParticlePlan, StepRecord } from '../frame.ts';
import type { Batch } from './batch.ts';
import { categoricalRows } from './categorical-view.ts';
import { meanGaussianDivergence, meanGaussianEntropy } from './gaussian-fit.ts';
import { splitOutputs } from './gaussian-view.ts';
import type { IterationSettings } from './learner.ts';
import { PlainForward } from './layout.ts';
import { lookAhead } from './look-ahead.ts';
import type { Network } from './network.ts';
import type { ObservationScale } from './observations.ts';
import { measureParticles } from './particle-measures.ts';
import { distances, drawActions } from './particles.ts';
import { gaussianHead } from './policy-head.ts';
import type { SlicePoints, SliceView } from './slice.ts';
import { softmax } from './softmax.ts';
import { exp } from '../../math/exp.ts';

/** What measures and views of a gradient-trained policy are made from. */
export interface GradientParts {
  readonly world: PhysicsWorld;
  readonly dynamics: Dynamics;
  readonly policy: Network;
  readonly old: Network;
  readonly critic: Network;
  readonly scale: ObservationScale;
  readonly oldScale: ObservationScale;
  readonly valueScale: number;
}

export interface StepMeasures {
  readonly variation: number;
  readonly kl: number;
  readonly wasserstein: number;
  readonly sinkhorn: number;
  readonly entropy: number;
  /** M [N·N] of discrete actions; else empty */
  readonly cost: Float64Array;
}

/** States of the batch over which distances are measured: rows are cheap, particles are not. */
const ROWS = 512;
const PARTICLE_STATES = 32;

/** How far the step went, over the first states of the batch. */
export function measureStep(
  { world, policy, old }: GradientParts,
  { seen, size }: Batch,
  training: TrainingSettings,
  normal: () => number,
): StepMeasures {
  const { actions } = world;
  const states = Math.min(actions.kind === 'discrete' ? ROWS : PARTICLE_STATES, size);
  const inputs = seen.slice(0, states * world.observationSize);
  const before = old.forward(inputs, states);
  const now = policy.forward(inputs, states);
  const weight = new Float64Array(states).fill(1 / states);
  if (actions.kind === 'discrete') {
    const n = actions.actions.length;
    const cost = actionCost(training.cost, actions.actions, training.costMatrix);
    const [rows, fresh] = [before, now].map((output) => {
      const out = new Float64Array(states * n);
      for (let s = 0; s < states; s += 1) softmax(output, s * n, n, out, s * n);
      return out;
    }) as [Float64Array, Float64Array];
    const advantage = new Float64Array(states * n);
    const moved = stepDistances(
      { states, actions: n, policy: rows, advantage, weight, cost },
      fresh,
      training.yardstick,
    );
    return { ...moved, entropy: meanEntropy(fresh, weight, n), cost };
  }
  const d = actions.components.length;
  const n = training.particles;
  const { action } = drawActions(before, states, n, normal);
  const even = new Float64Array(states * n).fill(1 / n);
  const { wasserstein, sinkhorn } = measureParticles(action, states, even, now, d, training.yardstick, normal);
  const cost = new Float64Array(0);
  const kl = meanGaussianDivergence(now, before, states);
  return { variation: NaN, kl, wasserstein, sinkhorn, entropy: meanGaussianEntropy(now, states), cost };
}

/** Old and new policy over a slice, their value by the critic, and at one of its states the plan that is derived from them. */
export function viewPolicy(
  parts: GradientParts,
  points: SlicePoints,
  state: number,
  settings: IterationSettings,
  step: StepRecord | null,
): SliceView {
  const { world, policy, old, critic, scale, oldScale, valueScale } = parts;
  const { count, observations } = points;
  if (world.actions.kind === 'discrete') {
    const rows = categoricalRows(
      {
        plain: new PlainForward(policy.layout),
        plainCritic: new PlainForward(critic.layout),
        weights: policy.weights,
        old: old.weights,
        critic: critic.weights,
        scale,
        oldScale,
        valueScale,
      },
      points,
    );
    const advantage =
      step === null
        ? new Float64Array(rows.policy.length)
        : lookAhead(parts, points.states, count, rows.previous, settings.training.gamma);
    return { ...rows, advantage, target: null, gaussian: null, particles: null };
  }
  const d = world.actions.components.length;
  const wide = world.observationSize;
  const seen = new Float32Array(count * wide);
  const seenBefore = new Float32Array(count * wide);
  for (let s = 0; s < count; s += 1) {
    scale.write(observations, s * wide, seen, s * wide);
    oldScale.write(observations, s * wide, seenBefore, s * wide);
  }
  const outputs = policy.forward(seen, count);
  const previous = old.forward(seenBefore, count);
  const now = splitOutputs(outputs, count, d);
  const before = splitOutputs(previous, count, d);
  const none = new Float64Array(0);
  return {
    policy: none,
    previous: none,
    advantage: none,
    target: null,
    value: Float64Array.from(critic.forward(seen, count), (worth) => worth * valueScale),
    gaussian: { ...now, previousMean: before.mean, previousSpread: before.spread },
    particles: step === null ? null : derivedPlan(outputs, previous, state, d, settings),
  };
}

/** Particles of the old policy at a state, weighted anew by how much likelier the new one is to draw them: a plan derived from both. */
function derivedPlan(
  now: Float32Array,
  before: Float32Array,
  state: number,
  d: number,
  { iteration, training }: IterationSettings,
): ParticlePlan {
  const n = training.particles;
  // the same random numbers at every look: a picture that is looked at again is the same
  const normal = normals(new StreamDealer(iteration).next());
  const old = before.slice(state * 2 * d, (state + 1) * 2 * d);
  const fresh = now.slice(state * 2 * d, (state + 1) * 2 * d);
  const { drawn, action } = drawActions(old, 1, n, normal);
  const head = gaussianHead(d);
  const logs = Float64Array.from({ length: n }, (_, i) => {
    return head.logProbability(fresh, 0, drawn, i * d) - head.logProbability(old, 0, drawn, i * d);
  });
  const most = Math.max(...logs);
  const target = logs.map((log) => exp(log - most));
  const total = target.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < n; i += 1) target[i] = target[i]! / total;
  const cost = distances(action, action, 1, n, d);
  const plan = new Float64Array(n * n);
  optimalCoupling(n, n, target, new Float64Array(n).fill(1 / n), cost, plan);
  const advantage = new Float64Array(n);
  return { state, particles: Float64Array.from(action), advantage, target, plan, cost };
}
