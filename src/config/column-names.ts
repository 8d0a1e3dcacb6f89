import { say } from '../copy/say.ts';
import { formatNumber } from '../field.ts';
import { methods, settingsOf, type RunConfig } from '../methods/registry.ts';
import { runField, runKeysRead } from './run-fields.ts';

/** Names of columns: the method, and a number where a method stands more than once. */
export function columnNames(runs: readonly RunConfig[]): string[] {
  return numbered(runs.map(({ method }) => methods[method].short));
}

/** Names, with a number where they stand more than once. */
export function numbered(names: readonly string[]): string[] {
  return names.map((name, index) => {
    const same = names.filter((other) => other === name).length;
    const place = names.slice(0, index + 1).filter((other) => other === name).length;
    return same > 1 ? `${name} ${place}` : name;
  });
}

/** Values that the number beside them says: "δ 0.01", "β 2", "λ 5", or that go without saying. */
const SAID: readonly string[] = ['optimal', 'fixed', 'constant', 'split'];

/** The settings that are read in a column and are not the same in all of its kin: "δ 0.01". */
export function differences(run: RunConfig, kin: readonly RunConfig[]): string[] {
  const value = (other: RunConfig, key: string): number | string | undefined =>
    runKeysRead(other).includes(key) ? settingsOf(other)[key] : undefined;
  return runKeysRead(run).flatMap((key) => {
    const own = value(run, key)!;
    const field = runField(key);
    if (field === undefined || SAID.includes(String(own)) || kin.every((other) => value(other, key) === own)) return [];
    if (field.kind === 'choice') {
      const option = field.options.find(({ value: known }) => known === own);
      return option === undefined ? [] : say(option.label);
    }
    return `${say(field.symbol ?? field.label)} ${formatNumber(Number(own))}`;
  });
}

/** What one control of the page says of all columns, or a slider of each. */
const SHOWN: readonly string[] = ['tau', 'beta', 'delta', 'rule'];

/** What a column's header says of it: what tells it from others of its method, and what is not as the method comes. */
export function chipsOf(run: RunConfig, runs: readonly RunConfig[], usual: RunConfig): string[] {
  const alike = runs.filter(({ method }) => method === run.method);
  const rules = new Set(runs.map((other) => settingsOf(other)['rule']));
  const shown = (other: RunConfig): RunConfig => {
    const hidden = rules.size === 1 ? SHOWN : SHOWN.filter((key) => key !== 'rule');
    return hidden.reduce(
      (own, key) => (Object.hasOwn(own, key) ? { ...own, [key]: settingsOf(run)[key] } : own),
      other,
    );
  };
  return differences(run, [...alike, usual].map(shown));
}
