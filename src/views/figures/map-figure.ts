import { say } from '../../copy/say.ts';
import type { TablePicture } from '../../environments/picture.ts';
import { mapContent, tableFrame, uniformPolicy } from '../column/map-content.ts';
import { mapGeometry } from '../draw/map-geometry.ts';
import { MapPainter } from '../draw/map-painter.ts';
import { changePosition, probabilityTable, valueTable } from '../draw/palette.ts';
import { share, steady } from '../format.ts';
import { LIGHT } from '../use-theme.ts';
import type { DataTable, Figure, LegendEntry } from './figure.ts';
import type { Here, HereColumn } from './here.ts';
import { paintedSvg } from './svg-context.ts';

/** Pixels of a map that is saved. */
const WIDTH = 480;
const HEIGHT = 360;

const SHOWS = { policy: 'policy', change: 'last change of the policy', value: 'values' } as const;

/** A column's map, as the page shows it, on white. */
export function mapFigure({ playground, letters }: Here, column: HereColumn, picture: TablePicture): Figure {
  const { run, index, name, origin } = column;
  const { heat, layer: chosen } = playground.view.getState();
  const { lattice } = picture;
  const layer = chosen.length === lattice.layers.length ? chosen : lattice.layers.map(() => 0);
  const geometry = mapGeometry(lattice, WIDTH, HEIGHT);
  const where = lattice.layers.map(({ label, options }, n) => `${say(label)} ${say(options[layer[n]!]!)}`).join(', ');
  return {
    key: `map-${index}`,
    title: say(where === '' ? '{name}: {shows} on the map' : '{name}: {shows} on the map, {where}', {
      name,
      shows: say(SHOWS[heat]),
      where,
    }),
    words: wordsOf(run, picture, layer),
    origin,
    legend: legendOf(picture, layer, heat, playground.valueDomain),
    draw: () =>
      paintedSvg(
        geometry.width,
        geometry.height,
        letters,
        (context) => {
          const seen = { picture, layer, heat, geometry, colors: LIGHT };
          new MapPainter(context, 1).draw(mapContent(run, uniformPolicy(picture), seen));
        },
        `map-${index}`,
      ),
    data: () => dataOf(run, picture, layer),
    print: null,
  };
}

/** The likeliest action at each state of the map. */
function wordsOf(run: HereColumn['run'], picture: TablePicture, layer: readonly number[]): string {
  const { actions, lattice, absorbing } = picture;
  const policy = tableFrame(run, picture)?.policy ?? uniformPolicy(picture);
  const cells = [...lattice.statesAt(layer)].filter((state) => state >= 0 && absorbing[state] === 0);
  const said = cells.slice(0, 100).map((state) => {
    const row = policy.subarray(state * actions.length, (state + 1) * actions.length);
    const best = row.indexOf(Math.max(...row));
    return `${picture.describe(state, 0)}: ${say(actions[best]!.label)} ${share(row[best]!)}`;
  });
  return say(
    cells.length > 100
      ? 'The likeliest action of each cell. {cells}; and so on.'
      : 'The likeliest action of each cell. {cells}.',
    { cells: said.join('; ') },
  );
}

function legendOf(
  { lattice, actions }: TablePicture,
  layer: readonly number[],
  heat: 'policy' | 'change' | 'value',
  domain: readonly [number, number],
): LegendEntry[] {
  const marks = new Map(lattice.marksAt(layer).map(({ text, label }) => [`${text} ${label}`, `${text}: ${label}`]));
  const words = [...marks.values()].slice(0, 8).map((text): LegendEntry => ({ kind: 'words', text }));
  if (lattice.statesAt(layer).includes(-1)) words.push({ kind: 'words', text: say('hatched: wall') });
  switch (heat) {
    case 'policy': {
      const ticks = [
        [0, '0'],
        [0.5, '½'],
        [1, '1'],
      ] as const;
      const text = say(
        actions.some(({ direction }) => direction === null)
          ? 'probability π(a|s), by direction; ▷ greedy; middle boxes: actions that do not move'
          : 'probability π(a|s), by direction; ▷ greedy',
      );
      return [{ kind: 'bar', table: probabilityTable, ticks, text }, ...words];
    }
    case 'change': {
      const ticks = [-1, -0.1, 0, 0.1, 1].map(
        (value) => [changePosition(value), String(value).replace('-', '−')] as const,
      );
      const text = say(
        'change of π(a|s) in the last step (square-root scale); bar at the foot: share of δ that the state used',
      );
      return [{ kind: 'bar', table: LIGHT.change, ticks, text }, ...words];
    }
    case 'value': {
      const ticks = [
        [0, steady(domain[0], 2)],
        [1, steady(domain[1], 2)],
      ] as const;
      return [
        { kind: 'bar', table: valueTable, ticks, text: say('V(s), from the uniform policy’s lowest to the best') },
        ...words,
      ];
    }
  }
}

/** Every state of the layer: where it lies, its policy before and after the step, its value. */
function dataOf(run: HereColumn['run'], picture: TablePicture, layer: readonly number[]): DataTable {
  const { actions, lattice, absorbing } = picture;
  const n = actions.length;
  const frame = tableFrame(run, picture);
  const policy = frame?.policy ?? uniformPolicy(picture);
  const previous = frame?.previous ?? policy;
  const rows = [...lattice.statesAt(layer)].flatMap((state, cell) => {
    if (state < 0) return [];
    const place = [state, picture.describe(state, 0), Math.floor(cell / lattice.columns), cell % lattice.columns];
    const row = (of: Float64Array): number[] => [...of.subarray(state * n, (state + 1) * n)];
    return [[...place, absorbing[state]!, frame?.value[state] ?? NaN, ...row(policy), ...row(previous)]];
  });
  return {
    columns: [
      'state',
      'place',
      'row',
      'column',
      'absorbing',
      'value (discounted reward)',
      ...actions.map(({ label }) => `new probability of ${label}`),
      ...actions.map(({ label }) => `old probability of ${label}`),
    ],
    rows,
  };
}
