/** Two of some things, each pair once, with their places. */
interface Pair<T> {
  readonly from: T;
  readonly to: T;
  readonly i: number;
  readonly j: number;
}

/** Every pair of some things. */
export function pairsOf<T>(things: readonly T[]): Pair<T>[] {
  return things.flatMap((from, i) => things.slice(i + 1).map((to, k) => ({ from, to, i, j: i + 1 + k })));
}
