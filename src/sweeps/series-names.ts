import { methods, type MethodKind } from '../config/methods.ts';
import { columnFields, runKeyMatters, type RunConfig, type RunKey } from '../config/run-fields.ts';
import { formatNumber } from '../field.ts';

/** One column of a sweep's link. */
export interface Series {
  readonly name: string;
  /** As the link has it, whatever an axis makes of it. */
  readonly method: MethodKind;
}

/** Columns with names that tell them apart: the method, and what differs among columns of the same method. */
export function seriesNames(runs: readonly RunConfig[], anyMethod: boolean): Series[] {
  const names = runs.map((run) => {
    const kin = runs.filter((other) => anyMethod || other.method === run.method);
    const words = differences(run, kin);
    // where an axis replaces the method, columns are told apart by the rest
    return anyMethod ? words.join(', ') || 'column' : [methods[run.method].short, ...words].join(' ');
  });
  return runs.map(({ method }, index) => {
    const name = names[index]!;
    const same = names.filter((other) => other === name).length;
    const place = names.slice(0, index + 1).filter((other) => other === name).length;
    return { name: same > 1 ? `${name} ${place}` : name, method };
  });
}

/** Rules that the number beside them says: "δ 0.01", "β 2", "λ 5". */
const saidByNumbers: readonly string[] = ['optimal', 'fixed', 'constant'];

/** The settings that matter in a column and are not the same in all of its kin: "δ 0.01". */
function differences(run: RunConfig, kin: readonly RunConfig[]): string[] {
  return (Object.keys(columnFields) as RunKey[]).flatMap((key) => {
    const matters = (other: RunConfig): boolean => runKeyMatters(key, other);
    if (!matters(run) || kin.every((other) => matters(other) && other[key] === run[key])) return [];
    const field = columnFields[key];
    if (saidByNumbers.includes(String(run[key]))) return [];
    if (field.kind === 'choice') return field.options.find((option) => option.value === run[key])?.label ?? [];
    return `${field.symbol ?? field.label} ${formatNumber(Number(run[key]))}`;
  });
}
