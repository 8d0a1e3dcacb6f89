import type { TrainingSettings } from '../../config/training-fields.ts';
import type { Action } from '../../environments/environment.ts';
import type { Stream, StreamDealer } from '../../math/random.ts';
import type { MassMethod } from '../../methods/method.ts';
import { meanVariation, stepDistances, transportCost } from '../../trust-regions/distances.ts';
import { meanEntropy } from '../../trust-regions/rows.ts';
import type { Problem } from '../../trust-regions/trust-region.ts';
import { costIn, type CostSetting } from '../action-costs.ts';
import { onePass, type Batch } from '../experience/batch.ts';
import { softmax } from '../nets/softmax.ts';
import type { IterationReport, IterationSettings, Looked, SliceContent } from './learner.ts';
import { lookAhead } from './look-ahead.ts';
import { firstStates, LookAheadLearner } from './look-ahead-learner.ts';
import type { Making } from './network-learner.ts';
import { softmaxRows } from './rows.ts';

/** States of the batch over which distances are measured. */
const MEASURED = 512;

/**
 * A categorical policy and a value critic, both perceptrons, trained by the table's own update: one step ahead of **every** action at
 * every state of the batch, A(s,a) = r + γ V(s′) − V(s); the new rows there as in a finite world (ρ = 1/batch); the network
 * is fitted to them by cross-entropy. What that misses is the fit error.
 */
export class CategoricalLearner extends LookAheadLearner {
  readonly #acted: { readonly actions: readonly Action[] };

  constructor(making: Making, method: MassMethod) {
    const { actions } = making.world;
    if (actions.kind !== 'discrete') throw new TypeError('A categorical policy needs discrete actions.');
    super(making, method);
    this.#acted = actions;
  }

  protected improve(batch: Batch, settings: IterationSettings, dealer: StreamDealer): IterationReport {
    const { iteration, run, training, memory } = settings;
    const { method } = this;
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
    return {
      point: step.point,
      radius: step.radius,
      ahead: target.length,
      measures: {
        ...stepDistances(measured, fitted, training.yardstick),
        spent: step.spent(),
        transport,
        entropy: meanEntropy(fitted, problem.weight, n),
        fitError: meanVariation({ ...problem, policy: target }, fitted),
      },
      note: step.note,
    };
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
      advantage: lookAhead(this.valuedBy(this.now), states, size, policy, training.gamma),
      weight: new Float64Array(size).fill(1 / size),
      cost: costIn(this.#acted, training),
    };
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
    const advantage = lookAhead(this.valuedBy(this.now), states, count, previous, training.gamma);
    const weight = new Float64Array(count).fill(1 / count);
    const target = new Float64Array(count * n);
    const problem = { states: count, actions: n, policy: previous, advantage, weight, cost: costIn(this.#acted, cost) };
    this.method.mover.of.improve(problem, point, target);
    return { ...shown, advantage, target };
  }
}
