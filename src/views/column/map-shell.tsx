import { useMemo, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { say } from '../../copy/say.ts';
import type { Lattice } from '../../environments/environment.ts';
import { boxOf, cellAt, type MapGeometry } from '../draw/map-geometry.ts';
import { useLookedAt, usePlayground, useView } from '../use-playground.ts';

interface MapShellProps {
  readonly name: string;
  readonly lattice: Lattice;
  readonly layer: readonly number[];
  readonly geometry: MapGeometry;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** A state and what the policy does there, in words. */
  readonly spoken: (state: number) => string;
}

/** What maps of all worlds are: a canvas with a cursor for pointer and keys, the same state in all columns. */
export function MapShell({ name, lattice, layer, geometry, canvas, spoken }: MapShellProps) {
  const playground = usePlayground();
  const pinned = useView((view) => view.pinned);
  const cells = useMemo(() => lattice.statesAt(layer), [lattice, layer]);
  const looked = useLookedAt();
  const look = (state: number | null): void => {
    // whoever leaves the map to read goes on seeing what he pointed at
    if (state !== null && playground.view.getState().hovered !== state) playground.look({ hovered: state });
  };
  const stateUnder = (event: PointerEvent<HTMLElement>): number | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const index = cellAt(geometry, lattice, event.clientX - box.left, event.clientY - box.top);
    const state = index < 0 ? -1 : cells[index]!;
    return state < 0 ? null : state;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = ARROWS[event.key];
    const at = cells.indexOf(looked);
    if (move !== undefined) look(nextState(cells, lattice.columns, at, move));
    else if (event.key === 'Enter') playground.look({ pinned: looked, hovered: null });
    else if (event.key === 'Escape') playground.look({ pinned: null, hovered: null });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const said = spoken(looked);
  return (
    <div
      className="map"
      style={{ height: geometry.height }}
      role="application"
      aria-roledescription={say('map of a policy')}
      aria-label={`${name}: ${said}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerMove={(event) => event.pointerType !== 'touch' && look(stateUnder(event))}
      onClick={(event) => {
        const state = stateUnder(event as unknown as PointerEvent<HTMLElement>);
        playground.look(state === pinned || state === null ? { pinned: null } : { pinned: state, hovered: null });
      }}
    >
      <canvas ref={canvas} style={{ width: geometry.width, height: geometry.height }} aria-hidden="true" />
      <Cursor
        cells={cells}
        state={looked}
        geometry={geometry}
        columns={lattice.columns}
        kind={looked === pinned ? 'pin' : 'hover'}
      />
    </div>
  );
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
  return (
    <div
      className={`cursor ${kind}`}
      style={{ transform: `translate(${x - 1}px, ${y - 1}px)`, width: size + 2, height: size + 2 }}
    />
  );
}
