import { settingsAt, type Change, type WorldConfig } from '../config/playground-config.ts';
import { baselineOf, methods, trustRegionOf } from '../config/methods.ts';
import type { RunConfig } from '../config/run-fields.ts';
import { biasedPairs, type TrainingSettings } from '../config/training-fields.ts';
import { actionCost } from '../environments/action-cost.ts';
import type { FiniteWorld } from '../environments/environment.ts';
import { isPhysicsKind, makeWorld } from '../environments/registry.ts';
import { meanEntropy, stepDistances } from '../trust-regions/distances.ts';
import { lambdaAt } from '../trust-regions/schedule.ts';
import type { Problem } from '../trust-regions/trust-region.ts';
import { exactAdvantage, normaliseAdvantage } from './advantage.ts';
import { Evaluator, expectation } from './evaluation.ts';
import type { Frame } from './frame.ts';
import { digest, measureIndex, MEASURES, type Measure } from './measure.ts';
import { optimalValue, type OptimalValue } from './optimal-value.ts';
import { rollOut } from './rollout.ts';
import { generalisedAdvantage, monteCarloAdvantage } from './sampled-advantage.ts';
import { copyState, initialState, type SessionState } from './session-state.ts';
import { followGradient, moveMass } from './update.ts';

/** One column, as a worker or Node is asked to run it. */
export interface SessionConfig {
  readonly seed: number;
  readonly world: WorldConfig;
  readonly training: TrainingSettings;
  readonly run: RunConfig;
  /** Live changes of this column (as column 0) and of all. */
  readonly changes: readonly Change[];
}

/** A run that a worker or Node drives. */
export interface Session {
  readonly iteration: number;
  /** Takes `count` iterations and gives the frame after them, with a row of measures for each. */
  readonly advance: (count: number) => Frame;
  /** The frame at this iteration; without `rows`, with the row of this iteration alone. */
  readonly frame: (rows?: Float64Array) => Frame;
  readonly digest: () => string;
  /** Replaces the record of live changes; those before this iteration must be what they were. */
  readonly setChanges: (changes: readonly Change[]) => void;
  /** Everything that the next iteration depends on, as a copy that `restore` takes. */
  readonly snapshot: () => unknown;
  /** Whether everything that a snapshot rests on is still there. */
  readonly keeps: (snapshot: unknown) => boolean;
  /** Goes back to a snapshot of this session that it keeps. */
  readonly restore: (snapshot: unknown) => void;
  /** Which slice of a physics task, which of its cells, and where the other variables are, frames are to show. */
  readonly look: (slice: number, state: number, rest: readonly number[]) => void;
  /** Gives back what garbage collection does not. */
  readonly close: () => void;
}

/** Movement under which a step counts as standing still. */
const STILL = 1e-9;

/**
 * A policy in training. Each step: collect a batch, estimate advantages, choose β, move mass at each state, evaluate, measure.
 *
 * The same config gives the same bits at the same iteration, in every engine, however the steps are grouped into calls.
 */
export class TrainingSession implements Session {
  readonly world: FiniteWorld;
  /** J* and V*, the reference of every picture. */
  readonly optimum: OptimalValue;
  /** Lowest value of the uniform policy and highest of the best one, over the states in which anything is decided. */
  readonly valueDomain: readonly [number, number];
  readonly #config: SessionConfig;
  readonly #now: () => number;
  readonly #evaluator: Evaluator;
  #changes: readonly Change[];
  #state: SessionState;

  /** @param now milliseconds on any clock; only the times in the measures depend on it */
  constructor(config: SessionConfig, now: () => number) {
    this.#config = config;
    this.#changes = config.changes;
    this.#now = now;
    const { kind, parameters } = config.world;
    if (isPhysicsKind(kind)) throw new TypeError(`${kind} is not a finite world.`);
    this.world = makeWorld(kind, parameters);
    this.optimum = optimalValue(this.world.model, config.training.gamma);
    this.#evaluator = new Evaluator(this.world.model);
    this.#state = initialState(this.world, config.seed);
    this.#evaluate();
    this.#writeRow(this.#state.row, 0);
    this.valueDomain = domainOf(this.world.absorbing, this.#state.value, this.optimum.value);
  }

  get iteration(): number {
    return this.#state.iteration;
  }

  /** Digest of the policy and its exact values at this iteration. */
  digest(): string {
    return digest(this.#state.policy, this.#state.value);
  }

  /** Replaces the record of live changes; those before this iteration must be what they were. */
  setChanges(changes: readonly Change[]): void {
    this.#changes = changes;
    this.#state.settled = false;
  }

  /** Takes `count` steps and gives the frame after them, with a row of measures for each. */
  advance(count: number): Frame {
    const rows = new Float64Array(count * MEASURES);
    for (let n = 0; n < count; n += 1) this.#step(rows, n * MEASURES);
    return this.frame(rows);
  }

  /** The frame at this iteration; without `rows`, with the row of this iteration alone. */
  frame(rows: Float64Array = this.#state.row.slice()): Frame {
    const state = this.#state;
    return {
      iteration: state.iteration,
      policy: state.policy.slice(),
      previous: state.previous.slice(),
      advantage: state.estimate.advantage.slice(),
      weight: state.estimate.weight.slice(),
      known: state.estimate.known.slice(),
      value: state.value.slice(),
      episode: state.batch.lastEpisode(),
      step: state.step,
      row: state.row.slice(),
      rows,
      settled: state.settled,
      note: state.note,
      physics: null,
    };
  }

  /** Everything that the next step depends on, as a copy that `restore` takes. */
  snapshot(): SessionState {
    return copyState(this.#state);
  }

  keeps(): boolean {
    return true;
  }

  /** Goes back to a snapshot of this session. */
  restore(snapshot: unknown): void {
    this.#state = copyState(snapshot as SessionState);
    this.#evaluator.prepare(this.#state.policy, this.#config.training.gamma);
  }

  look(): void {
    // a frame of a finite world shows all states
  }

  close(): void {
    // nothing here outlives its last use
  }

  #step(rows: Float64Array, offset: number): void {
    const began = this.#now();
    const state = this.#state;
    const config = { training: this.#config.training, changes: this.#changes };
    const { run, training } = settingsAt(config, this.#config.run, 0, state.iteration);
    const { model, actions } = this.world;
    const lambda = lambdaAt(run.lambdaRule, run.lambda, state.iteration);
    const cost = actionCost(training.cost, actions, training.costMatrix);

    this.#estimate(training);
    const { advantage, weight, known } = state.estimate;
    const { policy } = state;
    const problem: Problem = { states: model.states, actions: actions.length, policy, advantage, weight, cost };
    const region = trustRegionOf(run.method);
    const update =
      region === null
        ? followGradient(baselineOf(run.method)!, problem, known, run, state.scores, state.next)
        : moveMass(region, problem, run, lambda, state);
    const { choice } = update;
    if (!Number.isNaN(choice.radius)) state.lastOptimum = { beta: choice.beta, iteration: state.iteration };
    keepUnknown(known, policy, state.next);
    const improved = this.#now();

    const moved = stepDistances(problem, state.next, training.yardstick);
    const spent = update.spent();
    const transport = update.transport(moved.wasserstein);
    const measured = this.#now();

    [state.previous, state.policy, state.next] = [policy, state.next, state.previous];
    state.step = { beta: choice.beta, share: choice.share, lambda, cost };
    state.iteration += 1;
    this.#evaluate();
    const took = improved - began + (this.#now() - measured);
    state.elapsed += took;
    state.note = choice.note;
    state.settled = moved.variation <= STILL && this.#repeats(run, training);

    const write = this.#writeRow(rows, offset);
    write('sampledReturn', training.estimator === 'exact' ? NaN : state.batch.meanReturn);
    write('beta', choice.beta);
    write('share', choice.share);
    if (methods[run.method].usesLambda) write('lambda', lambda);
    write('radius', choice.radius);
    write('spent', spent);
    write('slack', choice.radius - spent);
    write('variation', moved.variation);
    write('kl', moved.kl);
    write('wasserstein', moved.wasserstein);
    write('sinkhorn', moved.sinkhorn);
    write('transport', transport);
    write('milliseconds', took);
    state.row = rows.slice(offset, offset + MEASURES);
  }

  /** Writes A, ρ and the states that may change for the current policy. */
  #estimate(training: TrainingSettings): void {
    const { world } = this;
    const { model } = world;
    const state = this.#state;
    const { estimate, batch } = state;
    const { gamma, scale } = training;
    if (training.estimator !== 'exact') {
      rollOut(world, state.policy, training.exploration, training.episodes, state.dealer, batch);
      state.steps += batch.length;
    }
    switch (training.estimator) {
      case 'exact':
        exactAdvantage(this.#evaluator, model, state.value, gamma, estimate);
        if (scale === 'normalised') normaliseAdvantage(state.policy, estimate);
        break;
      case 'model':
        state.modelCritic.estimate(batch, state.policy, gamma, estimate);
        if (scale === 'normalised') normaliseAdvantage(state.policy, estimate);
        break;
      case 'monte-carlo':
        monteCarloAdvantage(world, batch, gamma, scale, estimate);
        break;
      case 'gae':
        generalisedAdvantage(world, batch, state.critic, gamma, training.gaeLambda, scale, estimate);
        break;
    }
    if (training.bias === 0) return;
    for (const pair of biasedPairs(training.biasPairs, model.states, model.actions)) {
      estimate.advantage[pair] = estimate.advantage[pair]! + training.bias;
    }
  }

  /** V of the current policy; leaves the evaluator prepared for it. */
  #evaluate(): void {
    this.#evaluator.prepare(this.#state.policy, this.#config.training.gamma);
    this.#evaluator.solveValue(this.#state.value);
  }

  /** Whether the next step would be made just like this one. */
  #repeats(run: RunConfig, training: TrainingSettings): boolean {
    return (
      training.estimator === 'exact' &&
      (baselineOf(run.method)?.memoryless ?? ['fixed', 'optimal', 'matched'].includes(run.rule)) &&
      (run.lambdaRule === 'constant' || !methods[run.method].usesLambda) &&
      !this.#changes.some((change) => change.iteration >= this.#state.iteration)
    );
  }

  #writeRow(rows: Float64Array, offset: number): (measure: Measure, value: number) => void {
    const state = this.#state;
    const { start } = this.world.model;
    const expectedReturn = expectation(start, state.value);
    const weight = state.iteration === 0 ? start : state.estimate.weight;
    const write = (measure: Measure, value: number): void => {
      rows[offset + measureIndex[measure]] = value;
    };
    rows.fill(NaN, offset, offset + MEASURES);
    write('iteration', state.iteration);
    write('return', expectedReturn);
    write('gap', this.optimum.expectedReturn - expectedReturn);
    write('entropy', meanEntropy(state.policy, weight, this.world.actions.length));
    write('steps', state.steps);
    write('elapsed', state.elapsed);
    return write;
  }
}

/** Rows of states of which nothing is known stay as they are. */
function keepUnknown(known: Uint8Array, policy: Float64Array, next: Float64Array): void {
  const actions = policy.length / known.length;
  for (let s = 0; s < known.length; s += 1) {
    if (known[s] === 1) continue;
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) next[pair] = policy[pair]!;
  }
}

function domainOf(absorbing: Uint8Array, start: Float64Array, best: Float64Array): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let s = 0; s < start.length; s += 1) {
    if (absorbing[s] === 1) continue;
    low = Math.min(low, start[s]!, best[s]!);
    high = Math.max(high, best[s]!);
  }
  return low <= high ? [low, high] : [0, 1];
}
