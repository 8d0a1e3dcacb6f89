import { say } from '../copy/say.ts';
import { usePlayground, useSaid } from './use-playground.ts';

/** What came of opening or keeping a run; it lies over the page, so that nothing moves. */
export function NoteBar() {
  const playground = usePlayground();
  const note = useSaid((said) => said.note);
  return (
    <div className="note-bar" role="status" data-same={note?.same}>
      {note !== null && (
        <>
          <span>{note.says}</span>
          <button
            type="button"
            aria-label={say('Close this note')}
            onClick={() => playground.said.setState({ note: null })}
          >
            ✕
          </button>
        </>
      )}
    </div>
  );
}
