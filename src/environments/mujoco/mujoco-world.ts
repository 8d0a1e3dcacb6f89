import type { Dynamics } from '../physics.ts';
import { loadMujoco, type MainModule, type MjData, type MjModel } from './engine.ts';

/** What a world adds to its model. A state is every position followed by every velocity: [qpos, qvel]; a body that turns freely has four positions of its turn and three velocities. */
export interface MujocoTask {
  /** The model, in MuJoCo's XML. Its option `autoreset` must be off. */
  readonly xml: () => string;
  /** Steps of MuJoCo for each step of the task. */
  readonly frameSkip: number;
  readonly reset: Dynamics['reset'];
  /** @param action after clipping */
  readonly reward: (before: Float64Array, action: Float64Array, after: Float64Array) => number;
  /** Whether a state, of which every entry is a number, ends the episode. */
  readonly terminated: (state: Float64Array) => boolean;
}

/** MuJoCo's own bound of what counts as a number (`mjMAXVAL`). */
const LARGEST = 1e10;

/** Loads MuJoCo if need be, and compiles a world's model. */
export async function loadMujocoWorld(task: MujocoTask): Promise<Dynamics> {
  return new MujocoDynamics(await loadMujoco(), task);
}

/**
 * A MuJoCo model as pure dynamics: everything that MuJoCo keeps from one step to the next (positions, velocities,
 * controls, time, and the acceleration from which its solver starts) is written before each step.
 */
class MujocoDynamics implements Dynamics {
  readonly reset: Dynamics['reset'];
  readonly #mujoco: MainModule;
  readonly #task: MujocoTask;
  readonly #model: MjModel;
  readonly #data: MjData;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #action: Float64Array;
  readonly #positions: number;
  #views: Views;
  #disposed = false;

  constructor(mujoco: MainModule, task: MujocoTask) {
    this.reset = task.reset;
    this.#mujoco = mujoco;
    this.#task = task;
    this.#model = mujoco.MjModel.from_xml_string(task.xml());
    this.#data = new mujoco.MjData(this.#model);
    const range = this.#model.actuator_ctrlrange as Float64Array;
    this.#low = range.filter((_, i) => i % 2 === 0);
    this.#high = range.filter((_, i) => i % 2 === 1);
    this.#action = new Float64Array(this.#low.length);
    this.#positions = this.#model.nq;
    this.#views = viewsOf(this.#data);
  }

  readonly step = (state: Float64Array, action: ArrayLike<number>, next: Float64Array): number => {
    if (this.#disposed) throw new Error('This world was disposed of; load it again to step it.');
    if (!isState(state) || !this.#clip(action)) return exploded(next);
    // when WebAssembly's memory grows, views of it become empty
    if (this.#views.qpos.length === 0) this.#views = viewsOf(this.#data);
    const { qpos, qvel, ctrl, warmstart } = this.#views;
    const positions = this.#positions;
    for (let i = 0; i < positions; i++) qpos[i] = state[i]!;
    for (let i = 0; i < qvel.length; i++) qvel[i] = state[positions + i]!;
    ctrl.set(this.#action);
    warmstart.fill(0);
    this.#data.time = 0;
    for (let i = 0; i < this.#task.frameSkip; i++) this.#mujoco.mj_step(this.#model, this.#data);
    const after = qpos.length === 0 ? (this.#views = viewsOf(this.#data)) : this.#views;
    next.set(after.qpos, 0);
    next.set(after.qvel, positions);
    if (isState(next)) return this.#task.reward(state, this.#action, next);
    // nothing of an explosion may outlive it
    this.#mujoco.mj_resetData(this.#model, this.#data);
    return exploded(next);
  };

  readonly terminated = (state: Float64Array): boolean => !isState(state) || this.#task.terminated(state);

  readonly dispose = (): void => {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#data.delete();
    this.#model.delete();
  };

  /** Whether the action is one: it is then kept, clipped to the box. */
  #clip(action: ArrayLike<number>): boolean {
    for (let i = 0; i < this.#action.length; i++) {
      const asked = action[i]!;
      if (!(asked === asked)) return false;
      this.#action[i] = Math.min(Math.max(asked, this.#low[i]!), this.#high[i]!);
    }
    return true;
  }
}

/** Live views of MuJoCo's memory. */
interface Views {
  readonly qpos: Float64Array;
  readonly qvel: Float64Array;
  readonly ctrl: Float64Array;
  readonly warmstart: Float64Array;
}

function viewsOf(data: MjData): Views {
  return {
    qpos: data.qpos as Float64Array,
    qvel: data.qvel as Float64Array,
    ctrl: data.ctrl as Float64Array,
    warmstart: data.qacc_warmstart as Float64Array,
  };
}

function isState(state: Float64Array): boolean {
  for (let i = 0; i < state.length; i++) if (!(Math.abs(state[i]!) <= LARGEST)) return false;
  return true;
}

function exploded(next: Float64Array): number {
  next.fill(NaN);
  return NaN;
}
