import { Suspense, useEffect, useRef, useState } from 'react';
import { say } from '../../copy/say.ts';
import { lazyPart, Part } from '../part.tsx';

const HandOver = lazyPart(() => import('./hand-over.tsx'), 'HandOver');

/** What hands a run on: by its link, in a frame, as a file; and what keeps it here. */
export function HandOverDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState(0);
  useEffect(() => {
    const current = dialog.current;
    // what it shows is of now: once closed, it is made anew
    const onClose = (): void => setOpened((times) => -Math.abs(times));
    current?.addEventListener('close', onClose);
    return () => current?.removeEventListener('close', onClose);
  }, []);
  return (
    <>
      <button
        type="button"
        onClick={() => {
          setOpened((times) => Math.abs(times) + 1);
          dialog.current?.showModal();
        }}
      >
        {say('Share')}
      </button>
      <dialog ref={dialog} className="hand-over" aria-labelledby="hand-over-title" closedby="any">
        {opened > 0 && (
          <Part name={say('This dialog')}>
            <Suspense fallback={<p className="hand-over-room">…</p>}>
              <HandOver key={opened} close={() => dialog.current?.close()} />
            </Suspense>
          </Part>
        )}
      </dialog>
    </>
  );
}
