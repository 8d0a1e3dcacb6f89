import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { lineOf, readResult } from '../src/sweeps/record.ts';
import type { Sweep, TaskResult } from '../src/sweeps/sweep.ts';
import { Refusal, shown } from './refusal.ts';

/** The runs that an unfinished sweep has behind it: a line with the sweep, then a line for each run, as they came. */
export interface Partial {
  readonly results: readonly TaskResult[];
  readonly add: (result: TaskResult) => void;
  /** Writes the whole record in its place, at once or not at all. */
  readonly finish: (record: string) => void;
}

/** Opens `out`.partial, and goes on with what is in it. Throws a Refusal where it is of another sweep. */
export function openPartial(out: string, sweep: Sweep): Partial {
  const file = `${out}.partial`;
  const results = existsSync(file) ? readPartial(file, sweep) : [];
  if (results.length === 0) begin(file, sweep);
  return {
    results,
    add: (result) => appendFileSync(file, `${lineOf(result)}\n`),
    finish: (record) => {
      const temporary = `${out}.${process.pid}.tmp`;
      writeFileSync(temporary, record);
      renameSync(temporary, out);
      rmSync(file);
    },
  };
}

function begin(file: string, sweep: Sweep): void {
  try {
    writeFileSync(file, `${lineOf({ sweep })}\n`);
  } catch (error) {
    throw new Refusal(`The file ${shown(file)} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** Whatever follows the first line that is torn is cut off. */
function readPartial(file: string, sweep: Sweep): TaskResult[] {
  const content = readFileSync(file, 'utf8');
  const [head = '', ...lines] = content.split('\n').slice(0, -1);
  if (head === '' && content !== '' && !lineOf({ sweep }).startsWith(content)) refuse(file);
  if (head !== '' && head !== lineOf({ sweep })) refuse(file);
  const results = new Map<number, TaskResult>();
  let whole = Buffer.byteLength(head) + 1;
  for (const line of lines) {
    const result = resultIn(line, sweep);
    if (result === null) break;
    results.set(result.index, result);
    whole += Buffer.byteLength(line) + 1;
  }
  if (results.size > 0) truncateSync(file, whole);
  return [...results.values()];
}

function resultIn(line: string, sweep: Sweep): TaskResult | null {
  try {
    const read = readResult(JSON.parse(line), sweep);
    return 'problem' in read ? null : read.result;
  } catch {
    return null;
  }
}

function refuse(file: string): never {
  throw new Refusal(`${shown(file)} holds runs of another sweep; wanted is one of this sweep, or none.`);
}
