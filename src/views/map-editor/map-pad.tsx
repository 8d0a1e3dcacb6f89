import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { say } from '../../copy/say.ts';
import type { Cell } from '../../environments/text-map.ts';
import { boxOf, cellAt, mapGeometry } from '../draw/map-geometry.ts';
import { useWidth } from '../use-width.ts';
import { MapPicture } from './map-picture.tsx';
import { areaAround, neighbour, painted } from './painting.ts';
import type { MapDraft } from './use-map-draft.ts';

interface MapPadProps {
  readonly draft: MapDraft;
  readonly brush: Cell;
  /** A stroke fills whole areas. */
  readonly fills: boolean;
  readonly mostHeight: number;
  /** The cell that a key of the panel is about. */
  readonly cursor: number;
  readonly onCursor: (cell: number) => void;
  readonly onBrush: (brush: Cell) => void;
}

/** The kinds of cell, by the key that paints them. */
const BRUSH_KEYS: Readonly<Record<string, Cell>> = {
  '#': 'wall',
  '.': 'free',
  s: 'start',
  g: 'goal',
  h: 'hazard',
  Delete: 'free',
  Backspace: 'free',
};

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  Home: [-Infinity, 0],
  End: [Infinity, 0],
  PageUp: [0, -Infinity],
  PageDown: [0, Infinity],
};

/** The brush that a key stands for. */
export function brushOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): Cell | undefined {
  return ctrlKey || metaKey || altKey ? undefined : BRUSH_KEYS[key.length === 1 ? key.toLowerCase() : key];
}

/** The map itself, painted by pointer, finger and keys. */
export function MapPad({ draft, brush, fills, mostHeight, cursor, onCursor, onBrush }: MapPadProps) {
  const room = useRef<HTMLDivElement>(null);
  const pad = useRef<HTMLDivElement>(null);
  const width = useWidth(room);
  const { map } = draft;
  const { rows, columns } = map;
  const geometry = useMemo(() => {
    const fitted = mapGeometry({ rows, columns, shape: 'grid' }, width, mostHeight);
    // as wide as it is: beside it a finger moves the panel
    return { ...fitted, width: fitted.cell * columns + 2, left: 1 };
  }, [rows, columns, width, mostHeight]);
  // what the pointer paints with, while it does
  const held = useRef<Cell | null>(null);
  const [hovered, hover] = useState(-1);
  useEffect(() => {
    // a finger that paints does not scroll; what React listens with could not say so
    const hold = (event: TouchEvent): void => event.preventDefault();
    const element = pad.current;
    element?.addEventListener('touchstart', hold, { passive: false });
    // what had the focus may have gone with what was here before
    if (document.activeElement === document.body) element?.focus({ preventScroll: true });
    return () => element?.removeEventListener('touchstart', hold);
  }, []);
  const under = (event: PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return cellAt(geometry, map, event.clientX - box.left, event.clientY - box.top);
  };
  const fill = (cell: number, kind: Cell): void => draft.put(painted(map, areaAround(map, cell), kind));
  const down = (event: PointerEvent<HTMLElement>): void => {
    const cell = under(event);
    if (!event.isPrimary || (event.button !== 0 && event.button !== 2) || held.current !== null) return;
    event.currentTarget.focus({ preventScroll: true });
    event.preventDefault();
    if (cell < 0) return;
    const kind = event.button === 2 || event.altKey ? 'free' : brush;
    onCursor(cell);
    if (fills) {
      fill(cell, kind);
      return;
    }
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = kind;
    draft.paint(cell, kind);
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    const cell = under(event);
    if (event.pointerType !== 'touch') hover(cell);
    if (held.current === null || !event.isPrimary) return;
    if (cell < 0) draft.lift();
    else if (cell !== cursor || !draft.painting) {
      onCursor(cell);
      draft.paint(cell, held.current);
    }
  };
  const release = (end: () => void) => (): void => {
    if (held.current === null) return;
    held.current = null;
    end();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    const kind = brushOf(event) ?? ([' ', 'Enter'].includes(event.key) ? brush : undefined);
    if (event.ctrlKey || event.metaKey || event.altKey || held.current !== null) return;
    // keys have a cursor of their own
    hover(-1);
    if (arrow !== undefined) {
      const next = neighbour(map, cursor, arrow);
      if (event.shiftKey) {
        draft.paint(cursor, brush);
        draft.paint(next, brush);
      }
      onCursor(next);
    } else if (event.key === 'Escape' && draft.painting) draft.cancel();
    else if (kind === undefined) return;
    else if (fills) {
      onBrush(kind);
      fill(cursor, kind);
    } else {
      onBrush(kind);
      draft.put(painted(map, [cursor], kind));
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = hovered >= 0 && hovered < map.cells.length ? hovered : cursor;
  const box = boxOf(geometry, columns, shown);
  return (
    <div ref={room} className="map-room" style={{ minHeight: mostHeight }}>
      <div
        ref={pad}
        className="map map-pad"
        data-first
        style={{ width: geometry.width, height: geometry.height }}
        role="application"
        aria-roledescription={say('map to draw')}
        aria-label={`${say('Map, {rows} rows and {columns} columns. Arrow keys move, Space paints.', { rows, columns })} ${saidOf(columns, cursor, map.cells[cursor]!)}`}
        tabIndex={0}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={release(draft.end)}
        onPointerCancel={release(draft.cancel)}
        onLostPointerCapture={release(draft.end)}
        onPointerLeave={() => hover(-1)}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => {
          if (event.key === 'Shift' && held.current === null) draft.end();
        }}
        onBlur={() => held.current === null && draft.end()}
      >
        {width > 0 && <MapPicture map={map} geometry={geometry} />}
        <div
          className="cursor hover"
          style={{ transform: `translate(${box.x - 1}px, ${box.y - 1}px)`, width: box.size + 2, height: box.size + 2 }}
        />
      </div>
    </div>
  );
}

/** "row 2, column 5: wall", counted as the page does. */
export function saidOf(columns: number, cell: number, kind: Cell): string {
  return say('row {row}, column {column}: {cell}', {
    row: Math.floor(cell / columns),
    column: cell % columns,
    cell: say(kind),
  });
}
