import { say } from '../copy/say.ts';
import { momentKeys } from '../config/moment.ts';
import { runField, runKeys } from '../config/run-fields.ts';
import { trainingFields } from '../config/training-fields.ts';
import { isWorldKind, worlds, type WorldKind } from '../environments/registry.ts';
import { quote, visible, type Field, type Fields } from '../field.ts';
import { isMethodKind, methods } from '../methods/registry.ts';
import type { Axis } from './sweep.ts';

/** Keys of a link that a sweep sets itself, each with what to use instead: words that are said, or names of keys. */
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
  if (Object.hasOwn(reserved, key)) {
    const values = { key: quote(key), wanted: say(reserved[key]!) };
    return say('The key {key} is not for axes; expected is {wanted}.', values);
  }
  const setting = columnSetting(key);
  if (setting === null) return undefined;
  if (/[,:]/.test(String(value)))
    return say('{key} is {value}; expected is a value without comma and colon.', {
      key: visible(key),
      value: quote(String(value)),
    });
  if (runField(setting.field) !== undefined) return undefined;
  const known = runKeys().join(', ');
  return say('{field} in {key} is not a setting of a column; expected is one of {known}.', {
    field: quote(setting.field),
    key: quote(key),
    known,
  });
}

/** What a key such as run.delta or kl.delta sets, and in the columns of which method (null: all); null where it is a key of the link. */
export function columnSetting(key: string): { readonly method: string | null; readonly field: string } | null {
  const dot = key.indexOf('.');
  const of = key.slice(0, Math.max(0, dot));
  const field = key.slice(dot + 1);
  if (of === 'run') return { method: null, field };
  return isMethodKind(of) ? { method: of, field } : null;
}

/** What files call the axis of a key: "radius δ", "KL radius δ"; the key itself where it has no field. */
export function keyName(key: string, world: WorldKind): string {
  const { method, label, symbol } = nameParts(key, world);
  return [method, label, symbol].filter((part) => part !== undefined).join(' ');
}

/** The same in the language of the page. */
export function keyNameSaid(key: string, world: WorldKind): string {
  const { method, label, symbol } = nameParts(key, world);
  const setting = symbol === undefined ? say(label) : `${say(label)} ${symbol}`;
  return method === undefined ? setting : say('{method} {setting}', { method, setting });
}

function nameParts(
  key: string,
  world: WorldKind,
): { readonly label: string; readonly symbol?: string | undefined; readonly method?: string } {
  const field = key === 'method' || key === 'world' ? undefined : fieldOf(key, world);
  if (field === undefined) return { label: key };
  const { label, symbol } = field;
  const method = columnSetting(key)?.method ?? null;
  return { label, symbol, ...(method !== null && isMethodKind(method) && { method: methods[method].short }) };
}

/** The name of an axis in the language of the page: what its key is called, or the file's own, where that is known. */
export function axisName({ name, values }: Axis, world: WorldKind): string {
  const [key] = Object.keys(values[0]?.set ?? {});
  return key !== undefined && name === keyName(key, world) ? keyNameSaid(key, world) : say(name);
}

/** What a value is called in the language of the page, part by part. */
export const valueSaid = (label: string): string =>
  label
    .split(', ')
    .map((part) => say(part))
    .join(', ');

/** What axes call a value of a key. */
export function valueName(key: string, value: string | number, world: WorldKind): string {
  const text = String(value);
  if (key === 'method') return isMethodKind(text) ? methods[text].short : text;
  if (key === 'world') return isWorldKind(text) ? worlds[text].label : text;
  const field = fieldOf(key, world);
  return (field?.kind === 'choice' && field.options.find((option) => option.value === text)?.label) || text || '""';
}

function fieldOf(key: string, world: WorldKind): Field | undefined {
  const setting = columnSetting(key);
  if (setting !== null) return runField(setting.field);
  if (key.startsWith('world.')) return ownField(worlds[world].fields, key.slice('world.'.length));
  return ownField(trainingFields, key);
}

/** A field by a name that a file may have made up: `__proto__` and its like are none. */
const ownField = (fields: Fields, name: string): Field | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;
