import { columnFields, runKeyMatters, type RunConfig, type RunKey } from '../../config/run-fields.ts';

/** The settings of a column that have a meaning under its method and rule, in order. */
export function settingsShown(run: RunConfig): RunKey[] {
  return (Object.keys(columnFields) as RunKey[]).filter((key) => runKeyMatters(key, run));
}
