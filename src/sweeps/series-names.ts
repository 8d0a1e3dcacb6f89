import { say } from '../copy/say.ts';
import { differences, numbered } from '../config/column-names.ts';
import { methods, type MethodKind, type RunConfig } from '../methods/registry.ts';

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
    return anyMethod ? words.join(', ') || say('column') : [methods[run.method].short, ...words].join(' ');
  });
  return numbered(names).map((name, index) => ({ name, method: runs[index]!.method }));
}
