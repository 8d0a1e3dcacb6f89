import { powersOfTwo } from './power-of-two.ts';

/** 2^(i − ORIGIN) */
const ORIGIN = 1080;
const POWER_OF_TWO = powersOfTwo(ORIGIN);

/** 16 / ln 2, and ln 2 / 16 in two parts of which the first times a whole number below 2²¹ is exact. */
const SIXTEENTHS = 23.083120654223414;
const STEP_HIGH = 0.04332169877307024;
const STEP_LOW = 1.1926343307941173e-11;
/** 1.5·2⁵²: beside it there is no room for a fraction, so that adding and taking it away rounds to a whole number. */
const ROUND = 6755399441055744;
/** ln of the largest double, and a little under ln of half the smallest. */
const HIGHEST = 709.782712893384;
const LOWEST = -745.2;

/** 2^(i/16) */
// prettier-ignore
const FRACTION = Float64Array.of(
  1, 1.0442737824274138, 1.0905077326652577, 1.1387886347566916, 1.189207115002721, 1.241857812073484, 1.2968395546510096,
  1.3542555469368927, 1.4142135623730951, 1.4768261459394993, 1.5422108254079407, 1.6104903319492543, 1.681792830507429,
  1.7562521603732995, 1.8340080864093424, 1.9152065613971474,
);

/**
 * e^x from + − × and typed arrays alone, so that every engine gives the same bits: ECMAScript leaves `Math.exp` to the engine.
 *
 * x = (16 h + i) (ln 2)/16 + r with |r| ≤ (ln 2)/32, and e^x = 2ʰ 2^(i/16) eʳ, the last by a polynomial of degree 6 through
 * Chebyshev points (error 3·10⁻¹⁷). Relative error ≤ 5·10⁻¹⁶ while the result is normal; then gradual underflow, and 0 or ∞.
 */
export function exp(x: number): number {
  if (!(x > LOWEST)) return x !== x ? x : 0;
  if (x > HIGHEST) return Infinity;
  const steps = x * SIXTEENTHS + ROUND - ROUND;
  const r = x - steps * STEP_HIGH - steps * STEP_LOW;
  const r2 = r * r;
  const low = 0.5 + r * 0.16666666665301144;
  const high = 0.041666666664959766 + r * 0.008333449724528355 + r2 * 0.0013889034377693012;
  const rest = 1 + (r + r2 * (low + r2 * high));
  const whole = steps | 0;
  const exponent = (whole >> 4) + ORIGIN;
  const fraction = FRACTION[whole & 15]!;
  // 2¹⁰²⁴ is no double, its product with what is left of the result may be
  return x > 709 ? rest * fraction * 2 * POWER_OF_TWO[exponent - 1]! : rest * (fraction * POWER_OF_TWO[exponent]!);
}
