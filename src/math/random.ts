import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { JumpableRandomGenerator } from 'pure-rand/types/JumpableRandomGenerator';

/** A seeded source of uniform numbers in [0, 1), the same in every engine (integer arithmetic only). */
export interface Stream {
  /** The next multiple of 2⁻⁵³ in [0, 1). */
  readonly uniform: () => number;
}

/**
 * Independent streams from one seed, dealt in order (xoroshiro128+, 2⁶⁴ numbers apart by its jump).
 * The n-th stream dealt depends on the seed and on n alone: not on how much of the earlier ones was used.
 */
export class StreamDealer {
  readonly #generator: JumpableRandomGenerator;

  /** @param seed a whole number in [0, 2³²) or the state that `state()` gave */
  constructor(seed: number | readonly number[]) {
    if (typeof seed === 'number') {
      this.#generator = xoroshiro128plus(seed);
      // neighbouring seeds start with neighbouring states: a jump mixes them
      this.#generator.jump();
    } else {
      this.#generator = xoroshiro128plusFromState(seed);
    }
  }

  /** Deals the next stream. */
  next(): Stream {
    const own = this.#generator.clone();
    this.#generator.jump();
    return { uniform: () => uniformFloat64(own) };
  }

  /** Where the dealing stands, to be handed to the constructor. */
  state(): readonly number[] {
    return this.#generator.getState();
  }
}
