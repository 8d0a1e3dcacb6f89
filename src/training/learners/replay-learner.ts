import { unsaid } from '../../copy/say.ts';
import type { TrainingSettings } from '../../config/training-fields.ts';
import type { ActionComponent } from '../../environments/physics.ts';
import { normals } from '../../math/normal.ts';
import { StreamDealer, type Stream } from '../../math/random.ts';
import type { MassMethod, Step } from '../../methods/method.ts';
import { transportCost } from '../../trust-regions/distances.ts';
import type { Point, Problem } from '../../trust-regions/trust-region.ts';
import { drawTransitions, type Transitions } from '../experience/minibatch.ts';
import { Replay } from '../experience/replay.ts';
import type { ParticlePlan } from '../frame.ts';
import { meanOf, stdOf } from '../nets/gaussian.ts';
import { fitGaussian, meanGaussianDivergence, meanGaussianEntropy, type FitPenalty } from './gaussian-fit.ts';
import { gaussianSlice } from './gaussian-slice.ts';
import type { IterationReport, IterationSettings, Looked, SliceContent } from './learner.ts';
import { NetworkLearner, SHARED_PARTS, type Making } from './network-learner.ts';
import { particlePlan } from './particle-plan.ts';
import { drawParticles, measureParticles } from './particles.ts';
import { hiddenSizes } from './policy.ts';
import { plainPart } from './snapshot.ts';
import { TwinCritics } from './twin-critics.ts';

/** States at which particles are drawn, as a share of the critics' minibatch. */
const STATE_SHARE = 0.25;
/** Critic updates for each update of the policy. */
const POLICY_EVERY = 2;
/** States over which the fitted step is measured. */
const MEASURED = 32;

/** One fit of an iteration: the problem that it took, and the step that solved it. */
interface Fit {
  readonly problem: Problem;
  readonly step: Step;
}

/**
 * A Gaussian policy over an action box and twin Q-critics, all perceptrons.
 *
 * In one iteration the old policy π_k is fixed. Acting in parallel environments fills a replay buffer; after every few steps the
 * critics take a gradient step on a minibatch of it, and every second time the policy does: at states of the minibatch n
 * particles are drawn from π_k and valued, the method moves their mass exactly as it does a table's, and the Gaussian is
 * fitted to what came out (the scheme of MPO, Abdolmaleki et al. 2018, with the metric of its E-step exchanged).
 */
export class ReplayLearner extends NetworkLearner<TwinCritics> {
  readonly #method: MassMethod;
  readonly #components: readonly ActionComponent[];
  readonly #replay: Replay;
  readonly #penalty: FitPenalty;
  /** Updates of the critics that the steps so far have earned and that are not made yet, and those that are. */
  readonly #count: { due: number; updates: number };

  constructor(making: Making, method: MassMethod) {
    const { world, training } = making;
    if (world.actions.kind !== 'box') throw new TypeError('A Gaussian policy needs a box of actions.');
    const { components } = world.actions;
    const replay = new Replay(training.environments, world.observationSize, components.length, training.replay);
    const penalty = { mean: 1, std: 1 };
    const count = { due: 0, updates: 0 };
    super(
      making,
      {
        lost: { beforeCritic: true, afterCritic: false },
        critic: ({ dealer }) =>
          new TwinCritics(world.observationSize, components.length, hiddenSizes(training), dealer),
      },
      [replay, plainPart(penalty), plainPart(count)],
    );
    this.#method = method;
    this.#components = components;
    this.#replay = replay;
    this.#penalty = penalty;
    this.#count = count;
  }

  iterate(settings: IterationSettings, dealer: StreamDealer): IterationReport {
    const { training } = settings;
    const { env } = this;
    const acting = dealer.next();
    const learning = dealer.next();
    const actingNormal = normals(acting);
    const normal = normals(learning);
    this.now.normaliser.settle();
    this.old.set(this.now);
    let criticLoss = NaN;
    let last: Fit | null = null;
    let betas = 0;
    let fits = 0;
    const rounds = Math.max(1, Math.round(training.iterationSteps / env.count));
    for (let round = 0; round < rounds; round += 1) {
      const random = this.#replay.written < training.warmup;
      this.#act(random ? training.hold : null, acting, actingNormal);
      if (this.#replay.written < training.warmup) continue;
      if (this.critic.unit === 0) this.#begin(training.gamma);
      const count = this.#count;
      count.due += env.count * training.updateRatio;
      for (; count.due >= 1; count.due -= 1) {
        const batch = drawTransitions(this.#replay, this.now.normaliser, training, learning.uniform);
        criticLoss = this.critic.learn(batch, this.#nextActions(batch, normal), training);
        count.updates += 1;
        if (count.updates % POLICY_EVERY !== 0) continue;
        last = this.#improve(batch, settings, normal);
        betas += last.step.point.beta;
        fits += 1;
      }
    }
    const sample = { ...training, minibatch: MEASURED, returnSteps: 1 };
    const { inputs } = drawTransitions(this.#replay, this.now.normaliser, sample, learning.uniform);
    if (last === null) return this.#rested(inputs, training);
    return this.#report(inputs, settings, { ...last, beta: betas / fits, criticLoss }, normal);
  }

  /** One step in every environment: by the policy, or, with `hold`, by random actions that are held about so many steps. */
  #act(hold: number | null, { uniform }: Stream, normal: () => number): void {
    const world = this.world;
    const replay = this.#replay;
    const { network, normaliser } = this.now;
    const wide = world.observationSize;
    const d = this.#components.length;
    const input = new Float64Array(wide);
    const output = new Float64Array(2 * d);
    const action = new Float64Array(d);
    for (let environment = 0; environment < this.env.count; environment += 1) {
      const place = replay.push();
      const before = place - this.env.count;
      const held = hold !== null && hold > 1 && before >= 0 && uniform() >= 1 / hold;
      world.observe(this.env.state(environment), replay.observation, place * wide);
      normaliser.count(replay.observation, place * wide);
      if (hold === null) {
        normaliser.normalise(replay.observation, place * wide, input, 0);
        this.actor.plain.run(network.weights, input, 0, output);
      }
      this.#components.forEach(({ low, high }, part) => {
        let drawn: number;
        if (held) drawn = replay.action[before * d + part]!;
        else if (hold !== null) drawn = 2 * uniform() - 1;
        else drawn = meanOf(output[part]!) + stdOf(output[d + part]!) * normal();
        const acted = Math.min(1, Math.max(-1, drawn));
        replay.action[place * d + part] = acted;
        action[part] = low + ((acted + 1) / 2) * (high - low);
      });
      const { reward, ending } = this.env.step(environment, action, uniform, (next) =>
        world.observe(next, replay.nextObservation, place * wide),
      );
      replay.reward[place] = reward;
      replay.ending[place] = ending;
    }
  }

  /** Learning begins: units of observations and values come from the random steps. */
  #begin(gamma: number): void {
    this.now.normaliser.settle();
    this.old.normaliser.set(this.now.normaliser);
    const { reward, length } = this.#replay;
    let square = 0;
    for (let i = 0; i < length; i += 1) square += reward[i]! * reward[i]!;
    this.critic.unit = Math.max(Math.sqrt(square / length), 1e-3) / (1 - gamma) / 10;
  }

  /** Actions of the policy as it is where the transitions ended. */
  #nextActions({ nextInputs, count }: Transitions, normal: () => number): Float32Array {
    const d = this.#components.length;
    const output = this.now.network.forward(nextInputs, count);
    const actions = new Float32Array(count * d);
    for (let i = 0; i < count * d; i += 1) {
      const at = Math.floor(i / d) * 2 * d + (i % d);
      actions[i] = Math.min(1, Math.max(-1, meanOf(output[at]!) + stdOf(output[at + d]!) * normal()));
    }
    return actions;
  }

  /** Moves the mass of particles at the first states of a minibatch, and takes one step of the fit. */
  #improve(batch: Transitions, { training, run, iteration, memory }: IterationSettings, normal: () => number): Fit {
    const states = Math.max(1, Math.round(batch.count * STATE_SHARE));
    const inputs = batch.inputs.slice(0, states * this.world.observationSize);
    const old = this.old.network.forward(inputs, states);
    const { problem, drawn } = drawParticles({ states, inputs, outputs: old }, training.particles, this.critic, normal);
    const target = new Float64Array(problem.policy.length);
    const known = new Uint8Array(states).fill(1);
    const step = this.#method.step({ problem, known, iteration }, run, memory, target);
    fitGaussian(this.now.network, { inputs, old, drawn, target }, this.#penalty, training);
    return { problem, step };
  }

  /** An iteration in which the policy was not fitted, and why. */
  #rested(inputs: Float32Array, { warmup }: TrainingSettings): IterationReport {
    const note =
      this.critic.unit === 0
        ? unsaid('Acts at random until {steps} steps are seen.', { steps: warmup })
        : 'No update of the policy was due in this iteration.';
    const entropy = meanGaussianEntropy(this.now.network.forward(inputs, MEASURED), MEASURED);
    return { point: null, radius: NaN, ahead: 0, measures: { entropy }, note };
  }

  /**
   * An iteration's fits: the multiplier is their mean, what was spent is exact for the last of them, and distances are those of
   * the fitted policy from the old one, over states drawn anew.
   *
   * @param inputs [MEASURED·O]
   */
  #report(
    inputs: Float32Array,
    { training }: IterationSettings,
    { problem: solved, step, beta, criticLoss }: Fit & { readonly beta: number; readonly criticLoss: number },
    normal: () => number,
  ): IterationReport {
    const { of: mover } = this.#method.mover;
    const now = this.now.network.forward(inputs, MEASURED);
    const before = this.old.network.forward(inputs, MEASURED);
    const at = { states: MEASURED, inputs, outputs: before };
    const { problem, action } = drawParticles(at, training.particles, this.critic, normal);
    const point: Point = { ...step.point, beta };
    const target = new Float64Array(problem.policy.length);
    mover.improve(problem, point, target);
    const fitted = { states: MEASURED, outputs: now };
    return {
      point,
      radius: step.radius,
      ahead: 0,
      measures: {
        spent: step.spent(),
        transport: transportCost(mover, solved, step.point),
        kl: meanGaussianDivergence(now, before, MEASURED),
        ...measureParticles(fitted, { action, target }, training.yardstick, normal),
        entropy: meanGaussianEntropy(now, MEASURED),
        criticLoss,
      },
      note: step.note,
    };
  }

  content({ points: { observations, count }, state, settings, point }: Looked): SliceContent {
    const d = this.#components.length;
    const now = this.now.outputsAt(observations);
    const old = this.old.outputsAt(observations);
    const gaussian = gaussianSlice(now, old, d);
    const inputs = this.now.normaliser.normalised(observations);
    const means = Float32Array.from(gaussian.mean);
    const value = Float64Array.from(this.critic.value(inputs, means, count), (q) => q * this.critic.unit);
    const row = old.slice(state * 2 * d, (state + 1) * 2 * d);
    const particles = point === null ? null : this.#planAt(observations, row, state, settings, point);
    return { kind: 'continuous', value, gaussian, particles };
  }

  /** Particles of the old policy at a cell, and where their mass went. */
  #planAt(
    observations: Float64Array,
    outputs: Float32Array,
    state: number,
    { iteration, training }: IterationSettings,
    point: Point,
  ): ParticlePlan {
    const wide = this.world.observationSize;
    // the same random numbers at every look: a picture that is looked at again is the same
    const normal = normals(new StreamDealer(iteration).next());
    const inputs = this.old.normaliser.normalised(observations.subarray(state * wide, (state + 1) * wide));
    const { problem, action } = drawParticles({ states: 1, inputs, outputs }, training.particles, this.critic, normal);
    return particlePlan(this.#method.mover.of, problem, action, point, state, null);
  }

  override keeps(snapshot: unknown): boolean {
    // the replay buffer is the first part of this learner's own
    return this.#replay.keeps((snapshot as readonly unknown[])[SHARED_PARTS] as number);
  }
}
