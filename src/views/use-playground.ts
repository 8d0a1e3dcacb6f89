import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { PlaygroundConfig } from '../config/playground-config.ts';
import type { Picture } from '../environments/picture.ts';
import type { RunConfig } from '../methods/registry.ts';
import type { Condition } from '../playground/condition-store.ts';
import type { Playground } from '../playground/playground.ts';
import type { ReferenceRun } from '../playground/reference-store.ts';
import type { Run } from '../playground/run.ts';
import type { Said } from '../playground/said-store.ts';
import type { Signal } from '../playground/signal.ts';
import type { View } from '../playground/view-store.ts';

const PlaygroundContext = createContext<Playground | null>(null);

export const PlaygroundProvider = PlaygroundContext.Provider;

/** The application that this page shows. */
export function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext);
  if (playground === null) throw new Error('No PlaygroundProvider above this component.');
  return playground;
}

/** A part of what the link holds. */
export function useConfig<T>(select: (config: PlaygroundConfig) => T): T {
  return useStore(usePlayground().config, select);
}

/** A part of where we look. */
export function useView<T>(select: (view: View) => T): T {
  return useStore(usePlayground().view, select);
}

/** A part of what holds. */
export function useCondition<T>(select: (condition: Condition) => T): T {
  return useStore(usePlayground().condition, select);
}

/** A part of what was said. */
export function useSaid<T>(select: (said: Said) => T): T {
  return useStore(usePlayground().said, select);
}

/** The runs that were kept and are drawn behind the live ones. */
export function useReferences(): readonly ReferenceRun[] {
  return useStore(usePlayground().references);
}

/** What is drawn of the world that is open. */
export function usePicture(): Picture {
  const playground = usePlayground();
  useConfig((config) => config.world);
  return playground.picture;
}

/** The columns, from left to right. */
export function useRuns(): readonly Run[] {
  const playground = usePlayground();
  useSignal(playground.roster, 0);
  return playground.runs;
}

/** A column's settings at the iteration that is shown. */
export function useSettings(index: number): RunConfig | undefined {
  const playground = usePlayground();
  const runs = useConfig((config) => config.runs);
  useConfig((config) => config.changes);
  return index < runs.length ? playground.settings(index).run : undefined;
}

/** The state whose plan is shown. */
export function useLookedAt(): number {
  const playground = usePlayground();
  usePicture();
  useView((view) => view.pinned);
  useView((view) => view.hovered);
  useView((view) => view.layer);
  useView((view) => view.follow);
  useSignal(playground.changed, 120);
  return playground.lookedAt;
}

/** Renders again when a signal rings, at most once in `milliseconds`: numbers that change faster cannot be read. */
export function useSignal(signal: Signal, milliseconds: number): void {
  const [, render] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    const stop = signal.subscribe(() => {
      if (timer !== undefined) return;
      const wait = Math.max(0, last + milliseconds - performance.now());
      timer = setTimeout(() => {
        timer = undefined;
        last = performance.now();
        render((count) => count + 1);
      }, wait);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [signal, milliseconds]);
}

/** Renders again when the window comes to a screen of another pixel ratio, or the page is zoomed: canvases are drawn anew. */
export function usePixelRatio(): number {
  return useSyncExternalStore(subscribePixelRatio, () => window.devicePixelRatio);
}

/** Tells of a new ratio in both ways that browsers have: by a media query, and by the window's size. */
function subscribePixelRatio(changed: () => void): () => void {
  let query: MediaQueryList;
  const listen = (): void => {
    query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', again, { once: true });
  };
  const again = (): void => {
    changed();
    listen();
  };
  listen();
  window.addEventListener('resize', changed);
  return () => {
    query.removeEventListener('change', again);
    window.removeEventListener('resize', changed);
  };
}

/**
 * Calls `draw` in an animation frame after a signal rang, and once at first: idle costs nothing.
 *
 * @param every milliseconds between drawings, at least
 * @param after frames to let pass first: large pictures that ring together are drawn one a frame
 */
export function useDrawing(signals: readonly Signal[], draw: () => void, every = 0, after = () => 0): void {
  usePixelRatio();
  useEffect(() => {
    let frame = 0;
    let last = -Infinity;
    let wait = 0;
    const go = (now: number): void => {
      if (now - last < every || wait > 0) {
        wait -= 1;
        frame = requestAnimationFrame(go);
        return;
      }
      frame = 0;
      last = now;
      draw();
    };
    const mark = (): void => {
      if (frame !== 0) return;
      wait = after();
      frame = requestAnimationFrame(go);
    };
    const stops = signals.map((signal) => signal.subscribe(mark));
    mark();
    return () => {
      for (const stop of stops) stop();
      cancelAnimationFrame(frame);
    };
  });
}
