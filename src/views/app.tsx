import { useEffect, useSyncExternalStore } from 'react';
import { MAX_RUNS } from '../config/playground-config.ts';
import { columnNames } from '../config/column-names.ts';
import { runKeysRead } from '../config/run-fields.ts';
import { sceneOf } from '../config/scenes.ts';
import { withNewRun } from '../playground/edits.ts';
import type { Playground } from '../playground/playground.ts';
import { isMethodKind } from '../methods/registry.ts';
import { MethodOptions } from './column/method-options.tsx';
import { SharedSettings } from './bar/shared-settings.tsx';
import { TopBar } from './bar/top-bar.tsx';
import { ChangesBar } from './changes-bar.tsx';
import { Charts } from './charts/charts.tsx';
import { Column } from './column/column.tsx';
import { MapBar } from './map-bar.tsx';
import { Footer } from './page-frame.tsx';
import { Part } from './part.tsx';
import {
  PlaygroundProvider,
  useCondition,
  useConfig,
  useLookedAt,
  usePicture,
  usePlayground,
  useRuns,
  useSaid,
  useView,
} from './use-playground.ts';
import { useSwipe } from './use-swipe.ts';
import { useTheme } from './use-theme.ts';

/** The whole page. `root` carries what the page is doing, for programs that drive it. */
export function App({ playground, root }: { readonly playground: Playground; readonly root: HTMLElement }) {
  return (
    <PlaygroundProvider value={playground}>
      <Page root={root} />
    </PlaygroundProvider>
  );
}

function Page({ root }: { readonly root: HTMLElement }) {
  const playground = usePlayground();
  useTheme();
  const status = useCondition((condition) => condition.status);
  const problems = useSaid((said) => said.problems);
  // that it plays, all can see
  const announcement = useSaid((said) => (said.plain ? '' : said.announcement));
  useEffect(() => {
    root.dataset.status = status;
  }, [root, status]);
  return (
    <>
      <TopBar />
      {problems.length > 0 && (
        <div className="problems" role="alert">
          <ul>
            {problems.map((problem, n) => (
              <li key={n}>{problem}</li>
            ))}
          </ul>
          <button type="button" onClick={() => playground.understood()}>
            Understood
          </button>
        </div>
      )}
      <main>
        <SceneText />
        <Part name="The settings of all columns">
          <SharedSettings />
        </Part>
        <Columns />
        <p className="announcement" role="status" aria-live="polite">
          {announcement}
        </p>
        <ChangesBar />
        <Part name="The charts">
          <Charts height={158} />
        </Part>
      </main>
      <Footer />
    </>
  );
}

/** What there is to see in the scene that is open. */
function SceneText() {
  const scene = useConfig(sceneOf);
  return scene === undefined ? null : <p className="scene-text">{scene.text}</p>;
}

const narrow = matchMedia('(max-width: 760px)');
const subscribeNarrow = (changed: () => void): (() => void) => {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
};

function Columns() {
  const playground = usePlayground();
  const picture = usePicture();
  const columns = useRuns();
  const runs = useConfig((config) => config.runs);
  const page = useView((view) => view.page);
  const pinned = useView((view) => view.pinned);
  const state = useLookedAt();
  const isNarrow = useSyncExternalStore(subscribeNarrow, () => narrow.matches);
  const most = Math.max(...runs.map((_, index) => runKeysRead(playground.settings(index).run).length));
  const rows = runs.length >= 4 ? most : runs.length <= 2 || isNarrow ? 1 : Math.ceil(most / 2);
  const swipe = useSwipe((step) => playground.look({ page: Math.min(runs.length - 1, Math.max(-1, page + step)) }));
  const shown = isNarrow && page >= runs.length ? -1 : page;
  return (
    <>
      <Part name="The legend" resetKeys={[picture]}>
        <MapBar state={state} pinned={pinned !== null} plans={!isNarrow || shown >= 0} />
      </Part>
      {isNarrow && <Pages page={shown} />}
      <div
        className="columns"
        style={{ '--settings-rows': rows }}
        data-count={runs.length}
        {...(isNarrow ? swipe : {})}
      >
        {columns.map((run, index) =>
          isNarrow && shown >= 0 && shown !== index ? null : (
            <Part key={keyOf(run)} name={`Column ${index + 1}`} resetKeys={[picture, runs]}>
              <Column
                run={run}
                index={index}
                state={state}
                mostHeight={isNarrow ? (shown < 0 ? 180 : 300) : 238}
                mapOnly={isNarrow && shown < 0}
              />
            </Part>
          ),
        )}
        {!isNarrow && runs.length < MAX_RUNS && <AddColumn />}
      </div>
      {isNarrow && runs.length < MAX_RUNS && <AddColumn />}
    </>
  );
}

const keys = new WeakMap<object, number>();
let lastKey = 0;

/** A key that stays with a run when columns are moved. */
function keyOf(run: object): number {
  const known = keys.get(run) ?? (lastKey += 1);
  keys.set(run, known);
  return known;
}

function AddColumn() {
  const playground = usePlayground();
  return (
    <div className="add">
      <label>
        <span className="visually-hidden">Add a column</span>
        <select
          value=""
          title="Add a column"
          onChange={({ target }) => {
            if (isMethodKind(target.value)) {
              const method = target.value;
              playground.edit((config) => withNewRun(config, method));
            }
          }}
        >
          <option value="">+</option>
          <MethodOptions />
        </select>
      </label>
    </div>
  );
}

/** On a narrow page: a dot for each column, and one that compares the maps. */
function Pages({ page }: { readonly page: number }) {
  const playground = usePlayground();
  const runs = useConfig((config) => config.runs);
  const names = ['compare', ...columnNames(runs)];
  return (
    <nav className="pages" aria-label="Columns">
      {names.map((name, n) => (
        <button key={name} type="button" aria-pressed={page === n - 1} onClick={() => playground.look({ page: n - 1 })}>
          {name}
        </button>
      ))}
    </nav>
  );
}
