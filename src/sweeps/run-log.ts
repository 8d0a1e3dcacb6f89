import { measureIndex, MEASURES } from '../training/measure.ts';
import { goalMeasures, reachedAt, type History } from './goal.ts';
import type { Probe } from './probes.ts';
import { isProbe } from './sweep-measures.ts';
import { keptIterations } from './sweep-size.ts';
import type { Sweep, SweepMeasure, TaskResult } from './sweep.ts';

/** What is kept of a run while it goes. */
export class RunLog {
  readonly #sweep: Sweep;
  readonly #at: readonly number[];
  readonly #curves: ReadonlyMap<SweepMeasure, number[]>;
  readonly #extremes = new Map<SweepMeasure, [number, number]>();
  /** Kept only where a goal is set. */
  readonly #history = Object.fromEntries(goalMeasures.map((key) => [key, []])) as unknown as Record<
    keyof History,
    number[]
  >;
  #iterations = 0;
  #kept = 0;
  #elapsed = 0;

  constructor(sweep: Sweep) {
    this.#sweep = sweep;
    this.#at = keptIterations(sweep);
    this.#curves = new Map(sweep.measures.map((measure) => [measure, this.#at.map(() => NaN)]));
  }

  /** How many iterations after the first have been added. */
  get iteration(): number {
    return this.#iterations - 1;
  }

  /** Adds a row of measures for each iteration, iteration 0 first; with the probes of the last one. */
  add(rows: Float64Array, probes: ReadonlyMap<Probe, number>): void {
    for (let offset = 0; offset < rows.length; offset += MEASURES) {
      const keep = this.#at[this.#kept] === this.#iterations;
      for (const [measure, curve] of this.#curves) {
        const value = isProbe(measure) ? probes.get(measure)! : rows[offset + measureIndex[measure]]!;
        if (keep) curve[this.#kept] = value;
        if (this.#iterations > 0) this.#widen(measure, value);
      }
      if (this.#sweep.goal !== null) {
        for (const key of goalMeasures) this.#history[key].push(rows[offset + measureIndex[key]]!);
      }
      this.#elapsed = rows[offset + measureIndex.elapsed]!;
      if (keep) this.#kept += 1;
      this.#iterations += 1;
    }
  }

  /** The run as it stands: with a failure, what was not reached is NaN. */
  result(index: number, digest: string, failure: string): TaskResult {
    return {
      index,
      at: this.#at,
      curves: Object.fromEntries(this.#curves),
      extremes: Object.fromEntries(this.#extremes),
      reached: failure === '' ? this.#reached() : null,
      digest,
      milliseconds: this.#elapsed,
      failure,
    };
  }

  #widen(measure: SweepMeasure, value: number): void {
    if (Number.isNaN(value)) return;
    const [least, most] = this.#extremes.get(measure) ?? [Infinity, -Infinity];
    this.#extremes.set(measure, [Math.min(least, value), Math.max(most, value)]);
  }

  #reached(): TaskResult['reached'] {
    const { goal } = this.#sweep;
    const iteration = goal === null ? null : reachedAt(goal, this.#history);
    if (iteration === null) return null;
    return { iteration, steps: this.#history.steps[iteration]!, milliseconds: this.#history.elapsed[iteration]! };
  }
}
