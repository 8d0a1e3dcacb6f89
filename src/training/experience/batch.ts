import type { TrainingSettings } from '../../config/training-fields.ts';
import type { PhysicsWorld } from '../../environments/physics.ts';
import type { PolicyHead, TrainableNetwork } from '../../methods/gradient/network-rule.ts';
import { categoricalHead, gaussianHead } from '../nets/heads.ts';
import type { PlainForward } from '../nets/plain-forward.ts';
import type { Normaliser } from './normaliser.ts';
import type { VectorEnv } from './vector-env.ts';

/** What one iteration's acting brought: T vector steps of E environments, [T·E] row by row. */
export interface Batch {
  readonly size: number;
  /** E */
  readonly environments: number;
  readonly states: Float64Array;
  /** [size·O] normalised observations, and those of the states that followed */
  readonly inputs: Float32Array;
  readonly nextInputs: Float32Array;
  readonly reward: Float64Array;
  readonly ending: Uint8Array;
  /** [size·actionSize] as drawn, before any clipping */
  readonly action: Float64Array;
}

/** How a policy acts: draws from a row of its network's outputs, and what the task is given for it. */
export interface Behaviour {
  readonly head: PolicyHead;
  /** Writes what the task gets for the drawn action at `from`. */
  readonly act: (drawn: Float64Array, from: number, out: Float64Array) => void;
}

/** One of a few actions, or a point of the box: what was drawn beyond it is acted as its edge. */
export function behaviourIn({ actions }: PhysicsWorld): Behaviour {
  if (actions.kind === 'discrete') {
    const act: Behaviour['act'] = (drawn, from, out) => {
      out[0] = drawn[from]!;
    };
    return { head: categoricalHead(actions.actions.length), act };
  }
  return {
    head: gaussianHead(actions.components.length),
    act: (drawn, from, out) => {
      actions.components.forEach(({ low, high }, part) => {
        const acted = Math.min(1, Math.max(-1, drawn[from + part]!));
        out[part] = low + ((acted + 1) / 2) * (high - low);
      });
    },
  };
}

/** Who acts: a policy's weights, by what it sees. */
export interface Actor {
  readonly plain: PlainForward;
  readonly weights: Float32Array;
  readonly normaliser: Normaliser;
  readonly behaviour: Behaviour;
}

/** Acts in all environments by a policy until so many steps are taken. */
export function collect(
  env: VectorEnv,
  { plain, weights, normaliser, behaviour: { head, act } }: Actor,
  steps: number,
  draws: { readonly uniform: () => number; readonly normal: () => number },
): Batch {
  const { world } = env;
  const width = world.variables.length;
  const wide = world.observationSize;
  const size = Math.max(1, Math.round(steps / env.count)) * env.count;
  const batch: Batch = {
    size,
    environments: env.count,
    states: new Float64Array(size * width),
    inputs: new Float32Array(size * wide),
    nextInputs: new Float32Array(size * wide),
    reward: new Float64Array(size),
    ending: new Uint8Array(size),
    action: new Float64Array(size * head.actionSize),
  };
  const raw = new Float64Array(wide);
  const output = new Float64Array(head.outputs);
  const action = new Float64Array(head.actionSize);
  for (let k = 0; k < size; k += 1) {
    const environment = k % env.count;
    const state = env.state(environment);
    batch.states.set(state, k * width);
    world.observe(state, raw, 0);
    normaliser.count(raw, 0);
    normaliser.normalise(raw, 0, batch.inputs, k * wide);
    plain.run(weights, batch.inputs, k * wide, output);
    head.draw(output, 0, draws.uniform, draws.normal, batch.action, k * head.actionSize);
    act(batch.action, k * head.actionSize, action);
    const { reward, ending } = env.step(environment, action, draws.uniform, (next) => {
      world.observe(next, raw, 0);
      normaliser.normalise(raw, 0, batch.nextInputs, k * wide);
    });
    batch.reward[k] = reward;
    batch.ending[k] = ending;
  }
  return batch;
}

/** How far a step of a pass goes. */
interface Pass {
  readonly rate: number;
  /** Largest norm of a gradient. */
  readonly mostNorm?: number | undefined;
}

/** One pass over the batch in minibatches of random order; gives the mean of what `slope` gives. */
export function onePass(
  network: TrainableNetwork,
  { size, inputs: all }: Pick<Batch, 'size' | 'inputs'>,
  { minibatch, rate, mostNorm }: Pick<TrainingSettings, 'minibatch'> & Pass,
  uniform: () => number,
  slope: (output: Float32Array, k: number, at: number, slopes: Float32Array, rows: number) => number,
): number {
  const wide = network.inputs;
  const rows = Math.min(minibatch, size);
  const order = shuffled(size, uniform);
  let sum = 0;
  for (let from = 0; from + rows <= size; from += rows) {
    const inputs = new Float32Array(rows * wide);
    for (let at = 0; at < rows; at += 1) {
      const k = order[from + at]!;
      inputs.set(all.subarray(k * wide, (k + 1) * wide), at * wide);
    }
    const output = network.forward(inputs, rows, true);
    const slopes = new Float32Array(output.length);
    for (let at = 0; at < rows; at += 1) sum += slope(output, order[from + at]!, at, slopes, rows);
    network.learn(slopes, rate, mostNorm);
  }
  return sum / (Math.floor(size / rows) * rows);
}

/** The numbers below `count` in random order. */
export function shuffled(count: number, uniform: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    const j = Math.floor(uniform() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
