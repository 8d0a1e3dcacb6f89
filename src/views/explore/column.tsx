import { memo, Suspense, useLayoutEffect, useRef } from 'react';
import { say } from '../../copy/say.ts';
import { ErrorBoundary } from 'react-error-boundary';
import { chipsOf, columnNames } from '../../config/column-names.ts';
import { defaultRun } from '../../config/run-fields.ts';
import type { SlicePicture } from '../../environments/picture.ts';
import { methodOf, methods, type MethodKind, type RunConfig } from '../../methods/registry.ts';
import { withMethod } from '../../playground/edits.ts';
import type { Run } from '../../playground/run.ts';
import { looksOf } from '../chart/looks.ts';
import { MethodOptions } from '../column/method-options.tsx';
import { mapGeometry } from '../draw/map-geometry.ts';
import { TableMap } from '../column/table-map.tsx';
import { lazyPart, Part } from '../part.tsx';
import { useCondition, useConfig, usePicture, usePlayground, useSettings, useView } from '../use-playground.ts';
import { useWidth } from '../use-width.ts';
import { OwnSetting } from './own-setting.tsx';
import { Price } from './price.tsx';
import { Standing } from './standing.tsx';

// shapes of marks come with the charts
const ColumnMark = lazyPart(() => import('./column-mark.tsx'), 'ColumnMark');
// what only physics tasks show is fetched with the first of them
const SceneView = lazyPart(() => import('../physics/scene-view.tsx'), 'SceneView');
const RegionPanel = lazyPart(() => import('../region/region-panel.tsx'), 'RegionPanel');
const SliceMap = lazyPart(() => import('../physics/slice-map.tsx'), 'SliceMap');

/** Pixels of the moving picture of a physics task. */
const SCENE_HEIGHT = 128;
/** Pixels of the line below it. */
const SCENE_LINE = 17;
/** Most pixels of a slice's map. */
const SLICE_HEIGHT = 190;
/** Pixels of the axis below it. */
const SLICE_AXIS = 14;

/** Pixels of a slice's map with its axis, before it is there. */
const sliceRoom = (lattice: SlicePicture['lattice'], width: number): number =>
  mapGeometry(lattice, width, SLICE_HEIGHT).height + SLICE_AXIS;

interface ColumnProps {
  readonly run: Run;
  readonly index: number;
  readonly mostHeight: number;
}

/** One method on the world: its name, its price, where it stands, its policy. */
export const Column = memo(function Column({ run, index, mostHeight }: ColumnProps) {
  const playground = usePlayground();
  const picture = usePicture();
  const settings = useSettings(index);
  const config = useConfig((whole) => whole.runs[index]);
  const runs = useConfig((whole) => whole.runs);
  const status = useCondition((condition) => condition.status);
  const fixed = useConfig(({ view, frame }) => view === 'embed' && !frame.controls.includes('method'));
  const episode = useView((view) => view.episode);
  const rate = useView((view) => view.rate);
  const body = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLElement>(null);
  const width = useWidth(body);
  // for programs: written when the run changes, and not when React finds the time
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
  const look = looksOf(runs)[index]!;
  return (
    <article
      ref={article}
      className="column"
      id={`column-${index}`}
      tabIndex={-1}
      aria-label={say('Column {n}: {method}', { n: index + 1, method: say(methods[config.method].label) })}
      style={{ '--method': look.color }}
      data-column={index}
      data-method={config.method}
    >
      <header className="column-header">
        <svg className="swatch" viewBox="-9 -9 18 18" width="16" height="16" aria-hidden="true">
          <ErrorBoundary fallback={null}>
            <Suspense>
              <ColumnMark shape={look.mark} />
            </Suspense>
          </ErrorBoundary>
        </svg>
        {fixed && <span className="column-name">{name}</span>}
        <select
          hidden={fixed}
          className="method"
          aria-label={say('Method of column {n}', { n: index + 1 })}
          title={say(methods[config.method].summary)}
          value={config.method}
          onChange={(event) => playground.edit((whole) => withMethod(whole, index, event.target.value as MethodKind))}
        >
          <MethodOptions />
        </select>
        <span className="verb">{say(verbOf(config))}</span>
        <ul className="chips" aria-label={say('What differs from the other columns')}>
          {chipsOf(settings, runs, defaultRun(config.method, playground.config.getState().world.kind)).map((chip) => (
            <li key={chip} title={chip}>
              {chip}
            </li>
          ))}
        </ul>
      </header>
      <Price run={run} index={index} settings={settings} />
      <OwnSetting index={index} settings={settings} />
      <Standing run={run} explains={index === 0} onRestart={() => playground.restart(index)} />
      <div className="column-body" ref={body}>
        {picture.kind === 'table' && picture.states === 1 ? (
          // of one state the region says all that a map could
          <Part name={say('The region')} resetKeys={[picture]}>
            <Suspense fallback={<div style={{ height: mostHeight }} />}>
              <RegionPanel run={run} index={index} picture={picture} state={0} name={name} height={mostHeight} />
            </Suspense>
          </Part>
        ) : picture.kind === 'table' ? (
          <Part name={say('The map')} resetKeys={[picture]}>
            <TableMap run={run} picture={picture} index={index} name={name} width={width} mostHeight={mostHeight} />
          </Part>
        ) : (
          <>
            <Part name={say('The scene')} resetKeys={[picture]}>
              <Suspense fallback={<div style={{ height: SCENE_HEIGHT + SCENE_LINE }} />}>
                <SceneView
                  run={run}
                  world={picture.world}
                  name={name}
                  width={width}
                  height={SCENE_HEIGHT}
                  which={episode}
                  rate={rate}
                  recorded={null}
                />
              </Suspense>
            </Part>
            <Part name={say('The map')} resetKeys={[picture]}>
              <Suspense fallback={<div style={{ height: sliceRoom(picture.lattice, width) }} />}>
                <SliceMap
                  run={run}
                  index={index}
                  name={name}
                  width={width}
                  picture={picture}
                  mostHeight={SLICE_HEIGHT}
                />
              </Suspense>
            </Part>
          </>
        )}
      </div>
    </article>
  );
});

/** What a method does to probability, in a word. */
function verbOf({ method }: RunConfig): string {
  const { mover, planning } = methodOf(method);
  if (mover.kind === 'gradient') return 'climbs a gradient';
  if (planning.kind === 'derived') return 're-weights';
  return mover.kind === 'region' && mover.of.smears ? 'carries, blurred' : 'carries';
}
