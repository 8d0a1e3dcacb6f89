import { Suspense, useRef, useState } from 'react';
import { lazyPart } from '../part.tsx';

const ShareForm = lazyPart(() => import('./share-form.tsx'), 'ShareForm');

/** What hands on the link that reproduces what is seen. */
export function ShareDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState(0);
  return (
    <>
      <button
        type="button"
        onClick={() => {
          // each time anew: what was said last time is no longer so
          setOpened(opened + 1);
          dialog.current?.showModal();
        }}
      >
        Share
      </button>
      <dialog ref={dialog} aria-labelledby="share-title" closedby="any">
        {opened > 0 && (
          <Suspense fallback={<p>…</p>}>
            <ShareForm key={opened} />
          </Suspense>
        )}
      </dialog>
    </>
  );
}
