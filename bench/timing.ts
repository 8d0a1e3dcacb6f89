/** How long one call takes, in nanoseconds. */
export interface Timing {
  readonly best: number;
  readonly median: number;
}

/** Best of several rounds, in nanoseconds a call: noise only ever adds. */
export function nanoseconds(work: () => void, rounds = 12): number {
  const calls = callsFor(work, 25);
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) best = Math.min(best, perCall(work, calls));
  return best;
}

/** All works turn and turn about, so that a busy moment of the machine falls on all, and ratios between them stay fair. */
export function inTurns<Name extends string>(
  works: Readonly<Record<Name, () => void>>,
  rounds: number,
  milliseconds: number,
): Record<Name, Timing> {
  const named = Object.entries<() => void>(works).map(([name, work]) => {
    return { name, work, calls: callsFor(work, milliseconds), times: [] as number[] };
  });
  for (let round = 0; round < rounds; round += 1) {
    for (const { work, calls, times } of named) times.push(perCall(work, calls));
  }
  const timings = named.map(({ name, times }) => [name, { best: Math.min(...times), median: median(times) }]);
  return Object.fromEntries(timings) as Record<Name, Timing>;
}

export function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** A power of two of calls that takes at least some milliseconds; to find it is the warm-up. */
function callsFor(work: () => void, milliseconds: number): number {
  for (let calls = 1; ; calls *= 2) {
    if (perCall(work, calls) * calls > milliseconds * 1e6) return calls;
  }
}

function perCall(work: () => void, calls: number): number {
  const began = performance.now();
  for (let n = 0; n < calls; n += 1) work();
  return ((performance.now() - began) * 1e6) / calls;
}
