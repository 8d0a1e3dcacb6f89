import { useEffect, useRef, useState } from 'react';
import type { PlaygroundConfig } from '../../config/playground-config.ts';
import { startProblem, textMap, writeTextMap, type Cell, type TextMap } from '../../environments/text-map.ts';
import { withParameter } from '../../playground/edits.ts';
import { isSame } from '../../playground/first-look.ts';
import { useConfig, usePlayground } from '../use-playground.ts';
import { lineBetween, painted } from './painting.ts';
import { begun, drawn, madeAgain, takenBack } from './strokes.ts';

/** A map as it is being drawn: what can be learned is handed on at the end of each stroke, all else waits here. */
export interface MapDraft {
  /** With the stroke that is under way. */
  readonly map: TextMap;
  /** Why the columns go on with the map before, in a sentence. */
  readonly problem: string | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Another map, in one stroke. */
  readonly put: (map: TextMap) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Paints a cell, and in a stroke that is under way all that lie between it and the last one. */
  readonly paint: (cell: number, kind: Cell) => void;
  /** Lifts the brush without ending the stroke. */
  readonly lift: () => void;
  readonly end: () => void;
  /** As if the stroke had not begun. */
  readonly cancel: () => void;
  readonly painting: boolean;
}

interface Stroke {
  readonly map: TextMap;
  /** The cell that was painted last; −1 where the brush was lifted. */
  readonly last: number;
}

/** The map of the gridworld that is open. @param learns whether the columns begin to learn after each stroke */
export function useMapDraft(learns: boolean): MapDraft {
  const playground = usePlayground();
  const text = useConfig((config) => String(config.world.parameters['map']));
  // the page knows what can be taken back
  useConfig((config) => config);
  const [strokes, setStrokes] = useState(() => begun(textMap(text)));
  const [stroke, setStroke] = useState<Stroke | null>(null);
  const latest = useRef<Stroke | null>(null);
  // the text that this editor knows of: any other comes from elsewhere
  const known = useRef(text);
  const now = useRef(strokes);
  const keep = (next: typeof strokes): void => {
    now.current = next;
    setStrokes(next);
  };

  useEffect(() => {
    if (text === known.current) return;
    known.current = text;
    if (writeTextMap(now.current.now) !== writeTextMap(textMap(text))) keep(drawn(now.current, textMap(text)));
  }, [text]);

  const learn = (): void => {
    if (learns) playground.play();
  };
  const handOn = (map: TextMap): void => {
    const written = writeTextMap(map);
    if (startProblem(map) !== undefined || written === writeTextMap(textMap(known.current))) return;
    known.current = written;
    playground.undoing.seal();
    playground.edit((config) => withParameter(config, 'map', written));
    playground.undoing.seal();
    learn();
  };
  /** To a map before or after, by the page's own steps where it was that step: they bring live changes back with it. */
  const go = (next: typeof strokes, one: PlaygroundConfig | undefined, swap: () => void): void => {
    if (next === now.current || next.now === now.current.now) return;
    keep(next);
    const current = playground.config.getState();
    if (
      one === undefined ||
      !differInMapAlone(one, current) ||
      one.world.parameters['map'] !== writeTextMap(next.now)
    ) {
      handOn(next.now);
      return;
    }
    known.current = String(one.world.parameters['map']);
    swap();
    learn();
  };
  const set = (next: Stroke | null): void => {
    latest.current = next;
    setStroke(next);
  };
  const put = (map: TextMap): void => {
    if (map === now.current.now) return;
    keep(drawn(now.current, map));
    handOn(map);
  };
  const map = stroke?.map ?? strokes.now;
  const { before, after } = playground.undoing;
  const settled = writeTextMap(strokes.now) === writeTextMap(textMap(text));
  /** Whether what comes back next is no stroke, but another setting of the page, or the world before. */
  const isOfPage = (one: PlaygroundConfig | undefined, none: boolean): boolean => {
    if (one === undefined || !settled) return false;
    return one.world.kind === 'gridworld' ? one.world.parameters['map'] === text : none;
  };
  const pageUndoes = isOfPage(before, strokes.past.length === 0);
  const pageRedoes = isOfPage(after, strokes.future.length === 0);
  return {
    map,
    problem: startProblem(map),
    canUndo: pageUndoes || strokes.past.length > 0,
    canRedo: pageRedoes || strokes.future.length > 0,
    put,
    undo: () => (pageUndoes ? playground.undo() : go(takenBack(now.current), before, () => playground.undo())),
    redo: () => (pageRedoes ? playground.redo() : go(madeAgain(now.current), after, () => playground.redo())),
    paint: (cell, kind) => {
      const { map: under, last } = latest.current ?? { map: now.current.now, last: -1 };
      const cells = last < 0 ? [cell] : lineBetween(under.columns, last, cell);
      set({ map: painted(under, cells, kind), last: cell });
    },
    lift: () => {
      if (latest.current !== null) set({ ...latest.current, last: -1 });
    },
    end: () => {
      const ended = latest.current;
      if (ended === null) return;
      set(null);
      put(ended.map);
    },
    cancel: () => set(null),
    painting: stroke !== null,
  };
}

/** Whether two configurations are the same but for the map of their gridworld, and what was changed on the way. */
function differInMapAlone(one: PlaygroundConfig, other: PlaygroundConfig): boolean {
  const rest = (config: PlaygroundConfig): PlaygroundConfig => {
    const { kind, parameters } = config.world;
    return { ...config, changes: [], world: { kind, parameters: { ...parameters, map: '' } } };
  };
  return isSame(rest(one), rest(other));
}
