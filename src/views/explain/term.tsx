import { Suspense, useCallback, useId, useRef, useState, type ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { lazyPart } from '../part.tsx';
import type { Word } from './words.ts';

const Explanation = lazyPart(() => import('./explanation.tsx'), 'Explanation');

interface TermProps {
  readonly of: Word;
  readonly children: ReactNode;
}

/** A word with a dotted line under it: pointer, focus and touch alike open what it means, Esc closes it. */
export function Term({ of, children }: TermProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    // one element with all that comes: a browser that translates moves the texts beside it
    <span className="term-word">
      <button
        ref={button}
        type="button"
        className="term"
        aria-describedby={open ? id : undefined}
        onPointerEnter={(event) => event.pointerType === 'mouse' && setOpen(true)}
        onPointerLeave={(event) => event.pointerType === 'mouse' && setOpen(false)}
        onFocus={(event) => event.target.matches(':focus-visible') && setOpen(true)}
        onBlur={close}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {open && (
        // a word that cannot be fetched is no reason to lose what is around it
        <ErrorBoundary fallback={null}>
          <Suspense>
            <Explanation of={of} id={id} anchor={button} close={close} />
          </Suspense>
        </ErrorBoundary>
      )}
    </span>
  );
}
