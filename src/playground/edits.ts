import {
  defaultTraining,
  defaultWorld,
  MAX_CHANGES,
  MAX_RUNS,
  settingsAt,
  type Change,
  type PlaygroundConfig,
} from '../config/playground-config.ts';
import { defaultRun, methodHas, runFields, withSetting } from '../config/run-fields.ts';
import { liveTrainingKeys, trainingField, type TrainingKey, type TrainingSettings } from '../config/training-fields.ts';
import { actionsOf, isPhysicsKind, misfitsOf, worlds, type WorldKind } from '../environments/registry.ts';
import type { ChoiceField, Field, Fields } from '../field.ts';
import { settingsOf, type MethodKind, type RunConfig } from '../methods/registry.ts';

/** Pure edits of a config. Those that change what a column is give a new config; the live ones are recorded as changes. */

export function withWorld(config: PlaygroundConfig, kind: WorldKind): PlaygroundConfig {
  // a physics task's settings say nothing of another world, nor does a radius that was found for it
  if (isPhysicsKind(kind) || isPhysicsKind(config.world.kind)) {
    const runs = config.runs.map(({ method }) => defaultRun(method, kind));
    return { ...config, world: defaultWorld(kind), training: defaultTraining(kind), runs, changes: [] };
  }
  const { gamma } = defaultTraining(kind);
  // a matrix for another world's actions, and pairs of another world's states, mean nothing here
  const { costMatrix, biasPairs, bias } = defaultTraining(kind);
  const cost = keepsCost(config, kind) ? config.training.cost : defaultTraining(kind).cost;
  const training = { ...config.training, gamma, cost, costMatrix, bias, biasPairs };
  const runs = config.runs.map((run) => withDefaults(run, config.world.kind, kind));
  return { ...config, world: defaultWorld(kind), training, runs, changes: [] };
}

/** Whether a cost was chosen, and has a meaning in another world. */
function keepsCost({ world, training: { cost } }: PlaygroundConfig, kind: WorldKind): boolean {
  if (cost === 'custom' || cost === defaultTraining(world.kind).cost) return false;
  return (trainingField('cost', kind) as ChoiceField).options.some(({ value }) => value === cost);
}

/** A column in another world: what was as it comes stays so. */
function withDefaults(run: RunConfig, from: WorldKind, to: WorldKind): RunConfig {
  const [before, after] = [runFields(run.method, from), runFields(run.method, to)];
  return Object.entries(settingsOf(run)).reduce(
    (own, [key, value]) => (value === before[key]?.default ? withSetting(own, key, after[key]!.default) : own),
    run,
  );
}

export function withParameter(config: PlaygroundConfig, key: string, value: number | string): PlaygroundConfig {
  return withParameters(config, { [key]: value });
}

/** A world with some parameters changed; others that do not fit them any more take their defaults, and so does an own cost matrix. */
export function withParameters(
  config: PlaygroundConfig,
  values: Readonly<Record<string, number | string>>,
): PlaygroundConfig {
  const { kind } = config.world;
  const fields: Fields = worlds[kind].fields;
  const parameters: Record<string, number | string> = { ...config.world.parameters, ...values };
  for (const { key } of misfitsOf(kind, parameters)) parameters[key] = fields[key]!.default;
  const edited = { ...config, world: { kind, parameters }, changes: [] };
  if (actionsOf(kind, parameters).length === actionsOf(kind, config.world.parameters).length) return edited;
  const { cost, costMatrix } = defaultTraining(kind);
  const own = config.training.cost === 'custom' ? cost : config.training.cost;
  return { ...edited, training: { ...config.training, cost: own, costMatrix } };
}

export function withSeed(config: PlaygroundConfig, seed: number): PlaygroundConfig {
  return { ...config, seed, changes: [] };
}

/** A shared setting: the live ones from iteration `at` on, the others from the start. */
export function withTraining(
  config: PlaygroundConfig,
  values: Partial<TrainingSettings>,
  at: number,
): PlaygroundConfig {
  const keys = Object.keys(values) as TrainingKey[];
  const live = keys.every((key) => (liveTrainingKeys as readonly string[]).includes(key));
  if (!live) return { ...config, training: { ...config.training, ...values }, changes: [] };
  if (at === 0) {
    const training = { ...config.training, ...values };
    return { ...config, training, changes: config.changes.filter((change) => change.run !== 'all') };
  }
  return keys.reduce(
    (edited, key) =>
      withChange(edited, { iteration: at, run: 'all', key: key as 'cost', value: values[key] as string }),
    config,
  );
}

/** A column's own setting from iteration `at` on. */
export function withRunSetting(
  config: PlaygroundConfig,
  index: number,
  key: string,
  value: number | string,
  at: number,
): PlaygroundConfig {
  if (at > 0) return withChange(config, { iteration: at, run: index, key, value });
  const runs = config.runs.map((run, i) => (i === index ? withSetting(run, key, value) : run));
  return { ...config, runs, changes: config.changes.filter((change) => change.run !== index || change.key !== key) };
}

/** Records a live change; later ones of the same setting are overwritten, for they belong to a future that is not to be. */
function withChange(config: PlaygroundConfig, change: Change): PlaygroundConfig {
  const kept = config.changes.filter(
    (other) => other.run !== change.run || other.key !== change.key || other.iteration < change.iteration,
  );
  // what is so already needs no record
  const before = { ...config, changes: kept };
  const index = change.run === 'all' ? 0 : change.run;
  const { run, training } = settingsAt(before, config.runs[index]!, index, change.iteration);
  if ((change.run === 'all' ? training[change.key] : settingsOf(run)[change.key]) === change.value) {
    return kept.length === config.changes.length ? config : before;
  }
  if (kept.length >= MAX_CHANGES) return config;
  const changes = [...kept, change].sort((a, b) => a.iteration - b.iteration);
  return { ...config, changes };
}

/** Another method in a column: of what both have, all that was chosen stays, but for defaults that belong to the old one. */
export function withMethod(config: PlaygroundConfig, index: number, method: MethodKind): PlaygroundConfig {
  const old = config.runs[index]!;
  const { kind } = config.world;
  const usual = runFields(old.method, kind);
  const fields = runFields(method, kind);
  const chosen = Object.entries(settingsOf(old)).filter(
    ([key, value]) => methodHas(method, key) && value !== usual[key]?.default && fits(fields[key]!, value),
  );
  const run = chosen.reduce((own, [key, value]) => withSetting(own, key, value), defaultRun(method, kind));
  const runs = config.runs.with(index, run);
  return { ...config, runs, changes: config.changes.filter((change) => change.run !== index) };
}

/** Whether a field can hold a value: a flow has no rule that solves a dual. */
function fits(field: Field, value: number | string): boolean {
  return field.kind !== 'choice' || field.options.some((option) => option.value === value);
}

/** A copy of a column, right of it, with its changes; the config itself when there are enough columns. */
export function withDuplicate(config: PlaygroundConfig, index: number): PlaygroundConfig {
  if (config.runs.length >= MAX_RUNS) return config;
  const runs = config.runs.toSpliced(index + 1, 0, config.runs[index]!);
  const moved = renumbered(config.changes, (run) => (run > index ? run + 1 : run));
  const copied = config.changes.flatMap((change) => (change.run === index ? [{ ...change, run: index + 1 }] : []));
  const changes = [...moved, ...copied].sort((a, b) => a.iteration - b.iteration).slice(0, MAX_CHANGES);
  return { ...config, runs, changes };
}

/** A new column at the right end. */
export function withNewRun(config: PlaygroundConfig, method: MethodKind): PlaygroundConfig {
  if (config.runs.length >= MAX_RUNS) return config;
  return { ...config, runs: [...config.runs, defaultRun(method, config.world.kind)] };
}

/** Without a column; the last one stays. */
export function withoutRun(config: PlaygroundConfig, index: number): PlaygroundConfig {
  if (config.runs.length === 1) return config;
  const left = config.changes.filter((change) => change.run !== index);
  const changes = renumbered(left, (run) => (run > index ? run - 1 : run));
  return { ...config, runs: config.runs.toSpliced(index, 1), changes };
}

/** A column moved to another place. */
export function withMovedRun(config: PlaygroundConfig, from: number, to: number): PlaygroundConfig {
  if (to < 0 || to >= config.runs.length || from === to) return config;
  const order = config.runs.map((_, i) => i);
  order.splice(to, 0, ...order.splice(from, 1));
  const runs = order.map((i) => config.runs[i]!);
  return { ...config, runs, changes: renumbered(config.changes, (run) => order.indexOf(run)) };
}

/** The settings of an iteration from the start, and no changes. */
export function withChangesFolded(config: PlaygroundConfig, at: number): PlaygroundConfig {
  const runs = config.runs.map((run, index) => settingsAt(config, run, index, at).run);
  const { training } = settingsAt(config, config.runs[0]!, 0, at);
  return { ...config, runs, training, changes: [] };
}

export function withoutChanges(config: PlaygroundConfig): PlaygroundConfig {
  return { ...config, changes: [] };
}

function renumbered(changes: readonly Change[], place: (run: number) => number): Change[] {
  return changes.map((change) => (change.run === 'all' ? change : { ...change, run: place(change.run) }));
}
