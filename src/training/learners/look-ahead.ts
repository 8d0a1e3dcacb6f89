import type { Dynamics, PhysicsWorld } from '../../environments/physics.ts';
import type { Behaviour } from '../experience/batch.ts';
import type { Normaliser } from '../experience/normaliser.ts';
import type { Network } from '../nets/network.ts';
import type { ValueCritic } from './value-critic.ts';

/** What values states: a critic, and the normaliser by which it sees them. */
export interface Valued {
  readonly world: PhysicsWorld;
  readonly dynamics: Dynamics;
  readonly critic: ValueCritic;
  readonly normaliser: Normaliser;
}

/** n first actions at each of some states. */
interface Starts {
  /** [count·variables] */
  readonly states: Float64Array;
  readonly count: number;
  readonly n: number;
  /** Writes what the task is given for the first action of a branch, from 0 to count·n. */
  readonly act: (branch: number, action: Float64Array) => void;
  /** Is shown every state that a branch comes to. */
  readonly visit?: (branch: number, state: Float64Array) => void;
}

/** How branches go on after their first action. */
interface Following {
  /** H, the first step included. */
  readonly steps: number;
  readonly policy: Network;
  readonly behaviour: Behaviour;
  /** Standard normal numbers: one for each component of an action, state and step, the same for all branches of a state. */
  readonly normal: () => number;
}

/** What branches were worth, and what they cost. */
interface Branches {
  /** [count·n] Σ_h γʰ r_h + γᴴ V(s_H) */
  readonly worth: Float64Array;
  /** Steps of the simulator. */
  readonly steps: number;
}

/**
 * Takes every first action at every state, follows the policy for the steps after it, and lets V say what the rest is worth. A
 * branch that ends by itself is worth what it brought until then, and so is one whose reward or state is no number any more.
 * The dynamics are pure, so this needs no copy of an environment.
 *
 * @param following null looks one step ahead
 */
export function branch(
  { world, dynamics, critic, normaliser }: Valued,
  { states, count, n, act, visit }: Starts,
  gamma: number,
  following: Following | null,
): Branches {
  const all = count * n;
  const width = world.variables.length;
  const wide = world.observationSize;
  const worth = new Float64Array(all);
  const goesOn = new Uint8Array(all).fill(1);
  const current = following === null ? null : new Float64Array(all * width);
  const inputs = new Float32Array(all * wide);
  const next = new Float64Array(width);
  const raw = new Float64Array(wide);
  const action = new Float64Array(following?.behaviour.head.actionSize ?? 1);
  const horizon = following?.steps ?? 1;
  let discount = 1;
  let steps = 0;
  for (let h = 0; h < horizon; h += 1) {
    const follow = h === 0 ? act : followingActs(following!, inputs, count, n);
    for (let b = 0; b < all; b += 1) {
      if (goesOn[b] === 0) continue;
      const from = h === 0 ? Math.floor(b / n) : b;
      const state = (h === 0 ? states : current!).subarray(from * width, (from + 1) * width);
      follow(b, action);
      const reward = dynamics.step(state, action, next);
      steps += 1;
      if (!Number.isFinite(reward) || !next.every(Number.isFinite)) {
        goesOn[b] = 0;
        continue;
      }
      worth[b] = worth[b]! + discount * reward;
      if (dynamics.terminated(next)) goesOn[b] = 0;
      current?.set(next, b * width);
      visit?.(b, next);
      world.observe(next, raw, 0);
      normaliser.normalise(raw, 0, inputs, b * wide);
    }
    discount *= gamma;
  }
  const values = critic.network.forward(inputs, all);
  const unit = discount * critic.unit;
  for (let b = 0; b < all; b += 1) if (goesOn[b] === 1) worth[b] = worth[b]! + unit * values[b]!;
  return { worth, steps };
}

/** What the policy does at the states where the branches stand, with noise that the branches of a state share. */
function followingActs(
  { policy, behaviour: { head, act }, normal }: Following,
  inputs: Float32Array,
  count: number,
  n: number,
): Starts['act'] {
  const output = policy.forward(inputs, count * n);
  const size = head.actionSize;
  const noise = Float64Array.from({ length: count * size }, normal);
  const drawn = new Float64Array(size);
  let at = 0;
  const shared = (): number => noise[at++]!;
  return (b, action) => {
    at = Math.floor(b / n) * size;
    head.draw(output, b * head.outputs, () => NaN, shared, drawn, 0);
    act(drawn, 0, action);
  };
}

/**
 * A(s,a) = r + γ V(s′) − Σ_a π (r + γ V(s′)) for every action at every state.
 * @param states [count·variables]
 * @param policy [count·N]
 */
export function lookAhead(
  valued: Valued,
  states: Float64Array,
  count: number,
  policy: Float64Array,
  gamma: number,
): Float64Array {
  const n = policy.length / count;
  const act: Starts['act'] = (b, action) => {
    action[0] = b % n;
  };
  const { worth } = branch(valued, { states, count, n, act }, gamma, null);
  for (let k = 0; k < count; k += 1) {
    let mean = 0;
    for (let pair = k * n; pair < (k + 1) * n; pair += 1) mean += policy[pair]! * worth[pair]!;
    for (let pair = k * n; pair < (k + 1) * n; pair += 1) worth[pair] = worth[pair]! - mean;
  }
  return worth;
}
