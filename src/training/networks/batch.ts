import type { TrainingSettings } from '../../config/training-fields.ts';
import type { Problem } from '../../trust-regions/trust-region.ts';
import type { Actors } from './actors.ts';
import type { PlainForward } from './layout.ts';
import type { Network } from './network.ts';
import type { ObservationScale } from './observations.ts';
import { categoricalHead, type PolicyHead } from './policy-head.ts';

/** What one iteration's acting brought: T vector steps of E environments, [T·E] row by row. */
export interface Batch {
  readonly size: number;
  /** E */
  readonly environments: number;
  readonly states: Float64Array;
  /** scaled */
  readonly seen: Float32Array;
  readonly seenNext: Float32Array;
  readonly reward: Float64Array;
  readonly ending: Uint8Array;
  /** [size·actionSize] as drawn, before any clipping */
  readonly action: Float64Array;
}

/** How a policy acts: draws from a row of its network's outputs, and what the task is given for it. */
export interface Acting {
  readonly head: PolicyHead;
  readonly normal: () => number;
  /** Writes what the task gets for the drawn action at `from`. */
  readonly taken: (drawn: Float64Array, from: number, out: Float64Array) => void;
}

/** Acting with one of n actions. */
export function discreteActing(n: number): Acting {
  return {
    head: categoricalHead(n),
    normal: () => NaN,
    taken: (drawn, from, out) => {
      out[0] = drawn[from]!;
    },
  };
}

/** Acts in all environments by a policy until so many steps are taken. */
export function collect(
  actors: Actors,
  scale: ObservationScale,
  plain: PlainForward,
  weights: Float32Array,
  steps: number,
  { head, normal, taken }: Acting,
  uniform: () => number,
): Batch {
  const { world } = actors;
  const width = world.variables.length;
  const wide = world.observationSize;
  const size = Math.max(1, Math.round(steps / actors.count)) * actors.count;
  const batch: Batch = {
    size,
    environments: actors.count,
    states: new Float64Array(size * width),
    seen: new Float32Array(size * wide),
    seenNext: new Float32Array(size * wide),
    reward: new Float64Array(size),
    ending: new Uint8Array(size),
    action: new Float64Array(size * head.actionSize),
  };
  const raw = new Float64Array(wide);
  const output = new Float64Array(head.outputs);
  const action = new Float64Array(head.actionSize);
  for (let k = 0; k < size; k += 1) {
    const environment = k % actors.count;
    const state = actors.state(environment);
    batch.states.set(state, k * width);
    world.observe(state, raw, 0);
    scale.count(raw, 0);
    scale.write(raw, 0, batch.seen, k * wide);
    plain.run(weights, batch.seen, k * wide, output);
    head.draw(output, 0, uniform, normal, batch.action, k * head.actionSize);
    taken(batch.action, k * head.actionSize, action);
    const { reward, ending } = actors.step(environment, action, uniform, (next) => {
      world.observe(next, raw, 0);
      scale.write(raw, 0, batch.seenNext, k * wide);
    });
    batch.reward[k] = reward;
    batch.ending[k] = ending;
  }
  return batch;
}

/** One pass over the batch in minibatches of random order; gives the mean of what `slope` gives. */
export function onePass(
  network: Network,
  { size, seen }: Batch,
  { minibatch }: Pick<TrainingSettings, 'minibatch'>,
  rate: number,
  uniform: () => number,
  slope: (output: Float32Array, k: number, at: number, slopes: Float32Array, rows: number) => number,
  mostNorm?: number,
): number {
  const wide = network.layout.sizes[0]!;
  const out = network.layout.sizes.at(-1)!;
  const rows = Math.min(minibatch, size);
  const order = shuffled(size, uniform);
  let sum = 0;
  for (let from = 0; from + rows <= size; from += rows) {
    const inputs = new Float32Array(rows * wide);
    for (let at = 0; at < rows; at += 1) {
      const k = order[from + at]!;
      inputs.set(seen.subarray(k * wide, (k + 1) * wide), at * wide);
    }
    const output = network.forward(inputs, rows, true);
    const slopes = new Float32Array(rows * out);
    for (let at = 0; at < rows; at += 1) sum += slope(output, order[from + at]!, at, slopes, rows);
    network.learn(slopes, rate, mostNorm);
  }
  return sum / (Math.floor(size / rows) * rows);
}

/** The first states of a problem, of equal weights that sum to 1. */
export function firstStates(problem: Problem, states: number): Problem {
  return { ...problem, states, weight: new Float64Array(states).fill(1 / states) };
}

function shuffled(count: number, uniform: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    const j = Math.floor(uniform() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
