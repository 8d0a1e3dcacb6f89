import { Suspense, useRef, useState, type ReactNode } from 'react';
import { say } from '../../copy/say.ts';
import { Part } from '../part.tsx';

interface FigureButtonProps {
  readonly title: string;
  /** What the dialog holds, once it is open. */
  readonly children: ReactNode;
}

/** A quiet button beside a picture or a table, which opens what it can be saved as. */
export function FigureButton({ title, children }: FigureButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState(0);
  return (
    <div className="figure-button">
      <button
        type="button"
        aria-label={say('Save: {title}', { title })}
        title={say('Save or copy: SVG, PNG, CSV …')}
        onClick={() => {
          // each time anew: results may have come meanwhile
          setOpened(opened + 1);
          dialog.current?.showModal();
        }}
      >
        ⤓
      </button>
      <dialog ref={dialog} aria-label={say('Save: {title}', { title })} closedby="any">
        {opened > 0 && (
          <Part name={say('This dialog')}>
            <Suspense fallback={<p>…</p>}>
              <div key={opened}>{children}</div>
            </Suspense>
          </Part>
        )}
      </dialog>
    </div>
  );
}
