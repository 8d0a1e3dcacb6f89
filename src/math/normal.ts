import { ln } from './ln.ts';
import type { Stream } from './random.ts';

/** A source of standard normal numbers from a stream of uniform ones, by Marsaglia's polar method: the same in every engine. */
export function normals({ uniform }: Stream): () => number {
  let spare = 0;
  let has = false;
  return () => {
    if (has) {
      has = false;
      return spare;
    }
    let x = 0;
    let y = 0;
    let square = 0;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * ln(square)) / square);
    spare = y * scale;
    has = true;
    return x * scale;
  };
}
