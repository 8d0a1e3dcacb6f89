import { say } from '../../copy/say.ts';
import type { RowsPicture } from '../../playground/plan.ts';
import { shownFace } from '../../playground/shown-face.ts';
import { usePlayground, useRuns, useSignal, useView } from '../use-playground.ts';

interface FacePickerProps {
  readonly picture: RowsPicture;
  readonly state: number;
}

/** Which three of more actions the pictures of the simplex show, in all columns alike; nothing where there are no more. */
export function FacePicker({ picture, state }: FacePickerProps) {
  const playground = usePlayground();
  const runs = useRuns();
  const chosen = useView((view) => view.face);
  useSignal(playground.changed, 200);
  if (picture.actions.length <= 3) return null;
  const frames = runs.map((run) => run.preview ?? run.frame);
  const face = shownFace(picture, state, frames, chosen);
  // the action that was taken longest ago gives way
  const take = (action: number): void => playground.look({ face: [...(chosen ?? face), action].slice(-3) });
  return (
    <span className="face-picker" role="group" aria-label={say('Actions in the triangle')}>
      {picture.actions.map(({ label, glyph }, action) => (
        <button
          key={label}
          type="button"
          title={say(label)}
          aria-label={say(label)}
          aria-pressed={face.includes(action)}
          disabled={face.includes(action)}
          onClick={() => take(action)}
        >
          {glyph}
        </button>
      ))}
      {chosen !== null && (
        <button type="button" onClick={() => playground.look({ face: null })}>
          {say('auto')}
        </button>
      )}
    </span>
  );
}
