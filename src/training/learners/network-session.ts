import { settingsAt, type Change } from '../../config/playground-config.ts';
import { isPhysicsKind, loadDynamics, makeTask } from '../../environments/registry.ts';
import { SLICE_SIDE } from '../../environments/picture.ts';
import type { PhysicsWorld } from '../../environments/physics.ts';
import { StreamDealer } from '../../math/random.ts';
import type { GradientMethod, MassMethod, Method } from '../../methods/method.ts';
import { methodOf } from '../../methods/registry.ts';
import type { Point } from '../../trust-regions/trust-region.ts';
import type { Frame } from '../frame.ts';
import { digest, MEASURES, writeRow } from '../measure.ts';
import type { Session, SessionConfig, SliceView } from '../session.ts';
import { BranchLearner } from './branch-learner.ts';
import { CategoricalLearner } from './categorical-learner.ts';
import { GradientLearner } from './gradient-learner.ts';
import type { IterationReport, IterationSettings, Learner } from './learner.ts';
import { ReplayLearner } from './replay-learner.ts';
import { slicePoints } from './slice-points.ts';

/** Where a session stands, beside its learner. */
interface Standing {
  iteration: number;
  dealer: StreamDealer;
  /** environment steps, steps of the simulator beyond them, and milliseconds, so far */
  steps: number;
  ahead: number;
  elapsed: number;
  /** measures of this iteration [MEASURES] */
  row: Float64Array;
  point: Point | null;
  memory: unknown;
  note: string;
}

/** What is drawn before a reader looks anywhere else: the middle of the first slice. */
const FIRST_LOOK: SliceView = { slice: 0, state: (SLICE_SIDE * SLICE_SIDE - 1) / 2, rest: [] };

/**
 * Networks in training on a physics task. Each iteration takes the same number of environment steps in every column.
 *
 * The same config gives the same bits at the same iteration on the same WebAssembly backend, however iterations are grouped.
 */
export class NetworkSession implements Session {
  /** Nobody knows the best policy of a physics task. */
  readonly reference = null;
  readonly #config: SessionConfig;
  readonly #now: () => number;
  readonly #world: PhysicsWorld;
  readonly #method: Method;
  readonly #learner: Learner;
  #changes: readonly Change[];
  #at: Standing;
  #looked = FIRST_LOOK;

  /** Loads what moves the task, its engine first if it has one. The backend must be ready. */
  static async open(config: SessionConfig, now: () => number): Promise<NetworkSession> {
    const { kind, parameters } = config.world;
    if (!isPhysicsKind(kind)) throw new TypeError(`${kind} is not a physics task.`);
    const world = makeTask(kind, parameters);
    const dynamics = await loadDynamics(kind, parameters);
    const dealer = new StreamDealer(config.seed);
    const method = methodOf(config.run.method);
    const Learning =
      method.mover.kind === 'gradient'
        ? GradientLearner
        : world.actions.kind === 'discrete'
          ? CategoricalLearner
          : config.training.learner === 'branch'
            ? BranchLearner
            : ReplayLearner;
    const making = { world, dynamics, training: config.training, dealer };
    const learner = new Learning(making, method as MassMethod & GradientMethod);
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
    this.#method = methodOf(config.run.method);
    this.#learner = learner;
    const row = new Float64Array(MEASURES);
    writeRow(row, 0, { iteration: 0, steps: 0, ahead: 0, simulated: 0, elapsed: 0 });
    this.#at = {
      iteration: 0,
      dealer,
      steps: 0,
      ahead: 0,
      elapsed: 0,
      row,
      point: null,
      // rows are made at the states of each batch: there is no table to remember
      memory: this.#method.open(0, 0),
      note: 'The policy before learning.',
    };
  }

  get iteration(): number {
    return this.#at.iteration;
  }

  digest(): string {
    const { policy, critic } = this.#learner.numbers();
    return digest(Float64Array.from(policy), Float64Array.from(critic));
  }

  setChanges(changes: readonly Change[]): void {
    this.#changes = changes;
  }

  /** Which slice, which of its cells, and where the other variables are, frames are to show. */
  showSlice({ slice, state, rest }: SliceView): void {
    this.#looked = { slice, rest, state: Math.min(SLICE_SIDE * SLICE_SIDE - 1, Math.max(0, state)) };
  }

  advance(count: number): Frame {
    const rows = new Float64Array(count * MEASURES);
    for (let n = 0; n < count; n += 1) {
      this.#iterate();
      rows.set(this.#at.row, n * MEASURES);
    }
    return this.frame(rows);
  }

  frame(rows: Float64Array = this.#at.row.slice()): Frame {
    const { iteration, point, row, note } = this.#at;
    const { slice, state } = this.#looked;
    const points = slicePoints(this.#world, this.#looked);
    const settings = this.#settings(Math.max(0, iteration - 1));
    const content = this.#learner.content({ points, state, settings, point });
    const { latest, best } = this.#learner.env;
    return { ...content, iteration, point, row: row.slice(), rows, settled: false, note, slice, latest, best };
  }

  snapshot(): unknown {
    const at = this.#at;
    return {
      learner: this.#learner.snapshot(),
      at: { ...at, dealer: at.dealer.state(), row: at.row.slice(), memory: this.#method.copy(at.memory) },
    };
  }

  keeps(snapshot: unknown): boolean {
    return this.#learner.keeps((snapshot as { readonly learner: unknown }).learner);
  }

  restore(snapshot: unknown): void {
    const { learner, at } = snapshot as {
      readonly learner: unknown;
      readonly at: Omit<Standing, 'dealer'> & { readonly dealer: readonly number[] };
    };
    this.#learner.restore(learner);
    const { dealer, row, memory, ...rest } = at;
    this.#at = { ...rest, dealer: new StreamDealer(dealer), row: row.slice(), memory: this.#method.copy(memory) };
  }

  close(): void {
    this.#learner.dispose();
  }

  #settings(iteration: number): IterationSettings {
    const config = { training: this.#config.training, changes: this.#changes };
    const { run, training } = settingsAt(config, this.#config.run, 0, iteration);
    return { iteration, run, training, memory: this.#at.memory };
  }

  #iterate(): void {
    const began = this.#now();
    const at = this.#at;
    const settings = this.#settings(at.iteration);
    const report = this.#learner.iterate(settings, at.dealer);
    if (report.point !== null) {
      at.point = report.point;
      this.#method.remember(at.memory, { point: report.point, radius: report.radius }, at.iteration);
    }
    if (!this.#learner.numbers().policy.every(Number.isFinite)) {
      throw new Error('The network’s weights are no finite numbers any more: a smaller learning rate may help.');
    }
    const { count } = this.#learner.env;
    const taken = Math.max(1, Math.round(settings.training.iterationSteps / count)) * count;
    const took = this.#now() - began;
    at.steps += taken;
    at.ahead += report.ahead;
    at.elapsed += took;
    at.iteration += 1;
    at.note = report.note;
    at.row = new Float64Array(MEASURES);
    this.#writeRow(report, took, taken);
  }

  #writeRow({ point, radius, measures }: IterationReport, took: number, taken: number): void {
    const { row, iteration, steps, ahead, elapsed } = this.#at;
    writeRow(row, 0, {
      ...measures,
      ...(point === null ? {} : { beta: point.beta, share: point.share, lambda: point.lambda ?? NaN }),
      iteration,
      sampledReturn: this.#learner.env.meanReturn,
      radius,
      slack: radius - (measures.spent ?? NaN),
      steps,
      ahead,
      simulated: steps + ahead,
      milliseconds: took,
      elapsed,
      speed: (1000 * taken) / took,
    });
  }
}
