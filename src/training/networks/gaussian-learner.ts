import type { TrainingSettings } from '../../config/training-fields.ts';
import type { ActionComponent, Dynamics, PhysicsWorld } from '../../environments/physics.ts';
import { normals } from '../../math/normal.ts';
import type { Stream, StreamDealer } from '../../math/random.ts';
import type { TrustRegion } from '../../trust-regions/trust-region.ts';
import type { StepRecord } from '../frame.ts';
import { chooseMultiplier } from '../multiplier-rule.ts';
import { Actors, type ActorsState } from './actors.ts';
import { fitGaussian, type FitPenalty } from './gaussian-fit.ts';
import { fitReport, MEASURED, restReport, type Fit } from './gaussian-report.ts';
import { FIRST_SPREAD, meanOf, outputOfSpread, spreadOf } from './gaussian.ts';
import { gaussianView, type GaussianParts } from './gaussian-view.ts';
import type { IterationReport, IterationSettings, Learner } from './learner.ts';
import { PlainForward } from './layout.ts';
import { Network, type NetworkState } from './network.ts';
import { drawTransitions } from './minibatch.ts';
import { ObservationScale } from './observations.ts';
import { drawParticles } from './particles.ts';
import { Replay } from './replay.ts';
import type { SlicePoints, SliceView } from './slice.ts';
import { TwinCritics, type Transitions } from './twin-critics.ts';

interface Snapshot {
  readonly actors: ActorsState;
  readonly policy: NetworkState;
  readonly critics: ReturnType<TwinCritics['snapshot']>;
  readonly old: Float32Array;
  readonly scale: ObservationScale;
  readonly oldScale: ObservationScale;
  readonly penalty: FitPenalty;
  readonly due: number;
  readonly updates: number;
  readonly valueScale: number;
  readonly written: number;
}

/** States at which particles are drawn, as a share of the critics' minibatch. */
const STATE_SHARE = 0.25;
/** Critic updates for each update of the policy. */
const POLICY_EVERY = 2;

/**
 * A Gaussian policy over an action box and twin Q-critics, all perceptrons.
 *
 * In one iteration the old policy π_k is fixed. Acting in parallel environments fills a replay buffer; after every few steps the
 * critics take a gradient step on a minibatch of it, and every second time the policy does: at states of the minibatch n
 * particles are drawn from π_k and valued, the trust region moves their mass exactly as it does a table's, and the Gaussian is
 * fitted to what came out (the scheme of MPO, Abdolmaleki et al. 2018, with the metric of its E-step exchanged).
 */
export class GaussianLearner implements Learner {
  readonly actors: Actors;
  readonly #region: TrustRegion;
  readonly #world: PhysicsWorld;
  readonly #dynamics: Dynamics;
  readonly #components: readonly ActionComponent[];
  readonly #policy: Network;
  /** π_k, fixed for an iteration. */
  readonly #old: Network;
  readonly #critics: TwinCritics;
  readonly #plain: PlainForward;
  readonly #replay: Replay;
  #scale: ObservationScale;
  #oldScale: ObservationScale;
  #penalty: FitPenalty = { mean: 1, spread: 1 };
  /** Updates of the critics that the steps so far have earned and that are not made yet, and those that are. */
  #due = 0;
  #updates = 0;
  /** 0 until the random steps at first are over */
  #valueScale = 0;

  constructor(
    world: PhysicsWorld,
    dynamics: Dynamics,
    components: readonly ActionComponent[],
    training: TrainingSettings,
    region: TrustRegion,
    dealer: StreamDealer,
  ) {
    this.#region = region;
    this.#world = world;
    this.#dynamics = dynamics;
    this.#components = components;
    const d = components.length;
    const hidden = Array.from({ length: training.layers }, () => Number(training.width));
    this.#policy = new Network([world.observationSize, ...hidden, 2 * d], dealer.next(), 0.01);
    const { bias } = this.#policy.layout.offsets.at(-1)!;
    this.#policy.weights.fill(outputOfSpread(FIRST_SPREAD), bias + d, bias + 2 * d);
    this.#old = new Network(this.#policy.layout.sizes, dealer.next(), 0);
    this.#old.follow(this.#policy.weights);
    this.#critics = new TwinCritics(world.observationSize, d, hidden, dealer);
    this.#plain = new PlainForward(this.#policy.layout);
    this.#scale = new ObservationScale(world.observationSize);
    this.#oldScale = this.#scale.copy();
    this.actors = new Actors(world, dynamics, training.environments, dealer.next().uniform);
    this.#replay = new Replay(training.environments, world.observationSize, d, training.replay);
  }

  iterate(settings: IterationSettings, dealer: StreamDealer): IterationReport {
    const { training } = settings;
    const acting = dealer.next();
    const learning = dealer.next();
    const actingNormal = normals(acting);
    const normal = normals(learning);
    this.#scale.settle();
    this.#old.follow(this.#policy.weights);
    this.#oldScale = this.#scale.copy();
    let criticLoss = NaN;
    let last: Fit | null = null;
    let betas = 0;
    let fits = 0;
    const rounds = Math.max(1, Math.round(training.iterationSteps / this.actors.count));
    for (let round = 0; round < rounds; round += 1) {
      const random = this.#replay.written < training.warmup;
      this.#act(random ? training.hold : null, acting, actingNormal);
      if (this.#replay.written < training.warmup) continue;
      if (this.#valueScale === 0) this.#begin(training.gamma);
      this.#due += this.actors.count * training.updateRatio;
      for (; this.#due >= 1; this.#due -= 1) {
        const batch = drawTransitions(this.#replay, this.#scale, training, learning.uniform);
        criticLoss = this.#critics.learn(batch, this.#following(batch, normal), this.#valueScale, training);
        this.#updates += 1;
        if (this.#updates % POLICY_EVERY !== 0) continue;
        last = this.#improve(batch, settings, normal);
        betas += last.choice.beta;
        fits += 1;
      }
    }
    return this.#report(settings, learning, normal, last, betas / fits, criticLoss);
  }

  /** One step in every environment: by the policy, or, with `hold`, by random actions that are held about so many steps. */
  #act(hold: number | null, { uniform }: Stream, normal: () => number): void {
    const world = this.#world;
    const replay = this.#replay;
    const wide = world.observationSize;
    const d = this.#components.length;
    const seen = new Float64Array(wide);
    const output = new Float64Array(2 * d);
    const action = new Float64Array(d);
    for (let environment = 0; environment < this.actors.count; environment += 1) {
      const place = replay.push();
      const before = place - this.actors.count;
      const held = hold !== null && hold > 1 && before >= 0 && uniform() >= 1 / hold;
      world.observe(this.actors.state(environment), replay.observation, place * wide);
      this.#scale.count(replay.observation, place * wide);
      if (hold === null) {
        this.#scale.write(replay.observation, place * wide, seen, 0);
        this.#plain.run(this.#policy.weights, seen, 0, output);
      }
      this.#components.forEach(({ low, high }, part) => {
        let drawn: number;
        if (held) drawn = replay.action[before * d + part]!;
        else if (hold !== null) drawn = 2 * uniform() - 1;
        else drawn = meanOf(output[part]!) + spreadOf(output[d + part]!) * normal();
        const acted = Math.min(1, Math.max(-1, drawn));
        replay.action[place * d + part] = acted;
        action[part] = low + ((acted + 1) / 2) * (high - low);
      });
      const { reward, ending } = this.actors.step(environment, action, uniform, (next) =>
        world.observe(next, replay.nextObservation, place * wide),
      );
      replay.reward[place] = reward;
      replay.ending[place] = ending;
    }
  }

  /** Learning begins: units of observations and values come from the random steps. */
  #begin(gamma: number): void {
    this.#scale.settle();
    this.#oldScale = this.#scale.copy();
    const { reward, length } = this.#replay;
    let square = 0;
    for (let i = 0; i < length; i += 1) square += reward[i]! * reward[i]!;
    this.#valueScale = Math.max(Math.sqrt(square / length), 1e-3) / (1 - gamma) / 10;
  }

  /** Actions of the policy as it is where the transitions ended. */
  #following({ seenAfter, count }: Transitions, normal: () => number): Float32Array {
    const d = this.#components.length;
    const output = this.#policy.forward(seenAfter, count);
    const actions = new Float32Array(count * d);
    for (let i = 0; i < count * d; i += 1) {
      const at = Math.floor(i / d) * 2 * d + (i % d);
      actions[i] = Math.min(1, Math.max(-1, meanOf(output[at]!) + spreadOf(output[at + d]!) * normal()));
    }
    return actions;
  }

  /** Moves the mass of particles at the first states of a minibatch, and takes one step of the fit. */
  #improve({ seen, count }: Transitions, settings: IterationSettings, normal: () => number): Fit {
    const { training, run, lambda } = settings;
    const region = this.#region;
    const states = Math.max(1, Math.round(count * STATE_SHARE));
    const those = seen.slice(0, states * this.#world.observationSize);
    const old = this.#old.forward(those, states);
    const { problem, drawn } = drawParticles(
      those,
      old,
      states,
      training.particles,
      this.#critics,
      this.#valueScale,
      normal,
    );
    const choice = chooseMultiplier(region, problem, run, lambda, settings.iteration, settings.lastOptimum);
    const target = new Float64Array(problem.policy.length);
    region.improve(problem, choice, lambda, target);
    fitGaussian(this.#policy, those, old, drawn, target, this.#penalty, training);
    return { problem, choice };
  }

  /** The iteration's report: without a fit, why there was none. */
  #report(
    settings: IterationSettings,
    learning: Stream,
    normal: () => number,
    last: Fit | null,
    beta: number,
    criticLoss: number,
  ): IterationReport {
    const { training } = settings;
    const sample = { ...training, minibatch: MEASURED, returnSteps: 1 };
    const { seen } = drawTransitions(this.#replay, this.#scale, sample, learning.uniform);
    if (last !== null) return fitReport(this.#parts(), seen, settings, last, beta, criticLoss, normal);
    const note =
      this.#valueScale === 0
        ? `Acts at random until ${training.warmup} steps are seen.`
        : 'No update of the policy was due in this iteration.';
    return restReport(this.#policy.forward(seen, MEASURED), note);
  }

  #parts(): GaussianParts {
    return {
      region: this.#region,
      policy: this.#policy,
      old: this.#old,
      scale: this.#scale,
      oldScale: this.#oldScale,
      critics: this.#critics,
      valueScale: this.#valueScale,
    };
  }

  view(points: SlicePoints, state: number, settings: IterationSettings, step: StepRecord | null): SliceView {
    return gaussianView(this.#parts(), points, state, settings, step);
  }

  numbers(): { policy: Float32Array; critic: Float32Array } {
    return { policy: this.#policy.weights, critic: this.#critics.weights };
  }

  snapshot(): Snapshot {
    return {
      actors: this.actors.snapshot(),
      policy: this.#policy.snapshot(),
      critics: this.#critics.snapshot(),
      old: this.#old.weights.slice(),
      scale: this.#scale.copy(),
      oldScale: this.#oldScale.copy(),
      penalty: { ...this.#penalty },
      due: this.#due,
      updates: this.#updates,
      valueScale: this.#valueScale,
      written: this.#replay.written,
    };
  }

  keeps(snapshot: unknown): boolean {
    return this.#replay.keeps((snapshot as Snapshot).written);
  }

  restore(snapshot: unknown): void {
    const from = snapshot as Snapshot;
    this.#replay.rewind(from.written);
    this.actors.restore(from.actors);
    this.#policy.restore(from.policy);
    this.#critics.restore(from.critics);
    this.#old.follow(from.old);
    this.#scale = from.scale.copy();
    this.#oldScale = from.oldScale.copy();
    this.#penalty = { ...from.penalty };
    this.#due = from.due;
    this.#updates = from.updates;
    this.#valueScale = from.valueScale;
  }

  dispose(): void {
    this.#policy.dispose();
    this.#old.dispose();
    this.#critics.dispose();
    this.#dynamics.dispose();
  }
}
