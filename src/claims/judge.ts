import type { SweepRecord } from '../sweeps/sweep.ts';
import type { Claim, Finding, Verdict } from './claim.ts';
import { Evidence } from './evidence.ts';

/** What the records, by file, say of a claim. It begins at "not run", and stays there until every test could be. */
export function judge({ tests, concludes }: Claim, records: ReadonlyMap<string, SweepRecord>): Verdict {
  const found = new Map<string, Finding>();
  const missing = new Set<string>();
  for (const { name, needs, finds } of tests) {
    const lacking = needs.filter((file) => !records.has(file));
    for (const file of lacking) missing.add(file);
    if (lacking.length === 0) found.set(name, finds(...needs.map((file) => new Evidence(records.get(file)!))));
  }
  const sentences = [...found.values()].map(({ sentence }) => sentence).filter((sentence) => sentence !== '');
  if (missing.size > 0 || found.size === 0)
    return { word: 'not run', condition: `without ${[...missing].join(', ')}`, sentences };
  const conclusion = concludes((test) => {
    const finding = found.get(test);
    if (finding === undefined) throw new RangeError(`No test is called “${test}”.`);
    return finding.holds === true;
  });
  return { ...conclusion, sentences };
}
