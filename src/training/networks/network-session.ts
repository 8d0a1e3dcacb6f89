import { methods, trustRegionOf } from '../../config/methods.ts';
import type { Change } from '../../config/playground-config.ts';
import { settingsAt } from '../../config/playground-config.ts';
import { isPhysicsKind, loadDynamics, makeTask } from '../../environments/registry.ts';
import { SLICE_SIDE } from '../../environments/picture.ts';
import type { PhysicsWorld } from '../../environments/physics.ts';
import { StreamDealer } from '../../math/random.ts';
import { lambdaAt } from '../../trust-regions/schedule.ts';
import type { Frame, StepRecord } from '../frame.ts';
import { digest, measureIndex, MEASURES, type Measure } from '../measure.ts';
import type { Session, SessionConfig } from '../session.ts';
import { CategoricalLearner } from './categorical-learner.ts';
import { GradientLearner } from './gradient-learner.ts';
import { GaussianLearner } from './gaussian-learner.ts';
import type { IterationReport, IterationSettings, Learner } from './learner.ts';
import { slicePoints } from './slice.ts';

interface SessionState {
  readonly learner: unknown;
  readonly iteration: number;
  readonly dealer: readonly number[];
  readonly steps: number;
  readonly elapsed: number;
  readonly row: Float64Array;
  readonly step: StepRecord | null;
  readonly lastOptimum: IterationSettings['lastOptimum'];
  readonly note: string;
}

/**
 * Networks in training on a physics task. Each iteration takes the same number of environment steps in every column.
 *
 * The same config gives the same bits at the same iteration on the same WebAssembly backend, however iterations are grouped.
 */
export class NetworkSession implements Session {
  readonly #config: SessionConfig;
  readonly #now: () => number;
  readonly #world: PhysicsWorld;
  readonly #learner: Learner;
  #changes: readonly Change[];
  #dealer: StreamDealer;
  #iteration = 0;
  #steps = 0;
  #elapsed = 0;
  #row: Float64Array;
  #step: StepRecord | null = null;
  #lastOptimum: IterationSettings['lastOptimum'] = null;
  #note = 'The policy before learning.';
  #slice = 0;
  #rest: readonly number[] = [];
  #state = (SLICE_SIDE * SLICE_SIDE - 1) / 2;

  /** Loads what moves the task, its engine first if it has one. The backend must be ready. */
  static async open(config: SessionConfig, now: () => number): Promise<NetworkSession> {
    const { kind, parameters } = config.world;
    if (!isPhysicsKind(kind)) throw new TypeError(`${kind} is not a physics task.`);
    const world = makeTask(kind, parameters);
    const dynamics = await loadDynamics(kind, parameters);
    const dealer = new StreamDealer(config.seed);
    const { actions } = world;
    const { training } = config;
    const region = trustRegionOf(config.run.method);
    const learner =
      region === null
        ? new GradientLearner(world, dynamics, training, config.run.method, dealer)
        : actions.kind === 'discrete'
          ? new CategoricalLearner(world, dynamics, actions.actions, training, region, dealer)
          : new GaussianLearner(world, dynamics, actions.components, training, region, dealer);
    return new NetworkSession(config, now, world, learner, dealer);
  }

  private constructor(
    config: SessionConfig,
    now: () => number,
    world: PhysicsWorld,
    learner: Learner,
    dealer: StreamDealer,
  ) {
    this.#config = config;
    this.#changes = config.changes;
    this.#now = now;
    this.#world = world;
    this.#learner = learner;
    this.#dealer = dealer;
    this.#row = new Float64Array(MEASURES).fill(NaN);
    for (const measure of ['iteration', 'steps', 'elapsed'] as const) this.#row[measureIndex[measure]] = 0;
  }

  get iteration(): number {
    return this.#iteration;
  }

  digest(): string {
    const { policy, critic } = this.#learner.numbers();
    return digest(Float64Array.from(policy), Float64Array.from(critic));
  }

  setChanges(changes: readonly Change[]): void {
    this.#changes = changes;
  }

  /** Which slice, which of its cells, and where the other variables are, frames are to show. */
  look(slice: number, state: number, rest: readonly number[]): void {
    this.#slice = slice;
    this.#rest = rest;
    this.#state = Math.min(SLICE_SIDE * SLICE_SIDE - 1, Math.max(0, state));
  }

  advance(count: number): Frame {
    const rows = new Float64Array(count * MEASURES);
    for (let n = 0; n < count; n += 1) {
      this.#iterate();
      rows.set(this.#row, n * MEASURES);
    }
    return this.frame(rows);
  }

  frame(rows: Float64Array = this.#row.slice()): Frame {
    const step = this.#step;
    const points = slicePoints(this.#world, this.#slice, this.#rest);
    const settings = this.#settings(Math.max(0, this.#iteration - 1));
    const lambda = step?.lambda ?? settings.lambda;
    const view = this.#learner.view(points, this.#state, { ...settings, lambda }, step);
    const { actors } = this.#learner;
    return {
      iteration: this.#iteration,
      policy: view.policy,
      previous: view.previous,
      advantage: view.advantage,
      weight: new Float64Array(points.count).fill(1 / points.count),
      known: new Uint8Array(points.count).fill(step === null ? 0 : 1),
      value: view.value,
      episode: new Int32Array(0),
      step,
      row: this.#row.slice(),
      rows,
      settled: false,
      note: this.#note,
      physics: {
        slice: this.#slice,
        gaussian: view.gaussian,
        particles: view.particles,
        target: view.target,
        latest: actors.latest,
        best: actors.best,
      },
    };
  }

  snapshot(): unknown {
    const state: SessionState = {
      learner: this.#learner.snapshot(),
      iteration: this.#iteration,
      dealer: this.#dealer.state(),
      steps: this.#steps,
      elapsed: this.#elapsed,
      row: this.#row.slice(),
      step: this.#step,
      lastOptimum: this.#lastOptimum,
      note: this.#note,
    };
    return state;
  }

  keeps(snapshot: unknown): boolean {
    return this.#learner.keeps((snapshot as SessionState).learner);
  }

  restore(snapshot: unknown): void {
    const from = snapshot as SessionState;
    this.#learner.restore(from.learner);
    this.#iteration = from.iteration;
    this.#dealer = new StreamDealer(from.dealer);
    this.#steps = from.steps;
    this.#elapsed = from.elapsed;
    this.#row = from.row.slice();
    this.#step = from.step;
    this.#lastOptimum = from.lastOptimum;
    this.#note = from.note;
  }

  close(): void {
    this.#learner.dispose();
  }

  #settings(iteration: number): IterationSettings {
    const config = { training: this.#config.training, changes: this.#changes };
    const { run, training } = settingsAt(config, this.#config.run, 0, iteration);
    const lambda = lambdaAt(run.lambdaRule, run.lambda, iteration);
    return { iteration, run, training, lambda, lastOptimum: this.#lastOptimum };
  }

  #iterate(): void {
    const began = this.#now();
    const settings = this.#settings(this.#iteration);
    const report = this.#learner.iterate(settings, this.#dealer);
    if (report.step !== null) {
      this.#step = report.step;
      if (!Number.isNaN(report.radius)) this.#lastOptimum = { beta: report.step.beta, iteration: this.#iteration };
    }
    if (!this.#learner.numbers().policy.every(Number.isFinite)) {
      throw new Error('The network’s weights are no finite numbers any more: a smaller learning rate may help.');
    }
    const { count } = this.#learner.actors;
    const taken = Math.max(1, Math.round(settings.training.iterationSteps / count)) * count;
    const took = this.#now() - began;
    this.#steps += taken;
    this.#elapsed += took;
    this.#iteration += 1;
    this.#note = report.note;
    this.#writeRow(report, took, taken);
  }

  #writeRow(report: IterationReport, took: number, taken: number): void {
    const row = new Float64Array(MEASURES).fill(NaN);
    const write = (measure: Measure, value: number): void => {
      row[measureIndex[measure]] = value;
    };
    write('iteration', this.#iteration);
    write('sampledReturn', this.#learner.actors.meanReturn);
    if (report.step !== null) {
      write('beta', report.step.beta);
      write('share', report.step.share);
      if (methods[this.#config.run.method].usesLambda) write('lambda', report.step.lambda);
    }
    write('radius', report.radius);
    write('spent', report.spent);
    write('slack', report.radius - report.spent);
    write('variation', report.variation);
    write('kl', report.kl);
    write('wasserstein', report.wasserstein);
    write('sinkhorn', report.sinkhorn);
    write('transport', report.transport);
    write('entropy', report.entropy);
    write('criticLoss', report.criticLoss);
    write('fitError', report.fitError);
    write('steps', this.#steps);
    write('milliseconds', took);
    write('elapsed', this.#elapsed);
    write('speed', (1000 * taken) / took);
    this.#row = row;
  }
}
