import { useEffect, useRef } from 'react';
import { usePlayground, useView } from '../use-playground.ts';

/** Two moments to compare: M marks the one that is shown, C held down goes to it, and let go comes back. */
export function useFlip() {
  const playground = usePlayground();
  const marked = useView((view) => view.marked);
  const from = useRef<number | null>(null);
  const there = (): void => {
    if (marked === null || from.current !== null) return;
    playground.pause();
    from.current = playground.playback.target;
    playground.goTo(marked);
  };
  const back = (): void => {
    if (from.current === null) return;
    playground.goTo(from.current);
    from.current = null;
  };
  const act = useRef({ there, back });
  useEffect(() => {
    act.current = { there, back };
  });
  useEffect(() => {
    const isFree = (event: KeyboardEvent): boolean =>
      !event.repeat &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      !(
        event.target instanceof HTMLElement &&
        event.target.closest('input:not([type=range]), select, textarea, dialog') !== null
      );
    const down = (event: KeyboardEvent): void => {
      if (!isFree(event)) return;
      if (event.key === 'm' || event.key === 'M') playground.look({ marked: playground.playback.target });
      else if (event.key === 'c' || event.key === 'C') act.current.there();
    };
    const up = (event: KeyboardEvent): void => {
      if (event.key === 'c' || event.key === 'C') act.current.back();
    };
    addEventListener('keydown', down);
    addEventListener('keyup', up);
    return () => {
      removeEventListener('keydown', down);
      removeEventListener('keyup', up);
    };
  }, [playground]);
  return { marked, there, back };
}
