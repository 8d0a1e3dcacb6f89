import { say } from '../../copy/say.ts';
import type { Control } from '../../config/layout.ts';
import { Timeline } from '../explore/timeline.tsx';
import { StepPicker } from '../explore/step-picker.tsx';
import { pageAddress } from '../page-address.ts';
import { useCondition, usePlayground, useSignal } from '../use-playground.ts';

/** Play, where in the run we are, and the way to the whole playground. */
export function EmbedBar({ controls }: { readonly controls: readonly Control[] }) {
  const playground = usePlayground();
  useSignal(playground.changed, 120);
  const status = useCondition((condition) => condition.status);
  const playing = status === 'playing';
  const whole = pageAddress(playground.link(null, 'explore'));
  return (
    <div className="embed-bar">
      {controls.includes('play') && (
        <button
          type="button"
          className="main"
          disabled={status === 'opening' || status === 'failed'}
          onClick={() => playground.togglePlay()}
        >
          {say(playing ? '❚❚ Pause' : playground.finished && playground.iteration > 0 ? '▶ Again' : '▶ Play')}
        </button>
      )}
      {controls.includes('timeline') ? (
        <Timeline />
      ) : (
        <output className="iteration" aria-live="off">
          {say('update')} <b translate="no">{playground.iteration}</b>
        </output>
      )}
      {controls.includes('step') && <StepPicker />}
      <a href={whole} target="_blank" rel="noopener" title={say('Open it in the Trust Region Playground')}>
        {say('playground ↗')}
      </a>
    </div>
  );
}
