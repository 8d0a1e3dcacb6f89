import { say } from '../../copy/say.ts';
import type { Measure } from '../../training/measure.ts';
import { measures } from '../../training/measure.ts';
import { runFields, runKeysRead } from '../../config/run-fields.ts';
import { methods, settingsOf } from '../../methods/registry.ts';
import { readable } from '../format.ts';
import { labelOf } from '../charts/live-charts.ts';
import type { DataTable, Figure, PrintTable } from './figure.ts';
import { valueWords, type Here } from './here.ts';
import { tablePicture } from './table-picture.ts';

/** What a table of the columns shows, where it is known. */
const SHOWN: readonly Measure[] = [
  'return',
  'sampledReturn',
  'gap',
  'beta',
  'radius',
  'spent',
  'variation',
  'kl',
  'wasserstein',
  'entropy',
];

/** The columns side by side in numbers, and every measure of every update that is kept. */
export function numberFigures(here: Here): Figure[] {
  const { columns, origin, playground, letters } = here;
  const print = columnsPrint(here);
  const kept = columns.map(({ run }) => run.history.length);
  const stride = Math.max(1, ...columns.map(({ run }) => run.history.stride));
  const shared = { origin, legend: [] };
  const numbers: Figure = {
    ...shared,
    key: 'columns',
    title: say('Settings and measures of all columns at update {n}', { n: playground.iteration }),
    words: print.rows.map((row) => row.map(({ text }, n) => `${print.head[n]} ${text}`).join(', ')).join('; '),
    draw: () => tablePicture(print, letters),
    data: () => columnsData(here),
    print: () => print,
  };
  const all: Figure = {
    ...shared,
    key: 'measures',
    title: say('All measures of all columns'),
    words: say(
      stride > 1 ? '{n} updates are kept of each column, every {stride}th.' : '{n} updates are kept of each column.',
      { n: Math.max(...kept), stride },
    ),
    draw: null,
    data: () => measuresData(here),
    print: null,
  };
  return [numbers, all];
}

function latest(here: Here, measure: Measure): number[] {
  return here.columns.map(({ run }) => {
    const position = run.history.positionOf(run.iteration);
    return position < 0 ? NaN : run.history.at(position, measure);
  });
}

/** A row for each setting and measure, a column for each column. */
function columnsPrint(here: Here): PrintTable {
  const shown = SHOWN.filter((measure) => latest(here, measure).some((value) => !Number.isNaN(value)));
  const settings = here.columns.map(({ index }) => settingsOfColumn(here, index));
  const keys = [...new Set(settings.flatMap((own) => [...own.keys()]))];
  return {
    head: ['', ...here.columns.map(({ name }) => name)],
    names: 1,
    rows: [
      ...keys.map((key) => [{ text: key }, ...settings.map((own) => ({ text: own.get(key) ?? '' }))]),
      ...shown.map((measure) => [
        { text: labelOf(measure) },
        ...latest(here, measure).map((value) => ({ text: readable(value, 4) })),
      ]),
    ],
  };
}

/** Names of the settings that are in force in a column, each with its value. */
function settingsOfColumn({ playground }: Here, index: number): ReadonlyMap<string, string> {
  const { run } = playground.settings(index);
  const fields = runFields(run.method, playground.config.getState().world.kind);
  return new Map(
    runKeysRead(run).map((key) => {
      const field = fields[key]!;
      const name = field.symbol === undefined ? say(field.label) : `${field.symbol} ${say(field.label)}`;
      return [name, valueWords(field, settingsOf(run)[key]!)];
    }),
  );
}

function columnsData(here: Here): DataTable {
  return {
    columns: ['column', 'method', 'settings', ...measures.map(({ key }) => labelOf(key))],
    rows: here.columns.map(({ run, name, index }, n) => [
      name,
      methods[run.config.run.method].label,
      [...settingsOfColumn(here, index)].map((parts) => parts.join(' ')).join(', '),
      ...measures.map(({ key }) => latest(here, key)[n]!),
    ]),
  };
}

function measuresData({ columns }: Here): DataTable {
  return {
    columns: ['column', 'method', ...measures.map(({ key }) => labelOf(key))],
    rows: columns.flatMap(({ run, name }) =>
      Array.from({ length: run.history.length }, (_, n) => [
        name,
        run.config.run.method,
        ...measures.map(({ key }) => run.history.at(n, key)),
      ]),
    ),
  };
}
