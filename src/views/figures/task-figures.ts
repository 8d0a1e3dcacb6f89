import { say } from '../../copy/say.ts';
import type { ActionComponent } from '../../environments/physics.ts';
import type { SlicePicture } from '../../environments/picture.ts';
import { SLICE_SIDE } from '../../environments/picture.ts';
import { mapGeometry } from '../draw/map-geometry.ts';
import { sceneColors } from '../draw/scene.ts';
import { meanTable, SlicePainter } from '../draw/slice-painter.ts';
import { changePosition, valueTable } from '../draw/palette.ts';
import { readable, steady } from '../format.ts';
import { axisTitle, physical } from '../physics/action-axis.ts';
import { drawStills, lastOf, secondsOf } from '../physics/episode-stills.ts';
import { sliceOf } from '../physics/slice-content.ts';
import { LIGHT } from '../use-theme.ts';
import type { Figure, LegendEntry } from './figure.ts';
import type { Here, HereColumn } from './here.ts';
import { particleFigure } from './particle-figure.tsx';
import { paintedSvg } from './svg-context.ts';

const SCENE = { width: 640, height: 170 };
const MAP = 340;
/** Room for the names of a slice's axes. */
const AXES = { left: 64, bottom: 22 };

/** Stills of a column's episode, its slice of the state space, and, where actions are continuous, the flow of its particles. */
export function taskFigures(here: Here, column: HereColumn, picture: SlicePicture): Figure[] {
  return [
    ...sceneFigure(here, column, picture),
    sliceFigure(here, column, picture),
    ...(picture.kind === 'continuous' ? particleFigure(here, column, picture) : []),
  ];
}

function sceneFigure({ playground, letters }: Here, column: HereColumn, { world }: SlicePicture): Figure[] {
  const { run, index, name, look, origin } = column;
  const { episode: which } = playground.view.getState();
  const episode = run.frame === null || run.frame.kind === 'table' ? null : run.frame[which];
  if (episode === null || episode.states.length === 0) return [];
  const { length } = world.variables;
  const last = lastOf(episode, world);
  const words = say(
    which === 'latest'
      ? 'The latest episode of {name}: return {total} in {steps} steps, {time}.'
      : 'The best episode of {name}: return {total} in {steps} steps, {time}.',
    { name, total: readable(episode.total), steps: last, time: secondsOf(last * world.timestep) },
  );
  return [
    {
      key: `scene-${index}`,
      title: say(which === 'latest' ? '{name}: the latest episode in stills' : '{name}: the best episode in stills', {
        name,
      }),
      words,
      origin: { ...origin, about: [...origin.about, words] },
      legend: [],
      draw: () =>
        paintedSvg(
          SCENE.width,
          SCENE.height,
          letters,
          (context) => {
            // a canvas ends where it ends
            context.beginPath();
            context.rect(0, 0, SCENE.width, SCENE.height);
            context.clip();
            drawStills(context, world, episode, SCENE.width, SCENE.height, sceneColors(LIGHT, look.color));
          },
          `scene-${index}`,
        ),
      data: () => ({
        columns: [
          'step',
          'time (s)',
          ...world.variables.map(({ label, unit }) => (unit === '' ? label : `${label} (${unit})`)),
        ],
        rows: Array.from({ length: last + 1 }, (_, step) => [
          step,
          step * world.timestep,
          ...episode.states.subarray(step * length, (step + 1) * length),
        ]),
      }),
      print: null,
    },
  ];
}

/** Where discrete actions push. */
const PUSH: ActionComponent = { label: 'push of the action, ← to →', unit: '', low: -1, high: 1 };

function sliceFigure({ playground, letters }: Here, column: HereColumn, picture: SlicePicture): Figure {
  const { run, index, name, origin } = column;
  const { heat, slice, component } = playground.view.getState();
  const { world, lattice } = picture;
  const { x, y, label } = world.slices[slice] ?? world.slices[0]!;
  const [across, up] = [world.variables[x]!, world.variables[y]!];
  const inner = mapGeometry(lattice, MAP, MAP);
  const geometry = { ...inner, left: AXES.left, top: 0 };
  const side = inner.cell * SLICE_SIDE;
  const content = sliceOf(run.frame, picture, slice, component, { key: '', path: null });
  const { gaussian, components } = content;
  const valueDomain = playground.valueDomain;
  const shown = (picture.kind === 'continuous' ? picture.components[component] : undefined) ?? PUSH;
  const title = ({ symbol, unit }: typeof across): string => (unit === '' ? symbol : `${symbol} (${say(unit)})`);
  return {
    key: `slice-${index}`,
    title: say('{name}: {shows} on the slice {slice}', {
      name,
      shows: say(heat === 'value' ? 'values' : heat === 'change' ? 'last change of the policy' : 'policy'),
      slice: say(label),
    }),
    words: say('A slice of the state space, {across} across and {up} up, {n} cells each way.', {
      across: say(across.label),
      up: say(up.label),
      n: SLICE_SIDE,
    }),
    origin,
    legend: sliceLegend(heat, shown, valueDomain, content.path !== null),
    draw: () =>
      paintedSvg(
        AXES.left + side + 1,
        side + AXES.bottom,
        letters,
        (context) => {
          new SlicePainter(context, 1).draw({ ...content, heat, geometry, colors: LIGHT, valueDomain });
          context.font = '12px system-ui, sans-serif';
          context.fillStyle = LIGHT.ink;
          const write = (
            text: string,
            at: number,
            down: number,
            align: CanvasTextAlign,
            base: CanvasTextBaseline,
          ): void => {
            context.textAlign = align;
            context.textBaseline = base;
            context.fillText(text, at, down);
          };
          write(readable(across.low), AXES.left, side + 6, 'left', 'top');
          write(title(across), AXES.left + side / 2, side + 6, 'center', 'top');
          write(readable(across.high), AXES.left + side, side + 6, 'right', 'top');
          write(readable(up.high), AXES.left - 6, 6, 'right', 'middle');
          write(title(up), AXES.left - 6, side / 2, 'right', 'middle');
          write(readable(up.low), AXES.left - 6, side - 6, 'right', 'middle');
        },
        `slice-${index}`,
      ),
    data: () => ({
      columns: [
        'cell',
        'row',
        'column',
        `${across.label} (${across.unit || '1'})`,
        `${up.label} (${up.unit || '1'})`,
        `mean of ${axisTitle(shown)}`,
        'standard deviation',
        'previous mean',
        'value',
      ],
      rows: Array.from({ length: picture.states }, (_, cell) => {
        const [row, at] = [Math.floor(cell / SLICE_SIDE), cell % SLICE_SIDE];
        const n = cell * components + component;
        const place = (low: number, high: number, k: number): number => low + ((high - low) * (k + 0.5)) / SLICE_SIDE;
        return [
          cell,
          row,
          at,
          place(across.low, across.high, at),
          place(up.low, up.high, SLICE_SIDE - 1 - row),
          physical(shown, gaussian.mean[n]!),
          (gaussian.std[n]! * (shown.high - shown.low)) / 2,
          physical(shown, gaussian.previousMean[n]!),
          content.value?.[cell] ?? NaN,
        ];
      }),
    }),
    print: null,
  };
}

function sliceLegend(
  heat: 'policy' | 'change' | 'value',
  shown: ActionComponent,
  domain: readonly [number, number],
  path: boolean,
): LegendEntry[] {
  const episode: LegendEntry[] = path
    ? [{ kind: 'words', text: say('line: the latest episode, from its dot on') }]
    : [];
  const range = shown.high - shown.low;
  switch (heat) {
    case 'policy': {
      const ticks = [-1, 0, 1].map((mean) => [(mean + 1) / 2, readable(physical(shown, mean))] as const);
      const square: LegendEntry = {
        kind: 'words',
        text: say('square: spread σ, largest at {spread}; none: certain', { spread: readable(range / 2) }),
      };
      return [
        { kind: 'bar', table: meanTable, ticks, text: say('mean of {quantity}', { quantity: axisTitle(shown) }) },
        square,
        ...episode,
      ];
    }
    case 'change': {
      const ticks = [-1, -0.1, 0, 0.1, 1].map((half) => [changePosition(half), readable(half * range)] as const);
      return [
        {
          kind: 'bar',
          table: LIGHT.change,
          ticks,
          text: say('change of the mean of {quantity} in the last step (square-root scale)', {
            quantity: axisTitle(shown),
          }),
        },
        ...episode,
      ];
    }
    case 'value': {
      const ticks = [
        [0, steady(domain[0], 2)],
        [1, steady(domain[1], 2)],
      ] as const;
      return [{ kind: 'bar', table: valueTable, ticks, text: say('V(s) by the critics') }, ...episode];
    }
  }
}
