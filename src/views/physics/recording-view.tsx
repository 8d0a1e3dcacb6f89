import { useRef } from 'react';
import { say } from '../../copy/say.ts';
import type { SlicePicture } from '../../environments/picture.ts';
import type { RecordedEpisode } from '../../playground/recording.ts';
import { lazyPart } from '../part.tsx';
import { useWidth } from '../use-width.ts';

const SceneView = lazyPart(() => import('./scene-view.tsx'), 'SceneView');

const HEIGHT = 150;

interface RecordingViewProps {
  readonly picture: SlicePicture;
  readonly episode: RecordedEpisode;
}

/** What was recorded of a task, once above all columns and in nobody's colour. */
export function RecordingView({ picture, episode }: RecordingViewProps) {
  const holder = useRef<HTMLElement>(null);
  const width = useWidth(holder);
  return (
    <section className="recording" aria-label={say('A recording')} ref={holder}>
      <span className="recording-tag">{say('RECORDING')}</span>
      <SceneView
        run={null}
        world={picture.world}
        name={say('A recording')}
        width={width}
        height={HEIGHT}
        which="latest"
        rate={1}
        recorded={episode}
      />
    </section>
  );
}
