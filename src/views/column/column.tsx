import { memo, Suspense, useLayoutEffect, useRef } from 'react';
import { columnNames } from '../../config/column-names.ts';
import type { Picture, SlicePicture, TablePicture } from '../../environments/picture.ts';
import type { Run } from '../../playground/run.ts';
import { methods } from '../../methods/registry.ts';
import { colorOf } from '../chart/looks.ts';
import { lazyPart, Part } from '../part.tsx';
import { PlanPanel } from '../plan/plan-panel.tsx';
import {
  useCondition,
  useConfig,
  usePicture,
  usePlayground,
  useSettings,
  useSignal,
  useView,
} from '../use-playground.ts';
import { useWidth } from '../use-width.ts';
import { ColumnHeader, ColumnSettings } from './column-header.tsx';
import { TableMap } from './table-map.tsx';
import { ColumnReadings } from './readings.tsx';

// what only physics tasks show is fetched with the first of them
const SceneView = lazyPart(() => import('../physics/scene-view.tsx'), 'SceneView');
const SliceMap = lazyPart(() => import('../physics/slice-map.tsx'), 'SliceMap');
const ParticlePanel = lazyPart(() => import('../plan/particle-panel.tsx'), 'ParticlePanel');

/** Pixels of the moving picture of a physics task. */
const SCENE_HEIGHT = 128;
/** Most pixels of a slice's map. */
const SLICE_HEIGHT = 190;

interface ColumnProps {
  readonly run: Run;
  readonly index: number;
  /** The state whose plan is shown, in all columns alike. */
  readonly state: number;
  readonly mostHeight: number;
  /** On a narrow page that compares, the map alone. */
  readonly mapOnly: boolean;
}

/** One method on the world: its settings, its policy, its plan. */
export const Column = memo(function Column({ run, index, state, mostHeight, mapOnly }: ColumnProps) {
  const playground = usePlayground();
  useSignal(run.changed, 200);
  const runs = useConfig((config) => config.runs);
  // a live change is seen at once, even while nothing moves
  const settings = useSettings(index);
  const status = useCondition((condition) => condition.status);
  const picture = usePicture();
  const article = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const width = useWidth(body);
  const config = runs[index];
  // written at once with the frame, not when React comes to it: all columns always say the same iteration
  useLayoutEffect(() => {
    const write = (): void => {
      const data = article.current?.dataset;
      if (data === undefined) return;
      data.iteration = String(run.iteration);
      if (status !== 'playing' && run.digest !== null) data.digest = run.digest;
      else delete data.digest;
    };
    write();
    return run.changed.subscribe(write);
  }, [run, status]);
  if (config === undefined || settings === undefined) return null;
  const name = columnNames(runs)[index]!;
  const shown: Shown = { run, index, name, width, state, mostHeight, mapOnly };
  return (
    <article
      ref={article}
      className="column"
      id={`column-${index}`}
      tabIndex={-1}
      aria-label={`Column ${index + 1}: ${methods[config.method].label}`}
      style={{ '--method': colorOf(config) }}
      data-column={index}
      data-method={config.method}
    >
      <ColumnHeader config={config} index={index} name={name} runs={runs} />
      {!mapOnly && <ColumnSettings index={index} settings={settings} />}
      <div className="column-body" ref={body}>
        {picture.kind === 'table' ? (
          <TableBody {...shown} picture={picture} onRestart={() => playground.restart(index)} />
        ) : (
          <TaskBody {...shown} picture={picture} onRestart={() => playground.restart(index)} />
        )}
      </div>
    </article>
  );
});

/** What the pictures of a column are of. */
interface Shown {
  readonly run: Run;
  readonly index: number;
  readonly name: string;
  readonly width: number;
  readonly state: number;
  readonly mostHeight: number;
  readonly mapOnly: boolean;
}

type BodyProps<P extends Picture> = Shown & { readonly picture: P; readonly onRestart: () => void };

/** A table: its map, and the plan of a state. */
function TableBody({ picture, onRestart, state, mostHeight, mapOnly, ...shown }: BodyProps<TablePicture>) {
  const { run, name } = shown;
  return (
    <>
      <Part name="The map" resetKeys={[picture]}>
        <TableMap {...shown} picture={picture} mostHeight={mostHeight} />
      </Part>
      <ColumnState run={run} onRestart={onRestart} />
      {!mapOnly && (
        <Part name="The plan" resetKeys={[picture, state]}>
          <PlanPanel run={run} picture={picture} state={state} name={name} />
        </Part>
      )}
    </>
  );
}

/** Networks in a physics task: the moving scene, a slice of the state space, and the plan of a cell. */
function TaskBody({ picture, onRestart, state, mostHeight, mapOnly, ...shown }: BodyProps<SlicePicture>) {
  const playground = usePlayground();
  const { run, name, width } = shown;
  const episode = useView((view) => view.episode);
  const rate = useView((view) => view.rate);
  const slice = useView((view) => view.slice);
  const component = useView((view) => view.component);
  return (
    <>
      {!mapOnly && (
        <Part name="The scene" resetKeys={[picture]}>
          <Suspense fallback={<div style={{ height: SCENE_HEIGHT + 18 }} />}>
            <SceneView
              run={run}
              world={picture.world}
              name={name}
              width={width}
              height={SCENE_HEIGHT}
              which={episode}
              rate={rate}
              recorded={playground.recorded}
            />
          </Suspense>
        </Part>
      )}
      <Part name="The map" resetKeys={[picture]}>
        <Suspense fallback={<div style={{ height: Math.min(mostHeight, SLICE_HEIGHT) }} />}>
          <SliceMap {...shown} picture={picture} mostHeight={Math.min(mostHeight, SLICE_HEIGHT)} />
        </Suspense>
      </Part>
      <ColumnState run={run} onRestart={onRestart} />
      {!mapOnly && (
        <Part name="The plan" resetKeys={[picture, state]}>
          {picture.kind === 'continuous' ? (
            <Suspense>
              <ParticlePanel
                run={run}
                picture={picture}
                component={component}
                state={state}
                name={name}
                described={picture.describe(state, slice)}
              />
            </Suspense>
          ) : (
            <PlanPanel run={run} picture={picture} state={state} name={name} />
          )}
        </Part>
      )}
    </>
  );
}

/** What a column that is opening, has failed, or has something to say, says. */
function ColumnState({ run, onRestart }: { readonly run: Run; readonly onRestart: () => void }) {
  const playground = usePlayground();
  if (run.status === 'failed') {
    return (
      <div className="column-state failed" role="alert">
        <p>
          {run.failure}
          {playground.runs.some((other) => other.status !== 'failed') && ' The other columns go on.'}
        </p>
        <button type="button" onClick={onRestart}>
          Restart this column
        </button>
      </div>
    );
  }
  const text =
    run.status === 'opening'
      ? run.frame === null
        ? run.progress || (playground.task === 'table' ? 'Opening its worker…' : 'Fetching the engines…')
        : `Catching up: iteration ${run.iteration}…`
      : run.frame?.settled === true
        ? `Stands still: no step would move mass any more. ${run.frame.note}`
        : (run.frame?.note ?? '');
  return (
    <div className="column-state">
      <ColumnReadings run={run} solved={playground.solved} />
      <p title={text}>{text}</p>
    </div>
  );
}
