import { useEffect, useSyncExternalStore } from 'react';
import { say } from '../../copy/say.ts';
import { scenes } from '../../config/scenes.ts';
import { speakToHost } from '../../playground/host.ts';
import { Charts } from '../charts/charts.tsx';
import { mapGeometry } from '../draw/map-geometry.ts';
import { Column } from '../explore/column.tsx';
import { StateBar } from '../explore/state-bar.tsx';
import { UpdatePanel } from '../explore/update-panel.tsx';
import { MapBar } from '../map-bar.tsx';
import { Part } from '../part.tsx';
import { useConfig, useLookedAt, usePicture, usePlayground, useRuns, useView } from '../use-playground.ts';
import { EmbedBar } from './embed-bar.tsx';
import './embed.css';

/** Pixels of what stands above and below the maps. */
const BAR = 40;
const NAME = 34;
const ROW = 32;
const CHART = 152;
const UPDATE = 186;

/** The page in a frame of another one: what its link lets through, and nothing else. */
export function EmbedPage() {
  const playground = usePlayground();
  const { controls, shows } = useConfig((config) => config.frame);
  const picture = usePicture();
  const columns = useRuns();
  const state = useLookedAt();
  const scene = useView((view) => view.scene);
  const tall = useSyncExternalStore(subscribeSize, () => innerHeight);
  const wide = useSyncExternalStore(subscribeSize, () => innerWidth);
  useEffect(() => speakToHost(playground), [playground]);
  const question = scenes.find(({ name }) => name === scene)?.question;
  const stateBar = shows.includes('update') && picture.states > 1;
  const rows = ['price', 'own'].filter((row) => controls.some((control) => control === row)).length;
  const above =
    BAR +
    NAME +
    ROW * (rows + Number(shows.includes('standing')) + Number(controls.includes('heat')) + Number(stateBar));
  const below = CHART * Number(shows.includes('charts')) + UPDATE * Number(shows.includes('update'));
  const mostHeight = Math.max(44, Math.min(420, tall - above - below - 12));
  // what maps leave, the chart takes
  const across = (wide - 6) / columns.length - 10;
  const maps = picture.kind === 'table' ? mapGeometry(picture.lattice, across, mostHeight).height : mostHeight;
  const left = tall - above - below - (shows.includes('maps') ? maps : 0) - 24;
  const chart = Math.min(300, Math.max(84, 104 + left));
  return (
    <main
      className="embed"
      aria-label={say('Playground in a frame')}
      data-controls={controls.join(' ')}
      data-shows={shows.join(' ')}
    >
      <EmbedBar controls={controls} />
      <h1 className="visually-hidden">Trust Region Playground</h1>
      <h2 className={shows.includes('question') ? '' : 'visually-hidden'}>
        {say(question ?? 'Settings of one’s own')}
      </h2>
      {(shows.includes('maps') || shows.includes('standing') || rows > 0) && (
        <div className="columns" data-count={columns.length}>
          {columns.map((run, index) => (
            <Part key={index} name={say('Column {n}', { n: index + 1 })} resetKeys={[picture, columns]}>
              <Column run={run} index={index} mostHeight={mostHeight} />
            </Part>
          ))}
        </div>
      )}
      {controls.includes('heat') && shows.includes('maps') && picture.states > 1 && <MapBar />}
      {stateBar && <StateBar />}
      {shows.includes('update') && (
        <div className="updates" data-count={columns.length}>
          {columns.map((run, index) => (
            <UpdatePanel key={index} run={run} index={index} state={state} height={132} />
          ))}
        </div>
      )}
      {shows.includes('charts') && (
        <Part name={say('The chart')}>
          <Charts height={chart} />
        </Part>
      )}
    </main>
  );
}

function subscribeSize(changed: () => void): () => void {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
}
