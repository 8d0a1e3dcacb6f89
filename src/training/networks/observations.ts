/** Running mean and spread of observations, by which networks see them: numbers near 1 whatever their units. */
export class ObservationScale {
  readonly size: number;
  readonly mean: Float64Array;
  readonly spread: Float64Array;
  readonly #squares: Float64Array;
  readonly #center: Float64Array;
  #count = 0;

  constructor(size: number) {
    this.size = size;
    this.mean = new Float64Array(size);
    this.spread = new Float64Array(size).fill(1);
    this.#center = new Float64Array(size);
    this.#squares = new Float64Array(size);
  }

  /** Counts an observation; what networks see changes with the next `settle`. */
  count(observation: ArrayLike<number>, from: number): void {
    this.#count += 1;
    for (let i = 0; i < this.size; i += 1) {
      const x = observation[from + i]!;
      const before = x - this.#center[i]!;
      this.#center[i] = this.#center[i]! + before / this.#count;
      this.#squares[i] = this.#squares[i]! + before * (x - this.#center[i]!);
    }
  }

  /** Takes over what was counted so far. */
  settle(): void {
    if (this.#count < 2) return;
    for (let i = 0; i < this.size; i += 1) {
      this.mean[i] = this.#center[i]!;
      this.spread[i] = Math.max(Math.sqrt(this.#squares[i]! / this.#count), 1e-2);
    }
  }

  /** Writes an observation as networks see it, cut at 10 spreads. */
  write(observation: ArrayLike<number>, from: number, out: Float32Array | Float64Array, to: number): void {
    for (let i = 0; i < this.size; i += 1) {
      const x = (observation[from + i]! - this.mean[i]!) / this.spread[i]!;
      out[to + i] = x > 10 ? 10 : x < -10 ? -10 : x;
    }
  }

  copy(): ObservationScale {
    const twin = new ObservationScale(this.size);
    twin.mean.set(this.mean);
    twin.spread.set(this.spread);
    twin.#center.set(this.#center);
    twin.#squares.set(this.#squares);
    twin.#count = this.#count;
    return twin;
  }
}
