import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { claims, extras } from '../src/claims/registry.ts';
import type { Claim } from '../src/claims/claim.ts';
import { judge } from '../src/claims/judge.ts';
import { readRecord } from '../src/sweeps/record.ts';
import type { SweepRecord } from '../src/sweeps/sweep.ts';
import { print } from './json.ts';
import { Refusal } from './refusal.ts';

const HELP = `npm run --silent claims

Judges the committed results of the claims' sweeps, public/claims/results/*.json, and prints the verdicts that the page
"Claims" shows first: public/claims/verdicts.json. The results themselves are made anew by, for each file,
  npm run --silent sweep -- public/claims/NAME.json --out public/claims/results/NAME.json`;

const folder = fileURLToPath(new URL('../public/claims/results', import.meta.url));

/** Prints the verdict on every claim. */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return print(HELP);
  if (args.length > 0) throw new Refusal(`"${args[0]}" was given; expected is nothing, or --help.`);
  const verdicts = [...claims, ...extras].map((claim) => ({ id: claim.id, ...judge(claim, recordsOf(claim)) }));
  await print(JSON.stringify(verdicts, null, 2));
}

/** The committed results of a claim, by file. */
export function recordsOf({ experiments }: Claim): Map<string, SweepRecord> {
  const records = new Map<string, SweepRecord>();
  for (const { file } of experiments) {
    const name = path.join(folder, `${file}.json`);
    if (!existsSync(name)) throw new Refusal(`There is no ${file}.json in public/claims/results; run its sweep first.`);
    const read = readRecord(JSON.parse(readFileSync(name, 'utf8')));
    if ('problem' in read) throw new Refusal(`public/claims/results/${file}.json: ${read.problem}`);
    records.set(file, read.record);
  }
  return records;
}
