import { useEffect, useRef } from 'react';
import { say } from '../../copy/say.ts';
import type { TablePicture } from '../../environments/picture.ts';
import { columnNames } from '../../config/column-names.ts';
import { SmallMap } from '../column/small-map.tsx';
import { useConfig, usePicture, useRuns, useView } from '../use-playground.ts';

const WIDTH = 92;
const HEIGHT = 64;

/** What whoever opens a link sees first, in small: the policies of the columns here, or those that they begin with. */
export function Thumbnail({ here }: { readonly here: boolean }) {
  const picture = usePicture();
  const runs = useRuns();
  const names = columnNames(useConfig((config) => config.runs));
  const shown = runs.slice(0, 3);
  return (
    <span className="thumbnail" aria-hidden="true">
      {shown.map((run, index) => (
        <span key={index}>
          {picture.kind === 'table' && picture.states > 1 ? (
            <PolicyMap picture={picture} policy={here && run.frame?.kind === 'table' ? run.frame.policy : null} />
          ) : (
            <Copy index={index} here={here} />
          )}
          {names[index]}
        </span>
      ))}
      {runs.length > shown.length && <span>{say('and {n} more', { n: runs.length - shown.length })}</span>}
    </span>
  );
}

interface PolicyMapProps {
  readonly picture: TablePicture;
  /** [S·N]; null for the policy that the world begins with */
  readonly policy: Float64Array | null;
}

function PolicyMap({ picture, policy }: PolicyMapProps) {
  const layer = useView((view) => view.layer);
  const { lattice, states, actions, world } = picture;
  const first = world.initialPolicy ?? new Float64Array(states * actions.length).fill(1 / actions.length);
  const shown = policy?.length === first.length ? policy : first;
  const content = {
    picture,
    layer: layer.length === lattice.layers.length ? layer : lattice.layers.map(() => 0),
    heat: 'policy',
    policy: shown,
    previous: shown,
    value: null,
    valueDomain: [0, 1],
  } as const;
  return <SmallMap content={content} width={WIDTH} height={HEIGHT} />;
}

/** What a column's canvas shows, in small; of a start that is not on the screen there is none. */
function Copy({ index, here }: { readonly index: number; readonly here: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    const shown = document.querySelector<HTMLCanvasElement>(`#column-${index} canvas`);
    if (context == null || shown === null || shown.width === 0) return;
    context.clearRect(0, 0, 2 * WIDTH, 2 * HEIGHT);
    if (!here) return;
    const scale = Math.min((2 * WIDTH) / shown.width, (2 * HEIGHT) / shown.height);
    context.drawImage(shown, 0, 0, shown.width * scale, shown.height * scale);
  }, [index, here]);
  return <canvas ref={canvas} width={2 * WIDTH} height={2 * HEIGHT} style={{ width: WIDTH, height: HEIGHT }} />;
}
