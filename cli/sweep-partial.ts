import { appendFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { codeName, lineOf, readResult, sameCode } from '../src/sweeps/record.ts';
import type { Made, Sweep, TaskResult } from '../src/sweeps/sweep.ts';
import { writeWhole } from './files.ts';
import { Refusal, shown, systemReason } from './refusal.ts';

type Code = Pick<Made, 'version' | 'code'>;

/** The runs that an unfinished sweep has behind it: a line with the sweep and who runs it, then a line for each run, as they came. */
export interface Partial {
  readonly results: readonly TaskResult[];
  readonly add: (result: TaskResult) => void;
  /** Writes the whole record in its place, at once or not at all. */
  readonly finish: (record: string) => void;
}

/** Opens `out`.partial, and goes on with what is in it. Throws a Refusal where it is of another sweep, or of other code. */
export function openPartial(out: string, sweep: Sweep, by: Code): Partial {
  const file = `${out}.partial`;
  const results = existsSync(file) ? readPartial(file, sweep, by) : [];
  if (results.length === 0) writing(file, () => writeFileSync(file, `${lineOf({ sweep, by })}\n`));
  return {
    results,
    add: (result) => writing(file, () => appendFileSync(file, `${lineOf(result)}\n`)),
    finish: (record) => {
      writeWhole(out, record);
      rmSync(file);
    },
  };
}

function writing(file: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new Refusal(`The file ${shown(file)} cannot be written ${systemReason(error)}.`);
  }
}

/** Whatever follows the first line that is torn is cut off. */
function readPartial(file: string, sweep: Sweep, by: Code): TaskResult[] {
  const content = readFileSync(file, 'utf8');
  const [head = '', ...lines] = content.split('\n').slice(0, -1);
  const own = lineOf({ sweep, by });
  // a head that was not written to its end says nothing yet
  if (head === '' ? content !== '' && !own.startsWith(content) : head !== own) refuse(file, head, sweep, by);
  const results = new Map<number, TaskResult>();
  let whole = Buffer.byteLength(head) + 1;
  for (const line of lines) {
    const result = resultIn(line, sweep);
    if (result === null) break;
    results.set(result.index, result);
    whole += Buffer.byteLength(line) + 1;
  }
  if (results.size > 0) writing(file, () => truncateSync(file, whole));
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

function refuse(file: string, head: string, sweep: Sweep, by: Code): never {
  const other = codeIn(head, sweep);
  if (other === null || sameCode(other, by)) {
    throw new Refusal(`${shown(file)} holds runs of another sweep; expected is one of this sweep, or none.`);
  }
  throw new Refusal(
    `${shown(file)} holds runs that ${codeName(other)} made; expected is ${codeName(by)}, this one: finish it there, or delete it to begin anew.`,
  );
}

/** Who ran the sweep that a head is of; null where it is of another one. */
function codeIn(head: string, sweep: Sweep): Code | null {
  try {
    const { sweep: given, by } = JSON.parse(head) as { readonly sweep: unknown; readonly by?: unknown };
    if (lineOf(given) !== lineOf(sweep)) return null;
    const { version = 'unknown', code = '' } = (by ?? {}) as { readonly version?: unknown; readonly code?: unknown };
    return { version: String(version), code: String(code) };
  } catch {
    return null;
  }
}
