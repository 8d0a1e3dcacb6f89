/** 2/π, and π/2 in three parts: the first two times a whole number below 2²⁰ are exact. */
const QUARTERS = 0.6366197723675814;
const QUARTER_HIGH = 1.57079632673412561417;
const QUARTER_MIDDLE = 6.0771005063039659766e-11;
const QUARTER_LOW = 2.02226624879595063154e-21;
/** 1.5·2⁵²: beside it there is no room for a fraction, so that adding and taking it away rounds to a whole number. */
const ROUND = 6755399441055744;
/** Up to here the three parts are enough. */
const FAR = 1e6;
const TURN = 6.283185307179586;

/** What the argument is beyond its quarter turns, to about twice double precision: `angle` + REST[0]. */
const REST = new Float64Array(1);

/**
 * sin x from + − × and the exact remainder alone, so that every engine gives the same bits: ECMAScript leaves `Math.sin` to the engine.
 *
 * x = k π/2 + r with |r| ≤ π/4 and r in two parts, then a polynomial: the method, the parts and the coefficients of fdlibm's
 * `e_rem_pio2.c`, `k_sin.c` and `k_cos.c` (© 1993 Sun Microsystems, "Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice is preserved"), error below one unit in the last place for |x| ≤ 10⁶.
 * Beyond, whole turns are taken off by the remainder of the double nearest to 2π, which is by 4·10⁻¹⁷ |x| another angle.
 * NaN where x is not finite.
 */
export function sin(x: number): number {
  const near = x <= FAR && x >= -FAR ? x : x % TURN;
  const quarters = near * QUARTERS + ROUND - ROUND;
  const angle = reduced(near, quarters);
  switch (quarters & 3) {
    case 0:
      return sinNear(angle, REST[0]!);
    case 1:
      return cosNear(angle, REST[0]!);
    case 2:
      return -sinNear(angle, REST[0]!);
    default:
      return -cosNear(angle, REST[0]!);
  }
}

/** cos x, as `sin`. */
export function cos(x: number): number {
  const near = x <= FAR && x >= -FAR ? x : x % TURN;
  const quarters = near * QUARTERS + ROUND - ROUND;
  const angle = reduced(near, quarters);
  switch (quarters & 3) {
    case 0:
      return cosNear(angle, REST[0]!);
    case 1:
      return -sinNear(angle, REST[0]!);
    case 2:
      return -cosNear(angle, REST[0]!);
    default:
      return sinNear(angle, REST[0]!);
  }
}

/** Takes `quarters` right angles off; each subtraction hands what it rounds away to the next part. */
function reduced(x: number, quarters: number): number {
  const first = x - quarters * QUARTER_HIGH;
  const middle = quarters * QUARTER_MIDDLE;
  const second = first - middle;
  const low = quarters * QUARTER_LOW - (first - second - middle);
  const angle = second - low;
  REST[0] = second - angle - low;
  return angle;
}

/** sin(r + rest) for |r| ≤ π/4 */
function sinNear(r: number, rest: number): number {
  const z = r * r;
  const cube = z * r;
  const high = 2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10);
  const odd = 8.33333333332248946124e-3 + z * (-1.98412698298579493134e-4 + z * high);
  return r - (z * (0.5 * rest - cube * odd) - rest + cube * 1.66666666666666324348e-1);
}

/** cos(r + rest) for |r| ≤ π/4 */
function cosNear(r: number, rest: number): number {
  const z = r * r;
  const half = 0.5 * z;
  const main = 1 - half;
  const high = -2.75573143513906633035e-7 + z * (2.0875723212981748279e-9 - z * 1.13596475577881948265e-11);
  const middle = -1.38888888888741095749e-3 + z * (2.48015872894767294178e-5 + z * high);
  const even = z * (4.16666666666666019037e-2 + z * middle);
  return main + (1 - main - half + (z * even - r * rest));
}
