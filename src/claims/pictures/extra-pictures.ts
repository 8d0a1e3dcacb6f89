import type { MethodKind } from '../../methods/registry.ts';
import { middle, nameOf, percent, said, type SeriesName } from '../evidence.ts';
import type { Drawing, PictureRow, PlotPanel, RowsPanel } from './picture.ts';
import { cellPoint, present, rounded, runsOf, runsWithIntervals, solvedCurve, SOLVED } from './points.ts';

/** A row of the median of some numbers, each of which is a small mark. */
function medianRow(name: string, method: MethodKind, values: readonly number[], unit: string): PictureRow {
  const marks = values.filter(Number.isFinite).map(rounded);
  const value = rounded(middle(marks));
  return { name, method, value, low: value, high: value, marks, text: `${said(value)}${unit}`, reference: null };
}

const rowsPanel = (of: Pick<RowsPanel, 'key' | 'title' | 'note' | 'x' | 'level' | 'rows'>): RowsPanel => ({
  kind: 'rows',
  better: 'lower',
  bars: true,
  ...of,
});

/** Updates under two costs of a move, as a multiple of those under 0/1. */
export const geometryPicture: Drawing = {
  needs: ['7-geometry'],
  draws([record]) {
    const worlds = record!.labels(0);
    const rows = (['angle', 'wrong'] as const).flatMap((cost) =>
      (['wasserstein', 'sinkhorn'] as const).map((series) =>
        medianRow(
          `${nameOf(series)}, ${cost}`,
          series,
          worlds.map((world) => {
            const at = (label: string): number => record!.at('gap', 'goalIteration', [world, label], series);
            return at(cost) / at('0/1');
          }),
          ' ×',
        ),
      ),
    );
    const told = rows.map(({ name, text }) => `${name} ${text}`).join(', ');
    const [angle, , wrong] = rows;
    return {
      title:
        angle!.value < 1
          ? 'A sensible cost saves updates; a wrong one costs more'
          : 'Both costs need more updates than 0/1',
      line: `WPO’s updates, with 0/1 being 1: angle ${angle!.text}, wrong ${wrong!.text}.`,
      words: `Updates until 1 % of the first distance is left, as a multiple of those with the 0/1 cost: ${told}.`,
      panels: [
        rowsPanel({
          key: 'costs',
          title: 'the angle between two moves as cost, and a wrong cost',
          note: `bar: median; a dot a world, ${worlds.length} worlds`,
          x: { label: 'updates, as a multiple of 0/1’s', scale: 'linear' },
          level: { value: 1, label: 'as 0/1' },
          rows,
        }),
      ],
      more: [],
    };
  },
};

/** Distance to the best with three ways to treat tied mass. */
export const splitPicture: Drawing = {
  needs: ['8-split'],
  draws([record]) {
    const ways = record!.labels(1);
    const panels = present(record!.labels(0), ['Chain', 'Four rooms']).map((world): PlotPanel => ({
      kind: 'plot',
      key: world,
      title: world,
      note: runsOf(record!),
      x: { label: 'update', scale: 'linear' },
      y: { label: 'distance to the best', scale: 'log' },
      better: 'lower',
      joined: true,
      level: null,
      floor: SOLVED,
      lines: ways.map((way) => ({
        name: way,
        method: 'wasserstein' as const,
        ...solvedCurve(record!, [world, way], 'wasserstein', 'gap', 0),
      })),
    }));
    const stuck = record!
      .labels(0)
      .filter((world) => record!.at('gap', 'final', [world, 'stays'], 'wasserstein') > 1e-6).length;
    return {
      title: stuck > 0 ? 'Where tied mass stays, the line goes flat' : 'No line goes flat',
      line: `Tied mass stays: WPO stands still in ${stuck} of ${record!.labels(0).length} worlds.`,
      words: `Distance to the best policy, logarithmic. ${panels.map(({ title, lines }) => `${title}: ${lines.map(({ name, points, end }) => `${name} ${end === '' ? `ends at ${said(points.at(-1)?.[1] ?? NaN)}` : end}`).join(', ')}`).join('. ')}.`,
      panels,
      more: [],
    };
  },
};

/** Mean distance over the dial from KL to Wasserstein. */
export const dialPicture: Drawing = {
  needs: ['9-dial'],
  draws([record], resamples) {
    const dials = record!.labels(0);
    const panels = record!.labels(1).map((setting): PlotPanel => ({
      kind: 'plot',
      key: setting,
      title: setting,
      note: runsWithIntervals(record!),
      x: { label: 'dial: 0 KL, 1 Wasserstein', scale: 'linear' },
      y: { label: `mean distance to the best, ${setting.split(', ')[0]}`, scale: 'linear' },
      better: 'lower',
      joined: true,
      level: null,
      floor: null,
      lines: [
        {
          name: nameOf('bridge'),
          method: 'bridge',
          points: dials.flatMap((label) => {
            const [value, low, high] = cellPoint(record!, [label, setting], 'bridge', 'gap', 'mean', resamples);
            return Number.isFinite(value) ? [[Number(label), value, low, high] as const] : [];
          }),
          end: '',
        },
      ],
    }));
    const best = ({ lines }: PlotPanel): number => {
      const points = lines[0]?.points ?? [];
      const least = Math.min(...points.map(([, value]) => value));
      return points.find(([, value]) => value === least)?.[0] ?? NaN;
    };
    const inside = panels.filter((one) => best(one) > 0 && best(one) < 1);
    const shown = present(
      panels.map(({ key }) => key),
      ['Cliff walking, exact', 'Taxi, Monte Carlo'],
    );
    return {
      title: `The lowest place is between the ends in ${inside.length} of ${panels.length} settings`,
      line: `Lowest: ${shown.map((key) => `s = ${best(panels.find((one) => one.key === key)!)} on ${key}`).join('; ')}.`,
      words: `Mean distance to the best along a run over the dial from KL to Wasserstein, at equal movement. The lowest place is ${panels.map((one) => `${best(one)} on ${one.title}`).join(', ')}.`,
      panels: panels.filter(({ key }) => shown.includes(key)),
      more: panels.filter(({ key }) => !shown.includes(key)),
    };
  },
};

/** Milliseconds of an update. */
export const millisecondsPicture: Drawing = {
  needs: ['5-movement'],
  draws([record]) {
    const { iterations } = record!.record.sweep;
    const each = (series: SeriesName): number[] =>
      record!.values('elapsed', 'final', series).map(({ value }) => value / iterations);
    const rows = (['kl', 'wasserstein', 'sinkhorn'] as const).map((series) =>
      medianRow(nameOf(series), series, each(series), ' ms'),
    );
    const [kl, wpo, spo] = rows.map(({ value }) => value);
    return {
      title: spo! > Math.max(kl!, wpo!) ? 'Sinkhorn’s update takes longest' : 'Sinkhorn’s update does not take longest',
      line: `WPO ${percent(wpo! / kl!)} of KL’s time, SPO ${percent(spo! / kl!)}.`,
      words: `Milliseconds of a whole update, medians: ${rows.map(({ name, text }) => `${name} ${text}`).join(', ')}.`,
      panels: [
        rowsPanel({
          key: 'time',
          title: 'time of an update, evaluation included',
          note: `bar: median; a dot a setting; of the machine that ran it`,
          x: { label: 'milliseconds', scale: 'linear' },
          level: null,
          rows,
        }),
      ],
      more: [],
    };
  },
};
