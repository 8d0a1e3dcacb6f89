import { Suspense, useEffect, useRef } from 'react';
import { say } from '../../copy/say.ts';
import { lazyPart, Part } from '../part.tsx';
import { usePlayground, useView } from '../use-playground.ts';

const PageForm = lazyPart(() => import('./page-form.tsx'), 'PageForm');

/** Everything of the page that can be saved, in a dialog that the settings and a key open. */
export function FiguresDialog() {
  const playground = usePlayground();
  const open = useView((view) => view.saving);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!open) return;
    // what is saved is of one moment
    playground.pause();
    dialog.current?.showModal();
  }, [open, playground]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="figures-title"
      closedby="any"
      onClose={() => playground.look({ saving: false })}
    >
      {open && (
        <Part name={say('This dialog')}>
          <Suspense fallback={<p>…</p>}>
            <PageForm />
          </Suspense>
        </Part>
      )}
    </dialog>
  );
}
