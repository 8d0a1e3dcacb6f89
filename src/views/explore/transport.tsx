import { say, sayCount } from '../../copy/say.ts';
import { SPEEDS } from '../../playground/view-store.ts';
import { useCondition, usePlayground, useSignal, useView } from '../use-playground.ts';
import { StepPicker } from './step-picker.tsx';
import { Timeline } from './timeline.tsx';

/** Play, one update back or on, where in the run we are, how fast; and how far an update may go. */
export function Transport() {
  const playground = usePlayground();
  useSignal(playground.changed, 120);
  const status = useCondition((condition) => condition.status);
  const speed = useView((view) => view.speed);
  const drawer = useView((view) => view.drawer);
  const playing = status === 'playing';
  const ready = status === 'ready' || playing;
  const { iteration, end, finished } = playground;
  const left = end === null ? null : end - iteration;
  const says =
    left !== null && left > 0
      ? sayCount(left, 'Play {count} update', 'Play {count} updates')
      : say(finished && iteration > 0 ? 'Play again' : 'Play');
  return (
    <div className="transport" role="group" aria-label={say('Playing')}>
      <button
        type="button"
        className="play"
        disabled={!ready}
        onClick={() => playground.togglePlay()}
        title={say(playing ? 'Pause (Space)' : 'Play (Space)')}
      >
        <Icon path={playing ? 'M4 3h3v10H4zM9 3h3v10H9z' : 'M4 2.5v11L13 8z'} />{' '}
        <span>{playing ? say('Pause') : says}</span>
      </button>
      <button
        type="button"
        disabled={!ready || iteration === 0}
        onClick={() => playground.stepBy(-1)}
        title={say('One update back (←)')}
        aria-label={say('Step back')}
      >
        <Icon path="M10 3v10L4 8zM11 3h2v10h-2z" />
      </button>
      <button
        type="button"
        disabled={!ready}
        onClick={() => playground.stepBy(1)}
        title={say('One update on (→)')}
        aria-label={say('Step')}
      >
        <Icon path="M6 3v10l6-5zM3 3h2v10H3z" />
      </button>
      <Timeline />
      <button
        type="button"
        className="reset"
        disabled={!ready || iteration === 0}
        onClick={() => playground.reset()}
        title={say('Back to the start: same seed, same run (R)')}
        aria-label={say('Reset')}
      >
        ↺
      </button>
      {playground.task === 'table' && (
        <label className="speed">
          <span className="visually-hidden">{say('speed')}</span>
          <select
            value={String(speed)}
            aria-label={say('speed')}
            title={say('Updates a second')}
            onChange={(event) => playground.look({ speed: Number(event.target.value) })}
          >
            {SPEEDS.map((each) => (
              <option key={each} value={String(each)}>
                {each === Infinity ? say('flat out') : `${each} / s`}
              </option>
            ))}
          </select>
        </label>
      )}
      <button
        type="button"
        className="to-settings"
        aria-label={say('Settings')}
        aria-expanded={drawer}
        onClick={() => playground.look({ drawer: !drawer })}
      >
        ⚙
      </button>
      <StepPicker />
    </div>
  );
}

function Icon({ path }: { readonly path: string }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      <path d={path} fill="currentColor" />
    </svg>
  );
}
