import { Suspense, useRef } from 'react';
import type { SlicePicture } from '../../environments/picture.ts';
import type { RecordedEpisode } from '../../playground/recording.ts';
import { useCondition, usePlayground, useSignal } from '../use-playground.ts';
import { useWidth } from '../use-width.ts';
import { lazyPart } from '../part.tsx';

const SceneView = lazyPart(() => import('./scene-view.tsx'), 'SceneView');

const HEIGHT = 150;

/** What was recorded of a task, once above all columns and in nobody's colour, until something is learned. */
export function RecordingView({ picture }: { readonly picture: SlicePicture }) {
  const playground = usePlayground();
  useSignal(playground.changed, 200);
  useSignal(playground.roster, 0);
  const playing = useCondition((condition) => condition.status === 'playing');
  const recorded = playground.recorded?.episode ?? null;
  if (recorded === null || playing || playground.iteration > 0) return null;
  return <Recording picture={picture} recorded={recorded} />;
}

function Recording({ picture, recorded }: { readonly picture: SlicePicture; readonly recorded: RecordedEpisode }) {
  const holder = useRef<HTMLElement>(null);
  const width = useWidth(holder);
  return (
    <section className="recording" aria-label="A recording" ref={holder}>
      <span className="recording-tag">RECORDING</span>
      <Suspense fallback={<div style={{ height: HEIGHT + 18 }} />}>
        <SceneView
          run={null}
          world={picture.world}
          name="A recording"
          width={width}
          height={HEIGHT}
          which="latest"
          rate={1}
          recorded={recorded}
        />
      </Suspense>
    </section>
  );
}
