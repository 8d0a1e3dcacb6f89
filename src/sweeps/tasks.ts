import { decodeLink, encodeLink } from '../config/link.ts';
import { isPacked, unpack } from '../config/link-packing.ts';
import { escapeValue, split, unescapeValue } from '../config/link-text.ts';
import type { PlaygroundConfig } from '../config/playground-config.ts';
import { sessionConfig } from '../training/session-config.ts';
import { seriesNames, type Series } from './series-names.ts';
import { columnSetting } from './settings.ts';
import { baseConfig, cellsOf, columnsOf } from './sweep-size.ts';
import type { Settings, Sweep, SweepTask } from './sweep.ts';

/** The runs of a sweep; where there are problems, sentences that name the value of the axis, there are no runs. */
export interface ExpandedSweep {
  readonly tasks: readonly SweepTask[];
  readonly series: readonly Series[];
  readonly problems: readonly string[];
}

/** The link of a sweep, taken apart: texts as they stand, so that defaults stay defaults in another world. */
interface Base {
  readonly world: string;
  readonly entries: ReadonlyMap<string, string>;
  readonly columns: readonly { readonly method: string; readonly settings: ReadonlyMap<string, string> }[];
  readonly changes: readonly string[];
}

/** Every run: cells (the first axis changes slowest), in them columns, in them seeds. */
export function expandSweep(sweep: Sweep): ExpandedSweep {
  const series = seriesNames(columnsOf(sweep), variesMethod(sweep));
  const base = readBase(sweep);
  const tasks: SweepTask[] = [];
  const problems = new Map<string, string>();
  const unused = new Set(sweep.vary.flatMap(({ values }) => values.flatMap(({ set }) => Object.keys(set))));
  for (const cell of cellsOf(sweep)) {
    const values = cell.map((value, axis) => sweep.vary[axis]!.values[value]!);
    const set: Settings = Object.assign({}, ...values.map((value) => value.set));
    const fragment = fragmentOf(base, set, unused);
    const { config, problems: wrong } = decodeLink(fragment);
    const where = values.map(({ label }, axis) => `${sweep.vary[axis]!.name} = ${label}`).join(', ');
    for (const problem of wrong)
      if (!problems.has(problem)) problems.set(problem, `${where}: ${withoutRemedy(problem)}`);
    if (problems.size > 0) continue;
    const twins = config.runs.findIndex((run, n) => config.runs.slice(0, n).some((other) => alike(run, other)));
    if (twins > 0 && 'method' in set) {
      problems.set(
        'twins',
        `${where}: column ${twins + 1} of the link becomes the same as one before; wanted is a link with one run.`,
      );
    }
    series.forEach((_, index) => {
      const single = singleColumn(config, index, sweep.iterations);
      for (let n = 0; n < sweep.seeds.count; n += 1) {
        const seed = sweep.seeds.first + n;
        tasks.push({ index: tasks.length, cell, series: index, seed, link: encodeLink({ ...single, seed }) });
      }
    });
  }
  for (const key of unused)
    problems.set(key, `${JSON.stringify(key)} is set, but no column has this method at any value.`);
  return { tasks: problems.size > 0 ? [] : tasks, series, problems: [...problems.values()].slice(0, 12) };
}

/** A column alone, that plays to the last iteration. */
function singleColumn(config: PlaygroundConfig, index: number, stop: number): PlaygroundConfig {
  const { run, changes } = sessionConfig(config, index);
  return { ...config, runs: [run], changes, play: true, stop };
}

function readBase(sweep: Sweep): Base {
  const fragment = sweep.link.replace(/^#/, '');
  const plain = isPacked(fragment) ? (unpack(fragment) ?? '') : fragment;
  const pairs = plain.split('&').map((part) => split(part, '=').map(unescapeValue) as [string, string]);
  const all = (key: string): string[] => pairs.flatMap(([name, value]) => (name === key ? [value] : []));
  const given = all('run');
  const texts = given.length > 0 ? given : columnsOf(sweep).map(({ method }) => method);
  const columns = texts.map((column) => {
    const [method = '', ...settings] = column.split(',');
    return { method, settings: new Map(settings.map((setting) => split(setting, ':'))) };
  });
  const entries = new Map(pairs.filter(([key]) => key !== '' && !['run', 'at', 'seed', 'play', 'stop'].includes(key)));
  return { world: baseConfig(sweep).world.kind, entries, columns, changes: all('at') };
}

/** The link of one cell, readable and with all columns. Keys that had a place are taken out of `unused`. */
function fragmentOf(base: Base, set: Settings, unused: Set<string>): string {
  const entries = new Map(base.entries);
  // another world does not have the parameters of this one
  if ('world' in set && set['world'] !== base.world) {
    for (const key of base.entries.keys()) if (key.startsWith('world.')) entries.delete(key);
  }
  for (const [key, value] of Object.entries(set)) {
    if (key !== 'method' && columnSetting(key) !== null) continue;
    unused.delete(key);
    if (key !== 'method') entries.set(key, String(value));
  }
  const runs = base.columns.map((column) => {
    const method = String(set['method'] ?? column.method);
    const settings = new Map(column.settings);
    // a method's own setting counts more than one for all
    for (const own of [false, true]) {
      for (const [key, value] of Object.entries(set)) {
        const setting = columnSetting(key);
        if (setting === null || setting.method !== (own ? method : null)) continue;
        unused.delete(key);
        settings.set(setting.field, String(value));
      }
    }
    return [method, ...Array.from(settings, ([field, value]) => `${field}:${value}`)].join(',');
  });
  const parts: [string, string][] = [
    ...entries,
    ...runs.map((run): [string, string] => ['run', run]),
    ...base.changes.map((change): [string, string] => ['at', change]),
  ];
  return parts.map(([key, value]) => `${escapeValue(key)}=${escapeValue(value)}`).join('&');
}

function variesMethod({ vary }: Sweep): boolean {
  return vary.some(({ values }) => values.some(({ set }) => 'method' in set));
}

function alike(run: object, other: object): boolean {
  return JSON.stringify(run) === JSON.stringify(other);
}

/** A link says what it used instead; a sweep uses nothing instead. */
function withoutRemedy(problem: string): string {
  return problem.replace(/[;.] [^;.]* (?:is|are) (?:used|ignored|left out|shown)\.$/, '.');
}
