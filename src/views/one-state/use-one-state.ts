import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { readOneState, writeOneState, type OneState } from '../../environments/one-state.ts';
import { withParameters } from '../../playground/edits.ts';
import { useConfig, usePlayground } from '../use-playground.ts';

/** Milliseconds between the worlds that a drag hands on: each opens the runs anew. */
const PACE = 60;

/** The world on the bench, as it is being dragged. */
export interface BenchState {
  readonly world: OneState;
  /** The world when the drag began: scales stand still meanwhile. */
  readonly scaled: OneState;
  /** Changes something: shown at once, handed on in steps. */
  readonly change: (values: Partial<OneState>) => void;
  readonly grab: () => void;
  /** Hands on what is left. */
  readonly release: () => void;
}

/** The parameters of the world that is open, and what changes them. */
export function useOneState(): BenchState {
  const playground = usePlayground();
  const parameters = useConfig((config) => config.world.parameters);
  const kept = useMemo(() => readOneState(parameters as ReturnType<typeof writeOneState>), [parameters]);
  const [draft, setDraft] = useState<Partial<OneState>>({});
  const [scaled, setScaled] = useState<OneState | null>(null);
  const pending = useRef<Partial<OneState>>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef(0);
  const world = { ...kept, ...draft };

  const commit = useCallback((): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const values = pending.current;
    if (Object.keys(values).length === 0) return;
    pending.current = {};
    last.current = performance.now();
    playground.edit((config) => {
      if (config.world.kind !== 'one-state') return config;
      const before = config.world.parameters as ReturnType<typeof writeOneState>;
      const written = writeOneState({ ...readOneState(before), ...values });
      const changed = (Object.keys(values) as (keyof OneState)[]).filter((key) => written[key] !== before[key]);
      return changed.length === 0
        ? config
        : withParameters(config, Object.fromEntries(changed.map((key) => [key, written[key]])));
    });
    setDraft({});
  }, [playground]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    world,
    scaled: scaled ?? world,
    change: (values) => {
      pending.current = { ...pending.current, ...values };
      setDraft(pending.current);
      timer.current ??= setTimeout(commit, Math.max(16, last.current + PACE - performance.now()));
    },
    grab: () => setScaled(world),
    release: () => {
      setScaled(null);
      commit();
    },
  };
}
