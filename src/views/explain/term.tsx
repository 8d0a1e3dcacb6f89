import { Suspense, useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { lazyPart } from '../part.tsx';
import type { Word } from '../../lessons/glossary.ts';

const Explanation = lazyPart(() => import('./explanation.tsx'), 'Explanation');

interface TermProps {
  /** Its key among the words, or what it means. */
  readonly of: Word | { readonly says: string };
  readonly children: ReactNode;
}

/** Milliseconds that an explanation stays when the pointer has left its word. */
const LEAVING = 200;

/** A word with a dotted line under it: pointer, focus and touch alike open what it means, Esc closes it. */
export function Term({ of, children }: TermProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stay = (): void => clearTimeout(leaving.current);
  const close = useCallback(() => {
    clearTimeout(leaving.current);
    setOpen(false);
  }, []);
  // time to go from the word to what explains it
  const leave = (): void => {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(close, LEAVING);
  };
  useEffect(() => () => clearTimeout(leaving.current), []);
  return (
    // one element with all that comes: a browser that translates moves the texts beside it
    <span className="term-word">
      <button
        ref={button}
        type="button"
        className="term"
        aria-describedby={open ? id : undefined}
        onPointerEnter={(event) => {
          if (event.pointerType !== 'mouse') return;
          stay();
          setOpen(true);
        }}
        onPointerLeave={(event) => event.pointerType === 'mouse' && leave()}
        onFocus={(event) => event.target.matches(':focus-visible') && setOpen(true)}
        onBlur={({ relatedTarget }) => {
          // its link to the glossary comes next
          if (!(relatedTarget instanceof HTMLElement) || relatedTarget.closest('.explanation') === null) close();
        }}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {open && (
        // a word that cannot be fetched is no reason to lose what is around it
        <ErrorBoundary fallback={null}>
          <Suspense>
            <Explanation of={of} id={id} anchor={button} close={close} stay={stay} leave={leave} />
          </Suspense>
        </ErrorBoundary>
      )}
    </span>
  );
}
