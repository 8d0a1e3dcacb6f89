/** Running mean and standard deviation of observations, by which networks see them: numbers near 1 whatever their units. */
export class Normaliser {
  readonly size: number;
  readonly mean: Float64Array;
  readonly std: Float64Array;
  readonly #squares: Float64Array;
  readonly #center: Float64Array;
  #count = 0;

  constructor(size: number) {
    this.size = size;
    this.mean = new Float64Array(size);
    this.std = new Float64Array(size).fill(1);
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
      this.std[i] = Math.max(Math.sqrt(this.#squares[i]! / this.#count), 1e-2);
    }
  }

  /** Writes an observation as networks see it, cut at 10 standard deviations. */
  normalise(observation: ArrayLike<number>, from: number, out: Float32Array | Float64Array, to: number): void {
    for (let i = 0; i < this.size; i += 1) {
      const x = (observation[from + i]! - this.mean[i]!) / this.std[i]!;
      out[to + i] = x > 10 ? 10 : x < -10 ? -10 : x;
    }
  }

  /** All rows of observations [rows·size] as networks see them. */
  normalised(observations: ArrayLike<number>): Float32Array {
    const out = new Float32Array(observations.length);
    for (let from = 0; from < out.length; from += this.size) this.normalise(observations, from, out, from);
    return out;
  }

  /** Becomes what another one is. */
  set(other: Normaliser): void {
    this.mean.set(other.mean);
    this.std.set(other.std);
    this.#center.set(other.#center);
    this.#squares.set(other.#squares);
    this.#count = other.#count;
  }

  snapshot(): Normaliser {
    const twin = new Normaliser(this.size);
    twin.set(this);
    return twin;
  }

  restore(from: unknown): void {
    this.set(from as Normaliser);
  }
}
