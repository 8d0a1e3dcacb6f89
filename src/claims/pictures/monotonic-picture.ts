import { resultsOf } from '../../sweeps/summary.ts';
import { keptIterations } from '../../sweeps/sweep-size.ts';
import { said, type Evidence } from '../evidence.ts';
import { ROUNDING } from '../rounding.ts';
import type { Drawing, PlotPanel, Point } from './picture.ts';
import { cellOf, present, rounded } from './points.ts';

/** The change of the return in every kept update of every run in some cells, as dots; rounding is drawn as 0. */
function changes(evidence: Evidence, cells: readonly (readonly string[])[]): Point[] {
  const index = evidence.index('wasserstein');
  return cells.flatMap((labels) =>
    resultsOf(evidence.record, cellOf(evidence, labels), index).flatMap(({ curves }) =>
      keptIterations(evidence.record.sweep).flatMap((at, place): Point[] => {
        const value = curves.improvement?.[place] ?? NaN;
        if (!Number.isFinite(value) || at === 0) return [];
        const shown = Math.abs(value) <= ROUNDING ? 0 : rounded(value);
        return [[at, shown, shown, shown]];
      }),
    ),
  );
}

/** How many of the steps are kept, and so drawn. */
function everyOf({ record }: Evidence): string {
  const [first = 0, second = 1] = keptIterations(record.sweep);
  const every = second - first;
  return every === 1 ? 'a dot a step' : every === 2 ? 'a dot for every second step' : `a dot for every ${every}th step`;
}

const fallen = (points: readonly Point[]): readonly Point[] => points.filter(([, value]) => value < 0);

function panel(key: string, title: string, note: string, points: readonly Point[]): PlotPanel {
  return {
    kind: 'plot',
    key,
    title,
    note,
    x: { label: 'update', scale: 'linear' },
    y: { label: 'change of the return', scale: 'signed' },
    better: 'higher',
    joined: false,
    level: { value: 0, label: 'no change' },
    floor: null,
    lines: [{ name: 'WPO', method: 'wasserstein', points, end: '' }],
  };
}

/** Dots above and below a line at 0: exact advantages beside sampled ones. */
export const monotonicPicture: Drawing = {
  needs: ['1-exact', '1-sampled'],
  draws([exact, sampled]) {
    const [rule] = present(exact!.labels(1), ['dual optimum']);
    const worlds = exact!.labels(0);
    const exactly = changes(
      exact!,
      worlds.map((world) => [world, rule!]),
    );
    const [few] = present(sampled!.labels(1), ['1']);
    const places = sampled!.labels(0);
    const roughly = changes(
      sampled!,
      places.map((world) => [world, few!]),
    );
    const [down, under] = [fallen(exactly).length, fallen(roughly).length];
    const worst = Math.min(0, ...roughly.map(([, value]) => value));
    const title =
      down > 0
        ? `Even with exact advantages ${down} of ${exactly.length} steps lower the return`
        : under > 0
          ? 'No step falls where advantages are exact; some fall where they are sampled'
          : 'No step falls, neither with exact nor with sampled advantages';
    return {
      title,
      line: `Exact: ${down} of ${exactly.length} steps go down. Sampled: ${under} of ${roughly.length}${under > 0 ? `, by up to ${said(-worst)}` : ''}.`,
      words: `With exact advantages ${down} of ${exactly.length} updates of WPO in ${worlds.length} worlds lower the return; with advantages from ${few} episode an update ${under} of ${roughly.length} do, the worst by ${said(-worst)}.`,
      panels: [
        panel('exact', 'exact advantages', `${everyOf(exact!)}, ${worlds.length} worlds`, exactly),
        panel(
          'sampled',
          `sampled, N = ${few}`,
          `${everyOf(sampled!)}, ${places.length} worlds, ${sampled!.record.sweep.seeds.count} seeds`,
          roughly,
        ),
      ],
      more: [],
    };
  },
};
