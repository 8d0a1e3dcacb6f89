import { fuzz, fuzzKinds } from './testing-fuzz.ts';
import type { FuzzKind } from './testing-fuzz-inputs.ts';
import { print } from './json.ts';
import { Refusal, shown } from './refusal.ts';

const HELP = `npm run --silent fuzz -- [COUNT] [SEED]

Reads COUNT hostile inputs of each kind (links, sweep files, recordings, results, saved runs, problems of solve; 20000 without the word),
generated from SEED (the time without it, so that each run tries others), and prints a line for each kind. None may throw, take
more than 100 ms, leave hidden letters in a sentence, or give an answer whose dual and value differ: exit code 1 where one does,
with the input that did.`;

const MOST = 10_000_000;
/** Inputs that are generated at once. */
const BATCH = 2000;
const MOST_SHOWN = 10;

/** Tries inputs that nobody has thought of. */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return print(HELP);
  const count = readNumber(args[0] ?? '20000', 'COUNT');
  const seed = readNumber(args[1] ?? String(Math.floor(Date.now() / 1000) % 1e6), 'SEED');
  if (args.length > 2) throw new Refusal(`There are ${args.length} arguments; expected are at most two.`);
  let wrong = 0;
  for (const [name, kind] of Object.entries(fuzzKinds)) {
    const faults: string[] = [];
    let slowest = 0;
    for (let done = 0; done < count; done += BATCH) {
      const found = fuzz(kind as FuzzKind<unknown>, Math.min(BATCH, count - done), seed + done);
      faults.push(...found.faults);
      slowest = Math.max(slowest, found.milliseconds);
    }
    wrong += faults.length;
    await print(
      `${name.padEnd(12)} ${count} inputs from seed ${seed}: ${faults.length} faults, slowest ${slowest.toFixed(0)} ms`,
    );
    for (const fault of faults.slice(0, MOST_SHOWN)) await print(`  ${fault}`);
  }
  if (wrong > 0) process.exitCode = 1;
}

function readNumber(text: string, name: string): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value <= MOST) return value;
  throw new Refusal(`${name} is ${shown(text)}; expected is a whole number from 0 to ${MOST}.`);
}
