import { ln } from '../../math/ln.ts';

/** Standard normal numbers by Marsaglia's polar method, which needs no sine. */
export function writeNormals(uniform: () => number, out: Float64Array): void {
  for (let i = 0; i < out.length; i += 2) {
    let x = 0;
    let y = 0;
    let square = 0;
    while (square === 0 || square >= 1) {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    }
    const scale = Math.sqrt((-2 * ln(square)) / square);
    out[i] = x * scale;
    if (i + 1 < out.length) out[i + 1] = y * scale;
  }
}
