import { say } from '../../copy/say.ts';
import type { RowsPicture } from '../../playground/plan.ts';
import type { StateRegion } from '../../playground/state-region.ts';
import { regionGeometry } from '../draw/region-geometry.ts';
import { drawRegion } from '../draw/region-painter.ts';
import { DualPanel } from '../region/dual-panel.tsx';
import { regionKeeper } from '../region/known-region.ts';
import { regionContent, trailIn } from '../region/region-content.ts';
import { regionCaption, regionInWords } from '../region/region-words.ts';
import { LIGHT } from '../use-theme.ts';
import type { DataTable, Figure, LegendEntry } from './figure.ts';
import type { Here, HereColumn } from './here.ts';
import { renderedSvg } from './rendered-svg.ts';
import { paintedSvg } from './svg-context.ts';

const WIDTH = 340;
const HEIGHT = 300;
const DUAL = { width: 360, height: 240 };

/** The trust region of the state that is looked at, and its dual, in one column. */
export function regionFigures(here: Here, column: HereColumn, picture: RowsPicture): Figure[] {
  const { playground, state, letters, place } = here;
  const { run, index, name, look, origin } = column;
  const chosen = playground.view.getState().face;
  const shown = regionKeeper()({ run, runs: playground.runs, picture, state, chosen });
  if (shown === null) return [];
  const { region, frame } = shown;
  const next = frame === run.preview;
  const { actions } = picture;
  const geometry = regionGeometry(WIDTH, actions.length < 3 ? 90 : HEIGHT, Math.min(3, actions.length), 12);
  const trail = trailIn(run.trail, picture, state, region.face, frame.iteration - 1);
  const content = regionContent({ region, geometry, colors: LIGHT, look, actions, trail, next, cursorBeta: null });
  const words = `${place}. ${regionInWords(region, actions, next)}`;
  const drawn: Figure = {
    key: `region-${index}`,
    title: say('{name}: trust region at {state}', { name, state: place }),
    words,
    origin: { ...origin, about: [...origin.about, sentence(regionCaption(region, actions))] },
    legend: legendOf(region, column, trail.length > 0),
    draw: () =>
      paintedSvg(
        geometry.width,
        geometry.height,
        letters,
        (context) => drawRegion(context, content),
        `region-${index}`,
      ),
    data: () => regionData(region, actions),
    print: null,
  };
  if (region.dual === null || region.level === null) return [drawn];
  const { dual } = region;
  return [
    drawn,
    {
      key: `dual-${index}`,
      title: say('{name}: dual D(β) and cost of the step at {state}', { name, state: place }),
      words,
      origin,
      legend: [
        {
          kind: 'words',
          text: say('above: dual D(β), in units of advantage; below: cost of the step at β, in those of the distance'),
        },
        { kind: 'words', text: say('dots: where the dual is least; dashed: the level that the cost may reach') },
      ],
      draw: () =>
        renderedSvg(<DualPanel region={region} {...DUAL} cursor={null} onCursor={() => undefined} />, look.color),
      data: () => ({
        columns: ['multiplier β (advantage per distance)', 'dual D(β) (advantage)', 'cost (distance)'],
        rows: Array.from(dual.betas, (beta, n) => [beta, dual.dual[n]!, dual.cost[n]!]),
      }),
      print: null,
    },
  ];
}

const sentence = (words: string): string => `${words[0]?.toUpperCase()}${words.slice(1)}.`;

function legendOf(
  { path, border, level, point }: StateRegion,
  { look, name }: HereColumn,
  trail: boolean,
): LegendEntry[] {
  const { color, mark } = look;
  const entries: LegendEntry[] = [{ kind: 'mark', text: say('old row'), color: LIGHT.ink, mark: 'circle' }];
  if (point !== null) entries.push({ kind: 'mark', text: say('new row of {name}', { name }), color, mark });
  if (border !== null) {
    const text = say(
      level?.kind === 'share' ? 'all rows as near as the new one (derived)' : 'trust region: all rows within δ',
    );
    entries.push({ kind: 'area', text, color, opacity: 0.2 });
  }
  if (path !== null) entries.push({ kind: 'line', text: say('path of updates, β from ∞ to 0'), color, dash: [] });
  if (trail) entries.push({ kind: 'words', text: say('small dots: earlier policies') });
  if (point !== null) entries.push({ kind: 'line', text: say('equal gain'), color: LIGHT.faint, dash: [] });
  return entries;
}

/** Old and new row, the border and the path as rows over all actions; the border has what its face shows. */
function regionData({ before, after, border, path, face }: StateRegion, actions: RowsPicture['actions']): DataTable {
  const n = before.length;
  const rows: (string | number)[][] = [
    ['old row', NaN, NaN, ...before],
    ['new row', NaN, NaN, ...after],
  ];
  const mass = face.reduce((sum, action) => sum + before[action]!, 0);
  for (let k = 0; border !== null && k < border.points.length / 2; k += 1) {
    const [x, y] = [border.points[2 * k]!, border.points[2 * k + 1]!];
    // corners are (0, 0), (1, 0) and (½, √3/2)
    const third = y / (Math.sqrt(3) / 2);
    const shares = [1 - (x - third / 2) - third, x - third / 2, third];
    const row = [...before];
    face.forEach((action, corner) => (row[action] = mass * shares[corner]!));
    rows.push(['border', k, NaN, ...row]);
  }
  for (let k = 0; path !== null && k < path.betas.length; k += 1)
    rows.push(['path', k, path.betas[k]!, ...path.rows.subarray(k * n, (k + 1) * n)]);
  return {
    columns: [
      'part',
      'point',
      'multiplier β (advantage per distance)',
      ...actions.map(({ label }) => `probability of ${label}`),
    ],
    rows,
  };
}
