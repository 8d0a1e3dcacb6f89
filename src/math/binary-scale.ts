/**
 * Scaling by powers of two, which changes no digit: numbers of any size are brought to where products and squares of them
 * neither overflow nor lose digits.
 */

const VALUE = new Float64Array(1);
const WORDS = new Uint32Array(VALUE.buffer);
/** Which half of a double holds its exponent on this machine. */
const HIGH = highWord();

function highWord(): 0 | 1 {
  VALUE[0] = 1;
  return WORDS[0] === 0 ? 1 : 0;
}

/** Largest and smallest sizes that are left as they are. */
const LARGE = 1e60;
const SMALL = 1e-60;

/**
 * An even exponent e for which x·2⁻ᵉ is in [1, 4); 0 where x is of an ordinary size already, or is 0. Even, so that roots of what is
 * scaled are the roots, scaled.
 * @param x finite, ≥ 0
 */
export function evenExponent(x: number): number {
  if (x === 0 || (x >= SMALL && x <= LARGE)) return 0;
  // a subnormal is brought among the normal ones first
  const lift = x < 2.2250738585072014e-308 ? 54 : 0;
  VALUE[0] = x * (lift === 0 ? 1 : 18014398509481984);
  const exponent = ((WORDS[HIGH]! >>> 20) & 0x7ff) - 1023 - lift;
  return exponent - (exponent & 1);
}

/** x·2ᵉ for an even e, in two halves, of which each is a double. */
export function timesPowerOfTwo(x: number, exponent: number): number {
  if (exponent === 0) return x;
  const half = powerOfTwo(exponent / 2);
  return x * half * half;
}

function powerOfTwo(exponent: number): number {
  WORDS[HIGH] = (exponent + 1023) << 20;
  WORDS[1 - HIGH] = 0;
  return VALUE[0]!;
}
