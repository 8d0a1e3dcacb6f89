import { say } from '../copy/say.ts';
import { encodeLink, resolveLink } from '../config/link.ts';
import { parseLink, type ColumnParts, type LinkParts } from '../config/link-parts.ts';
import { settingsAt, type PlaygroundConfig } from '../config/playground-config.ts';
import { methodHas, runKeysRead } from '../config/run-fields.ts';
import { trainingFields, trainingKeyMatters, type TrainingKey } from '../config/training-fields.ts';
import { taskOf } from '../environments/registry.ts';
import { quote, visible } from '../field.ts';
import { isMethodKind, type MethodKind } from '../methods/registry.ts';
import { sessionConfig } from '../training/session-config.ts';
import { seriesNames, type Series } from './series-names.ts';
import { axisName, columnSetting, keyNameSaid, valueSaid } from './settings.ts';
import { baseConfig, cellsOf, columnsOf } from './sweep-size.ts';
import type { Settings, Sweep, SweepTask } from './sweep.ts';

/** The runs of a sweep; where there are problems, sentences that name the value of the axis, there are no runs. */
export interface ExpandedSweep {
  readonly tasks: readonly SweepTask[];
  readonly series: readonly Series[];
  readonly problems: readonly string[];
  /** Sentences on what the reader may take for a difference or a repetition, and is none. */
  readonly notes: readonly string[];
}

/** Most sentences of a kind. */
const MOST_SENTENCES = 12;

/** Every run: cells (the first axis changes slowest), in them columns, in them seeds. */
export function expandSweep(sweep: Sweep): ExpandedSweep {
  const series = seriesNames(columnsOf(sweep), variesMethod(sweep));
  const base = readBase(sweep);
  const tasks: SweepTask[] = [];
  const problems = new Map<string, string>();
  const reach = new Reach(sweep, series);
  const first = new Map<string, number>();
  const configs = new Map<string, string>();
  const equal: string[] = [];
  const world = baseConfig(sweep).world.kind;
  for (const cell of cellsOf(sweep)) {
    const values = cell.map((value, axis) => sweep.vary[axis]!.values[value]!);
    const set: Settings = Object.assign({}, ...values.map((value) => value.set));
    const { config, problems: wrong } = resolveLink(cellParts(base, set));
    const where = values
      .map(({ label }, axis) => `${shortened(axisName(sweep.vary[axis]!, world))} = ${shortened(valueSaid(label))}`)
      .join(', ');
    for (const { says, idle } of wrong) {
      // what the link says of another world, or of another method, means nothing here
      if (idle !== undefined && !(idle in set)) continue;
      if (!problems.has(says)) problems.set(says, say('{where}: {says}.', { where, says }));
    }
    if (problems.size > 0) continue;
    const twins = config.runs.findIndex((run, n) => config.runs.slice(0, n).some((other) => alike(run, other)));
    if (twins > 0 && 'method' in set) {
      problems.set(
        'twins',
        say('{where}: column {n} of the link becomes the same as one before; expected is a link with one run.', {
          where,
          n: twins + 1,
        }),
      );
    }
    const whole = encodeLink(config);
    const same = configs.get(whole);
    if (same !== undefined) {
      equal.push(say('{where}: this is the same as {same}; expected are values that differ.', { where, same }));
    }
    configs.set(whole, where);
    reach.see(set, config);
    series.forEach((_, index) => {
      const single = singleColumn(config, index, sweep.iterations);
      const seedless = ignoresSeed(single);
      for (let n = 0; n < sweep.seeds.count; n += 1) {
        const seed = sweep.seeds.first + n;
        const link = encodeLink({ ...single, seed });
        const key = seedless ? encodeLink({ ...single, seed: sweep.seeds.first }) : link;
        const like = first.get(key) ?? tasks.length;
        first.set(key, like);
        tasks.push({ index: tasks.length, cell, series: index, seed, link, like });
      }
    });
  }
  if (problems.size === 0) for (const [key, problem] of reach.problems()) problems.set(key, problem);
  if (problems.size === 0) for (const problem of equal) problems.set(problem, problem);
  const found = [...problems.values()].slice(0, MOST_SENTENCES);
  const notes = found.length > 0 ? [] : [...reach.notes(), ...repetition(tasks)].slice(0, MOST_SENTENCES);
  return { tasks: found.length > 0 ? [] : tasks, series, problems: found, notes };
}

/** A name of the file's own in a sentence. */
function shortened(name: string): string {
  return visible(name.length > 60 ? `${name.slice(0, 60)}…` : name);
}

/** A column alone, that plays to the last iteration. */
function singleColumn(config: PlaygroundConfig, index: number, stop: number): PlaygroundConfig {
  const { run, changes } = sessionConfig(config, index);
  return { ...config, runs: [run], changes, play: true, stop };
}

/** Whether nothing in a run is random: a table with exact advantages. */
function ignoresSeed({ world, training }: PlaygroundConfig): boolean {
  return taskOf(world.kind) === 'table' && training.estimator === 'exact';
}

/** What is said where runs are done once and stand for others. */
function repetition(tasks: readonly SweepTask[]): string[] {
  const again = tasks.filter(({ index, like }) => index !== like);
  const seedless = again.some(({ seed, like }) => seed !== tasks[like]!.seed);
  const alikes = again.some(({ seed, like }) => seed === tasks[like]!.seed);
  return [
    ...(seedless
      ? [say('With exact advantages nothing is random: all seeds are the same run, which is done once.')]
      : []),
    ...(alikes ? [say('Some settings do not reach all columns: runs that are the same are done once.')] : []),
  ];
}

/** The link of a sweep, taken apart: texts as they stand, so that defaults stay defaults in another world. */
function readBase(sweep: Sweep): LinkParts {
  const { parts } = parseLink(sweep.link);
  const own = [...parts.entries].filter(([key]) => !['seed', 'play', 'stop'].includes(key));
  const columns =
    parts.columns.length > 0
      ? parts.columns
      : columnsOf(sweep).map(({ method }) => ({ method, settings: new Map<string, string>() }));
  const { version, changes } = parts;
  return { version, entries: new Map([['world', baseConfig(sweep).world.kind], ...own]), columns, changes };
}

/** The link of one cell with all its columns, in parts. */
function cellParts(base: LinkParts, set: Settings): LinkParts {
  const entries = new Map(base.entries);
  // another world does not have the parameters of this one
  if ('world' in set && set['world'] !== base.entries.get('world')) {
    for (const key of base.entries.keys()) if (key.startsWith('world.')) entries.delete(key);
  }
  for (const [key, value] of Object.entries(set)) {
    if (key !== 'method' && columnSetting(key) === null) entries.set(key, String(value));
  }
  const columns = base.columns.map((column): ColumnParts => {
    const method = String(set['method'] ?? column.method);
    const settings = new Map(column.settings);
    // a method's own setting counts more than one for all
    for (const own of [false, true]) {
      for (const [key, value] of Object.entries(set)) {
        const setting = columnSetting(key);
        if (setting === null || setting.method !== (own ? method : null)) continue;
        if (isMethodKind(method) && methodHas(method, setting.field)) settings.set(setting.field, String(value));
      }
    }
    return { method, settings };
  });
  return { ...base, entries, columns };
}

/** Which columns the keys of the axes reach, at any value: what reaches none is refused, what reaches some is told. */
class Reach {
  readonly #sweep: Sweep;
  readonly #series: readonly Series[];
  readonly #reached = new Map<string, Set<number>>();

  constructor(sweep: Sweep, series: readonly Series[]) {
    this.#sweep = sweep;
    this.#series = series;
    for (const { values } of sweep.vary)
      for (const { set } of values) for (const key of Object.keys(set)) this.#reached.set(key, new Set());
  }

  see(set: Settings, config: PlaygroundConfig): void {
    for (const key of Object.keys(set)) {
      config.runs.forEach((_, index) => {
        if (reaches(key, config, index)) this.#reached.get(key)!.add(index);
      });
    }
  }

  *problems(): Generator<[string, string]> {
    for (const [key, columns] of this.#reached) {
      if (columns.size > 0) continue;
      const { method } = columnSetting(key) ?? { method: null };
      const why = say(
        method === null
          ? '{key} changes nothing in any column, at any value; expected is a setting that is in force.'
          : '{key} is set, but no column has this method, and a rule that reads it, at any value; expected is a setting that is in force.',
        { key: quote(key) },
      );
      yield [key, why];
    }
  }

  *notes(): Generator<string> {
    const all = this.#series.length;
    for (const [key, columns] of this.#reached) {
      // a method's own key says itself whom it reaches
      if (columns.size === all || columnSetting(key)?.method != null) continue;
      const names = (reached: boolean): string =>
        this.#series.flatMap(({ name }, index) => (columns.has(index) === reached ? [name] : [])).join(', ');
      yield say('{name} reaches {reached}; at every value of it {others} is the same.', {
        name: shortened(keyNameSaid(key, baseConfig(this.#sweep).world.kind)),
        reached: names(true),
        others: names(false),
      });
    }
  }
}

/** Whether a key of an axis is in force in a column of a cell, at the start or after a live change. */
function reaches(key: string, config: PlaygroundConfig, index: number): boolean {
  const setting = columnSetting(key);
  const moments = [0, ...config.changes.map(({ iteration }) => iteration)];
  const run = config.runs[index]!;
  if (setting !== null) {
    if (setting.method !== null && setting.method !== run.method) return false;
    return moments.some((moment) => runKeysRead(settingsAt(config, run, index, moment).run).includes(setting.field));
  }
  if (!Object.hasOwn(trainingFields, key)) return true;
  const task = taskOf(config.world.kind);
  const own: readonly MethodKind[] = [run.method];
  return moments.some((moment) =>
    trainingKeyMatters(key as TrainingKey, settingsAt(config, run, index, moment).training, task, own),
  );
}

function variesMethod({ vary }: Sweep): boolean {
  return vary.some(({ values }) => values.some(({ set }) => 'method' in set));
}

function alike(run: object, other: object): boolean {
  return JSON.stringify(run) === JSON.stringify(other);
}

/** Sentences on axes all of whose values came to the same: every run of a column ended with the same digest. */
export function idleAxes(
  sweep: Sweep,
  tasks: readonly SweepTask[],
  series: readonly Series[],
  digestOf: (index: number) => string | undefined,
): string[] {
  return sweep.vary.flatMap((varied, axis) => {
    const { values } = varied;
    if (values.length < 2) return [];
    const idle = series.filter((_, column) => {
      // runs that differ on this axis alone
      const kin = new Map<string, Set<string>>();
      for (const { index, cell, series: own, seed } of tasks) {
        const digest = digestOf(index);
        if (own !== column) continue;
        if (digest === undefined || digest === '') return false;
        const others = JSON.stringify([cell.with(axis, 0), seed]);
        kin.set(others, (kin.get(others) ?? new Set()).add(digest));
      }
      return [...kin.values()].every(({ size }) => size === 1);
    });
    if (idle.length === 0) return [];
    const names = idle.map((one) => one.name).join(', ');
    return [
      say('All {n} values of {name} came to the very same policy and values in {names}.', {
        n: values.length,
        name: shortened(axisName(varied, baseConfig(sweep).world.kind)),
        names,
      }),
    ];
  });
}
