import { useEffect, useRef, useState } from 'react';
import { usePlayground } from '../use-playground.ts';

/** Milliseconds between what a drag hands on: each may be a live change that the link has to carry. */
const PACE = 80;

/** Something that is dragged: shown at once, handed on in steps, and one step to be taken back. */
export interface Paced<T> {
  /** What is being dragged; null where nothing is. */
  readonly draft: T | null;
  readonly change: (next: T) => void;
  readonly grab: () => void;
  readonly release: () => void;
  /** All of a drag at once. */
  readonly put: (next: T) => void;
}

export function usePaced<T>(handOn: (value: T) => void): Paced<T> {
  const playground = usePlayground();
  const [draft, setDraft] = useState<T | null>(null);
  const pending = useRef<T | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(handOn);
  useEffect(() => {
    latest.current = handOn;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const flush = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const next = pending.current;
    if (next === null) return;
    pending.current = null;
    setDraft(null);
    latest.current(next);
  };
  const change = (next: T): void => {
    pending.current = next;
    setDraft(next);
    timer.current ??= setTimeout(flush, PACE);
  };
  const grab = (): void => playground.undoing.seal();
  const release = (): void => {
    flush();
    playground.undoing.seal();
  };
  return {
    draft,
    change,
    grab,
    release,
    put: (next) => {
      grab();
      change(next);
      release();
    },
  };
}
