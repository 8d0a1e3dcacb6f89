/** Reads what nobody would write, and judges what comes of it: not part of the program. */
import fc from 'fast-check';
import { recordings, results, runs, sweep } from './testing-fuzz-files.ts';
import type { FuzzKind } from './testing-fuzz-inputs.ts';
import { link } from './testing-fuzz-links.ts';
import { solve } from './testing-fuzz-solve.ts';

export const fuzzKinds = { link, sweep, recordings, results, runs, solve } as const;

/** Milliseconds that reading one input may take. */
const PATIENCE = 100;

/** What fuzzing found: one line each. */
export interface Findings {
  readonly count: number;
  readonly faults: readonly string[];
  /** Of the slowest input. */
  readonly milliseconds: number;
}

/** Judges so many inputs of a kind. What was slow is timed again, since the machine may have been. */
export function fuzz<Input>({ inputs, judge }: FuzzKind<Input>, count: number, seed: number): Findings {
  const faults: string[] = [];
  let slowest = 0;
  const timed = (input: Input): number => {
    const began = performance.now();
    judge(input);
    return performance.now() - began;
  };
  for (const input of fc.sample(inputs, { numRuns: count, seed })) {
    try {
      let took = timed(input);
      for (let again = 0; again < 6 && took > PATIENCE; again += 1) took = Math.min(took, timed(input));
      slowest = Math.max(slowest, took);
      if (took > PATIENCE) faults.push(`took ${took.toFixed(0)} ms: ${shown(input)}`);
    } catch (error) {
      faults.push(`${(error as Error).message}: ${shown(input)}`);
    }
  }
  return { count, faults, milliseconds: slowest };
}

function shown(input: unknown): string {
  return JSON.stringify(input).slice(0, 600);
}
