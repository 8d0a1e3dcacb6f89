import type { FiniteWorld } from '../environments/environment.ts';
import { StreamDealer } from '../math/random.ts';
import type { Method } from '../methods/method.ts';
import type { Point } from '../trust-regions/trust-region.ts';
import { emptyEstimate, type Estimate } from './advantage.ts';
import { MEASURES } from './measure.ts';
import { ModelCritic } from './model-critic.ts';
import { Batch } from './rollout.ts';

/** Everything that the next step of a table depends on. */
export interface TableState {
  iteration: number;
  /** π_k [S·N] */
  policy: Float64Array;
  /** π_{k−1} [S·N] */
  previous: Float64Array;
  /** [S·N] room for π_{k+1} */
  next: Float64Array;
  /** V [S] of π_k, exact */
  readonly value: Float64Array;
  /** of the last step; its weights are the first guess of the next ones */
  readonly estimate: Estimate;
  /** what the method keeps of earlier steps */
  readonly memory: unknown;
  /** of the last step */
  point: Point | null;
  /** measures of this iteration [MEASURES] */
  row: Float64Array;
  dealer: StreamDealer;
  /** V [S] of the GAE critic */
  readonly critic: Float64Array;
  readonly modelCritic: ModelCritic;
  readonly batch: Batch;
  /** environment steps so far */
  steps: number;
  /** milliseconds so far */
  elapsed: number;
  settled: boolean;
  note: string;
}

/** Iteration 0: the policy that the world starts from, mostly the uniform one. */
export function initialState(world: FiniteWorld, seed: number, method: Method): TableState {
  const { model } = world;
  const pairs = model.states * model.actions;
  const policy = world.initialPolicy?.slice() ?? uniformPolicy(world);
  return {
    iteration: 0,
    policy,
    previous: policy.slice(),
    next: new Float64Array(pairs),
    value: new Float64Array(model.states),
    estimate: emptyEstimate(model),
    memory: method.open(model.states, model.actions, world.initialPolicy),
    point: null,
    row: new Float64Array(MEASURES),
    dealer: new StreamDealer(seed),
    critic: new Float64Array(model.states),
    modelCritic: new ModelCritic(model),
    batch: new Batch(),
    steps: 0,
    elapsed: 0,
    settled: false,
    note: '',
  };
}

/** [S·N] */
export function uniformPolicy({ model: { states, actions } }: FiniteWorld): Float64Array {
  return new Float64Array(states * actions).fill(1 / actions);
}

/** A copy that shares nothing that changes. */
export function copyState(state: TableState, method: Method): TableState {
  return {
    ...state,
    policy: state.policy.slice(),
    previous: state.previous.slice(),
    next: state.next.slice(),
    value: state.value.slice(),
    estimate: {
      advantage: state.estimate.advantage.slice(),
      weight: state.estimate.weight.slice(),
      known: state.estimate.known.slice(),
    },
    memory: method.copy(state.memory),
    dealer: new StreamDealer(state.dealer.state()),
    critic: state.critic.slice(),
    modelCritic: state.modelCritic.copy(),
    batch: state.batch.copy(),
  };
}
