import { say } from '../../copy/say.ts';
import { methods, type MethodKind } from '../../methods/registry.ts';
import { runField, runKeys } from '../../config/run-fields.ts';
import { trainingFields } from '../../config/training-fields.ts';
import { worlds, type WorldKind } from '../../environments/registry.ts';
import type { Field, Fields } from '../../field.ts';
import { columnSetting } from '../../sweeps/settings.ts';

interface KeyGroup {
  readonly name: string;
  readonly keys: readonly { readonly key: string; readonly label: string }[];
}

/** The keys that an axis may set, in groups, for a world and the methods of a link; named in the language of the page. */
export function keyGroups(world: WorldKind, kinds: readonly MethodKind[]): KeyGroup[] {
  const own: Fields = worlds[world].fields;
  return [
    { name: say('settings of all columns'), keys: keysOf(allRunFields(), 'run.') },
    ...[...new Set(kinds)].map((kind) => ({
      name: say('settings of {method} columns', { method: methods[kind].short }),
      keys: keysOf(methods[kind].fields, `${kind}.`),
    })),
    {
      name: say('what is compared'),
      keys: [
        { key: 'method', label: say('method of all columns') },
        { key: 'world', label: say('world') },
      ],
    },
    { name: say('parameters of {world}', { world: say(worlds[world].label) }), keys: keysOf(own, 'world.') },
    { name: say('shared settings'), keys: keysOf(trainingFields, '') },
  ];
}

/** What is known of a key's values: its field, or the choice that it is; undefined for a key that is not known here. */
export function keyField(key: string, world: WorldKind): Field | undefined {
  if (key === 'method') return choice('method', methods);
  if (key === 'world') return choice('world', worlds);
  const setting = columnSetting(key);
  if (setting !== null) return runField(setting.field);
  const own: Fields = worlds[world].fields;
  return key.startsWith('world.') ? own[key.slice('world.'.length)] : (trainingFields as Fields)[key];
}

/** The settings of all methods. */
function allRunFields(): Fields {
  return Object.fromEntries(runKeys().map((key) => [key, runField(key)!]));
}

function keysOf(fields: Fields, prefix: string): KeyGroup['keys'] {
  return Object.entries(fields).map(([key, { label, symbol }]) => ({
    key: prefix + key,
    label: symbol === undefined ? say(label) : `${say(label)} ${symbol}`,
  }));
}

function choice(name: string, from: Readonly<Record<string, { readonly label: string }>>): Field {
  const options = Object.entries(from).map(([value, { label }]) => ({ value, label }));
  return { kind: 'choice', label: name, default: options[0]!.value, options, help: '' };
}
