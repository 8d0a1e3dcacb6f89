import { quote, readField, type Field, type Fields } from '../field.ts';
import { acrobot } from './acrobot.ts';
import { cartPole } from './cart-pole.ts';
import { chain } from './chain.ts';
import { cliffWalking } from './cliff-walking.ts';
import type { Action, Environment, FiniteWorld, Misfit } from './environment.ts';
import { fourRooms } from './four-rooms.ts';
import { frozenLake } from './frozen-lake.ts';
import type { Grid } from './grid.ts';
import { gridworld } from './gridworld.ts';
import { mountainCarContinuous } from './mountain-car-continuous.ts';
import { ant } from './mujoco/ant.ts';
import { halfCheetah } from './mujoco/half-cheetah.ts';
import { hopper } from './mujoco/hopper.ts';
import { reacher } from './mujoco/reacher.ts';
import { walker2d } from './mujoco/walker2d.ts';
import { oneState } from './one-state.ts';
import { pendulum } from './pendulum.ts';
import type { Dynamics, PhysicsEnvironment, PhysicsWorld } from './physics.ts';
import { pictureOfFinite, pictureOfPhysics, type Picture } from './picture.ts';
import { taxi } from './taxi.ts';

/** A kind of world whose parameters are not known here: each has its own, so none may be assumed. */
interface AnyEnvironment extends Omit<Environment, 'actions' | 'make' | 'misfits' | 'grid'> {
  readonly misfits?: (parameters: never) => readonly Misfit[];
  readonly actions: (parameters: never) => readonly Action[];
  readonly make: (parameters: never) => FiniteWorld;
  readonly grid?: (parameters: never) => Grid;
}

interface AnyTask extends Omit<PhysicsEnvironment, 'make' | 'load'> {
  readonly make: (parameters: never) => PhysicsWorld;
  readonly load: (parameters: never) => Promise<Dynamics>;
}

/** Every kind of finite world, in the order of the picker. */
export const environments = {
  'one-state': oneState,
  'cliff-walking': cliffWalking,
  'frozen-lake': frozenLake,
  taxi,
  chain,
  'four-rooms': fourRooms,
  gridworld,
} satisfies Record<string, AnyEnvironment>;

/** Every kind of physics task, in the order of the picker. */
export const physicsTasks = {
  'cart-pole': cartPole,
  acrobot,
  pendulum,
  'mountain-car': mountainCarContinuous,
  reacher,
  hopper,
  walker2d,
  'half-cheetah': halfCheetah,
  ant,
} satisfies Record<string, AnyTask>;

/** Everything that can be trained in. */
export const worlds = { ...environments, ...physicsTasks };

export type EnvironmentKind = keyof typeof environments;
export type PhysicsKind = keyof typeof physicsTasks;
export type WorldKind = EnvironmentKind | PhysicsKind;

/** Whether a text names a kind of world. */
export function isWorldKind(text: string): text is WorldKind {
  return Object.hasOwn(worlds, text);
}

/** Whether a kind of world is a physics task. */
export function isPhysicsKind(kind: WorldKind): kind is PhysicsKind {
  return Object.hasOwn(physicsTasks, kind);
}

/** What is trained: a table in a finite world, or networks in a physics task with discrete or continuous actions. */
export type TaskKind = 'table' | 'discrete' | 'continuous';

/** What is trained in a kind of world. */
export function taskOf(kind: WorldKind): TaskKind {
  if (!isPhysicsKind(kind)) return 'table';
  return makeTask(kind, {}).actions.kind === 'discrete' ? 'discrete' : 'continuous';
}

/** What can be done in a world; nothing that has a name where actions are continuous. Throws as `makeWorld` does. */
export function actionsOf(kind: WorldKind, parameters: Parameters): readonly Action[] {
  if (isPhysicsKind(kind)) {
    const { actions } = makeTask(kind, parameters);
    return actions.kind === 'discrete' ? actions.actions : [];
  }
  const environment: AnyEnvironment = environments[kind];
  return environment.actions(readParameters(kind, parameters) as never);
}

type Parameters = Readonly<Record<string, number | string>>;

/** Whether the actions of a kind of world have places, whose distances are a cost. */
export function hasPlaces(kind: WorldKind): boolean {
  return !isPhysicsKind(kind) && (environments[kind] as AnyEnvironment).hasPlaces === true;
}

/** Of parameters that their fields allow, all given, those that do not fit the others. */
export function misfitsOf(kind: WorldKind, parameters: Parameters): readonly Misfit[] {
  if (isPhysicsKind(kind)) return [];
  return (environments[kind] as AnyEnvironment).misfits?.(parameters as never) ?? [];
}

/** The fields of a kind of world, which know the other parameters: a text that does not fit them is refused. */
export function parameterFields(kind: WorldKind, parameters: Parameters): Fields {
  const fits = ([key, field]: [string, Field]): [string, Field] => {
    if (field.kind !== 'text') return [key, field];
    const misfit = (text: string): string | undefined =>
      misfitsOf(kind, { ...parameters, [key]: text })
        .find((wrong) => wrong.key === key)
        ?.says(key);
    return [key, { ...field, problem: (text) => field.problem(text) ?? misfit(text) }];
  };
  return Object.fromEntries(Object.entries(worlds[kind].fields as Fields).map(fits));
}

/**
 * Makes a finite world. Parameters that are not given take their defaults.
 *
 * @throws RangeError for a parameter that this kind does not have, or a value outside what its field allows
 */
export function makeWorld(kind: EnvironmentKind, parameters: Parameters): FiniteWorld {
  const environment: AnyEnvironment = environments[kind];
  return environment.make(readParameters(kind, parameters) as never);
}

/** The map of a world and what happens on it; null where the world is no map of cells. Throws as `makeWorld` does. */
export function gridOf(kind: WorldKind, parameters: Parameters): Grid | null {
  if (isPhysicsKind(kind)) return null;
  const environment: AnyEnvironment = environments[kind];
  return environment.grid?.(readParameters(kind, parameters) as never) ?? null;
}

/** Makes a physics task, without what moves it. Throws as `makeWorld` does. */
export function makeTask(kind: PhysicsKind, parameters: Parameters): PhysicsWorld {
  const task: AnyTask = physicsTasks[kind];
  return task.make(readParameters(kind, parameters) as never);
}

/** Loads what moves a physics task, its engine first if it has one. */
export function loadDynamics(kind: PhysicsKind, parameters: Parameters): Promise<Dynamics> {
  const task: AnyTask = physicsTasks[kind];
  return task.load(readParameters(kind, parameters) as never);
}

/** What is drawn of a world. Throws as `makeWorld` does. */
export function makePicture(kind: WorldKind, parameters: Parameters): Picture {
  return isPhysicsKind(kind)
    ? pictureOfPhysics(makeTask(kind, parameters))
    : pictureOfFinite(makeWorld(kind, parameters));
}

function readParameters(kind: WorldKind, parameters: Parameters): Record<string, number | string> {
  const fields: Fields = worlds[kind].fields;
  const stranger = Object.keys(parameters).find((key) => !Object.hasOwn(fields, key));
  if (stranger !== undefined) {
    throw new RangeError(
      `${kind} has no parameter ${quote(stranger)}, expected ${Object.keys(fields).join(', ') || 'none'}`,
    );
  }
  const values: Record<string, number | string> = {};
  for (const [key, field] of Object.entries(fields)) {
    const reading = readField(field, key, String(parameters[key] ?? field.default));
    if (reading.problem !== undefined) throw new RangeError(`${reading.problem.says}.`);
    values[key] = reading.value;
  }
  const [misfit] = misfitsOf(kind, values);
  if (misfit !== undefined) throw new RangeError(`${misfit.says(misfit.key)}.`);
  return values;
}
