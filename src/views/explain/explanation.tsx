import { use, useEffect, useRef, type RefObject } from 'react';
import { glossaryOf } from '../../lessons/copy/glossaries.ts';
import { say, spoken } from '../../copy/say.ts';
import type { Word } from '../../lessons/glossary.ts';

interface ExplanationProps {
  readonly of: Word | { readonly says: string };
  readonly id: string;
  /** The word that it stands under. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly close: () => void;
  /** The pointer has come from the word to what explains it, and has gone. */
  readonly stay: () => void;
  readonly leave: () => void;
}

/** Pixels that an explanation keeps from the window's edge. */
const MARGIN = 8;
const WIDTH = 280;

/** What a word means, under it or above it, until Esc or until the word is scrolled out of the window. */
export function Explanation({ of, id, anchor, close, stay, leave }: ExplanationProps) {
  const note = useRef<HTMLSpanElement>(null);
  const language = spoken();
  const words = use(glossaryOf(language));
  const explained = typeof of === 'string' ? { text: words[of].text, entry: of } : { text: of.says, entry: null };
  useEffect(() => {
    const element = note.current;
    if (element === null) return;
    element.showPopover();
    // a word that is walked to is scrolled into sight: its explanation goes along
    const stand = (): void => {
      const place = anchor.current?.getBoundingClientRect();
      if (place === undefined || place.bottom < 0 || place.top > innerHeight) return close();
      const { height } = element.getBoundingClientRect();
      const left = Math.min(place.left, innerWidth - Math.min(WIDTH, innerWidth - 2 * MARGIN) - MARGIN);
      const below = place.bottom + 6;
      element.style.left = `${Math.max(MARGIN, left)}px`;
      element.style.top = `${below + height < innerHeight ? below : Math.max(MARGIN, place.top - height - 6)}px`;
    };
    stand();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    addEventListener('scroll', stand, true);
    addEventListener('keydown', onKeyDown);
    return () => {
      removeEventListener('scroll', stand, true);
      removeEventListener('keydown', onKeyDown);
    };
  });
  return (
    <span
      ref={note}
      id={id}
      popover="manual"
      role="tooltip"
      className="explanation"
      onBlur={close}
      onPointerEnter={stay}
      onPointerLeave={leave}
    >
      {explained.text}
      {explained.entry !== null && !import.meta.env.PLAYGROUND_SINGLE && (
        <>
          {' '}
          <a className="explanation-more" href={`./lessons.html#glossary-${explained.entry}&lang=${language}`}>
            {say('glossary')}
          </a>
        </>
      )}
    </span>
  );
}
