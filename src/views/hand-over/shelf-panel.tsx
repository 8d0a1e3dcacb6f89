import { useEffect, useState } from 'react';
import { say } from '../../copy/say.ts';
import { shelve, shelvedRuns, unshelve, type ShelvedRun } from '../../playground/run-shelf.ts';
import { within } from '../../playground/within.ts';
import { usePlayground, useSignal } from '../use-playground.ts';
import { keepRun } from './keep.ts';
import { ShelfRow } from './shelf-row.tsx';

/** Milliseconds that the browser's storage may take. */
const PATIENCE = 3000;

/** The runs that this browser keeps: to open again, to draw behind the live ones, to hand on. */
export function ShelfPanel({ close }: { readonly close: () => void }) {
  const playground = usePlayground();
  useSignal(playground.changed, 500);
  const [runs, setRuns] = useState<readonly ShelvedRun[] | null>(null);
  const [problem, setProblem] = useState('');
  const [deleted, setDeleted] = useState<ShelvedRun | null>(null);
  const change = async (act: () => Promise<unknown>): Promise<void> => {
    try {
      await within(PATIENCE, act());
      setRuns(await within(PATIENCE, shelvedRuns()));
      setProblem('');
    } catch {
      setRuns((shown) => shown ?? []);
      setProblem(
        say(
          'This browser keeps nothing for this page: its storage is full, or denied here. A run can be saved as a file.',
        ),
      );
    }
  };
  useEffect(() => {
    void change(() => Promise.resolve());
  }, []);
  return (
    <>
      <p>
        <button
          type="button"
          disabled={playground.iteration === 0}
          onClick={() => void change(() => keepRun(playground))}
        >
          {say('Keep this run (K)')}
        </button>{' '}
        <span className="quiet">
          {say(
            playground.iteration === 0
              ? 'It stands at update 0: nothing was learned yet.'
              : 'Its curves stay in grey behind what comes, also in another world or with another seed.',
          )}
        </span>
      </p>
      {runs !== null && runs.length === 0 && <p className="quiet">{say('No run is kept in this browser yet.')}</p>}
      {runs !== null && runs.length > 0 && (
        <div className="shelf" tabIndex={0} role="group" aria-label={say('Kept runs')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('name')}</th>
                <th scope="col">{say('update')}</th>
                <th scope="col">{say('return at its end')}</th>
                <th scope="col">{say('kept on')}</th>
                <th scope="col">
                  <span className="visually-hidden">{say('what to do with it')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <ShelfRow
                  key={run.id}
                  run={run}
                  onChange={(next) => void change(() => shelve(next))}
                  onDelete={() => {
                    setDeleted(run);
                    playground.references.setState((shown) => shown.filter(({ id }) => id !== run.id), true);
                    void change(() => unshelve(run.id));
                  }}
                  close={close}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="told" role="status">
        {deleted !== null && (
          <>
            {say('“{name}” was deleted.', { name: deleted.record.name })}{' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                void change(() => shelve(deleted));
                setDeleted(null);
              }}
            >
              {say('Take it back')}
            </button>
          </>
        )}
      </p>
      <p className="problem" role="alert">
        {problem}
      </p>
    </>
  );
}
