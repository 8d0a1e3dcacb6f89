import { sha256 } from '@noble/hashes/sha2.js';
import { StreamDealer } from '../../math/random.ts';
import type { Dynamics, PhysicsWorld } from '../physics.ts';

/** The first 16 hexadecimal digits of SHA-256 over states and rewards of 300 steps with random actions from seed 1. */
export function trajectoryDigest(world: PhysicsWorld, dynamics: Dynamics, steps = 300): string {
  if (world.actions.kind !== 'box') throw new Error('These trajectories have actions of a box; this world has names.');
  const { components } = world.actions;
  const { uniform } = new StreamDealer(1).next();
  const size = world.variables.length;
  let state = new Float64Array(size);
  let next = new Float64Array(size);
  const view = new DataView(new ArrayBuffer(8 * steps * (size + 1)));
  let at = 0;
  const write = (value: number): void => {
    // + 0 makes one of the two zeros
    view.setFloat64(at, value + 0, true);
    at += 8;
  };
  dynamics.reset(uniform, state);
  for (let step = 0; step < steps; step += 1) {
    const action = components.map(({ low, high }) => low + (high - low) * uniform());
    write(dynamics.step(state, action, next));
    next.forEach(write);
    [state, next] = [next, state];
    if (dynamics.terminated(state)) dynamics.reset(uniform, state);
  }
  return [...sha256(new Uint8Array(view.buffer)).subarray(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
