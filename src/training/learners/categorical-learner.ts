import type { TrainingSettings } from '../../config/training-fields.ts';
import type { Action } from '../../environments/environment.ts';
import type { Stream, StreamDealer } from '../../math/random.ts';
import type { MassMethod } from '../../methods/method.ts';
import { meanVariation, stepDistances, transportCost } from '../../trust-regions/distances.ts';
import { meanEntropy } from '../../trust-regions/rows.ts';
import type { Problem } from '../../trust-regions/trust-region.ts';
import { costIn, type CostSetting } from '../action-costs.ts';
import { collect, onePass, type Batch } from '../experience/batch.ts';
import { softmax } from '../nets/softmax.ts';
import type { IterationReport, IterationSettings, Looked, SliceContent } from './learner.ts';
import { lookAhead } from './look-ahead.ts';
import { NetworkLearner, type Making } from './network-learner.ts';
import { softmaxRows } from './rows.ts';
import { valueCritic, type ValueCritic } from './value-critic.ts';

/** States of the batch over which distances are measured. */
const MEASURED = 512;

/**
 * A categorical policy and a value critic, both perceptrons, trained by the table's own update:
 *
 * 1. act in parallel environments; 2. fit V to λ-returns; 3. look one step ahead of **every** action at every state of the batch,
 * A(s,a) = r + γ V(s′) − V(s): the task's equations are pure, so this needs no copy of an environment; 4. the method moves
 * mass at each of these states, exactly as in a finite world (ρ = 1/batch); 5. the network is fitted to the new rows by
 * cross-entropy. What step 5 misses is the fit error.
 */
export class CategoricalLearner extends NetworkLearner<ValueCritic> {
  readonly #method: MassMethod;
  readonly #acted: { readonly actions: readonly Action[] };

  constructor(making: Making, method: MassMethod) {
    const { actions } = making.world;
    if (actions.kind !== 'discrete') throw new TypeError('A categorical policy needs discrete actions.');
    super(making, { lost: { beforeCritic: false, afterCritic: false }, critic: valueCritic });
    this.#method = method;
    this.#acted = actions;
  }

  iterate({ iteration, run, training, memory }: IterationSettings, dealer: StreamDealer): IterationReport {
    const method = this.#method;
    const { uniform } = dealer.next();
    const batch = collect(this.env, this.actor, training.iterationSteps, { uniform, normal: () => NaN });
    this.critic.prepare(batch, training.gamma);
    this.old.set(this.now);
    const criticLoss = this.critic.fit(batch, training, dealer.next());

    const problem = this.#problem(batch, training);
    const target = new Float64Array(problem.policy.length);
    const known = new Uint8Array(batch.size).fill(1);
    const step = method.step({ problem, known, iteration }, run, memory, target);
    this.#fit(batch, target, training, dealer.next());

    const n = this.#acted.actions.length;
    const fitted = softmaxRows(this.now.network.forward(batch.inputs, batch.size), n);
    const measured = firstStates(problem, Math.min(MEASURED, batch.size));
    const transport =
      method.planning.kind === 'derived'
        ? stepDistances(measured, target, training.yardstick).wasserstein
        : transportCost(method.mover.of, measured, step.point);
    const report: IterationReport = {
      point: step.point,
      radius: step.radius,
      measures: {
        ...stepDistances(measured, fitted, training.yardstick),
        spent: step.spent(),
        transport,
        entropy: meanEntropy(fitted, problem.weight, n),
        criticLoss,
        fitError: meanVariation({ ...problem, policy: target }, fitted),
      },
      note: step.note,
    };
    // what networks see changes only between iterations, and with the first batch
    this.now.normaliser.settle();
    return report;
  }

  /** Fits the policy to the target rows by cross-entropy. */
  #fit(batch: Batch, target: Float64Array, training: TrainingSettings, { uniform }: Stream): void {
    const n = this.#acted.actions.length;
    const row = new Float64Array(n);
    const { minibatch, policyRate: rate } = training;
    for (let epoch = 0; epoch < training.epochs; epoch += 1) {
      onePass(this.now.network, batch, { minibatch, rate }, uniform, (output, k, at, slopes, rows) => {
        softmax(output, at * n, n, row, 0);
        for (let a = 0; a < n; a += 1) slopes[at * n + a] = (row[a]! - target[k * n + a]!) / rows;
        return 0;
      });
    }
  }

  /** The trust region's problem at every state of the batch. */
  #problem({ inputs, size, states }: Batch, training: TrainingSettings): Problem {
    const { actions } = this.#acted;
    const policy = softmaxRows(this.now.network.forward(inputs, size), actions.length);
    return {
      states: size,
      actions: actions.length,
      policy,
      advantage: this.#lookAhead(states, size, policy, training.gamma),
      weight: new Float64Array(size).fill(1 / size),
      cost: costIn(this.#acted, training),
    };
  }

  #lookAhead(states: Float64Array, count: number, policy: Float64Array, gamma: number): Float64Array {
    const { world, dynamics, critic } = this;
    const valued = { world, dynamics, critic, normaliser: this.now.normaliser };
    return lookAhead(valued, states, count, policy, gamma);
  }

  content({ points, settings: { training }, point }: Looked): SliceContent {
    const { actions } = this.#acted;
    const n = actions.length;
    const { count, observations, states } = points;
    const policy = softmaxRows(this.now.outputsAt(observations), n);
    const previous = softmaxRows(this.old.outputsAt(observations), n);
    const value = this.critic.valueAt(this.now.normaliser.normalised(observations), count);
    const cost: CostSetting = { cost: training.cost, costMatrix: training.costMatrix };
    const shown = { kind: 'discrete', policy, previous, value, cost } as const;
    if (point === null) return { ...shown, advantage: new Float64Array(count * n), target: null };
    const advantage = this.#lookAhead(states, count, previous, training.gamma);
    const weight = new Float64Array(count).fill(1 / count);
    const target = new Float64Array(count * n);
    const problem = { states: count, actions: n, policy: previous, advantage, weight, cost: costIn(this.#acted, cost) };
    this.#method.mover.of.improve(problem, point, target);
    return { ...shown, advantage, target };
  }
}

/** The first states of a problem, of equal weights that sum to 1. */
function firstStates(problem: Problem, states: number): Problem {
  return { ...problem, states, weight: new Float64Array(states).fill(1 / states) };
}
