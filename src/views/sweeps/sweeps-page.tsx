import { say, sayCount } from '../../copy/say.ts';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { SweepDesk } from '../../playground/sweep-desk.ts';
import { browserStorage, lastSweep } from '../../playground/sweep-storage.ts';
import { cellCount, columnsOf } from '../../sweeps/sweep-size.ts';
import { readSweep } from '../../sweeps/read-sweep.ts';
import type { Sweep } from '../../sweeps/sweep.ts';
import { expandSweep } from '../../sweeps/tasks.ts';
import { whole } from '../format.ts';
import { PageSummary } from '../page-summary.tsx';
import { PageFrame } from '../page-frame.tsx';
import { Rich } from '../rich.tsx';
import { distinctRuns } from './distinct-runs.ts';
import { contentOf, draftOf, newDraft, type SweepDraft } from './draft.ts';
import { Editor } from './editor.tsx';
import { readFile, readShipped, readText, type OpenedFile } from './read-file.ts';
import { Results } from './results.tsx';
import { RunBar } from './run-bar.tsx';
import { Sources } from './sources.tsx';
import { useDesk } from './use-sweep.ts';

const FIRST_LINK = 'world=chain&estimator=model&run=kl&run=wasserstein&run=sinkhorn';

/** What is on the screen where nothing is asked for and this browser keeps no sweep: a finished one of the claims. */
const EXAMPLE = '../claims/results/2-return.json';

/** What the address asks for: a link to sweep, a file of the page, or a whole sweep as it stands in a file. */
function wishes(): Readonly<Record<'link' | 'file' | 'sweep', string | null>> {
  const given = new URLSearchParams(location.hash.slice(1));
  return { link: given.get('link'), file: given.get('file'), sweep: given.get('sweep') };
}

/** The page that makes sweeps, runs them and shows what came out. */
export function SweepsPage() {
  const [first] = useState(wishes);
  const [draft, setDraft] = useState<SweepDraft>(() => newDraft(first.link ?? FIRST_LINK));
  const [open, setOpen] = useState(true);
  const [problem, setProblem] = useState('');
  // what the reader has asked for so far; only the last wish is answered
  const wish = useRef(0);
  const restored = useCallback((sweep: Sweep) => {
    // the editor is the reader's who was quicker than the storage
    if (wish.current > 0) return;
    setDraft(draftOf(sweep));
    setOpen(false);
  }, []);
  const [desk] = useState(() => new SweepDesk({ last: lastSweep, storageOf: browserStorage }));
  const { shown, ready, problem: said } = useDesk(desk);
  const [example, setExample] = useState(false);
  useEffect(() => {
    if (Object.values(first).some((given) => given !== null)) return desk.skip();
    void (async () => {
      await desk.restore(restored);
      const untouched = (): boolean => wish.current === 0 && desk.state.getState().shown === null;
      if (!untouched()) return;
      const read = await readShipped(EXAMPLE);
      if ('problem' in read || !untouched()) return;
      setDraft(draftOf(read.sweep));
      setOpen(false);
      setExample(true);
      desk.show(read);
    })();
  }, [desk, first, restored]);
  // whoever opens or writes another sweep has seen enough of the example
  const leave = useCallback((): void => {
    if (!example) return;
    setExample(false);
    desk.putAway();
  }, [example, desk]);
  const edit = useCallback((next: SweepDraft): void => {
    wish.current += 1;
    setDraft(next);
  }, []);
  const openFrom = useCallback(
    async (reading: Promise<OpenedFile | { readonly problem: string }>): Promise<void> => {
      wish.current += 1;
      const own = wish.current;
      const read = await reading;
      if (own !== wish.current) return;
      if ('problem' in read) return setProblem(read.problem);
      setProblem('');
      leave();
      setDraft(draftOf(read.sweep));
      setOpen(read.results.length === 0);
      if (read.results.length > 0) desk.show(read);
    },
    [desk, leave],
  );
  const asked = useRef('');
  useEffect(() => {
    const follow = (): void => {
      const { link, file, sweep } = wishes();
      // what is on the desk now is not asked for again
      if (asked.current === location.hash) return;
      asked.current = location.hash;
      if (sweep !== null) void openFrom(Promise.resolve(readText(say('The sweep of the address'), sweep)));
      else if (file !== null) void openFrom(readShipped(file));
      else if (link !== null) setDraft((before) => (before.link === link ? before : { ...before, link }));
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [openFrom]);
  useDrop((file) => void openFrom(readFile(file)));
  const { sweep, problems, notes, distinct } = useRead(draft);
  const start = (wanted: Sweep, which: 'missing' | 'failed' = 'missing'): void => {
    // what was asked for by the address is now the last sweep
    history.replaceState(null, '', location.pathname + location.search);
    asked.current = '';
    setOpen(false);
    setExample(false);
    void desk.run(wanted, which);
  };
  return (
    <PageFrame here="sweeps">
      <PageSummary
        here={say(
          'Here: a sweep, which runs every column of a link at every combination of values, over seeds, and its results.',
        )}
        turn={say(
          'You can turn: the link, what is varied, seeds and what is measured, under “The sweep”; and how its results are shown.',
        )}
        now={
          shown === null
            ? say('Now: {title}; nothing was run yet.', { title: say(draft.title) })
            : say('Now: results of {title} are shown.', { title: say(draft.title) })
        }
        hint={say('Hint: a number in a table of results opens the run that it is of.')}
      />
      <h2>{say('Does it hold for other settings, and other seeds?')}</h2>
      <p className="sweeps-intro">
        {say(
          'A sweep runs every column of a link at every combination of values of up to two settings, over seeds, in this page. This browser keeps the results of the last few sweeps.',
        )}
      </p>
      <Sources
        openShipped={(file) => void openFrom(readShipped(file))}
        openFile={(file) => void openFrom(readFile(file))}
        compose={() => {
          leave();
          edit(newDraft(FIRST_LINK));
          setOpen(true);
        }}
      />
      {example && (
        <p className="sweep-example">
          {say(
            'On the screen is a finished sweep, one of those behind the claims. Change it under “The sweep” and press Run, or open or write another one.',
          )}
        </p>
      )}
      {[problem, said].map(
        (sentence, n) =>
          sentence !== '' && (
            <p key={n} className="sweep-problem" role="alert">
              {say(sentence)}
            </p>
          ),
      )}
      <details className="sweep-panel" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <b>{say('The sweep')}</b> <span className="quiet">{say(draft.title)}</span>
        </summary>
        <Editor draft={draft} change={edit} />
      </details>
      <SizeLine sweep={sweep} problems={problems} notes={notes} distinct={distinct} />
      {ready && <RunBar sweep={sweep} shown={shown} run={start} />}
      {shown !== null && <Results key={shown.id} shown={shown} />}
    </PageFrame>
  );
}

/** How many runs it has, or why it has none. */
function SizeLine({ sweep, problems, notes, distinct }: ReadDraft) {
  if (sweep === null) {
    return (
      <ul className="sweep-problem" role="alert">
        {problems.map((sentence, n) => (
          <li key={n}>{sentence}</li>
        ))}
      </ul>
    );
  }
  const cells = cellCount(sweep);
  const columns = columnsOf(sweep).length;
  const { count } = sweep.seeds;
  const runs = cells * columns * count;
  return (
    <div className="size-line" data-runs={runs}>
      <p>
        <Rich
          of="<b>{runs} runs</b>: {combinations} × {columns} × {seeds}, each of {iterations} iterations."
          b={(words) => <b>{words}</b>}
          values={{
            runs: whole(runs),
            combinations: sayCount(cells, '{count} combination', '{count} combinations'),
            columns: sayCount(columns, '{count} column', '{count} columns'),
            seeds: sayCount(count, '{count} seed', '{count} seeds'),
            iterations: whole(sweep.iterations),
          }}
        />
        {distinct < runs && (
          <>
            {' '}
            <Rich
              of={
                distinct === 1
                  ? '<b>{distinct}</b> of them is unlike the others; the remaining {rest} repeat one of these and are not done again.'
                  : '<b>{distinct}</b> of them are unlike the others; the remaining {rest} repeat one of these and are not done again.'
              }
              b={(words) => <b>{words}</b>}
              values={{ distinct: whole(distinct), rest: whole(runs - distinct) }}
            />
          </>
        )}
      </p>
      {notes.map((note, n) => (
        <p key={n} className="size-note">
          {note}
        </p>
      ))}
    </div>
  );
}

interface ReadDraft {
  readonly sweep: Sweep | null;
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  /** Runs that are no repetition of another. */
  readonly distinct: number;
}

/** What a draft is; it is read when typing rests. */
function useRead(draft: SweepDraft): ReadDraft {
  const rested = useDeferredValue(draft);
  return useMemo(() => {
    const read = readSweep(contentOf(rested));
    if ('problem' in read) return { sweep: null, problems: [read.problem], notes: [], distinct: 0 };
    // two seeds tell what all tell
    const { seeds } = read.sweep;
    const { problems, notes, tasks } = expandSweep({
      ...read.sweep,
      seeds: { ...seeds, count: Math.min(2, seeds.count) },
    });
    const distinct = distinctRuns(tasks, seeds.count);
    return { sweep: problems.length > 0 ? null : read.sweep, problems, notes, distinct };
  }, [rested]);
}

/** Takes files that are dropped anywhere. */
function useDrop(take: (file: File) => void): void {
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const [file] = event.dataTransfer?.files ?? [];
      if (file === undefined) return;
      event.preventDefault();
      take(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  });
}
