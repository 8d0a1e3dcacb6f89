import { sha256 } from '@noble/hashes/sha2.js';

/** The columns of a metrics row, in order. Those that speak of a step are NaN at iteration 0. */
export const measures = [
  { key: 'iteration', label: 'iteration', unit: '' },
  { key: 'return', label: 'expected return', unit: 'discounted reward' },
  { key: 'gap', label: 'distance to the optimum', unit: 'discounted reward' },
  { key: 'sampledReturn', label: 'mean sampled return', unit: 'undiscounted reward' },
  { key: 'beta', label: 'multiplier β', unit: 'advantage per distance' },
  { key: 'share', label: 'share of tied mass moved θ', unit: '' },
  { key: 'lambda', label: 'entropic weight λ', unit: '' },
  { key: 'radius', label: 'radius δ', unit: 'distance' },
  { key: 'spent', label: 'left side of the constraint', unit: 'distance' },
  { key: 'slack', label: 'constraint slack', unit: 'distance' },
  { key: 'variation', label: 'total variation', unit: 'probability' },
  { key: 'kl', label: 'KL(π′‖π)', unit: 'nats' },
  { key: 'wasserstein', label: 'Wasserstein distance', unit: 'cost' },
  { key: 'sinkhorn', label: 'Sinkhorn distance at the measuring λ', unit: 'cost' },
  { key: 'transport', label: 'transport cost of the plan', unit: 'cost' },
  { key: 'entropy', label: 'entropy', unit: 'nats' },
  { key: 'criticLoss', label: 'critic loss', unit: 'scaled squared error' },
  { key: 'fitError', label: 'fit error', unit: 'distance from the target' },
  { key: 'speed', label: 'steps a second', unit: 'environment steps/s' },
  { key: 'steps', label: 'environment steps', unit: 'steps' },
  { key: 'milliseconds', label: 'time of the iteration', unit: 'ms' },
  { key: 'elapsed', label: 'time of all iterations', unit: 'ms' },
] as const;

export type Measure = (typeof measures)[number]['key'];
export const MEASURES = measures.length;

/** Position of each measure in a row. */
export const measureIndex = Object.fromEntries(measures.map(({ key }, index) => [key, index])) as Readonly<
  Record<Measure, number>
>;

/** Counts the changes of the numbers that a link gives. Digests of version 1 had no version. */
const NUMERICS = 2;

/**
 * Digest of a policy and its values: the version of the numerics, and the first 16 hexadecimal digits of SHA-256 over their bits,
 * little-endian. So an old digest is told apart from a wrong one.
 */
export function digest(policy: Float64Array, value: Float64Array): string {
  const bytes = new Uint8Array((policy.length + value.length) * 8);
  const view = new DataView(bytes.buffer);
  // + 0 makes one of the two zeros
  policy.forEach((entry, i) => view.setFloat64(i * 8, entry + 0, true));
  value.forEach((entry, i) => view.setFloat64((policy.length + i) * 8, entry + 0, true));
  const hash = [...sha256(bytes).subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${NUMERICS}.${hash}`;
}
