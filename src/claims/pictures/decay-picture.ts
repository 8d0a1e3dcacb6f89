import { nameOf, type Evidence } from '../evidence.ts';
import type { Drawing, PlotPanel } from './picture.ts';
import { present, runsWithIntervals, solvedCurve, SOLVED } from './points.ts';

const SERIES = ['kl', 'wasserstein', 'sinkhorn'] as const;
const RULES = [
  ['β fixed', 'β stays'],
  ['β/(k+1)', 'β falls'],
] as const;

function panel(
  evidence: Evidence,
  key: string,
  title: string,
  labels: readonly string[],
  resamples: number,
): PlotPanel {
  return {
    kind: 'plot',
    key,
    title,
    note: runsWithIntervals(evidence),
    x: { label: 'update', scale: 'linear' },
    y: { label: 'distance to the best', scale: 'log' },
    better: 'lower',
    joined: true,
    level: null,
    floor: SOLVED,
    lines: SERIES.map((series) => ({
      name: nameOf(series),
      method: series,
      ...solvedCurve(evidence, labels, series, 'gap', resamples),
    })),
  };
}

const solvers = ({ lines }: PlotPanel): string[] => lines.filter(({ end }) => end !== '').map(({ name }) => name);

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? 'none') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** Distance to the best policy over the updates: β fixed beside β falling, exact; and sampled where there is room. */
export const decayPicture: Drawing = {
  needs: ['3-exact', '3-sampled'],
  draws([exact, sampled], resamples) {
    const [world] = present(exact!.labels(0), ['Cliff walking']);
    const panels = RULES.filter(([rule]) => exact!.labels(1).includes(rule)).map(([rule, title]) =>
      panel(exact!, `exact ${rule}`, title, [world!, rule], resamples),
    );
    const [estimator] = present(sampled!.labels(0), ['Monte Carlo']);
    const more = RULES.filter(([rule]) => sampled!.labels(1).includes(`Cliff walking, ${rule}`)).map(([rule, title]) =>
      panel(
        sampled!,
        `sampled ${rule}`,
        `${title}, sampled advantages`,
        [estimator!, `Cliff walking, ${rule}`],
        resamples,
      ),
    );
    const told = panels.map(
      (one) => `${one.title}: ${solvers(one).length === 0 ? 'none' : listed(solvers(one))} solved`,
    );
    const [stays, falls] = panels.map(solvers);
    const ours = (names: readonly string[] | undefined): boolean =>
      ['WPO', 'SPO'].every((name) => names?.includes(name) === true);
    return {
      title:
        ours(falls) && !ours(stays)
          ? 'With β fixed they stop short; with β falling they arrive'
          : ours(falls)
            ? 'They arrive with either β'
            : 'With β falling some do not arrive',
      line: `${world}, exact advantages. ${told.join('. ')}.`,
      words: `Distance to the best policy on ${world} with exact advantages, logarithmic. ${[...panels, ...more]
        .map(
          ({ title, lines }) =>
            `${title}: ${lines.map(({ name, points, end }) => `${name} ${end === '' ? `ends at ${points.at(-1)?.[1] ?? 'nothing'}` : end}`).join(', ')}`,
        )
        .join('. ')}.`,
      panels,
      more,
    };
  },
};
