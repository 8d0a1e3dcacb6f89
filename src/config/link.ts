import { customCostProblem } from '../environments/action-cost.ts';
import { isWorldKind, makePicture, worlds, type WorldKind } from '../environments/registry.ts';
import { formatNumber, quote, readField, type Field, type Fields } from '../field.ts';
import { isMethodKind, methods } from './methods.ts';
import { readChanges } from './link-changes.ts';
import { escapeValue, split, unescapeValue, type Say } from './link-text.ts';
import { isPacked, pack, unpack } from './link-packing.ts';
import {
  defaultConfig,
  defaultRun,
  defaultTraining,
  defaultWorld,
  iterationField,
  MAX_RUNS,
  seedField,
  type PlaygroundConfig,
  type WorldConfig,
} from './playground-config.ts';
import { runFields, type RunConfig } from './run-fields.ts';
import { trainingFields, type TrainingSettings } from './training-fields.ts';

/** Version of the link's grammar. */
const LINK_VERSION = 1;

/** Fragments longer than this, in characters, are packed. */
const READABLE_LENGTH = 1000;

/**
 * The fragment of a link, without `#`. Defaults are left out; keys are words:
 * `v=1&world=frozen-lake&world.size=8x8&seed=7&gamma=0.99&run=kl,delta:0.02&run=wasserstein&at=12,0,beta:0.5&play=0&stop=40`
 */
export function encodeLink(config: PlaygroundConfig): string {
  const parts = [`v=${LINK_VERSION}`];
  const add = (key: string, value: string): void => {
    parts.push(`${key}=${escapeValue(value)}`);
  };
  const standard = defaultConfig();
  const { kind, parameters } = config.world;
  if (kind !== standard.world.kind) add('world', kind);
  eachDifference(worlds[kind].fields, parameters, defaultWorld(kind).parameters, (key, value) =>
    add(`world.${key}`, value),
  );
  if (config.seed !== standard.seed) add('seed', String(config.seed));
  eachDifference(trainingFields, config.training, defaultTraining(kind), add);
  const runs = config.runs.map((run) => encodeRun(run, kind));
  const usual = standard.runs.map(({ method }) => encodeRun(defaultRun(method, kind), kind));
  if (runs.join('|') !== usual.join('|')) for (const run of runs) add('run', run);
  for (const change of config.changes) {
    add('at', `${change.iteration},${change.run},${change.key}:${text(change.value)}`);
  }
  if (!config.play) add('play', '0');
  if (config.stop !== null) add('stop', String(config.stop));
  const readable = parts.join('&');
  return readable.length <= READABLE_LENGTH ? readable : pack(readable, LINK_VERSION);
}

function encodeRun(run: RunConfig, world: WorldKind): string {
  const words: string[] = [run.method];
  eachDifference(runFields(run.method, world), run, defaultRun(run.method, world), (key, value) =>
    words.push(`${key}:${value}`),
  );
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
  const problems: string[] = [];
  const say = (problem: string | undefined): void => {
    if (problem === undefined) return;
    if (problems.length < 12) problems.push(problem);
    else if (problems.length === 12) problems.push('More was wrong with this link; the defaults are used there.');
  };
  const entries = readEntries(fragment.replace(/^#/, ''), say);
  const one = new Map<string, string>();
  const runTexts: string[] = [];
  const changeTexts: string[] = [];
  for (const [key, value] of entries) {
    if (key === 'run') runTexts.push(value);
    else if (key === 'at') changeTexts.push(value);
    else if (one.has(key)) say(`${quote(key)} is given twice; the first is used.`);
    else one.set(key, value);
  }
  const take = (key: string): string | undefined => {
    const value = one.get(key);
    one.delete(key);
    return value;
  };
  const version = take('v');
  if (version !== undefined && version !== String(LINK_VERSION)) {
    say(`This link says version ${quote(version)}; this page reads version ${LINK_VERSION}, and took what it knows.`);
  }
  const world = readWorld(take, say);
  const seed = readOne(seedField, 'seed', take('seed'), defaultConfig().seed, say);
  const actions = actionsOf(world);
  const training = readTraining(world, actions, take, say);
  const runs = readRuns(runTexts, world.kind, say);
  const changes = readChanges(changeTexts, { world: world.kind, runs, training, actions }, say);
  const play = readOne(playField, 'play', take('play'), '1', say) === '1';
  const stopText = take('stop');
  const stop = stopText === undefined ? null : readOne(iterationField, 'stop', stopText, 0, say);
  for (const key of one.keys()) say(`${quote(key)} is not known here; it is ignored.`);
  return { config: { seed, world, training, runs, changes, play, stop }, problems };
}

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

function readEntries(fragment: string, say: Say): [string, string][] {
  let plain = fragment;
  if (isPacked(fragment)) {
    const opened = unpack(fragment);
    if (opened === null) {
      say('The packed part of this link is damaged; the page opens with its defaults.');
      return [];
    }
    plain = opened;
  }
  if (plain.length > 40_000) {
    say(`This link has ${plain.length} characters, at most 40000 are read; the page opens with its defaults.`);
    return [];
  }
  const pairs = plain.split('&').filter((part) => part !== '');
  return pairs.map((part) => split(part, '=').map(unescapeValue) as [string, string]);
}

function readOne<F extends Field>(
  field: F,
  key: string,
  given: string | undefined,
  otherwise: F['default'],
  say: Say,
): F['default'] {
  if (given === undefined) return otherwise;
  const reading = readField<Field>(field, key, given);
  say(reading.problem);
  return reading.value;
}

function readWorld(take: Take, say: Say): WorldConfig {
  const given = take('world');
  let { kind }: { kind: WorldKind } = defaultConfig().world;
  if (given !== undefined) {
    if (isWorldKind(given)) kind = given;
    else say(`world = ${quote(given)} is not one of ${Object.keys(worlds).join(', ')}; ${kind} is used.`);
  }
  const parameters: Record<string, number | string> = { ...defaultWorld(kind).parameters };
  for (const [key, field] of Object.entries(worlds[kind].fields as Fields)) {
    parameters[key] = readOne(field, `world.${key}`, take(`world.${key}`), parameters[key]!, say);
  }
  return { kind, parameters };
}

function readTraining(world: WorldConfig, actions: number, take: Take, say: Say): TrainingSettings {
  const defaults = defaultTraining(world.kind);
  const settings: Record<string, number | string> = { ...defaults };
  for (const [key, field] of Object.entries(trainingFields as Fields)) {
    // a world's own value is the default, here and where the value given cannot be read
    const own = { ...field, default: (defaults as Record<string, number | string>)[key] };
    settings[key] = readOne(own as Field, key, take(key), settings[key]!, say);
  }
  const training = settings as TrainingSettings;
  if (training.cost !== 'custom' && training.costMatrix === '') return training;
  const problem = customCostProblem(training.costMatrix, actions);
  if (problem === undefined) return training;
  say(`${problem} The 0/1 cost is used.`);
  return { ...training, cost: defaults.cost, costMatrix: defaults.costMatrix };
}

/** How many actions each world has that was asked for: a sweep reads hundreds of links, and a world is dear to make. */
const actionCounts = new Map<string, number>();

function actionsOf({ kind, parameters }: WorldConfig): number {
  const key = JSON.stringify([kind, parameters]);
  const known = actionCounts.get(key);
  if (known !== undefined) return known;
  // maps of a gridworld may be many: only the last few are remembered
  if (actionCounts.size >= 32) actionCounts.clear();
  const { length } = makePicture(kind, parameters).actions;
  actionCounts.set(key, length);
  return length;
}

function readRuns(texts: readonly string[], world: WorldKind, say: Say): RunConfig[] {
  if (texts.length > MAX_RUNS) say(`This link has ${texts.length} columns; the first ${MAX_RUNS} are shown.`);
  const runs = texts.slice(0, MAX_RUNS).flatMap((given) => {
    const run = readRun(given, world, say);
    return run === null ? [] : [run];
  });
  return runs.length > 0 ? runs : defaultConfig().runs.map(({ method }) => defaultRun(method, world));
}

function readRun(given: string, world: WorldKind, say: Say): RunConfig | null {
  const [method = '', ...settings] = given.split(',');
  if (!isMethodKind(method)) {
    say(`${quote(method)} is not one of ${Object.keys(methods).join(', ')}; its column is left out.`);
    return null;
  }
  const fields: Fields = runFields(method, world);
  const run: Record<string, number | string> = { ...defaultRun(method, world) };
  for (const setting of settings.slice(0, 40)) {
    const [key, value] = split(setting, ':');
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field === undefined) say(`${quote(key)} is not a setting of a column; it is ignored.`);
    else run[key] = readOne(field, `${method}.${key}`, value, field.default, say);
  }
  return run as unknown as RunConfig;
}
