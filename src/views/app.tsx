import { Suspense, useEffect } from 'react';
import { isLanguage } from '../copy/language.ts';
import { say } from '../copy/say.ts';
import type { SlicePicture } from '../environments/picture.ts';
import { ErrorBoundary } from 'react-error-boundary';
import { speakIn } from '../playground/language.ts';
import type { Playground } from '../playground/playground.ts';
import { ChangesBar } from './changes-bar.tsx';
import { Column } from './explore/column.tsx';
import { Drawer } from './explore/drawer.tsx';
import { EndBar } from './explore/end-bar.tsx';
import { FiguresDialog } from './figures/figures-dialog.tsx';
import { Header } from './explore/header.tsx';
import { Question } from './explore/question.tsx';
import { StateBar } from './explore/state-bar.tsx';
import { Transport } from './explore/transport.tsx';
import { UpdatePanel } from './explore/update-panel.tsx';
import { LessonOpening } from './lesson-opening.tsx';
import { MapBar } from './map-bar.tsx';
import { NoteBar } from './note-bar.tsx';
import { lazyPart, Part } from './part.tsx';
import {
  PlaygroundProvider,
  useCondition,
  useConfig,
  useLookedAt,
  usePicture,
  usePlayground,
  useRuns,
  useSaid,
  useSignal,
  useView,
} from './use-playground.ts';
import { useFileDrop } from './use-file-drop.ts';
import { BIG_WINDOW, useMedia } from './use-media.ts';
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
  useTheme();
  useFileDrop();
  const status = useCondition((condition) => condition.status);
  const view = useConfig((config) => config.view);
  const lecture = view === 'lecture';
  // that it plays, all can see
  const announcement = useSaid((said) => (said.plain ? '' : said.announcement));
  useEffect(() => {
    root.dataset.status = status;
  }, [root, status]);
  useEffect(() => {
    root.dataset.view = view;
  }, [root, view]);
  const lesson = useView(({ lesson: open }) => open !== null);
  const lang = useView((seen) => seen.lang);
  useEffect(() => {
    if (lang !== null && isLanguage(lang)) void speakIn(lang);
  }, [lang]);
  if (view === 'embed')
    return (
      <>
        <Problems />
        <Part name={say('The frame')}>
          <Suspense>
            <EmbedPage />
          </Suspense>
        </Part>
      </>
    );
  return (
    <>
      {lesson && (
        <Part name={say('The lesson')}>
          <Suspense fallback={<LessonOpening />}>
            <LessonPanel />
          </Suspense>
        </Part>
      )}
      <Header />
      <Problems />
      <main className="explore">
        {lesson && <h2 className="visually-hidden">{say('The playground beside the lesson')}</h2>}
        <ErrorBoundary fallback={null}>
          <Suspense>
            <ScreenSummary />
          </Suspense>
        </ErrorBoundary>
        <Question />
        <Transport />
        <OneStateBench />
        <div className="stage">
          <Columns />
        </div>
        <Part name={say('The charts')}>
          <Suspense fallback={<div className="charts charts-room" />}>
            <Charts />
          </Suspense>
        </Part>
        <EndBar announcement={announcement} />
        <ChangesBar />
        {!lecture && (
          <Part name={say('The settings')}>
            <Drawer />
          </Part>
        )}
      </main>
      <NoteBar />
      <Editors />
      <FiguresDialog />
    </>
  );
}

const ScreenSummary = lazyPart(() => import('./explore/screen-summary.tsx'), 'ScreenSummary');
const LessonPanel = lazyPart(() => import('./lessons/lesson-panel.tsx'), 'LessonPanel');
const EmbedPage = lazyPart(() => import('./embed/embed-page.tsx'), 'EmbedPage');
const Charts = lazyPart(() => import('./charts/charts.tsx'), 'Charts');
const RecordingView = lazyPart(() => import('./physics/recording-view.tsx'), 'RecordingView');
const Bench = lazyPart(() => import('./one-state/bench.tsx'), 'Bench');

const EditorPanel = lazyPart(() => import('./editors/editor-panel.tsx'), 'EditorPanel');

/** Where a map, the cost of moves or a schedule is drawn, beside the columns. */
function Editors() {
  const editor = useView((view) => view.editor);
  return (
    editor !== null && (
      <Part name={say('The editor')} resetKeys={[editor]}>
        <Suspense>
          <EditorPanel editor={editor} />
        </Suspense>
      </Part>
    )
  );
}

/** Where a world of one state is made by hand. */
function OneStateBench() {
  const kind = useConfig((config) => config.world.kind);
  if (kind !== 'one-state') return null;
  return (
    <Part name={say('The bench')} resetKeys={[kind]}>
      <Suspense fallback={<div className="bench-room" />}>
        <Bench />
      </Suspense>
    </Part>
  );
}

/** What was wrong with the link. */
function Problems() {
  const playground = usePlayground();
  const problems = useSaid((said) => said.problems);
  if (problems.length === 0) return null;
  return (
    <div className="problems" role="alert">
      <ul>
        {problems.map((problem, n) => (
          <li key={n}>{problem}</li>
        ))}
      </ul>
      <button type="button" onClick={() => playground.understood()}>
        {say('Understood')}
      </button>
    </div>
  );
}

/** All columns: their policies on the world, and under them the update of one state. */
function Columns() {
  const picture = usePicture();
  const columns = useRuns();
  const state = useLookedAt();
  const lecture = useConfig((config) => config.view === 'lecture');
  const phone = useMedia('(max-width: 700px)');
  const short = useMedia('(max-height: 800px)');
  const tall = useMedia('(min-height: 880px)');
  const wide = useMedia(BIG_WINDOW);
  const mostHeight = lecture ? (wide ? 290 : 240) : phone ? 132 : short ? 140 : wide ? 300 : tall ? 206 : 176;
  const panelHeight = lecture ? (short ? 168 : wide ? 300 : 230) : phone ? 150 : short ? 132 : wide ? 250 : 190;
  return (
    <>
      {picture.kind !== 'table' && <RecordingPlace picture={picture} />}
      <div className="columns" data-count={columns.length}>
        {columns.map((run, index) => (
          <Part key={keyOf(run)} name={say('Column {n}', { n: index + 1 })} resetKeys={[picture, columns]}>
            <Column run={run} index={index} mostHeight={mostHeight} />
          </Part>
        ))}
      </div>
      {picture.states > 1 && (
        <Part name={say('The legend')} resetKeys={[picture]}>
          <MapBar />
        </Part>
      )}
      <StateBar />
      <div className="updates" data-count={columns.length}>
        {columns.map((run, index) => (
          <UpdatePanel key={keyOf(run)} run={run} index={index} state={state} height={panelHeight} />
        ))}
      </div>
    </>
  );
}

/** Where a recording of a task is shown until something is learned, or is about to be; its room is kept until one has come. */
function RecordingPlace({ picture }: { readonly picture: SlicePicture }) {
  const playground = usePlayground();
  useSignal(playground.changed, 200);
  useSignal(playground.roster, 0);
  useCondition((condition) => condition.status);
  const { recorded, playback } = playground;
  const episode = recorded === undefined ? undefined : (recorded?.episode ?? null);
  if (episode === null || playback.playing || playback.target > 0) return null;
  return (
    <div className="recording-room">
      <Part name={say('The recording')} resetKeys={[picture]}>
        <Suspense>{episode !== undefined && <RecordingView picture={picture} episode={episode} />}</Suspense>
      </Part>
    </div>
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
