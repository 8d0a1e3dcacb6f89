import { said, type Evidence } from '../evidence.ts';
import type { Drawing, PlotPanel, Point } from './picture.ts';
import { cellPoint, SOLVED } from './points.ts';

const KINDS = [
  ['same β', 'at the same price β'],
  ['own optimum', 'at each one’s own radius δ'],
] as const;

const FLOOR = { value: SOLVED.value, label: '≤ 1e−9' };

/** Lines of the worlds in one of the two comparisons. */
function panel(step: Evidence, kind: string, title: string): PlotPanel {
  const places = step.labels(1).filter((place) => place.endsWith(kind));
  return {
    kind: 'plot',
    key: kind,
    title,
    note: 'one step from the same policy: nothing in it is random',
    x: { label: 'λ', scale: 'log' },
    y: { label: 'distance to WPO’s step', scale: 'log' },
    better: null,
    joined: true,
    level: null,
    floor: FLOOR,
    lines: places.map((place) => {
      const all = step.labels(0).map((lambda): Point => {
        const [value, low, high] = cellPoint(step, [lambda, place], 'sinkhorn', 'toWasserstein', 'final', 0);
        return [Number(lambda), value, low, high];
      });
      const first = all.findIndex(([, value]) => value <= FLOOR.value);
      return {
        name: place.replace(`, ${kind}`, ''),
        method: 'sinkhorn' as const,
        points: first < 0 ? all : all.slice(0, first + 1),
        end: first < 0 ? '' : `the same from λ ${all[first]![0]}`,
      };
    }),
  };
}

/** The largest distance of a panel at the largest λ, 0 where a line has come to the floor before. */
const left = ({ lines }: PlotPanel): number =>
  Math.max(0, ...lines.map(({ points, end }) => (end === '' ? (points.at(-1)?.[1] ?? NaN) : 0)));

/** How far SPO's step is from WPO's as λ grows: at the same price, and at each one's own. */
export const limitPicture: Drawing = {
  needs: ['2-limit'],
  draws([step]) {
    const panels = KINDS.map(([kind, title]) => panel(step!, kind, title)).filter(({ lines }) => lines.length > 0);
    const [same = NaN, own = NaN] = panels.map(left);
    const largest = step!.labels(0).at(-1);
    const gone = same < 0.01;
    return {
      title: !gone
        ? `The distance stays: ${said(same)} at λ = ${largest}`
        : own < 0.01
          ? 'The distance vanishes: at once at the same price, like 1/λ at the same radius'
          : 'The distance vanishes at the same price, and stays at the same radius',
      line: `At λ = ${largest}: ${said(same)} at the same price, ${said(own)} at the same radius.`,
      words: `Distance between the two steps as λ grows from ${step!.labels(0)[0]} to ${largest}, both axes logarithmic. ${panels
        .map(
          ({ title, lines }) =>
            `${title}: ${lines.map(({ name, points, end }) => `${name} from ${said(points[0]?.[1] ?? NaN)} to ${end === '' ? said(points.at(-1)?.[1] ?? NaN) : `nothing, ${end}`}`).join('; ')}`,
        )
        .join('. ')}.`,
      panels,
      more: [],
    };
  },
};
