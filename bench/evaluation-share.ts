import { decodeLink } from '../src/config/link.ts';
import { Evaluator } from '../src/training/evaluation.ts';
import { sessionConfig } from '../src/training/session-config.ts';
import { TableSession } from '../src/training/table-session.ts';
import { field } from './problem.ts';
import { median } from './timing.ts';

/** What evaluates a policy exactly: its values and its visits. */
const PARTS = ['prepare', 'solveValue', 'solveVisits'] as const;

/** Milliseconds in those parts so far. */
let evaluating = 0;

/** Counts the time in the evaluator of every session from here on. */
function watchEvaluator(): void {
  const proto = Evaluator.prototype as unknown as Record<string, (...args: unknown[]) => void>;
  for (const part of PARTS) {
    const known = proto[part]!;
    proto[part] = function (...args): void {
      const began = performance.now();
      known.apply(this, args);
      evaluating += performance.now() - began;
    };
  }
}

const ITERATIONS = 24;
/** Times that all of it is done; of each iteration the shortest counts, since the machine is not ours alone. */
const ROUNDS = 6;

/** How long whole exact iterations of a large map take against their evaluation alone, frames and measures included. */
export function evaluationShares(): void {
  console.log(
    `\nWhole exact iterations of 64 × 64, all measures (ms, median of ${ITERATIONS}, each the best of ${ROUNDS}), their evaluation alone, and the ratio:`,
  );
  watchEvaluator();
  for (const rule of ['matched', 'optimal', 'harmonic']) {
    const runs = ['kl', 'wasserstein', 'sinkhorn'].map((method) => `run=${method},rule:${rule}`).join('&');
    const { config } = decodeLink(`world=gridworld&world.map=${field(64)}&${runs}`);
    config.runs.forEach((run, index) => {
      const times = Array.from({ length: ITERATIONS }, () => Infinity);
      const parts = times.slice();
      for (let round = 0; round < ROUNDS; round += 1) {
        const session = new TableSession(sessionConfig(config, index), () => performance.now());
        for (let k = 0; k < ITERATIONS; k += 1) {
          const before = evaluating;
          const began = performance.now();
          session.advance(1);
          times[k] = Math.min(times[k]!, performance.now() - began);
          parts[k] = Math.min(parts[k]!, evaluating - before);
        }
      }
      const ratio = median(times.map((time, k) => time / parts[k]!));
      const [whole, part] = [median(times), median(parts)].map((time) => time.toFixed(1).padStart(6));
      console.log(`  ${run.method.padEnd(12)} ${rule.padEnd(9)} ${whole}   ${part}   ${ratio.toFixed(2)}`);
    });
  }
}
