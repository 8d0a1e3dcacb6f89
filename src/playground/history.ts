import { measureIndex, MEASURES, type Measure } from '../training/measure.ts';

const MOST_ROWS = 16_384;

/**
 * A column's rows of measures, oldest first. Memory is bounded: when it is full, every second row is let go and from then on
 * only every 2nd, 4th, … iteration is kept, the newest always.
 */
export class History {
  #rows = new Float64Array(256 * MEASURES);
  #length = 0;
  #stride = 1;

  get length(): number {
    return this.#length;
  }

  /** Iterations between kept rows. */
  get stride(): number {
    return this.#stride;
  }

  /** A measure of the row at a position. */
  at(position: number, measure: Measure): number {
    return this.#rows[position * MEASURES + measureIndex[measure]]!;
  }

  latest(measure: Measure): number {
    return this.#length === 0 ? NaN : this.at(this.#length - 1, measure);
  }

  /** Position of the last kept row at or before an iteration, −1 if there is none. */
  positionOf(iteration: number): number {
    let low = -1;
    let high = this.#length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.at(middle, 'iteration') <= iteration) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Adds rows in order; those already here are skipped. */
  add(rows: Float64Array): void {
    for (let offset = 0; offset < rows.length; offset += MEASURES) {
      const iteration = rows[offset]!;
      if (this.#length > 0 && iteration <= this.latest('iteration')) continue;
      // the newest row stands in for its neighbours until a kept one comes
      if (this.#length > 0 && this.latest('iteration') % this.#stride !== 0) this.#length -= 1;
      this.#push(rows.subarray(offset, offset + MEASURES));
    }
  }

  /** Forgets what is later than an iteration. */
  truncate(iteration: number): void {
    this.#length = this.positionOf(iteration) + 1;
  }

  #push(row: Float64Array): void {
    if (this.#length === MOST_ROWS) this.#thin();
    if ((this.#length + 1) * MEASURES > this.#rows.length) {
      const longer = new Float64Array(this.#rows.length * 2);
      longer.set(this.#rows);
      this.#rows = longer;
    }
    this.#rows.set(row, this.#length * MEASURES);
    this.#length += 1;
  }

  #thin(): void {
    this.#stride *= 2;
    let kept = 0;
    for (let position = 0; position < this.#length; position += 1) {
      if (this.at(position, 'iteration') % this.#stride !== 0) continue;
      this.#rows.copyWithin(kept * MEASURES, position * MEASURES, (position + 1) * MEASURES);
      kept += 1;
    }
    this.#length = kept;
  }
}
