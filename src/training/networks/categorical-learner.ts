import { actionCost } from '../../environments/action-cost.ts';
import type { Action } from '../../environments/environment.ts';
import type { Dynamics, PhysicsWorld } from '../../environments/physics.ts';
import type { TrainingSettings } from '../../config/training-fields.ts';
import type { Stream, StreamDealer } from '../../math/random.ts';
import { meanEntropy, meanVariation, stepDistances, transportCost } from '../../trust-regions/distances.ts';
import type { Problem, TrustRegion } from '../../trust-regions/trust-region.ts';
import type { StepRecord } from '../frame.ts';
import { chooseMultiplier } from '../multiplier-rule.ts';
import { Actors, type ActorsState } from './actors.ts';
import { collect, discreteActing, firstStates, onePass, type Acting, type Batch } from './batch.ts';
import { categoricalRows } from './categorical-view.ts';
import type { IterationReport, IterationSettings, Learner } from './learner.ts';
import { PlainForward } from './layout.ts';
import { lookAhead } from './look-ahead.ts';
import { Network, type NetworkState } from './network.ts';
import { ObservationScale } from './observations.ts';
import type { SlicePoints, SliceView } from './slice.ts';
import { softmax } from './softmax.ts';
import { fitValues, unitOfValue } from './value-critic.ts';

interface Snapshot {
  readonly actors: ActorsState;
  readonly policy: NetworkState;
  readonly critic: NetworkState;
  readonly old: Float32Array;
  readonly scale: ObservationScale;
  readonly oldScale: ObservationScale;
  readonly valueScale: number;
}

/** States of the batch over which distances are measured. */
const MEASURED = 512;

/**
 * A categorical policy and a value critic, both perceptrons, trained by the table's own update:
 *
 * 1. act in parallel environments; 2. fit V to λ-returns; 3. look one step ahead of **every** action at every state of the batch,
 * A(s,a) = r + γ V(s′) − V(s): the task's equations are pure, so this needs no copy of an environment; 4. the trust region moves
 * mass at each of these states, exactly as in a finite world (ρ = 1/batch); 5. the network is fitted to the new rows by
 * cross-entropy. What step 5 misses is the fit error.
 */
export class CategoricalLearner implements Learner {
  readonly actors: Actors;
  readonly #region: TrustRegion;
  readonly #world: PhysicsWorld;
  readonly #dynamics: Dynamics;
  readonly #actions: readonly Action[];
  readonly #policy: Network;
  readonly #critic: Network;
  readonly #old: Float32Array;
  readonly #plain: PlainForward;
  readonly #acting: Acting;
  readonly #plainCritic: PlainForward;
  #scale: ObservationScale;
  /** By which the old policy saw. */
  #oldScale: ObservationScale;
  /** 0 until the first rewards are known */
  #valueScale = 0;

  constructor(
    world: PhysicsWorld,
    dynamics: Dynamics,
    actions: readonly Action[],
    training: TrainingSettings,
    region: TrustRegion,
    dealer: StreamDealer,
  ) {
    this.#region = region;
    this.#world = world;
    this.#dynamics = dynamics;
    this.#actions = actions;
    const hidden = Array.from({ length: training.layers }, () => Number(training.width));
    const sizes = (out: number): number[] => [world.observationSize, ...hidden, out];
    this.#policy = new Network(sizes(actions.length), dealer.next(), 0.01);
    this.#critic = new Network(sizes(1), dealer.next(), 0.1);
    this.#old = this.#policy.weights.slice();
    this.#plain = new PlainForward(this.#policy.layout);
    this.#acting = discreteActing(actions.length);
    this.#plainCritic = new PlainForward(this.#critic.layout);
    this.#scale = new ObservationScale(world.observationSize);
    this.#oldScale = this.#scale.copy();
    this.actors = new Actors(world, dynamics, training.environments, dealer.next().uniform);
  }

  iterate(settings: IterationSettings, dealer: StreamDealer): IterationReport {
    const { training, run, lambda } = settings;
    const region = this.#region;
    const { uniform } = dealer.next();
    const { weights } = this.#policy;
    const { iterationSteps } = training;
    const batch = collect(this.actors, this.#scale, this.#plain, weights, iterationSteps, this.#acting, uniform);
    if (this.#valueScale === 0) this.#valueScale = unitOfValue(batch, training.gamma);
    this.#old.set(this.#policy.weights);
    this.#oldScale = this.#scale.copy();
    const criticLoss = fitValues(this.#critic, batch, training, this.#valueScale, dealer.next());

    const problem = this.#problem(batch, training);
    const choice = chooseMultiplier(region, problem, run, lambda, settings.iteration, settings.lastOptimum);
    const target = new Float64Array(problem.policy.length);
    region.improve(problem, choice, lambda, target);
    this.#fitPolicy(batch, target, training, dealer.next());

    const n = this.#actions.length;
    const fitted = this.#rows(batch.seen, batch.size);
    const measured = firstStates(problem, Math.min(MEASURED, batch.size));
    const moved = stepDistances(measured, fitted, training.yardstick);
    const derived = region.derivesPlan ? stepDistances(measured, target, training.yardstick).wasserstein : 0;
    const report: IterationReport = {
      step: { beta: choice.beta, share: choice.share, lambda, cost: problem.cost },
      radius: choice.radius,
      spent: region.spent(problem, choice, lambda),
      transport: region.derivesPlan ? derived : transportCost(region, measured, choice, lambda),
      ...moved,
      entropy: meanEntropy(fitted, problem.weight, n),
      criticLoss,
      fitError: meanVariation({ ...problem, policy: target }, fitted),
      note: choice.note,
    };
    // what networks see changes only between iterations, and with the first batch
    this.#scale.settle();
    return report;
  }

  /** Fits the policy to the target rows by cross-entropy. */
  #fitPolicy(batch: Batch, target: Float64Array, training: TrainingSettings, { uniform }: Stream): void {
    const n = this.#actions.length;
    const row = new Float64Array(n);
    for (let epoch = 0; epoch < training.epochs; epoch += 1) {
      onePass(this.#policy, batch, training, training.policyRate, uniform, (output, k, at, slopes, rows) => {
        softmax(output, at * n, n, row, 0);
        for (let a = 0; a < n; a += 1) slopes[at * n + a] = (row[a]! - target[k * n + a]!) / rows;
        return 0;
      });
    }
  }

  /** The trust region's problem at every state of the batch. */
  #problem(batch: Batch, training: TrainingSettings): Problem {
    const n = this.#actions.length;
    const policy = this.#rows(batch.seen, batch.size);
    const advantage = this.#lookAhead(batch.states, batch.size, policy, training.gamma);
    return {
      states: batch.size,
      actions: n,
      policy,
      advantage,
      weight: new Float64Array(batch.size).fill(1 / batch.size),
      cost: actionCost(training.cost, this.#actions, training.costMatrix),
    };
  }

  #lookAhead(states: Float64Array, count: number, policy: Float64Array, gamma: number): Float64Array {
    const [world, dynamics, critic, scale] = [this.#world, this.#dynamics, this.#critic, this.#scale];
    return lookAhead({ world, dynamics, critic, scale, valueScale: this.#valueScale }, states, count, policy, gamma);
  }

  /** π [rows·N] at scaled observations. */
  #rows(seen: Float32Array, rows: number): Float64Array {
    const n = this.#actions.length;
    const scores = this.#policy.forward(seen, rows);
    const policy = new Float64Array(rows * n);
    for (let k = 0; k < rows; k += 1) softmax(scores, k * n, n, policy, k * n);
    return policy;
  }

  view(points: SlicePoints, _: number, settings: IterationSettings, step: StepRecord | null): SliceView {
    const n = this.#actions.length;
    const { count } = points;
    const rows = categoricalRows(
      {
        plain: this.#plain,
        plainCritic: this.#plainCritic,
        weights: this.#policy.weights,
        old: this.#old,
        critic: this.#critic.weights,
        scale: this.#scale,
        oldScale: this.#oldScale,
        valueScale: this.#valueScale,
      },
      points,
    );
    const none = { ...rows, gaussian: null, particles: null };
    const { training, lambda } = settings;
    if (step === null) return { ...none, advantage: new Float64Array(count * n), target: null };
    const { previous } = rows;
    const advantage = this.#lookAhead(points.states, count, previous, training.gamma);
    const weight = new Float64Array(count).fill(1 / count);
    const target = new Float64Array(count * n);
    this.#region.improve(
      { states: count, actions: n, policy: previous, advantage, weight, cost: step.cost },
      step,
      lambda,
      target,
    );
    return { ...none, advantage, target };
  }

  numbers(): { policy: Float32Array; critic: Float32Array } {
    return { policy: this.#policy.weights, critic: this.#critic.weights };
  }

  snapshot(): Snapshot {
    return {
      actors: this.actors.snapshot(),
      policy: this.#policy.snapshot(),
      critic: this.#critic.snapshot(),
      old: this.#old.slice(),
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
    this.#old.set(from.old);
    this.#scale = from.scale.copy();
    this.#oldScale = from.oldScale.copy();
    this.#valueScale = from.valueScale;
  }

  dispose(): void {
    this.#policy.dispose();
    this.#critic.dispose();
    this.#dynamics.dispose();
  }
}
