import { nameOf, said, type Evidence } from '../evidence.ts';
import type { SweepMeasure } from '../../sweeps/sweep.ts';
import type { Drawing, PictureAxis, PlotPanel } from './picture.ts';
import { cellPoint, present, runsWithIntervals } from './points.ts';

const SERIES = ['kl', 'wasserstein', 'sinkhorn'] as const;

/** Returns of two worlds share no axis. */
const yName = (measure: SweepMeasure, [place = '']: readonly string[]): string =>
  measure === 'return' ? `expected return, ${place.split(', ')[0]}` : 'return of an episode, Chain';

/** The return at the end over the values of the first axis. @param rest label on the second, where there is one */
function panel(
  evidence: Evidence,
  key: string,
  title: string,
  x: PictureAxis,
  measure: SweepMeasure,
  rest: readonly string[],
  resamples: number,
): PlotPanel {
  const values = evidence.labels(0);
  return {
    kind: 'plot',
    key,
    title,
    note: runsWithIntervals(evidence),
    x: { ...x, ticks: values.map(Number) },
    y: { label: yName(measure, rest), scale: 'linear' },
    better: 'higher',
    joined: true,
    level: null,
    floor: null,
    lines: SERIES.map((series) => ({
      name: nameOf(series),
      method: series,
      points: values.flatMap((label) => {
        const [middle, low, high] = cellPoint(evidence, [label, ...rest], series, measure, 'final', resamples);
        return Number.isFinite(middle) ? [[Number(label), middle, low, high] as const] : [];
      }),
      end: '',
    })),
  };
}

const course = ({ lines }: PlotPanel, name: string): readonly number[] =>
  lines.find((line) => line.name === name)?.points.map(([, middle]) => middle) ?? [];

/** "from 3,035 to 2,545", or "stays at 3,035 until 0.3, then 2,545" */
function told(panel: PlotPanel, name: string): string {
  const values = course(panel, name);
  const [first = NaN] = values;
  const last = values.at(-1) ?? NaN;
  const at = panel.x.ticks ?? [];
  const alike = (value: number): boolean => Math.abs(value - first) <= 0.01 * Math.abs(first);
  const moved = values.findIndex((value) => !alike(value));
  if (moved < 0) return `${name} stays at ${said(first)}`;
  if (moved > 1) return `${name} stays at ${said(first)} until ${at[moved - 1]}, and ends at ${said(last)}`;
  return `${name} ${last < first ? 'falls' : 'rises'} from ${said(first)} to ${said(last)}`;
}

const HAND: PictureAxis = { label: 'error added', scale: 'linear' };
const EPISODES: PictureAxis = { label: 'episodes an update', scale: 'log' };

/** Return over the error that is put in by hand, beside return over how few episodes there are. */
export const scarcityPicture: Drawing = {
  needs: ['4-bias', '4-few'],
  draws([bias, few], resamples) {
    const hand = panel(bias!, 'hand', 'an error put in by hand', HAND, 'sampledReturn', [], resamples);
    const [place] = present(few!.labels(1), ['Chain, Monte Carlo']);
    const plots = few!
      .labels(1)
      .map((label) => panel(few!, label, `truly few samples: ${label}`, EPISODES, 'return', [label], resamples));
    const truly = plots.find(({ key }) => key === place)!;
    const lost = (name: string): number => (course(hand, name)[0] ?? NaN) - (course(hand, name).at(-1) ?? NaN);
    const scarce = (name: string): number => course(truly, name)[0] ?? NaN;
    const robust = lost('WPO') < lost('KL');
    const better = scarce('WPO') > scarce('KL');
    return {
      title: robust
        ? better
          ? 'Wasserstein bears both better than KL'
          : 'Wasserstein bears an error put in by hand; few samples it does not bear better'
        : 'Wasserstein loses as much as KL even where the error is put in by hand',
      line: `Error by hand: ${told(hand, 'KL')}; ${told(hand, 'WPO')}.`,
      words: `As the error grows ${told(hand, 'KL')}; ${told(hand, 'WPO')}; ${told(hand, 'SPO')}. With truly few samples, from ${few!.labels(0)[0]} to ${few!.labels(0).at(-1)} episodes an update on ${place}: ${SERIES.map((series) => told(truly, nameOf(series))).join('; ')}.`,
      panels: [hand, { ...truly, title: 'truly few samples' }],
      more: plots.filter(({ key }) => key !== place),
    };
  },
};
