/** A function and its slope: writes f(x) and f′(x) into `out` [2]. */
export type Probe = (x: number, out: Float64Array) => void;

/** |f| over its scale times the step over x, below which Newton's next error is under rounding. */
const CLOSE = 1e-16;
/** |f| over its scale above which a small step is one of rounding. */
const NEAR = 1e-4;
const MAX_STEPS = 500;
/** Bounds of the first guess. */
const FARTHEST = 1e100;

/**
 * The x > 0 at which an increasing function with f(0) ≤ 0 crosses zero: Newton's method kept inside a bracket.
 *
 * A step that leaves the bracket is replaced by a leap to 16 x while nothing bounds x from above, then by a bisection
 * (geometric, so that roots of any size are found). If f stays below 0, ∞ is given back.
 * @param guess first x to look at, > 0
 * @param scale size of f away from its root
 */
export function positiveRoot(probe: Probe, guess: number, scale: number): number {
  const out = new Float64Array(2);
  let low = 0;
  let high = Infinity;
  let x = Math.min(FARTHEST, Math.max(1 / FARTHEST, guess));
  for (let count = 0; count < MAX_STEPS; count += 1) {
    probe(x, out);
    const value = out[0]!;
    if (value === 0) return x;
    if (value < 0) low = x;
    else high = x;
    let next = x - value / out[1]!;
    const step = Math.abs(next - x);
    const inside = next > low && next < high && next <= 64 * x && !(step <= 1e-8 * x && Math.abs(value) > NEAR * scale);
    if (inside) {
      if (Math.abs(value) * step <= CLOSE * scale * x) return next;
    } else {
      next = high === Infinity ? 16 * x : low === 0 ? high / 16 : middle(low, high);
      if (next === Infinity || next === 0) return next;
      // neighbouring doubles
      if (high < Infinity && (next <= low || next >= high || high - low <= 4e-16 * high)) return high;
    }
    x = next;
  }
  return x;
}

/** Between two positive numbers: geometrically while they are far apart. */
function middle(low: number, high: number): number {
  return high > 2 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
}
