import { powersOfTwo } from './power-of-two.ts';

/** 2^(i − ORIGIN) */
const ORIGIN = 1080;
const POWER_OF_TWO = powersOfTwo(ORIGIN);

const VALUE = new Float64Array(1);
const WORDS = new Int32Array(VALUE.buffer);
/** Which half of a double holds its exponent on this machine. */
const HIGH = highWord();

function highWord(): 0 | 1 {
  VALUE[0] = 1;
  return WORDS[0] === 0 ? 1 : 0;
}

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const TWO_54 = 18014398509481984;
/** The upper bits of √½: mantissas are taken from [√½, √2). */
const ROOT_HALF = 0x3fe6a09e;
const ONE = 0x3ff00000;

/**
 * ln x from + − × / and the bits of x alone, so that every engine gives the same bits: ECMAScript leaves `Math.log` to the engine.
 *
 * x = 2ᵏ (1 + f), s = f / (2 + f), ln(1 + f) = 2 artanh s: the method and the polynomial of fdlibm's `e_log.c` (© 1993 Sun
 * Microsystems, "Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
 * preserved"), error below one unit in the last place. ln 0 = −∞, ln of a negative number is NaN.
 */
export function ln(x: number): number {
  let shift = 0;
  if (!(x >= 2.2250738585072014e-308 && x < Infinity)) {
    if (x === 0) return -Infinity;
    if (!(x > 0) || x === Infinity) return x === Infinity ? x : NaN;
    // subnormal
    x *= TWO_54;
    shift = 54;
  }
  VALUE[0] = x;
  const high = WORDS[HIGH]! + (ONE - ROOT_HALF);
  const exponent = (high >> 20) - 1023;
  const f = x * POWER_OF_TWO[ORIGIN - exponent]! - 1;
  const k = exponent - shift;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940941908 + w * (0.2222219843214978396 + w * 0.1531383769920937332));
  const even =
    z * (0.666666666666673513 + w * (0.2857142874366239149 + w * (0.1818357216161805012 + w * 0.1479819860511658591)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + (odd + even)) + k * LN2_LOW) - f);
}
