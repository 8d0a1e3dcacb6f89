import type { RunConfig } from '../../config/run-fields.ts';
import { columnFields as fields, runKeyMatters, type RunKey } from '../../config/run-fields.ts';
import { methods } from '../../config/methods.ts';
import { formatNumber } from '../../field.ts';

/** Names of the columns: the method, and a number where a method stands more than once. */
export function columnNames(runs: readonly RunConfig[]): string[] {
  return runs.map((run, index) => {
    const same = runs.filter((other) => other.method === run.method).length;
    const place = runs.slice(0, index + 1).filter((other) => other.method === run.method).length;
    const { short } = methods[run.method];
    return same > 1 ? `${short} ${place}` : short;
  });
}

/** What differs between the columns, as chips: the settings that matter in this column and are not the same in all. */
export function differences(runs: readonly RunConfig[], index: number): string[] {
  const run = runs[index]!;
  return (Object.keys(fields) as RunKey[]).flatMap((key) => {
    const field = fields[key];
    const matters = (other: RunConfig): boolean => runKeyMatters(key, other);
    // a constant λ is said by its value, and that mass is split goes without saying
    if (!matters(run) || (key === 'lambdaRule' && run.lambdaRule === 'constant')) return [];
    if (key === 'ties' && run.ties === 'split') return [];
    if (runs.every((other) => matters(other) && other[key] === run[key])) return [];
    if (field.kind === 'choice')
      return [field.options.find((option) => option.value === run[key])?.label ?? String(run[key])];
    return [`${field.symbol ?? field.label} ${formatNumber(Number(run[key]))}`];
  });
}
