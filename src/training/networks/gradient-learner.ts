import type { MethodKind } from '../../config/methods.ts';
import type { TrainingSettings } from '../../config/training-fields.ts';
import type { Dynamics, PhysicsWorld } from '../../environments/physics.ts';
import { normals } from '../../math/normal.ts';
import type { Stream, StreamDealer } from '../../math/random.ts';
import type { StepRecord } from '../frame.ts';
import { Actors, type ActorsState } from './actors.ts';
import { collect, discreteActing, type Acting, type Batch } from './batch.ts';
import { FIRST_SPREAD, outputOfSpread } from './gaussian.ts';
import { stepA2c, stepPpo, stepTrpo, type Advised, type GradientStep } from './gradient-steps.ts';
import { measureStep, viewPolicy, type GradientParts } from './gradient-view.ts';
import type { IterationReport, IterationSettings, Learner } from './learner.ts';
import { PlainForward } from './layout.ts';
import { Network, type NetworkState } from './network.ts';
import { ObservationScale } from './observations.ts';
import { gaussianHead } from './policy-head.ts';
import { RmsProp } from './rmsprop.ts';
import type { SlicePoints, SliceView } from './slice.ts';
import { fitValues, lambdaReturns, unitOfValue } from './value-critic.ts';

interface Snapshot {
  readonly actors: ActorsState;
  readonly policy: NetworkState;
  readonly critic: NetworkState;
  readonly old: Float32Array;
  readonly scale: ObservationScale;
  readonly oldScale: ObservationScale;
  readonly valueScale: number;
}

/** Steps of each environment between two updates of A2C, the default of stable-baselines3. */
const A2C_STEPS = 5;

/**
 * The baselines in physics tasks, as their papers have them: acting on-policy, advantages by generalised advantage estimation
 * (Schulman et al. 2016, arXiv 1506.02438) with a V-critic, then TRPO's, PPO's or A2C's step of the policy network. Steps,
 * parallel environments, network sizes and the critic's fit are those of the other columns.
 */
export class GradientLearner implements Learner {
  readonly actors: Actors;
  readonly #world: PhysicsWorld;
  readonly #dynamics: Dynamics;
  readonly #method: MethodKind;
  readonly #policy: Network;
  readonly #critic: Network;
  readonly #old: Network;
  readonly #plain: PlainForward;
  readonly #acting: Acting;
  #scale: ObservationScale;
  #oldScale: ObservationScale;
  /** 0 until the first rewards are known */
  #valueScale = 0;

  constructor(
    world: PhysicsWorld,
    dynamics: Dynamics,
    training: TrainingSettings,
    method: MethodKind,
    dealer: StreamDealer,
  ) {
    this.#world = world;
    this.#dynamics = dynamics;
    this.#method = method;
    const { actions } = world;
    this.#acting = actions.kind === 'discrete' ? discreteActing(actions.actions.length) : continuousActing(world);
    const hidden = Array.from({ length: training.layers }, () => Number(training.width));
    const sizes = (out: number): number[] => [world.observationSize, ...hidden, out];
    const optimiser = method === 'a2c' ? (length: number) => new RmsProp(length) : undefined;
    const { outputs, actionSize } = this.#acting.head;
    this.#policy = new Network(sizes(outputs), dealer.next(), 0.01, optimiser);
    this.#critic = new Network(sizes(1), dealer.next(), 0.1, optimiser);
    if (actions.kind === 'box') {
      const { bias } = this.#policy.layout.offsets.at(-1)!;
      this.#policy.weights.fill(outputOfSpread(FIRST_SPREAD), bias + actionSize, bias + outputs);
    }
    this.#old = new Network(sizes(outputs), dealer.next(), 0);
    this.#old.follow(this.#policy.weights);
    this.#plain = new PlainForward(this.#policy.layout);
    this.#scale = new ObservationScale(world.observationSize);
    this.#oldScale = this.#scale.copy();
    this.actors = new Actors(world, dynamics, training.environments, dealer.next().uniform);
  }

  iterate(settings: IterationSettings, dealer: StreamDealer): IterationReport {
    const { training, run } = settings;
    const acting = dealer.next();
    const learning = dealer.next();
    const normal = normals(acting);
    this.#old.follow(this.#policy.weights);
    this.#oldScale = this.#scale.copy();
    let batch: Batch;
    let step: GradientStep;
    let criticLoss = 0;
    if (this.#method === 'a2c') {
      const chunk = Math.min(training.iterationSteps, A2C_STEPS * this.actors.count);
      const chunks = Math.max(1, Math.round(training.iterationSteps / chunk));
      for (let n = 0; n < chunks; n += 1) {
        batch = this.#collect(chunk, training, acting, normal);
        // A2C takes whole returns: GAE with trace 1
        const advised = this.#advise(batch, training, 1);
        step = stepA2c(this.#policy, this.#critic, advised, run);
        criticLoss += step.criticLoss / chunks;
      }
    } else {
      batch = this.#collect(training.iterationSteps, training, acting, normal);
      const advised = this.#advise(batch, training, training.gaeLambda);
      step =
        this.#method === 'trpo'
          ? stepTrpo(this.#policy, advised, run)
          : stepPpo(this.#policy, advised, run, training, learning.uniform);
      criticLoss = fitValues(this.#critic, batch, training, this.#valueScale, learning);
    }
    const { beta, radius, spent, note } = step!;
    const measures = measureStep(this.#parts(), batch!, training, normals(learning));
    const report: IterationReport = {
      step: { beta, share: NaN, lambda: settings.lambda, cost: measures.cost },
      radius,
      spent,
      transport: measures.wasserstein,
      variation: measures.variation,
      kl: measures.kl,
      wasserstein: measures.wasserstein,
      sinkhorn: measures.sinkhorn,
      entropy: measures.entropy,
      criticLoss,
      fitError: NaN,
      note,
    };
    // what networks see changes only between iterations, and with the first batch
    this.#scale.settle();
    return report;
  }

  #collect(steps: number, { gamma }: TrainingSettings, acting: Stream, normal: () => number): Batch {
    const { weights } = this.#policy;
    const how = { ...this.#acting, normal };
    const batch = collect(this.actors, this.#scale, this.#plain, weights, steps, how, acting.uniform);
    if (this.#valueScale === 0) this.#valueScale = unitOfValue(batch, gamma);
    return batch;
  }

  /** λ-returns and advantages of what was done, in units of the value scale. */
  #advise(batch: Batch, { gamma }: TrainingSettings, trace: number): Advised {
    const value = this.#critic.forward(batch.seen, batch.size);
    const after = this.#critic.forward(batch.seenNext, batch.size);
    const target = lambdaReturns(batch, after, gamma, trace, this.#valueScale);
    return { head: this.#acting.head, batch, target, advantage: target.map((worth, k) => worth - value[k]!) };
  }

  #parts(): GradientParts {
    return {
      world: this.#world,
      dynamics: this.#dynamics,
      policy: this.#policy,
      old: this.#old,
      critic: this.#critic,
      scale: this.#scale,
      oldScale: this.#oldScale,
      valueScale: this.#valueScale,
    };
  }

  view(points: SlicePoints, state: number, settings: IterationSettings, step: StepRecord | null): SliceView {
    return viewPolicy(this.#parts(), points, state, settings, step);
  }

  numbers(): { policy: Float32Array; critic: Float32Array } {
    return { policy: this.#policy.weights, critic: this.#critic.weights };
  }

  snapshot(): Snapshot {
    return {
      actors: this.actors.snapshot(),
      policy: this.#policy.snapshot(),
      critic: this.#critic.snapshot(),
      old: this.#old.weights.slice(),
      scale: this.#scale.copy(),
      oldScale: this.#oldScale.copy(),
      valueScale: this.#valueScale,
    };
  }

  keeps(): boolean {
    return true;
  }

  restore(snapshot: unknown): void {
    const from = snapshot as Snapshot;
    this.actors.restore(from.actors);
    this.#policy.restore(from.policy);
    this.#critic.restore(from.critic);
    this.#old.follow(from.old);
    this.#scale = from.scale.copy();
    this.#oldScale = from.oldScale.copy();
    this.#valueScale = from.valueScale;
  }

  dispose(): void {
    this.#policy.dispose();
    this.#critic.dispose();
    this.#old.dispose();
    this.#dynamics.dispose();
  }
}

/** Acting in a box: what was drawn is clipped to it. */
function continuousActing({ actions }: PhysicsWorld): Acting {
  const components = actions.kind === 'box' ? actions.components : [];
  return {
    head: gaussianHead(components.length),
    normal: () => NaN,
    taken: (drawn, from, out) => {
      components.forEach(({ low, high }, part) => {
        const acted = Math.min(1, Math.max(-1, drawn[from + part]!));
        out[part] = low + ((acted + 1) / 2) * (high - low);
      });
    },
  };
}
