import { listed } from '../../copy/listed.ts';
import { useRef, useState } from 'react';
import { inEnglish, say } from '../../copy/say.ts';
import { columnNames } from '../../config/column-names.ts';
import { download, fileName } from '../download.ts';
import { useCondition, useConfig, usePlayground, useSignal } from '../use-playground.ts';
import { nameOfRun, openRunFile, recordHere } from './keep.ts';

/** A run as a file: saved, and opened again. */
export function FilePanel({ close }: { readonly close: () => void }) {
  const playground = usePlayground();
  useSignal(playground.changed, 500);
  const status = useCondition((condition) => condition.status);
  const names = columnNames(useConfig((config) => config.runs));
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const said = await openRunFile(playground, file);
    if (said === null) close();
    else setProblem(said);
  };
  const save = (): void => {
    const record = recordHere(playground, nameOfRun(playground));
    const name = inEnglish(() => nameOfRun(playground));
    download(`${fileName(name, 'run')}.json`, `${JSON.stringify(record)}\n`);
  };
  return (
    <>
      <h3>{say('Save')}</h3>
      <p>
        {say('Settings, seed, live changes, and every measure of {names} up to update {n}, with their digests.', {
          names: listed(names),
          n: playground.iteration,
        })}
      </p>
      <p>
        <button type="button" className="main" disabled={status !== 'ready'} onClick={save}>
          {say('Save this run')}
        </button>{' '}
        {status === 'playing' && <span className="quiet">{say('Pause first: a file is of one update.')}</span>}
      </p>
      <h3>{say('Open')}</h3>
      <p>
        {say(
          'A run that was saved opens where it was, is compared bit for bit, and its curves stay in grey behind the new ones. A file can also be dropped anywhere on the page.',
        )}
      </p>
      <p>
        <button type="button" onClick={() => picker.current?.click()}>
          {say('Open a run …')}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          aria-label={say('File of a run')}
          className="visually-hidden"
          tabIndex={-1}
          onChange={(event) => {
            void open(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </p>
      <p className="problem" role="alert">
        {problem}
      </p>
    </>
  );
}
