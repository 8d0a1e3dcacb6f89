import type { Dynamics, PhysicsWorld } from '../../environments/physics.ts';
import type { Normaliser } from '../experience/normaliser.ts';
import type { ValueCritic } from './value-critic.ts';

/** What values states: a critic, and the normaliser by which it sees them. */
export interface Valued {
  readonly world: PhysicsWorld;
  readonly dynamics: Dynamics;
  readonly critic: ValueCritic;
  readonly normaliser: Normaliser;
}

/**
 * A(s,a) = r + γ V(s′) − Σ_a π (r + γ V(s′)) for every action at every state: the task's equations are pure, so one can look ahead.
 * @param states [count·variables]
 * @param policy [count·N]
 */
export function lookAhead(
  { world, dynamics, critic, normaliser }: Valued,
  states: Float64Array,
  count: number,
  policy: Float64Array,
  gamma: number,
): Float64Array {
  const n = policy.length / count;
  const width = world.variables.length;
  const wide = world.observationSize;
  const advantage = new Float64Array(count * n);
  const inputs = new Float32Array(count * n * wide);
  const goesOn = new Uint8Array(count * n);
  const next = new Float64Array(width);
  const raw = new Float64Array(wide);
  const action = new Float64Array(1);
  for (let pair = 0; pair < count * n; pair += 1) {
    const k = Math.floor(pair / n);
    action[0] = pair % n;
    advantage[pair] = dynamics.step(states.subarray(k * width, (k + 1) * width), action, next);
    goesOn[pair] = dynamics.terminated(next) ? 0 : 1;
    world.observe(next, raw, 0);
    normaliser.normalise(raw, 0, inputs, pair * wide);
  }
  const values = critic.network.forward(inputs, count * n);
  const worth = gamma * critic.unit;
  for (let k = 0; k < count; k += 1) {
    let mean = 0;
    for (let pair = k * n; pair < (k + 1) * n; pair += 1) {
      advantage[pair] = advantage[pair]! + (goesOn[pair] === 1 ? worth * values[pair]! : 0);
      mean += policy[pair]! * advantage[pair]!;
    }
    for (let pair = k * n; pair < (k + 1) * n; pair += 1) advantage[pair] = advantage[pair]! - mean;
  }
  return advantage;
}
