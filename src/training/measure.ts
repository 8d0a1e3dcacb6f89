import { sha256 } from '@noble/hashes/sha2.js';

/** One number of an iteration. */
interface MeasureInfo {
  readonly key: string;
  readonly label: string;
  /** "" for a pure number. */
  readonly unit: string;
  /** What stands at an axis, where the unit alone says too little. */
  readonly axis?: string;
  /** True for what falls over many decades: its axis is logarithmic. */
  readonly log?: true;
  /** Where alone it has numbers: in finite worlds, whose optimum is known, or where networks learn. */
  readonly only?: 'tables' | 'networks';
  /** The charts that may show it. */
  readonly charts?: readonly Chart[];
}

/** The live charts, in order. */
export type Chart = 'return' | 'gap' | 'learning' | 'multiplier' | 'movement';

/** The columns of a metrics row, in order. Those that speak of a step are NaN at iteration 0. */
export const measures = [
  { key: 'iteration', label: 'iteration', unit: '' },
  {
    key: 'return',
    only: 'tables',
    label: 'expected return',
    unit: 'discounted reward',
    axis: 'discounted reward',
    charts: ['return'],
  },
  {
    key: 'gap',
    only: 'tables',
    label: 'distance to the optimum',
    unit: 'discounted reward',
    log: true,
    charts: ['gap'],
  },
  { key: 'sampledReturn', label: 'mean sampled return', unit: 'undiscounted reward', charts: ['return'] },
  { key: 'beta', label: 'multiplier β', unit: 'advantage per distance', axis: 'β', log: true, charts: ['multiplier'] },
  { key: 'share', label: 'share of tied mass moved θ', unit: '', charts: ['multiplier'] },
  { key: 'lambda', label: 'entropic weight λ', unit: '', axis: 'λ', log: true, charts: ['multiplier'] },
  { key: 'radius', label: 'radius δ', unit: 'distance' },
  { key: 'spent', label: 'left side of the constraint', unit: 'distance', axis: 'own distance', charts: ['movement'] },
  { key: 'slack', label: 'constraint slack', unit: 'distance', axis: 'own distance', charts: ['movement'] },
  { key: 'variation', label: 'total variation', unit: 'probability', charts: ['movement'] },
  { key: 'kl', label: 'KL(π′‖π)', unit: 'nats', charts: ['movement'] },
  { key: 'wasserstein', label: 'Wasserstein distance', unit: 'cost', charts: ['movement'] },
  { key: 'sinkhorn', label: 'Sinkhorn cost at the measuring λ (may be negative)', unit: 'cost', charts: ['movement'] },
  { key: 'transport', label: 'transport cost of the plan', unit: 'cost', charts: ['movement'] },
  { key: 'entropy', label: 'entropy', unit: 'nats', charts: ['return', 'gap', 'learning'] },
  {
    key: 'criticLoss',
    only: 'networks',
    label: 'critic loss',
    unit: 'scaled squared error',
    log: true,
    charts: ['learning'],
  },
  { key: 'fitError', only: 'networks', label: 'fit error', unit: 'distance from the target', charts: ['learning'] },
  {
    key: 'ranking',
    only: 'networks',
    label: 'agreement of two valuings',
    unit: 'correlation',
    charts: ['learning'],
  },
  { key: 'speed', only: 'networks', label: 'steps a second', unit: 'environment steps/s', charts: ['return'] },
  { key: 'steps', label: 'environment steps', unit: 'steps' },
  { key: 'ahead', only: 'networks', label: 'look-ahead steps', unit: 'steps', charts: ['learning'] },
  { key: 'simulated', label: 'all simulator steps', unit: 'steps' },
  { key: 'milliseconds', label: 'time of the iteration', unit: 'ms', log: true, charts: ['return', 'gap'] },
  { key: 'elapsed', label: 'time of all iterations', unit: 'ms' },
] as const satisfies readonly MeasureInfo[];

export type Measure = (typeof measures)[number]['key'];
export const MEASURES = measures.length;

/** Position of each measure in a row. */
export const measureIndex = Object.fromEntries(measures.map(({ key }, index) => [key, index])) as Readonly<
  Record<Measure, number>
>;

/** What is known of a measure. */
export function measureInfo(measure: Measure): MeasureInfo {
  return measures[measureIndex[measure]]!;
}

/** The measures that a chart may show of tables, or of networks. */
export function measuresIn(chart: Chart, learned: 'tables' | 'networks'): Measure[] {
  const all: readonly MeasureInfo[] = measures;
  return measures
    .filter((_, n) => {
      const { charts = [], only = learned } = all[n]!;
      return charts.includes(chart) && only === learned;
    })
    .map(({ key }) => key);
}

/** Numbers of an iteration by name; what is not named is NaN. */
export type Measures = Readonly<Partial<Record<Measure, number>>>;

/** Writes the row of measures that begins at `offset`; what no part has is NaN. Parts are not joined first: that took as long as a step of a small world. */
export function writeRow(rows: Float64Array, offset: number, ...parts: readonly Measures[]): void {
  rows.fill(NaN, offset, offset + MEASURES);
  for (const part of parts) {
    for (const measure in part) rows[offset + measureIndex[measure as Measure]] = part[measure as Measure]!;
  }
}

/** Movement under which a step counts as standing still. */
export const STILL = 1e-9;

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
