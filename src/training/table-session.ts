import { settingsAt, type Change } from '../config/playground-config.ts';
import { biasedPairs, type TrainingSettings } from '../config/training-fields.ts';
import type { FiniteWorld } from '../environments/environment.ts';
import { isPhysicsKind, makeWorld } from '../environments/registry.ts';
import type { Method } from '../methods/method.ts';
import { methodOf, type RunConfig } from '../methods/registry.ts';
import { stepDistances, transportCost } from '../trust-regions/distances.ts';
import { meanEntropy } from '../trust-regions/rows.ts';
import type { Problem } from '../trust-regions/trust-region.ts';
import { costIn } from './action-costs.ts';
import { exactAdvantage, normaliseAdvantage } from './advantage.ts';
import { Evaluator, expectation } from './evaluation.ts';
import type { TableFrame } from './frame.ts';
import { digest, MEASURES, STILL, writeRow, type Measures } from './measure.ts';
import { optimalValue } from './optimal-value.ts';
import { rollOut } from './rollout.ts';
import { generalisedAdvantage, monteCarloAdvantage } from './sampled-advantage.ts';
import type { Reference, Session, SessionConfig } from './session.ts';
import { copyState, initialState, uniformPolicy, type TableState } from './table-state.ts';

/**
 * A policy in training. Each step: collect a batch, estimate advantages, choose β, move mass at each state, evaluate, measure.
 *
 * The same config gives the same bits at the same iteration, in every engine, however the steps are grouped into calls.
 */
export class TableSession implements Session {
  readonly world: FiniteWorld;
  readonly reference: Reference;
  readonly #config: SessionConfig;
  readonly #method: Method;
  readonly #now: () => number;
  readonly #evaluator: Evaluator;
  #changes: readonly Change[];
  #state: TableState;

  /** @param now milliseconds on any clock; only the times in the measures depend on it */
  constructor(config: SessionConfig, now: () => number) {
    this.#config = config;
    this.#method = methodOf(config.run.method);
    this.#changes = config.changes;
    this.#now = now;
    const { kind, parameters } = config.world;
    if (isPhysicsKind(kind)) throw new TypeError(`${kind} is not a finite world.`);
    this.world = makeWorld(kind, parameters);
    const optimum = optimalValue(this.world.model, config.training.gamma);
    this.#evaluator = new Evaluator(this.world.model);
    this.#state = initialState(this.world, config.seed, this.#method);
    const uniform = this.#uniformValue();
    this.#evaluate();
    const { value } = this.#state;
    this.reference = {
      ...optimum,
      valueDomain: domainOf(this.world.absorbing, [uniform ?? value, value], optimum.value),
    };
    writeRow(this.#state.row, 0, this.#standing());
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
  advance(count: number): TableFrame {
    const rows = new Float64Array(count * MEASURES);
    for (let n = 0; n < count; n += 1) this.#step(rows, n * MEASURES);
    return this.frame(rows);
  }

  /** The frame at this iteration; without `rows`, with the row of this iteration alone. */
  frame(rows: Float64Array = this.#state.row.slice()): TableFrame {
    const state = this.#state;
    const { cost, costMatrix } = settingsAt(
      this.#settings(),
      this.#config.run,
      0,
      Math.max(0, state.iteration - 1),
    ).training;
    return {
      kind: 'table',
      iteration: state.iteration,
      policy: state.policy.slice(),
      previous: state.previous.slice(),
      advantage: state.estimate.advantage.slice(),
      weight: state.estimate.weight.slice(),
      known: state.estimate.known.slice(),
      value: state.value.slice(),
      point: state.point,
      cost: { cost, costMatrix },
      row: state.row.slice(),
      rows,
      settled: state.settled,
      note: state.note,
    };
  }

  /** Everything that the next step depends on, as a copy that `restore` takes. */
  snapshot(): TableState {
    return copyState(this.#state, this.#method);
  }

  keeps(): boolean {
    return true;
  }

  /** Goes back to a snapshot of this session. */
  restore(snapshot: unknown): void {
    this.#state = copyState(snapshot as TableState, this.#method);
    this.#evaluator.prepare(this.#state.policy, this.#config.training.gamma);
  }

  showSlice(): void {
    // a frame of a finite world shows all states
  }

  close(): void {
    // nothing here outlives its last use
  }

  #settings(): { readonly training: TrainingSettings; readonly changes: readonly Change[] } {
    return { training: this.#config.training, changes: this.#changes };
  }

  #step(rows: Float64Array, offset: number): void {
    const began = this.#now();
    const state = this.#state;
    const method = this.#method;
    const { iteration, policy } = state;
    const { run, training } = settingsAt(this.#settings(), this.#config.run, 0, iteration);
    const { model, actions } = this.world;

    this.#estimate(training);
    const { advantage, weight, known } = state.estimate;
    const cost = costIn(this.world, training);
    const problem: Problem = { states: model.states, actions: actions.length, policy, advantage, weight, cost };
    const step = method.step({ problem, known, iteration }, run, state.memory, state.next);
    method.remember(state.memory, step, iteration);
    keepUnknown(known, policy, state.next);
    const improved = this.#now();

    const moved = stepDistances(problem, state.next, training.yardstick);
    const spent = step.spent();
    const transport =
      method.mover.kind === 'gradient' || method.planning.kind === 'derived'
        ? moved.wasserstein
        : transportCost(method.mover.of, problem, step.point);
    const measured = this.#now();

    [state.previous, state.policy, state.next] = [policy, state.next, state.previous];
    state.point = step.point;
    state.iteration += 1;
    this.#evaluate();
    const took = improved - began + (this.#now() - measured);
    state.elapsed += took;
    state.note = step.note;
    state.settled = moved.variation <= STILL && this.#repeats(run, training);

    writeRow(rows, offset, this.#standing(), moved, {
      sampledReturn: training.estimator === 'exact' ? NaN : state.batch.meanReturn,
      beta: step.point.beta,
      share: step.point.share,
      lambda: step.point.lambda ?? NaN,
      radius: step.radius,
      spent,
      slack: step.radius - spent,
      transport,
      milliseconds: took,
    });
    state.row = rows.slice(offset, offset + MEASURES);
  }

  /** Measures of where the policy stands, whatever step led there. */
  #standing(): Measures {
    const state = this.#state;
    const { start } = this.world.model;
    const expectedReturn = expectation(start, state.value);
    return {
      iteration: state.iteration,
      return: expectedReturn,
      gap: this.reference.expectedReturn - expectedReturn,
      entropy: meanEntropy(
        state.policy,
        state.iteration === 0 ? start : state.estimate.weight,
        this.world.actions.length,
      ),
      steps: state.steps,
      // nothing is simulated but what is acted
      simulated: state.steps,
      elapsed: state.elapsed,
    };
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
        monteCarloAdvantage(world, batch, state.critic, gamma, training, estimate);
        break;
      case 'gae':
        generalisedAdvantage(world, batch, state.critic, gamma, training.gaeLambda, scale, estimate);
        break;
    }
    if (training.estimator !== 'exact' && training.unvisited === 'zero') estimate.known.fill(1);
    if (training.bias === 0) return;
    for (const { pair, factor } of biasedPairs(training.biasPairs, model.states, model.actions)) {
      estimate.advantage[pair] = estimate.advantage[pair]! + training.bias * factor;
    }
  }

  /** V of the uniform policy, where learning starts from another. */
  #uniformValue(): Float64Array | undefined {
    if (this.world.initialPolicy === undefined) return undefined;
    const value = new Float64Array(this.world.model.states);
    this.#evaluator.prepare(uniformPolicy(this.world), this.#config.training.gamma);
    this.#evaluator.solveValue(value);
    return value;
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
      this.#method.repeats(run) &&
      !this.#changes.some((change) => change.iteration >= this.#state.iteration)
    );
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

function domainOf(
  absorbing: Uint8Array,
  starts: readonly Float64Array[],
  best: Float64Array,
): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let s = 0; s < best.length; s += 1) {
    if (absorbing[s] === 1) continue;
    low = Math.min(low, ...starts.map((start) => start[s]!), best[s]!);
    high = Math.max(high, best[s]!);
  }
  return low <= high ? [low, high] : [0, 1];
}
