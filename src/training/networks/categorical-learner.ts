import { actionCost } from '../../environments/action-cost.ts';
import type { Action } from '../../environments/environment.ts';
import type { Dynamics, PhysicsWorld } from '../../environments/physics.ts';
import type { TrainingSettings } from '../../config/training-fields.ts';
import type { Stream, StreamDealer } from '../../math/random.ts';
import { meanEntropy, meanVariation, stepDistances, transportCost } from '../../trust-regions/distances.ts';
import type { Problem } from '../../trust-regions/trust-region.ts';
import type { StepRecord } from '../frame.ts';
import { chooseMultiplier } from '../multiplier-rule.ts';
import { Actors, type ActorsState } from './actors.ts';
import { collect, firstStates, onePass, type Batch } from './batch.ts';
import type { IterationReport, IterationSettings, Learner } from './learner.ts';
import { PlainForward } from './layout.ts';
import { Network, type NetworkState } from './network.ts';
import { ObservationScale } from './observations.ts';
import type { SlicePoints, SliceView } from './slice.ts';
import { softmax } from './softmax.ts';

interface Snapshot {
  readonly actors: ActorsState;
  readonly policy: NetworkState;
  readonly critic: NetworkState;
  readonly old: Float32Array;
  readonly scale: ObservationScale;
  readonly oldScale: ObservationScale;
  readonly valueScale: number;
}

/** Times that the critic's targets are made anew in one iteration. */
const ROUNDS = 2;
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
  readonly #world: PhysicsWorld;
  readonly #dynamics: Dynamics;
  readonly #actions: readonly Action[];
  readonly #policy: Network;
  readonly #critic: Network;
  readonly #old: Float32Array;
  readonly #plain: PlainForward;
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
    dealer: StreamDealer,
  ) {
    this.#world = world;
    this.#dynamics = dynamics;
    this.#actions = actions;
    const hidden = Array.from({ length: training.layers }, () => Number(training.width));
    const sizes = (out: number): number[] => [world.observationSize, ...hidden, out];
    this.#policy = new Network(sizes(actions.length), dealer.next(), 0.01);
    this.#critic = new Network(sizes(1), dealer.next(), 0.1);
    this.#old = this.#policy.weights.slice();
    this.#plain = new PlainForward(this.#policy.layout);
    this.#plainCritic = new PlainForward(this.#critic.layout);
    this.#scale = new ObservationScale(world.observationSize);
    this.#oldScale = this.#scale.copy();
    this.actors = new Actors(world, dynamics, training.environments, dealer.next().uniform);
  }

  iterate(settings: IterationSettings, dealer: StreamDealer): IterationReport {
    const { training, region, run, lambda } = settings;
    const batch = collect(this.actors, this.#scale, this.#plain, this.#policy.weights, training, dealer.next());
    if (this.#valueScale === 0) {
      const square = batch.reward.reduce((sum, r) => sum + r * r, 0) / batch.size;
      this.#valueScale = Math.max(Math.sqrt(square), 1e-3) / (1 - training.gamma) / 5;
    }
    this.#old.set(this.#policy.weights);
    this.#oldScale = this.#scale.copy();
    const criticLoss = this.#fitCritic(batch, training, dealer.next());

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

  /** Fits V to λ-returns; gives the last epoch's mean squared error. */
  #fitCritic(batch: Batch, training: TrainingSettings, { uniform }: Stream): number {
    const { gamma, gaeLambda } = training;
    const { size, reward, ending } = batch;
    const { count } = this.actors;
    const target = new Float64Array(size);
    let loss = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const next = this.#critic.forward(batch.seenNext, size);
      for (let k = size - 1; k >= 0; k -= 1) {
        const last = k + count >= size || ending[k] === 2;
        const ahead = last ? next[k]! : (1 - gaeLambda) * next[k]! + gaeLambda * target[k + count]!;
        target[k] = reward[k]! / this.#valueScale + (ending[k] === 1 ? 0 : gamma * ahead);
      }
      for (let epoch = 0; epoch < training.epochs; epoch += 1) {
        loss = onePass(this.#critic, batch, training, training.criticRate, uniform, (output, k, at, slopes, rows) => {
          const error = output[at]! - target[k]!;
          slopes[at] = error / rows;
          return error * error;
        });
      }
    }
    return loss;
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

  /** A(s,a) = r + γ V(s′) − Σ_a π (r + γ V(s′)) for every action at every state. */
  #lookAhead(states: Float64Array, count: number, policy: Float64Array, gamma: number): Float64Array {
    const world = this.#world;
    const n = this.#actions.length;
    const width = world.variables.length;
    const wide = world.observationSize;
    const advantage = new Float64Array(count * n);
    const inputs = new Float32Array(count * n * wide);
    const goesOn = new Uint8Array(count * n);
    const next = new Float64Array(width);
    const raw = new Float64Array(wide);
    const action = new Float64Array(1);
    for (let pair = 0; pair < count * n; pair += 1) {
      const k = Math.floor(pair / n);
      action[0] = pair % n;
      advantage[pair] = this.#dynamics.step(states.subarray(k * width, (k + 1) * width), action, next);
      goesOn[pair] = this.#dynamics.terminated(next) ? 0 : 1;
      world.observe(next, raw, 0);
      this.#scale.write(raw, 0, inputs, pair * wide);
    }
    const values = this.#critic.forward(inputs, count * n);
    const scale = gamma * this.#valueScale;
    for (let k = 0; k < count; k += 1) {
      let mean = 0;
      for (let pair = k * n; pair < (k + 1) * n; pair += 1) {
        advantage[pair] = advantage[pair]! + (goesOn[pair] === 1 ? scale * values[pair]! : 0);
        mean += policy[pair]! * advantage[pair]!;
      }
      for (let pair = k * n; pair < (k + 1) * n; pair += 1) advantage[pair] = advantage[pair]! - mean;
    }
    return advantage;
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
    const wide = this.#world.observationSize;
    const { count } = points;
    const policy = new Float64Array(count * n);
    const previous = new Float64Array(count * n);
    const value = new Float64Array(count);
    const seen = new Float64Array(wide);
    const scores = new Float64Array(n);
    const worth = new Float64Array(1);
    for (let s = 0; s < count; s += 1) {
      this.#scale.write(points.observations, s * wide, seen, 0);
      this.#plain.run(this.#policy.weights, seen, 0, scores);
      softmax(scores, 0, n, policy, s * n);
      this.#plainCritic.run(this.#critic.weights, seen, 0, worth);
      value[s] = worth[0]! * this.#valueScale;
      this.#oldScale.write(points.observations, s * wide, seen, 0);
      this.#plain.run(this.#old, seen, 0, scores);
      softmax(scores, 0, n, previous, s * n);
    }
    const { region, training, lambda } = settings;
    if (step === null) {
      return {
        policy,
        previous,
        advantage: new Float64Array(count * n),
        target: null,
        value,
        gaussian: null,
        particles: null,
      };
    }
    const advantage = this.#lookAhead(points.states, count, previous, training.gamma);
    const weight = new Float64Array(count).fill(1 / count);
    const target = new Float64Array(count * n);
    region.improve(
      { states: count, actions: n, policy: previous, advantage, weight, cost: step.cost },
      step,
      lambda,
      target,
    );
    return { policy, previous, advantage, target, value, gaussian: null, particles: null };
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

  restore(snapshot: unknown): boolean {
    const from = snapshot as Snapshot;
    this.actors.restore(from.actors);
    this.#policy.restore(from.policy);
    this.#critic.restore(from.critic);
    this.#old.set(from.old);
    this.#scale = from.scale.copy();
    this.#oldScale = from.oldScale.copy();
    this.#valueScale = from.valueScale;
    return true;
  }

  dispose(): void {
    this.#policy.dispose();
    this.#critic.dispose();
    this.#dynamics.dispose();
  }
}
