import { momentKeys } from '../config/moment.ts';
import { runField, runKeys } from '../config/run-fields.ts';
import { trainingFields } from '../config/training-fields.ts';
import { isWorldKind, worlds, type WorldKind } from '../environments/registry.ts';
import { quote, visible, type Field, type Fields } from '../field.ts';
import { isMethodKind, methods } from '../methods/registry.ts';

/** Keys of a link that a sweep sets itself, each with what to use instead. */
const reserved: Readonly<Record<string, string>> = {
  v: 'the link',
  run: 'run.FIELD, METHOD.FIELD or method',
  at: 'the link',
  seed: 'seeds',
  play: 'nothing',
  view: 'nothing',
  controls: 'nothing',
  stop: 'iterations',
  ...Object.fromEntries(momentKeys.map((key) => [key, 'nothing'])),
};

/** Why an axis cannot set a key so, or undefined. Whether a link knows the key and takes the value is for the link to say. */
export function settingProblem(key: string, value: string | number): string | undefined {
  if (Object.hasOwn(reserved, key)) return `The key ${quote(key)} is not for axes; expected is ${reserved[key]}.`;
  const setting = columnSetting(key);
  if (setting === null) return undefined;
  if (/[,:]/.test(String(value)))
    return `${visible(key)} is ${quote(String(value))}; expected is a value without comma and colon.`;
  if (runField(setting.field) !== undefined) return undefined;
  const known = runKeys().join(', ');
  return `${quote(setting.field)} in ${quote(key)} is not a setting of a column; expected is one of ${known}.`;
}

/** What a key such as run.delta or kl.delta sets, and in the columns of which method (null: all); null where it is a key of the link. */
export function columnSetting(key: string): { readonly method: string | null; readonly field: string } | null {
  const dot = key.indexOf('.');
  const of = key.slice(0, Math.max(0, dot));
  const field = key.slice(dot + 1);
  if (of === 'run') return { method: null, field };
  return isMethodKind(of) ? { method: of, field } : null;
}

/** What axes call a key: "radius δ", "KL radius δ"; the key itself where it has no field. */
export function keyName(key: string, world: WorldKind): string {
  if (key === 'method' || key === 'world') return key;
  const field = fieldOf(key, world);
  if (field === undefined) return key;
  const method = columnSetting(key)?.method ?? null;
  const of = method !== null && isMethodKind(method) ? `${methods[method].short} ` : '';
  return `${of}${field.label}${field.symbol === undefined ? '' : ` ${field.symbol}`}`;
}

/** What axes call a value of a key. */
export function valueName(key: string, value: string | number, world: WorldKind): string {
  const text = String(value);
  if (key === 'method') return isMethodKind(text) ? methods[text].short : text;
  if (key === 'world') return isWorldKind(text) ? worlds[text].label : text;
  const field = fieldOf(key, world);
  return (field?.kind === 'choice' && field.options.find((option) => option.value === text)?.label) || text || '""';
}

function fieldOf(key: string, world: WorldKind): Field | undefined {
  const own: Fields = worlds[world].fields;
  const setting = columnSetting(key);
  if (setting !== null) return runField(setting.field);
  return key.startsWith('world.') ? own[key.slice('world.'.length)] : (trainingFields as Fields)[key];
}
