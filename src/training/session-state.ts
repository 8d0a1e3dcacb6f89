import { copyScores, uniformScores, type Scores } from '../baselines/baseline.ts';
import type { FiniteWorld } from '../environments/environment.ts';
import { StreamDealer } from '../math/random.ts';
import { emptyEstimate, type Estimate } from './advantage.ts';
import type { StepRecord } from './frame.ts';
import { MEASURES } from './measure.ts';
import { ModelCritic } from './model-critic.ts';
import { Batch } from './rollout.ts';

/** Everything that the next step of a session depends on. */
export interface SessionState {
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
  /** of a baseline's softmax */
  readonly scores: Scores;
  step: StepRecord | null;
  /** measures of this iteration [MEASURES] */
  row: Float64Array;
  lastOptimum: { readonly beta: number; readonly iteration: number } | null;
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

/** Iteration 0: the uniform policy. */
export function initialState(world: FiniteWorld, seed: number): SessionState {
  const { model } = world;
  const pairs = model.states * model.actions;
  const policy = new Float64Array(pairs).fill(1 / model.actions);
  return {
    iteration: 0,
    policy,
    previous: policy.slice(),
    next: new Float64Array(pairs),
    value: new Float64Array(model.states),
    estimate: emptyEstimate(model),
    scores: uniformScores(pairs),
    step: null,
    row: new Float64Array(MEASURES),
    lastOptimum: null,
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

/** A copy that shares nothing that changes. */
export function copyState(state: SessionState): SessionState {
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
    scores: copyScores(state.scores),
    dealer: new StreamDealer(state.dealer.state()),
    critic: state.critic.slice(),
    modelCritic: state.modelCritic.copy(),
    batch: state.batch.copy(),
  };
}
