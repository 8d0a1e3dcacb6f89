import { quote, readField, type Fields } from '../field.ts';
import { chain } from './chain.ts';
import { cliffWalking } from './cliff-walking.ts';
import type { Environment, FiniteWorld } from './environment.ts';
import { fourRooms } from './four-rooms.ts';
import { frozenLake } from './frozen-lake.ts';
import { gridworld } from './gridworld.ts';
import { taxi } from './taxi.ts';

/** A kind of world whose parameters are not known here: each has its own, so none may be assumed. */
interface AnyEnvironment extends Omit<Environment, 'make'> {
  readonly make: (parameters: never) => FiniteWorld;
}

/** Every kind of world, in the order of the picker. */
export const environments = {
  'cliff-walking': cliffWalking,
  'frozen-lake': frozenLake,
  taxi,
  chain,
  'four-rooms': fourRooms,
  gridworld,
} satisfies Record<string, AnyEnvironment>;

export type EnvironmentKind = keyof typeof environments;

/** Whether a text names a kind of world. */
export function isEnvironmentKind(text: string): text is EnvironmentKind {
  return Object.hasOwn(environments, text);
}

/**
 * Makes a world. Parameters that are not given take their defaults.
 *
 * @throws RangeError for a parameter that this kind does not have, or a value outside what its field allows
 */
export function makeWorld(kind: EnvironmentKind, parameters: Readonly<Record<string, number | string>>): FiniteWorld {
  const environment: AnyEnvironment = environments[kind];
  const fields: Fields = environment.fields;
  const stranger = Object.keys(parameters).find((key) => !Object.hasOwn(fields, key));
  if (stranger !== undefined) {
    throw new RangeError(`${kind} has no parameter ${quote(stranger)}, wanted ${Object.keys(fields).join(', ')}`);
  }
  const values: Record<string, number | string> = {};
  for (const [key, field] of Object.entries(fields)) {
    const reading = readField(field, key, String(parameters[key] ?? field.default));
    if (reading.problem !== undefined) throw new RangeError(reading.problem);
    values[key] = reading.value;
  }
  return environment.make(values as never);
}
