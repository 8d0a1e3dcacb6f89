import type { TrainingSettings } from '../../config/training-fields.ts';
import { normals } from '../../math/normal.ts';
import { exp } from '../../math/exp.ts';
import { optimalCoupling } from '../../math/optimal-coupling.ts';
import { StreamDealer, type Stream } from '../../math/random.ts';
import type { Advised, NetworkStep } from '../../methods/gradient/network-rule.ts';
import type { GradientMethod } from '../../methods/method.ts';
import { stepDistances } from '../../trust-regions/distances.ts';
import { meanEntropy } from '../../trust-regions/rows.ts';
import { costIn } from '../action-costs.ts';
import { collect, onePass, type Actor, type Batch } from '../experience/batch.ts';
import type { ParticlePlan } from '../frame.ts';
import type { Measures } from '../measure.ts';
import { RmsProp } from '../nets/rmsprop.ts';
import { meanGaussianDivergence, meanGaussianEntropy } from './gaussian-fit.ts';
import { gaussianSlice } from './gaussian-slice.ts';
import type { IterationReport, IterationSettings, Looked, SliceContent } from './learner.ts';
import { lookAhead } from './look-ahead.ts';
import { NetworkLearner, type Making } from './network-learner.ts';
import { distances, drawActions, measureParticles, type GaussianAt } from './particles.ts';
import { softmaxRows } from './rows.ts';
import { valueCritic, type ValueCritic } from './value-critic.ts';

/** States of the batch over which distances are measured: rows are cheap, particles are not. */
const ROWS = 512;
const PARTICLE_STATES = 32;

/**
 * Gradient methods in physics tasks, as their papers have them: acting on-policy, advantages by generalised advantage estimation
 * (Schulman et al. 2016, arXiv 1506.02438) with a V-critic, then the method's own step of the policy network. Steps,
 * parallel environments, network sizes and the critic's fit are those of the other columns.
 */
export class GradientLearner extends NetworkLearner<ValueCritic> {
  readonly #method: GradientMethod;

  constructor(making: Making, method: GradientMethod) {
    const optimiser =
      method.mover.network.optimiser === 'rmsprop' ? (length: number) => new RmsProp(length) : undefined;
    super(making, {
      optimiser,
      lost: { beforeCritic: false, afterCritic: true },
      critic: () => valueCritic(making, optimiser),
    });
    this.#method = method;
  }

  iterate({ training, run }: IterationSettings, dealer: StreamDealer): IterationReport {
    const acting = dealer.next();
    const learning = dealer.next();
    const draws = { uniform: acting.uniform, normal: normals(acting) };
    this.old.set(this.now);
    const { network } = this.#method.mover;
    const { stepsBetween, trace, fitsCritic } = network;
    const { iterationSteps, gaeLambda } = training;
    const chunk = Math.min(iterationSteps, stepsBetween * this.env.count);
    const chunks = Math.max(1, Math.round(iterationSteps / chunk));
    let batch: Batch;
    let made: NetworkStep;
    let loss = 0;
    for (let n = 0; n < chunks; n += 1) {
      batch = collect(this.env, this.actor, chunk, draws);
      this.critic.prepare(batch, training.gamma);
      const advised = this.#advise(batch, training, trace === 'setting' ? gaeLambda : trace, learning.uniform);
      made = network.step(this.now.network, this.critic.network, advised, run);
      if (fitsCritic) loss += made.criticLoss / chunks;
    }
    const criticLoss = fitsCritic ? loss : this.critic.fit(batch!, training, learning);
    const { beta, radius, spent, note } = made!;
    const measured = this.#measure(batch!, training, normals(learning));
    const report: IterationReport = {
      point: { beta, share: NaN },
      radius,
      ahead: 0,
      measures: { ...measured, spent, transport: measured.wasserstein, criticLoss, fitError: NaN },
      note,
    };
    // what networks see changes only between iterations, and with the first batch
    this.now.normaliser.settle();
    return report;
  }

  /** λ-returns and advantages of what was done, in the critic's units. */
  #advise(batch: Batch, { gamma, minibatch }: TrainingSettings, trace: number, uniform: () => number): Advised {
    const value = this.critic.network.forward(batch.inputs, batch.size);
    const target = this.critic.returns(batch, gamma, trace);
    return {
      head: this.actor.behaviour.head,
      size: batch.size,
      inputs: batch.inputs,
      action: batch.action,
      target,
      advantage: target.map((worth, k) => worth - value[k]!),
      pass: (network, rate, mostNorm, slope) => {
        onePass(network, batch, { minibatch, rate, mostNorm }, uniform, (...row) => {
          slope(...row);
          return 0;
        });
      },
    };
  }

  /** How far the step went, over the first states of the batch. */
  #measure(
    { inputs, size }: Batch,
    training: TrainingSettings,
    normal: () => number,
  ): Required<Pick<Measures, 'wasserstein'>> & Measures {
    const { actions, observationSize } = this.world;
    const states = Math.min(actions.kind === 'discrete' ? ROWS : PARTICLE_STATES, size);
    const first = inputs.slice(0, states * observationSize);
    const before = this.old.network.forward(first, states);
    const now = this.now.network.forward(first, states);
    if (actions.kind === 'discrete') {
      const n = actions.actions.length;
      const after = softmaxRows(now, n);
      const weight = new Float64Array(states).fill(1 / states);
      const problem = {
        states,
        actions: n,
        policy: softmaxRows(before, n),
        advantage: new Float64Array(states * n),
        weight,
        cost: costIn(actions, training),
      };
      return { ...stepDistances(problem, after, training.yardstick), entropy: meanEntropy(after, weight, n) };
    }
    const n = training.particles;
    const { action } = drawActions({ states, outputs: before }, n, normal);
    const target = new Float64Array(states * n).fill(1 / n);
    const fitted: GaussianAt = { states, outputs: now };
    const { wasserstein, sinkhorn } = measureParticles(fitted, { action, target }, training.yardstick, normal);
    return {
      kl: meanGaussianDivergence(now, before, states),
      wasserstein,
      sinkhorn,
      entropy: meanGaussianEntropy(now, states),
    };
  }

  content({ points, state, settings, point }: Looked): SliceContent {
    const { actions } = this.world;
    const { observations, count, states } = points;
    const { training } = settings;
    const now = this.now.outputsAt(observations);
    const old = this.old.outputsAt(observations);
    const value = this.critic.valueAt(this.now.normaliser.normalised(observations), count);
    if (actions.kind === 'box') {
      const d = actions.components.length;
      const row = (outputs: Float32Array): Float32Array => outputs.slice(state * 2 * d, (state + 1) * 2 * d);
      const particles = point === null ? null : derivedPlan(this.actor, row(now), row(old), state, settings);
      return { kind: 'continuous', value, gaussian: gaussianSlice(now, old, d), particles };
    }
    const policy = softmaxRows(now, actions.actions.length);
    const previous = softmaxRows(old, actions.actions.length);
    const { world, dynamics, critic } = this;
    const valued = { world, dynamics, critic, normaliser: this.now.normaliser };
    const advantage =
      point === null ? new Float64Array(policy.length) : lookAhead(valued, states, count, previous, training.gamma);
    const cost = { cost: training.cost, costMatrix: training.costMatrix };
    return { kind: 'discrete', policy, previous, value, advantage, cost, target: null };
  }
}

/** Particles of the old policy at a state, weighted anew by how much likelier the new one is to draw them: a plan derived from both. */
function derivedPlan(
  { behaviour: { head } }: Actor,
  now: Float32Array,
  old: Float32Array,
  state: number,
  { iteration, training: { particles: n } }: IterationSettings,
): ParticlePlan {
  // the same random numbers at every look: a picture that is looked at again is the same
  const stream: Stream = new StreamDealer(iteration).next();
  const { drawn, action } = drawActions({ states: 1, outputs: old }, n, normals(stream));
  const d = head.actionSize;
  const logs = Float64Array.from({ length: n }, (_, i) => {
    return head.logProbability(now, 0, drawn, i * d) - head.logProbability(old, 0, drawn, i * d);
  });
  const most = Math.max(...logs);
  const target = logs.map((log) => exp(log - most));
  const total = target.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < n; i += 1) target[i] = target[i]! / total;
  const cost = distances(action, action, 1, n);
  const plan = new Float64Array(n * n);
  optimalCoupling(n, n, target, new Float64Array(n).fill(1 / n), cost, plan);
  return {
    state,
    particles: Float64Array.from(action),
    advantage: new Float64Array(n),
    target,
    plan,
    cost,
    branches: null,
  };
}
