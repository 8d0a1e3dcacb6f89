import { unsaid } from '../../copy/say.ts';
import type { Dynamics, PhysicsWorld } from '../../environments/physics.ts';
import type { Episode } from '../frame.ts';

/** Everything that the next step of the environments depends on. */
interface VectorEnvState {
  readonly states: readonly Float64Array[];
  readonly ages: Int32Array;
  readonly totals: Float64Array;
  readonly path: readonly number[];
  readonly latest: Episode | null;
  readonly best: Episode | null;
  readonly recent: readonly number[];
}

/** Returns whose mean is reported. */
const RECENT = 10;

/**
 * Parallel environments under one policy, stepped in turn. The first one is recorded, episode by episode.
 */
export class VectorEnv {
  readonly world: PhysicsWorld;
  readonly count: number;
  readonly #dynamics: Dynamics;
  #states: Float64Array[];
  #next: Float64Array;
  #ages: Int32Array;
  #totals: Float64Array;
  #path: number[] = [];
  latest: Episode | null = null;
  best: Episode | null = null;
  /** Returns of the last episodes that ended, oldest first. */
  #recent: number[] = [];

  constructor(world: PhysicsWorld, dynamics: Dynamics, count: number, uniform: () => number) {
    this.world = world;
    this.count = count;
    this.#dynamics = dynamics;
    const width = world.variables.length;
    this.#states = Array.from({ length: count }, () => new Float64Array(width));
    this.#next = new Float64Array(width);
    this.#ages = new Int32Array(count);
    this.#totals = new Float64Array(count);
    for (const state of this.#states) dynamics.reset(uniform, state);
    this.#path.push(...this.#states[0]!);
  }

  /** Mean return of the last ten episodes; NaN before the first has ended. */
  get meanReturn(): number {
    return this.#recent.length === 0 ? NaN : this.#recent.reduce((sum, x) => sum + x, 0) / this.#recent.length;
  }

  state(environment: number): Float64Array {
    return this.#states[environment]!;
  }

  /**
   * Takes an action in one environment.
   * @param onNext called with the state after the step, before any reset
   * @returns the reward and how the episode stands: 0 goes on, 1 ended by itself, 2 cut off
   * @throws Error where the reward or the state is no number any more
   */
  step(
    environment: number,
    action: ArrayLike<number>,
    uniform: () => number,
    onNext: (next: Float64Array) => void,
  ): { readonly reward: number; readonly ending: 0 | 1 | 2 } {
    const state = this.#states[environment]!;
    const next = this.#next;
    const reward = this.#dynamics.step(state, action, next);
    if (!Number.isFinite(reward)) {
      throw new Error(
        unsaid('The simulation exploded: a reward of {reward} came back, expected a finite number.', { reward }),
      );
    }
    for (let i = 0; i < next.length; i += 1) {
      // such a state would end the episode as if by itself, and what is learned from it would be no number either
      if (!Number.isFinite(next[i]!)) {
        throw new Error(
          unsaid('The simulation exploded: a state with {seen} came back, expected finite numbers.', {
            seen: next[i]!,
          }),
        );
      }
    }
    this.#states[environment] = next;
    this.#next = state;
    this.#ages[environment] = this.#ages[environment]! + 1;
    this.#totals[environment] = this.#totals[environment]! + reward;
    onNext(next);
    if (environment === 0) this.#path.push(...next);
    const ending = this.#dynamics.terminated(next) ? 1 : this.#ages[environment] >= this.world.horizon ? 2 : 0;
    if (ending > 0) this.#finish(environment, uniform);
    return { reward, ending };
  }

  #finish(environment: number, uniform: () => number): void {
    const total = this.#totals[environment]!;
    this.#recent.push(total);
    if (this.#recent.length > RECENT) this.#recent.shift();
    this.#ages[environment] = 0;
    this.#totals[environment] = 0;
    this.#dynamics.reset(uniform, this.#states[environment]!);
    if (environment !== 0) return;
    const steps = this.#path.length / this.world.variables.length - 1;
    this.latest = { states: Float32Array.from(this.#path), total, steps };
    if (this.best === null || total > this.best.total) this.best = this.latest;
    this.#path = [...this.#states[0]!];
  }

  snapshot(): VectorEnvState {
    return {
      states: this.#states.map((state) => state.slice()),
      ages: this.#ages.slice(),
      totals: this.#totals.slice(),
      path: [...this.#path],
      latest: this.latest,
      best: this.best,
      recent: [...this.#recent],
    };
  }

  restore(snapshot: unknown): void {
    const from = snapshot as VectorEnvState;
    this.#states = from.states.map((state) => state.slice());
    this.#ages = from.ages.slice();
    this.#totals = from.totals.slice();
    this.#path = [...from.path];
    this.latest = from.latest;
    this.best = from.best;
    this.#recent = [...from.recent];
  }
}
