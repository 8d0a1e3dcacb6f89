import { Suspense, useEffect, useRef, useState } from 'react';
import { say } from '../../copy/say.ts';
import { nextBeat } from '../explore/beats.ts';
import { withKeep } from '../hand-over/with-keep.ts';
import { lazyPart } from '../part.tsx';
import { usePlayground } from '../use-playground.ts';

const KeysList = lazyPart(() => import('./keys-list.tsx'), 'KeysList');

/** What to press, and what makes the comparison fair. */
export function KeysDialog() {
  const playground = usePlayground();
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState(false);
  const open = (): void => {
    setOpened(true);
    dialog.current?.showModal();
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (dialog.current === null || undone(event, playground) || !isFree(event)) return;
      if (event.key === '?') open();
      else if (!act(event, playground)) return;
      event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [playground]);
  return (
    <>
      <button type="button" aria-label={say('Keys and help')} title={say('Keys and help (?)')} onClick={open}>
        ?
      </button>
      <dialog ref={dialog} aria-labelledby="keys-title" closedby="any">
        {opened && (
          <Suspense fallback={<p>…</p>}>
            <KeysList />
          </Suspense>
        )}
      </dialog>
    </>
  );
}

/** Whether a key is nobody's: not typed into a control, not part of a shortcut of the browser. */
function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (document.querySelector('dialog[open]') !== null) return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  // a slider or a choice takes arrows and Space, and no letters
  const letter = /^[a-z?]$/i.test(event.key);
  const typed = letter ? 'input:not([type=range], [type=radio], [type=checkbox])' : 'input';
  if (target !== null && target.closest(`${typed}, select, textarea`) !== null) return false;
  // Space and Enter press what has the focus
  return !((event.key === ' ' || event.key === 'Enter') && target?.closest('button, summary, a') != null);
}

/** Takes an edit back or makes it again, where the keys for that are not those of a text. */
function undone(event: KeyboardEvent, playground: ReturnType<typeof usePlayground>): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.closest('input:not([type=range], [type=radio], [type=checkbox]), textarea') != null) return false;
  if (event.shiftKey) playground.redo();
  else playground.undo();
  event.preventDefault();
  return true;
}

/** Does what a key says; false where it says nothing. */
function act(event: KeyboardEvent, playground: ReturnType<typeof usePlayground>): boolean {
  switch (event.key) {
    case ' ':
      playground.togglePlay();
      return true;
    case 'ArrowLeft':
      playground.stepBy(-1);
      return true;
    case 'ArrowRight':
      playground.stepBy(1);
      return true;
    case 'Home':
      playground.goTo(0);
      return true;
    case 'End':
      playground.goTo(playground.reached);
      return true;
    case 'Escape':
      playground.look({ pinned: null, hovered: null });
      return true;
    case 'k':
    case 'K':
      void withKeep(playground, (keep) => keep.keepRun(playground));
      return true;
    case 'b':
    case 'B':
      playground.look({ beat: nextBeat(playground.view.getState().beat) });
      return true;
    case 'l':
    case 'L':
      playground.present(playground.config.getState().view === 'lecture' ? 'explore' : 'lecture');
      return true;
    case 'r':
    case 'R':
      playground.reset();
      return true;
    case 'S':
      playground.look({ saving: true });
      return true;
    case 'p':
      playground.look({ heat: 'policy' });
      return true;
    case 'd':
      playground.look({ heat: 'change' });
      return true;
    case 'v':
      playground.look({ heat: 'value' });
      return true;
  }
  if (!/^[1-6]$/.test(event.key)) return false;
  document.getElementById(`column-${Number(event.key) - 1}`)?.focus();
  return true;
}
