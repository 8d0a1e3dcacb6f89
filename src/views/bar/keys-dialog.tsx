import { useEffect, useRef } from 'react';
import { nextBeat } from '../explore/beats.ts';
import { usePlayground } from '../use-playground.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['Space', 'play or pause'],
  ['← →', 'one update back or on'],
  ['Home, End', 'first update, last one reached'],
  ['R', 'reset: same seed, same run'],
  ['1 … 6', 'go to a column'],
  ['P, D, V', 'show policy, last change or value'],
  ['arrows, on a map', 'move the cell cursor'],
  ['Enter, Esc', 'pin the state under the cursor, unpin it'],
  ['arrows, in a plan', 'move between its cells'],
  ['double-click a name', 'that setting back to its default'],
  ['L', 'large, for a projector'],
  ['M, then C held', 'mark this update; hold to see it again beside another'],
  ['B', 'walk through one update, part by part'],
  ['Shift S', 'save pictures, charts and numbers'],
  ['Ctrl Z, Ctrl Shift Z', 'take a change of the settings back, make it again'],
  ['?', 'this list'],
];

/** What to press, and what makes the comparison fair. */
export function KeysDialog() {
  const playground = usePlayground();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (dialog.current === null || undone(event, playground) || !isFree(event)) return;
      if (event.key === '?') dialog.current.showModal();
      else if (!act(event, playground)) return;
      event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [playground]);
  return (
    <>
      <button
        type="button"
        aria-label="Keys and help"
        title="Keys and help (?)"
        onClick={() => dialog.current?.showModal()}
      >
        ?
      </button>
      <dialog ref={dialog} aria-labelledby="keys-title" closedby="any">
        <form method="dialog">
          <h2 id="keys-title">Keys</h2>
          <dl className="keys">
            {KEYS.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <h2>What makes the comparison fair</h2>
          <ul>
            <li>All columns have the same world, start, discount, estimator, number of samples and seed.</li>
            <li>Random numbers are common: the same by episode and step, so columns differ only by their update.</li>
            <li>
              No column shows iteration k + 1 before all have k; milliseconds are shown, so a slow solver is seen.
            </li>
            <li>
              δ is not comparable across metrics: the same δ is a larger step for Sinkhorn than for Wasserstein.
              “Matched movement τ” gives every column the same total variation, which is the fair comparison.
            </li>
          </ul>
          <p>
            After Song, He, Ding, Zhao, “Provably Convergent Policy Optimization via Metric-aware Trust Region Methods”,
            TMLR 2023, arXiv 2306.14133.
          </p>
          <p>
            MIT licence · <a href="./licences.txt">licences of everything that ships with it</a>
          </p>
          <div className="dialog-buttons">
            <button type="submit" className="main">
              Close
            </button>
          </div>
        </form>
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
