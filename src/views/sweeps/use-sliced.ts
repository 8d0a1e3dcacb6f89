import { useEffect, useRef, useState } from 'react';

/** Something to compute that may take long: `work` yields wherever it may be interrupted. */
export interface Job<Value> {
  readonly key: string;
  /** What it is computed from: with the same stamp the value is the same. */
  readonly stamp: string;
  readonly work: () => Generator<undefined, Value>;
}

/** Milliseconds of work between two pauses, in which the page answers. */
const SLICE = 12;

/**
 * Values of jobs by key, as they come, a slice at a time; those that are known are not computed again, and old ones stay until new
 * ones come.
 *
 * @param jobs the same list as long as nothing changed
 */
export function useSliced<Value>(jobs: readonly Job<Value>[]): ReadonlyMap<string, Value> {
  const known = useRef(new Map<string, { readonly stamp: string; readonly value: Value }>());
  const running = useRef<{ readonly job: Job<Value>; readonly steps: Generator<undefined, Value> } | null>(null);
  const [values, setValues] = useState<ReadonlyMap<string, Value>>(new Map());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting = jobs.filter(({ key, stamp }) => known.current.get(key)?.stamp !== stamp);
    const tell = (): void =>
      setValues(
        new Map(
          jobs.flatMap(({ key }) => {
            const found = known.current.get(key);
            return found === undefined ? [] : [[key, found.value]];
          }),
        ),
      );
    // what was begun is ended first: long work would never end where results come all the time
    const begun = running.current;
    if (begun !== null && jobs.some(({ key }) => key === begun.job.key)) {
      const { key: first, stamp: same } = begun.job;
      waiting = [begun.job, ...waiting.filter(({ key, stamp }) => key !== first || stamp !== same)];
    } else running.current = null;
    let told = performance.now();
    const next = (): void => {
      const until = performance.now() + SLICE;
      while (waiting.length > 0 && performance.now() < until) {
        const [job] = waiting as [Job<Value>];
        running.current ??= { job, steps: job.work() };
        const step = running.current.steps.next();
        if (step.done !== true) continue;
        running.current = null;
        known.current.set(job.key, { stamp: job.stamp, value: step.value });
        waiting.shift();
      }
      const done = waiting.length === 0;
      if (done || performance.now() - told > 250) {
        told = performance.now();
        tell();
      }
      if (!done) timer = setTimeout(next, 0);
    };
    timer = setTimeout(next, 0);
    return () => clearTimeout(timer);
  }, [jobs]);
  return values;
}
