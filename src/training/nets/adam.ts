/** Adam (Kingma and Ba 2015, arXiv 1412.6980) on a flat array of weights, with its usual β₁ = .9 and β₂ = .999. */
export class Adam {
  readonly #first: Float32Array;
  readonly #second: Float32Array;
  #steps = 0;
  #fade1 = 1;
  #fade2 = 1;

  constructor(length: number) {
    this.#first = new Float32Array(length);
    this.#second = new Float32Array(length);
  }

  /** Moves the weights against the gradient. The gradient's norm is cut to `mostNorm`. */
  step(weights: Float32Array, gradient: Float32Array, rate: number, mostNorm = Infinity): void {
    this.#steps += 1;
    this.#fade1 *= 0.9;
    this.#fade2 *= 0.999;
    let scale = 1;
    if (mostNorm < Infinity) {
      let square = 0;
      for (let i = 0; i < gradient.length; i += 1) square += gradient[i]! * gradient[i]!;
      scale = Math.min(1, mostNorm / (Math.sqrt(square) + 1e-12));
    }
    const size = (rate * Math.sqrt(1 - this.#fade2)) / (1 - this.#fade1);
    const epsilon = 1e-8 * Math.sqrt(1 - this.#fade2);
    const first = this.#first;
    const second = this.#second;
    for (let i = 0; i < weights.length; i += 1) {
      const slope = gradient[i]! * scale;
      const m = 0.9 * first[i]! + 0.1 * slope;
      const v = 0.999 * second[i]! + 0.001 * slope * slope;
      first[i] = m;
      second[i] = v;
      weights[i] = weights[i]! - (size * m) / (Math.sqrt(v) + epsilon);
    }
  }

  /** A copy that shares nothing. */
  copy(): Adam {
    const twin = new Adam(this.#first.length);
    twin.#first.set(this.#first);
    twin.#second.set(this.#second);
    twin.#steps = this.#steps;
    twin.#fade1 = this.#fade1;
    twin.#fade2 = this.#fade2;
    return twin;
  }
}
