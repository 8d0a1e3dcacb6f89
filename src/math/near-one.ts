import { exp } from './exp.ts';
import { ln } from './ln.ts';

/** Below this the power series is used. */
const NEAR = 0.35;

/** 1/k! for k = 3 to 17. */
const INVERSE_FACTORIALS = inverseFactorials();

function inverseFactorials(): number[] {
  const inverses: number[] = [];
  for (let k = 3, factorial = 6; k <= 17; k += 1, factorial *= k) inverses.push(1 / factorial);
  return inverses;
}

/** eˣ − 1 − x without cancellation: x²/2 near 0. Relative error below 1e−13. */
export function expm1Less(x: number): number {
  if (!(Math.abs(x) < NEAR)) return exp(x) - 1 - x;
  let sum = 0;
  for (let k = INVERSE_FACTORIALS.length - 1; k >= 0; k -= 1) sum = sum * x + INVERSE_FACTORIALS[k]!;
  return x * x * (0.5 + x * sum);
}

/** eˣ − 1 without cancellation. */
export function expm1(x: number): number {
  return Math.abs(x) < NEAR ? x + expm1Less(x) : exp(x) - 1;
}

/** ln(1 + x) without cancellation: what 1 + x loses to rounding is made good by the slope (Kahan). */
export function log1p(x: number): number {
  const u = 1 + x;
  return u === 1 ? x : u === Infinity ? u : (ln(u) * x) / (u - 1);
}

/** x − ln(1 + x) without cancellation: x²/2 near 0. Relative error below 1e−13. */
export function lessLog1p(x: number): number {
  if (!(Math.abs(x) < NEAR)) return x - log1p(x);
  // with s = x/(2+x): ln(1+x) = 2 (s + s³/3 + …), and x − 2s = s x
  const s = x / (2 + x);
  const square = s * s;
  let sum = 0;
  for (let k = 19; k >= 3; k -= 2) sum = sum * square + 1 / k;
  return s * x - 2 * s * square * sum;
}
