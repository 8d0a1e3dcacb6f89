/** base^k for a whole k ≥ 0 by repeated squaring: the same in every engine. */
export function wholePower(base: number, k: number): number {
  let power = 1;
  let square = base;
  for (let rest = Math.floor(k); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power *= square;
    square *= square;
  }
  return power;
}
