import { say } from '../copy/say.ts';
import { customCostProblem } from '../environments/action-cost.ts';
import { actionsOf, isWorldKind, misfitsOf, taskOf, worlds, type WorldKind } from '../environments/registry.ts';
import {
  formatNumber,
  problemOf,
  quote,
  readField,
  sentenceOf,
  type Field,
  type Fields,
  type Problem,
} from '../field.ts';
import { isMethodKind, methods, type RunConfig } from '../methods/registry.ts';
import { withFormerDefaults } from './former-defaults.ts';
import { readChanges } from './link-changes.ts';
import { readFrame, splitShow, frameParts, type PageView } from './layout.ts';
import { pack } from './link-packing.ts';
import { END, LINK_VERSION, MOST_PROBLEMS, parseLink, type ColumnParts, type LinkParts } from './link-parts.ts';
import { escapeValue, type Tell } from './link-text.ts';
import { readMoment, writeMoment } from './moment.ts';
import {
  defaultTraining,
  defaultWorld,
  iterationField,
  MAX_RUNS,
  OPENING,
  OPENING_WORLD,
  seedField,
  type PlaygroundConfig,
  type WorldConfig,
} from './playground-config.ts';
import { defaultRun, methodHas, runField, runFields } from './run-fields.ts';
import { taskHas, trainingField, trainingFields, type TrainingKey, type TrainingSettings } from './training-fields.ts';

/** Fragments longer than this, in characters, are packed. */
const READABLE_LENGTH = 1000;

/**
 * The fragment of a link, without `#`. Defaults are left out, and so is what the world or the method does not have; keys are words:
 * `v=2&world=frozen-lake&world.size=8x8&seed=7&gamma=0.99&run=kl,delta:0.02&run=wasserstein&at=12,0,beta:0.5&play=0&stop=40&end`
 */
export function encodeLink(config: PlaygroundConfig): string {
  const parts = [`v=${LINK_VERSION}`];
  const add = (key: string, value: string): void => {
    parts.push(`${key}=${escapeValue(value)}`);
  };
  const { kind, parameters } = config.world;
  if (kind !== OPENING_WORLD) add('world', kind);
  eachDifference(worlds[kind].fields, parameters, defaultWorld(kind).parameters, (key, value) =>
    add(`world.${key}`, value),
  );
  if (config.seed !== seedField.default) add('seed', String(config.seed));
  const task = taskOf(kind);
  eachDifference(trainingFields, config.training, defaultTraining(kind), (key, value) => {
    if (taskHas(key as TrainingKey, task)) add(key, value);
  });
  const runs = config.runs.map((run) => encodeRun(run, kind));
  const usual = OPENING.map((method) => encodeRun(defaultRun(method, kind), kind));
  if (runs.join('|') !== usual.join('|')) for (const run of runs) add('run', run);
  for (const change of config.changes) {
    add('at', `${change.iteration},${change.run},${change.key}:${text(change.value)}`);
  }
  if (!config.play) add('play', '0');
  if (config.stop !== null) add('stop', String(config.stop));
  if (config.view !== 'explore') add('view', config.view);
  // one key says both what maps show and what a frame does
  const shown = config.view === 'embed' ? frameParts(config.frame) : { controls: null, shows: null };
  if (shown.controls !== null) add('controls', shown.controls);
  writeMoment(config.moment, add, shown.shows);
  const readable = [...parts, END].join('&');
  return readable.length <= READABLE_LENGTH ? readable : pack(readable, LINK_VERSION, END);
}

function encodeRun(run: RunConfig, world: WorldKind): string {
  const words: string[] = [run.method];
  eachDifference(runFields(run.method, world), run, defaultRun(run.method, world), (key, value) => {
    words.push(`${key}:${value}`);
  });
  return words.join(',');
}

type Values = Readonly<Record<string, unknown>>;

function eachDifference(
  fields: Fields,
  values: object,
  defaults: object,
  add: (key: string, value: string) => void,
): void {
  for (const key of Object.keys(fields)) {
    const value = (values as Values)[key] as number | string;
    if (value !== (defaults as Values)[key]) add(key, text(value));
  }
}

function text(value: number | string): string {
  return typeof value === 'number' ? formatNumber(value) : value;
}

/** A config that works, and sentences that name what was changed to make it so. */
export interface DecodedLink {
  readonly config: PlaygroundConfig;
  readonly problems: readonly string[];
}

/** Reads a fragment, with or without `#`. Whatever it says, a whole config comes back. */
export function decodeLink(fragment: string): DecodedLink {
  const { parts, problems } = parseLink(fragment);
  const resolved = resolveLink(parts);
  const all = [...problems, ...resolved.problems];
  const sentences = all.slice(0, MOST_PROBLEMS).map(sentenceOf);
  if (all.length > MOST_PROBLEMS) sentences.push(say('More was wrong with this link; the defaults are used there.'));
  return { config: resolved.config, problems: sentences };
}

/** A problem of a link; `idle` names the key of a setting that is known, but has no meaning where it is given. */
export interface LinkProblem extends Problem {
  readonly idle?: string;
}

/** Judges the parts of a link. Whatever they say, a whole config comes back, and what was changed to make it so. */
export function resolveLink(given: LinkParts): {
  readonly config: PlaygroundConfig;
  readonly problems: readonly LinkProblem[];
} {
  const parts = withFormerDefaults(given);
  const problems: LinkProblem[] = [];
  const tell = (problem: LinkProblem | undefined): void => {
    if (problem !== undefined && problems.length <= MOST_PROBLEMS) problems.push(problem);
  };
  const one = new Map(parts.entries);
  const take = (key: string): string | undefined => {
    const value = one.get(key);
    one.delete(key);
    return value;
  };
  const world = readWorld(take, tell);
  const seed = readOne(seedField, 'seed', take('seed'), seedField.default, tell);
  const actions = actionsOf(world.kind, world.parameters).length;
  const training = readTraining(world, actions, take, tell);
  const runs = readRuns(parts.columns, world.kind, tell);
  const changes = readChanges(parts.changes, { world: world.kind, runs, training, actions }, tell);
  const play = readOne(playField, 'play', take('play'), '1', tell) === '1';
  const stop = readStop(take('stop'), tell);
  const view = readOne(viewField, 'view', take('view'), 'explore', tell) as PageView;
  const { heat, shows } = splitShow(take('show'));
  const frame = readFrame(view, take, shows, tell);
  const moment = readMoment((key) => (key === 'show' ? heat : take(key)), tell);
  for (const key of one.keys()) {
    if (problems.length > MOST_PROBLEMS) break;
    tell(problemOf('{key} is not known here', 'it is ignored', { key: quote(key) }));
  }
  return { config: { seed, world, training, runs, changes, play, stop, view, frame, moment }, problems };
}

/** The iteration at which to pause. What cannot be read is as if it were not there. */
function readStop(given: string | undefined, tell: Tell): number | null {
  if (given === undefined) return null;
  const { value, problem, unreadable } = readField<Field>(iterationField, 'stop', given);
  if (unreadable !== true) {
    tell(problem);
    return value as number;
  }
  tell({ says: problem!.says, remedy: say('the page does not pause by itself') });
  return null;
}

const viewField = {
  kind: 'choice',
  label: 'view',
  default: 'explore',
  options: [
    { value: 'explore', label: 'explore' },
    { value: 'lecture', label: 'lecture' },
    { value: 'embed', label: 'embed' },
  ],
  help: 'How the page is laid out.',
} as const;

const playField = {
  kind: 'choice',
  label: 'play',
  default: '1',
  options: [
    { value: '0', label: 'paused' },
    { value: '1', label: 'playing' },
  ],
  help: 'Whether the page opens playing.',
} as const;

type Take = (key: string) => string | undefined;
type TellLink = (problem: LinkProblem | undefined) => void;

function readOne<F extends Field>(
  field: F,
  key: string,
  given: string | undefined,
  otherwise: F['default'],
  tell: Tell,
): F['default'] {
  if (given === undefined) return otherwise;
  const reading = readField<Field>(field, key, given);
  tell(reading.problem);
  return reading.value;
}

function readWorld(take: Take, tell: Tell): WorldConfig {
  const given = take('world');
  let kind = OPENING_WORLD;
  if (given !== undefined) {
    const named = given.trim();
    if (isWorldKind(named)) kind = named;
    else {
      const expected = Object.keys(worlds).join(', ');
      tell(
        problemOf('{key} = {given} is not one of {expected}', '{value} is used', {
          key: 'world',
          given: quote(given),
          expected,
          value: kind,
        }),
      );
    }
  }
  const parameters: Record<string, number | string> = { ...defaultWorld(kind).parameters };
  for (const [key, field] of Object.entries(worlds[kind].fields as Fields)) {
    parameters[key] = readOne(field, `world.${key}`, take(`world.${key}`), parameters[key]!, tell);
  }
  for (const { key, says } of misfitsOf(kind, parameters)) {
    parameters[key] = (worlds[kind].fields as Fields)[key]!.default;
    tell({ says: says(`world.${key}`), remedy: say('the default is used') });
  }
  return { kind, parameters };
}

function readTraining(world: WorldConfig, actions: number, take: Take, tell: TellLink): TrainingSettings {
  const defaults = defaultTraining(world.kind);
  const task = taskOf(world.kind);
  const settings: Record<string, number | string> = { ...defaults };
  for (const key of Object.keys(trainingFields) as TrainingKey[]) {
    const given = take(key);
    if (given === undefined) continue;
    if (!taskHas(key, task)) {
      const values = { key, world: say(worlds[world.kind].label) };
      tell({ ...problemOf('{key} has no meaning in {world}', 'it is ignored', values), idle: key });
      continue;
    }
    // a world's own value is the default, here and where the value given cannot be read
    const own = { ...trainingField(key, world.kind), default: defaults[key] };
    settings[key] = readOne(own as Field, key, given, settings[key]!, tell);
  }
  const training = settings as TrainingSettings;
  if (training.cost !== 'custom' && training.costMatrix === '') return training;
  const problem = customCostProblem(training.costMatrix, actions);
  if (problem === undefined) return training;
  tell({
    says: problem.replace(/\.$/, ''),
    remedy: say(defaults.cost === 'places' ? 'the distance between places is used' : 'the 0/1 cost is used'),
  });
  return { ...training, cost: defaults.cost, costMatrix: defaults.costMatrix };
}

function readRuns(columns: readonly ColumnParts[], world: WorldKind, tell: TellLink): RunConfig[] {
  if (columns.length > MAX_RUNS) {
    tell(problemOf('This link has {n} columns', 'the first {most} are shown', { n: columns.length, most: MAX_RUNS }));
  }
  const runs = columns.slice(0, MAX_RUNS).flatMap((given) => {
    const run = readRun(given, world, tell);
    return run === null ? [] : [run];
  });
  return runs.length > 0 ? runs : OPENING.map((method) => defaultRun(method, world));
}

function readRun({ method, settings }: ColumnParts, world: WorldKind, tell: TellLink): RunConfig | null {
  if (!isMethodKind(method)) {
    const expected = Object.keys(methods).join(', ');
    tell(problemOf('{given} is not one of {expected}', 'its column is left out', { given: quote(method), expected }));
    return null;
  }
  const fields: Fields = runFields(method, world);
  const run: Record<string, number | string> = { ...defaultRun(method, world) };
  for (const [key, value] of settings) {
    const field = methodHas(method, key) ? fields[key] : undefined;
    if (field === undefined) {
      const values = { key: quote(key), method: methods[method].short };
      tell({
        ...problemOf('{key} is no setting of {method}', 'it is ignored', values),
        ...(runField(key) !== undefined ? { idle: `${method}.${key}` } : {}),
      });
    } else run[key] = readOne(field, `${method}.${key}`, value, field.default, tell);
  }
  return run as unknown as RunConfig;
}
