import { SPEEDS } from '../../playground/view-store.ts';
import { whole } from '../format.ts';
import { useCondition, usePlayground, useSignal, useView } from '../use-playground.ts';

/** Play, step, go back, reset; how fast. */
export function Transport() {
  const playground = usePlayground();
  useSignal(playground.changed, 120);
  const status = useCondition((condition) => condition.status);
  const speed = useView((view) => view.speed);
  const playing = status === 'playing';
  const ready = status === 'ready' || playing;
  const { iteration } = playground;
  const position = Math.max(0, SPEEDS.indexOf(speed));
  return (
    <div className="transport" role="group" aria-label="Playing">
      <button
        type="button"
        disabled={!ready}
        onClick={() => playground.goTo(0)}
        title="To the first iteration (Home)"
        aria-label="First iteration"
      >
        <Icon path="M3 3h2v10H3zM13 3v10L6 8z" />
      </button>
      <button
        type="button"
        disabled={!ready || iteration === 0}
        onClick={() => playground.stepBy(-1)}
        title="One iteration back (←)"
        aria-label="Step back"
      >
        <Icon path="M10 3v10L4 8zM11 3h2v10h-2z" />
      </button>
      <button
        type="button"
        className="play"
        disabled={!ready}
        onClick={() => playground.togglePlay()}
        title={playing ? 'Pause (Space)' : 'Play (Space)'}
      >
        <Icon path={playing ? 'M4 3h3v10H4zM9 3h3v10H9z' : 'M4 2.5v11L13 8z'} /> {playing ? 'Pause' : 'Play'}
      </button>
      <button
        type="button"
        disabled={!ready}
        onClick={() => playground.stepBy(1)}
        title="One iteration on (→)"
        aria-label="Step"
      >
        <Icon path="M6 3v10l6-5zM3 3h2v10H3z" />
      </button>
      <button
        type="button"
        disabled={!ready || iteration >= playground.reached}
        onClick={() => playground.goTo(playground.reached)}
        title="To the last iteration reached (End)"
        aria-label="Last iteration reached"
      >
        <Icon path="M11 3h2v10h-2zM3 3v10l7-5z" />
      </button>
      <button
        type="button"
        disabled={!ready}
        onClick={() => playground.reset()}
        title="Back to the start: same seed, same run (R)"
      >
        Reset
      </button>
      <output className="iteration" aria-live="off">
        iteration <b>{whole(iteration)}</b>
      </output>
      <label className="speed">
        speed
        <input
          type="range"
          min={0}
          max={SPEEDS.length - 1}
          step={1}
          value={position}
          aria-valuetext={speedName(speed)}
          onChange={(event) => playground.look({ speed: SPEEDS[Number(event.target.value)]! })}
        />
        <span className="speed-name">{speedName(speed)}</span>
      </label>
    </div>
  );
}

function speedName(speed: number): string {
  return speed === Infinity ? 'flat out' : `${speed} / s`;
}

function Icon({ path }: { readonly path: string }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      <path d={path} fill="currentColor" />
    </svg>
  );
}
