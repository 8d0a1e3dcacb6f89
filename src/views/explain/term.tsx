import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { words, type Word } from './words.ts';

interface TermProps {
  readonly of: Word;
  readonly children: ReactNode;
}

/** Pixels that an explanation keeps from the window's edge. */
const MARGIN = 8;
const WIDTH = 280;

/** A word with a dotted line under it: pointer, focus and touch alike open what it means, Esc closes it. */
export function Term({ of, children }: TermProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const element = note.current;
    const anchor = button.current?.getBoundingClientRect();
    if (!open || element === null || anchor === undefined) return;
    element.showPopover();
    const { height } = element.getBoundingClientRect();
    const left = Math.min(anchor.left, innerWidth - Math.min(WIDTH, innerWidth - 2 * MARGIN) - MARGIN);
    const below = anchor.bottom + 6;
    element.style.left = `${Math.max(MARGIN, left)}px`;
    element.style.top = `${below + height < innerHeight ? below : Math.max(MARGIN, anchor.top - height - 6)}px`;
    const close = (): void => setOpen(false);
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    addEventListener('scroll', close, true);
    addEventListener('keydown', onKeyDown);
    return () => {
      removeEventListener('scroll', close, true);
      removeEventListener('keydown', onKeyDown);
    };
  }, [open]);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="term"
        aria-describedby={open ? id : undefined}
        onPointerEnter={(event) => event.pointerType === 'mouse' && setOpen(true)}
        onPointerLeave={(event) => event.pointerType === 'mouse' && setOpen(false)}
        onFocus={(event) => event.target.matches(':focus-visible') && setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {open && (
        <span ref={note} id={id} popover="manual" role="tooltip" className="explanation">
          {words[of]}
        </span>
      )}
    </>
  );
}
