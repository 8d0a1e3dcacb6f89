import { say } from '../../copy/say.ts';
import type { Measure } from '../../training/measure.ts';
import { chartsOf, firstOf } from '../charts/live-charts.ts';
import { chartFigure } from './chart-figure.ts';
import type { Figure } from './figure.ts';
import { flowFigures } from './flow-figures.tsx';
import type { Here } from './here.ts';
import { mapFigure } from './map-figure.ts';
import { numberFigures } from './number-figures.ts';
import { regionFigures } from './region-figures.tsx';
import { taskFigures } from './task-figures.ts';

/** Figures that belong together, under a title. */
export interface FigureGroup {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** What each figure may show instead, where it may show something else. */
  readonly choices?: readonly (readonly Measure[])[];
}

/** Everything on the page that can be saved. @param wishes measures that the charts are to show */
export function pageFigures(here: Here, wishes: readonly (Measure | undefined)[]): FigureGroup[] {
  const { columns, picture, place } = here;
  const charts = chartsOf(picture.kind);
  const some = (title: string, figures: readonly Figure[]): FigureGroup[] =>
    figures.length === 0 ? [] : [{ title, figures }];
  const shown =
    picture.kind === 'table'
      ? some(say('Maps'), picture.states > 1 ? columns.map((column) => mapFigure(here, column, picture)) : [])
      : some(
          say('Episodes and slices'),
          columns.flatMap((column) => taskFigures(here, column, picture)),
        );
  const rows =
    picture.kind === 'continuous'
      ? []
      : [
          ...some(
            say('The trust region at {state}', { state: place }),
            columns.flatMap((column) => regionFigures(here, column, picture)),
          ),
          ...some(
            say('The update at {state}', { state: place }),
            columns.flatMap((column) => flowFigures(here, column, picture)),
          ),
        ];
  return [
    { title: say('Numbers'), figures: numberFigures(here) },
    ...shown,
    ...rows,
    {
      title: say('Charts'),
      figures: charts.map(({ title, choices }, n) => {
        const wish = wishes[n];
        return chartFigure(
          here,
          title,
          wish !== undefined && choices.includes(wish) ? wish : firstOf(choices, picture.kind),
        );
      }),
      choices: charts.map(({ choices }) => choices),
    },
  ];
}
