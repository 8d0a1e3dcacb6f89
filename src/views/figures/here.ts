import { say } from '../../copy/say.ts';
import { columnNames } from '../../config/column-names.ts';
import type { PlaygroundConfig } from '../../config/playground-config.ts';
import { runFields, runKeysRead } from '../../config/run-fields.ts';
import { trainingFields, trainingKeyMatters } from '../../config/training-fields.ts';
import type { Picture } from '../../environments/picture.ts';
import { taskOf, worlds } from '../../environments/registry.ts';
import { formatNumber, type Field, type Fields } from '../../field.ts';
import { methods, settingsOf, type RunConfig } from '../../methods/registry.ts';
import type { Playground } from '../../playground/playground.ts';
import type { Run } from '../../playground/run.ts';
import { looksOf, type LineLook } from '../chart/looks.ts';
import type { Origin } from './figure.ts';
import type { Letters } from './letters.ts';

/** One column of the page, as figures speak of it. */
export interface HereColumn {
  readonly run: Run;
  readonly index: number;
  readonly name: string;
  readonly look: LineLook;
  /** Method and settings. */
  readonly origin: Origin;
}

/** What the page shows at this moment. */
export interface Here {
  readonly playground: Playground;
  readonly picture: Picture;
  readonly letters: Letters;
  readonly columns: readonly HereColumn[];
  /** The state whose update is shown, and its name. */
  readonly state: number;
  readonly place: string;
  /** World, shared settings, and all columns. */
  readonly origin: Origin;
}

/** Everything that figures of this moment need. */
export function hereOf(playground: Playground, letters: Letters, page: string): Here {
  const config = playground.config.getState();
  const { runs, picture, lookedAt: state } = playground;
  const names = columnNames(config.runs);
  const looks = looksOf(config.runs);
  const link = `${page}#${playground.link()}`;
  const world = worldWords(config);
  const update = say('Update {n}.', { n: playground.iteration });
  const columns = runs.map((run, index): HereColumn => {
    const settings = settingsWords(playground.settings(index).run, config.world.kind);
    const about = [`${world} ${update}`, `${names[index]}: ${settings}`];
    return { run, index, name: names[index]!, look: looks[index]!, origin: { about, link } };
  });
  return {
    playground,
    picture,
    letters,
    columns,
    state,
    place: picture.describe(state, playground.view.getState().slice),
    origin: { about: [`${world} ${update}`, ...columns.map(({ origin }) => origin.about[1]!)], link },
  };
}

/** World and shared settings in a sentence. */
function worldWords({ world, training, seed, runs }: PlaygroundConfig): string {
  const { label, fields } = worlds[world.kind];
  const own = Object.entries(fields as Fields).map(([key, field]) => said(field, world.parameters[key] ?? ''));
  const parameters = own.filter((words) => words !== '').join(', ');
  const kinds = runs.map(({ method }) => method);
  const task = taskOf(world.kind);
  const shared = (['gamma', 'estimator', 'cost'] as const)
    .filter((key) => trainingKeyMatters(key, training, task, kinds))
    .map((key) => {
      const field: Field = trainingFields[key];
      return `${key === 'gamma' ? field.symbol : say(field.label)} ${valueWords(field, training[key])}`;
    });
  return `${say(label)}${parameters === '' ? '' : ` (${parameters})`}; ${[...shared, say('seed {seed}', { seed })].join(', ')}.`;
}

/** A column's method with the settings that are in force. */
function settingsWords(run: RunConfig, world: PlaygroundConfig['world']['kind']): string {
  const fields = runFields(run.method, world);
  const settings = runKeysRead(run).map((key) => said(fields[key]!, settingsOf(run)[key]!));
  return `${say(methods[run.method].label)}; ${settings.filter((words) => words !== '').join(', ')}.`;
}

/** A setting with its value; a long text, as that of a map, is left to the link. */
function said(field: Field, value: number | string): string {
  if (field.kind === 'text' && String(value).length > 40) return '';
  return `${field.symbol ?? say(field.label)} ${valueWords(field, value)}`;
}

/** A value as people read it. */
export function valueWords(field: Field, value: number | string): string {
  if (field.kind === 'choice')
    return say(field.options.find((option) => option.value === value)?.label ?? String(value));
  return typeof value === 'number' ? formatNumber(value).replace('-', '−') : value;
}
