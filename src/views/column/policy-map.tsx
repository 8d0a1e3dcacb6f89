import { useEffect, useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { spentAt } from '../../playground/plan.ts';
import type { Run } from '../../playground/run.ts';
import { measureIndex } from '../../training/measure.ts';
import { boxOf, cellAt, mapGeometry, type MapGeometry } from '../draw/map-geometry.ts';
import { GaussianMapPainter } from '../draw/gaussian-map.ts';
import { PolicyMapPainter } from '../draw/policy-map.ts';
import { withUnit } from '../physics/action-axis.ts';
import { sliceOf, type KnownPath } from '../physics/slice-content.ts';
import { SliceAxes } from '../physics/slice-axes.tsx';
import { share } from '../format.ts';
import { useCanvasColors } from '../use-theme.ts';
import { useConfig, useDrawing, usePlayground, useView } from '../use-playground.ts';

interface PolicyMapProps {
  readonly run: Run;
  /** Place of the column. */
  readonly index: number;
  readonly name: string;
  readonly width: number;
  readonly mostHeight: number;
}

const NO_DOMAIN = [0, 1] as const;

/** States above which maps are drawn one a frame, so that three of them are no long task. */
const LARGE = 1000;

/** The policy of a column on its world: a canvas that only draws what changed, with a cursor for pointer and keys. */
export function PolicyMap({ run, index: place, name, width, mostHeight }: PolicyMapProps) {
  const playground = usePlayground();
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<PolicyMapPainter>(null);
  const gaussianPainter = useRef<GaussianMapPainter>(null);
  const path = useRef<KnownPath>({ key: '', path: null });
  useConfig((config) => config.world);
  const { world } = playground;
  const { lattice } = world;
  const layer = useView((view) => view.layer);
  const heat = useView((view) => view.heat);
  const pinned = useView((view) => view.pinned);
  const hovered = useView((view) => view.hovered);
  const colors = useCanvasColors();
  const geometry = useMemo(() => mapGeometry(lattice, width, mostHeight), [lattice, width, mostHeight]);
  const uniform = useMemo(() => {
    const actions = world.actions.length;
    return new Float64Array(world.states * actions).fill(1 / actions);
  }, [world]);

  useEffect(() => {
    painter.current = null;
    gaussianPainter.current = null;
  }, [width, world]);
  const draw = (): void => {
    if (canvas.current === null || width === 0) return;
    const shownLayer = fitting(layer, lattice.layers.length);
    const valueDomain = world.physics === null ? run.valueDomain : playground.valueDomain;
    if (world.physics !== null) {
      gaussianPainter.current ??= new GaussianMapPainter(canvas.current);
      gaussianPainter.current.draw({
        ...sliceOf(run.frame, world, shownLayer, path.current),
        heat,
        geometry,
        colors,
        // only values are drawn by it: elsewhere it must not count as a change
        valueDomain: heat === 'value' ? valueDomain : NO_DOMAIN,
      });
      return;
    }
    painter.current ??= new PolicyMapPainter(canvas.current);
    // before the first frame, the policy that every run begins with
    const { frame } = run;
    const fits = frame !== null && frame.policy.length === uniform.length;
    painter.current.draw({
      world,
      layer: shownLayer,
      heat,
      geometry,
      colors,
      policy: fits ? frame.policy : uniform,
      previous: fits ? frame.previous : uniform,
      value: fits ? frame.value : null,
      valueDomain,
      gauge: fits ? gaugeOf(run, world.actions.length) : null,
    });
  };
  useDrawing([run.changed], draw, 0, world.states > LARGE || world.physics !== null ? place : 0);

  const cells = useMemo(() => lattice.statesAt(fitting(layer, lattice.layers.length)), [lattice, layer]);
  const look = (state: number | null): void => {
    if (playground.view.getState().hovered !== state) playground.look({ hovered: state });
  };
  const stateUnder = (event: PointerEvent<HTMLElement>): number | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const index = cellAt(geometry, lattice, event.clientX - box.left, event.clientY - box.top);
    const state = index < 0 ? -1 : cells[index]!;
    return state < 0 ? null : state;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = ARROWS[event.key];
    const at = cells.indexOf(hovered ?? pinned ?? -1);
    if (move !== undefined) look(nextState(cells, lattice.columns, at, move));
    else if (event.key === 'Enter' && hovered !== null) playground.look({ pinned: hovered });
    else if (event.key === 'Escape') playground.look({ pinned: null, hovered: null });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const described = hovered ?? pinned;
  const map = (
    <div
      className="map"
      style={{ height: geometry.height }}
      role="application"
      aria-roledescription="map of a policy"
      aria-label={`${name}: ${described === null ? 'arrow keys move, Enter pins a state' : spoken(run, playground, described)}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => look(null)}
      onPointerMove={(event) => event.pointerType !== 'touch' && look(stateUnder(event))}
      onPointerLeave={() => look(null)}
      onClick={(event) => {
        const state = stateUnder(event as unknown as PointerEvent<HTMLElement>);
        playground.look({ pinned: state === pinned ? null : state });
      }}
    >
      <canvas ref={canvas} style={{ width: geometry.width, height: geometry.height }} aria-hidden="true" />
      <Cursor cells={cells} state={pinned} geometry={geometry} columns={lattice.columns} kind="pin" />
      <Cursor cells={cells} state={hovered} geometry={geometry} columns={lattice.columns} kind="hover" />
    </div>
  );
  if (world.physics === null) return map;
  return (
    <SliceAxes world={world.physics} slice={layer[0] ?? 0} width={lattice.columns * geometry.cell}>
      {map}
    </SliceAxes>
  );
}

/** A layer choice for a lattice with this many layers, while the store still holds another world's. */
function fitting(layer: readonly number[], count: number): readonly number[] {
  return layer.length === count ? layer : Array.from({ length: count }, () => 0);
}

/** Share of the radius that a state used, where the last step had a radius. */
function gaugeOf(run: Run, actions: number): ((state: number) => number) | null {
  const { frame } = run;
  const radius = frame?.row[measureIndex.radius] ?? NaN;
  if (frame === null || !(radius > 0)) return null;
  return (state) => spentAt(run.config.run.method, frame, state, actions) / radius;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The next state from a cell in a direction, over walls; where there is none, the state it came from. */
function nextState(cells: Int32Array, columns: number, from: number, [dx, dy]: readonly [number, number]): number {
  if (from < 0) return cells.find((state) => state >= 0) ?? 0;
  let column = (from % columns) + dx;
  let row = Math.floor(from / columns) + dy;
  while (column >= 0 && column < columns && row >= 0 && row * columns < cells.length) {
    const state = cells[row * columns + column]!;
    if (state >= 0) return state;
    column += dx;
    row += dy;
  }
  return cells[from]!;
}

function spoken(run: Run, { world, view }: ReturnType<typeof usePlayground>, state: number): string {
  const actions = world.actions.length;
  const row = run.frame?.policy.slice(state * actions, (state + 1) * actions);
  const gaussian = run.frame?.physics?.gaussian;
  if (gaussian != null) {
    const said = world.components.map((component, d) => {
      const { label, low, high } = component;
      const at = state * world.components.length + d;
      const mean = low + ((gaussian.mean[at]! + 1) / 2) * (high - low);
      const spread = (gaussian.spread[at]! * (high - low)) / 2;
      return `${label} ${withUnit(`${mean.toFixed(2)} ± ${spread.toFixed(2)}`, component)}`;
    });
    return `${world.describe(state, view.getState().layer)}: ${said.join(', ')}`;
  }
  const parts = world.actions.map(({ label }, a) => `${label} ${share(row?.[a] ?? 1 / actions)}`);
  return `${world.describe(state, view.getState().layer)}: ${parts.join(', ')}`;
}

interface CursorProps {
  readonly cells: Int32Array;
  readonly state: number | null;
  readonly geometry: MapGeometry;
  readonly columns: number;
  readonly kind: 'pin' | 'hover';
}

function Cursor({ cells, state, geometry, columns, kind }: CursorProps) {
  const index = state === null ? -1 : cells.indexOf(state);
  if (index < 0) return null;
  const { x, y, size } = boxOf(geometry, columns, index);
  return <div className={`cursor ${kind}`} style={{ left: x - 1, top: y - 1, width: size + 2, height: size + 2 }} />;
}
