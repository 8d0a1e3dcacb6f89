import { say } from '../../copy/say.ts';
import { whole } from '../format.ts';
import { useFlip } from './use-flip.ts';
import { useConfig, usePlayground, useSignal } from '../use-playground.ts';

/** All updates so far and those that are foreseen, with the live changes marked: drag, click or arrow keys go there. */
export function Timeline() {
  const playground = usePlayground();
  useSignal(playground.changed, 60);
  const changes = useConfig((config) => config.changes);
  const { iteration, reached, end } = playground;
  const last = Math.max(1, reached, end ?? 0);
  const marks = [...new Set(changes.map((change) => change.iteration))].filter((at) => at <= last);
  const place = (at: number): string => `calc(7px + (100% - 14px) * ${at / last})`;
  const flip = useFlip();
  return (
    <div className="timeline">
      <div className="timeline-track">
        <span className="timeline-known" style={{ width: place(Math.min(reached, last)) }} aria-hidden="true" />
        <input
          type="range"
          min={0}
          max={last}
          step={1}
          value={Math.min(iteration, last)}
          aria-label={say('timeline')}
          aria-valuetext={say('update {n} of {last}', { n: iteration, last })}
          onChange={(event) => playground.goTo(Number(event.target.value))}
        />
        {flip.marked !== null && (
          <span className="timeline-mark flag" style={{ left: place(Math.min(last, flip.marked)) }} aria-hidden="true">
            ⚑
          </span>
        )}
        {marks.map((at) => (
          <span key={at} className="timeline-mark" style={{ left: place(at) }} aria-hidden="true">
            ▲
          </span>
        ))}
      </div>
      {flip.marked !== null && (
        <button
          type="button"
          className="flip"
          title={say('Hold to see the marked update, let go to come back (C)')}
          onPointerDown={flip.there}
          onPointerUp={flip.back}
          onPointerLeave={flip.back}
        >
          {say('hold: {n}', { n: flip.marked })}
        </button>
      )}
      <output className="iteration" aria-live="off">
        <span>{say('update')}</span> <b translate="no">{whole(iteration)}</b>{' '}
        <span className="quiet" translate="no">
          {`${say('of {last}', { last: whole(last) })}${end === null ? ' …' : ''}`}
        </span>
      </output>
    </div>
  );
}
