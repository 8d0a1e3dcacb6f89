import { FADE, LEAST } from '../../methods/a2c.ts';
import type { Optimiser } from './network.ts';

/** RMSprop (Tieleman and Hinton 2012) on a flat array of weights, as A2C uses it. */
export class RmsProp implements Optimiser {
  readonly #square: Float32Array;

  constructor(length: number) {
    this.#square = new Float32Array(length);
  }

  step(weights: Float32Array, gradient: Float32Array, rate: number, mostNorm: number): void {
    let norm = 0;
    for (let i = 0; i < gradient.length; i += 1) norm += gradient[i]! * gradient[i]!;
    const scale = Math.min(1, mostNorm / (Math.sqrt(norm) + 1e-12));
    const square = this.#square;
    for (let i = 0; i < weights.length; i += 1) {
      const slope = gradient[i]! * scale;
      square[i] = FADE * square[i]! + (1 - FADE) * slope * slope;
      weights[i] = weights[i]! - (rate * slope) / (Math.sqrt(square[i]!) + LEAST);
    }
  }

  copy(): RmsProp {
    const twin = new RmsProp(this.#square.length);
    twin.#square.set(this.#square);
    return twin;
  }
}
