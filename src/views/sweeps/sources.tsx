import { say } from '../../copy/say.ts';
import { useEffect, useRef, useState } from 'react';
import { shippedSweeps, type ShippedSweep } from './read-file.ts';

interface SourcesProps {
  readonly openShipped: (file: string) => void;
  readonly openFile: (file: File) => void;
  readonly compose: () => void;
}

/** A title of the list, which has the claim's number before it. */
function titleSaid(title: string): string {
  const [, number = '', words = ''] = /^(\d+ · )?(.*)$/.exec(title) ?? [];
  return number + say(words);
}

/** Where a sweep comes from: the page's own, a file, or nowhere yet. */
export function Sources({ openShipped, openFile, compose }: SourcesProps) {
  const [list, setList] = useState<readonly ShippedSweep[]>([]);
  const [chosen, choose] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => {
    let current = true;
    void shippedSweeps().then((found) => current && setList(found));
    return () => {
      current = false;
    };
  }, []);
  const own = list.filter(({ file }) => !file.startsWith('../claims/'));
  const claims = list.filter(({ file }) => file.startsWith('../claims/'));
  const options = (of: readonly ShippedSweep[]) =>
    of.map(({ file, title }) => (
      <option key={file} value={file}>
        {titleSaid(title)}
      </option>
    ));
  return (
    <div className="sources">
      <label>
        <span className="visually-hidden">{say('sweep of the page')}</span>
        <select value={chosen} onChange={({ target }) => choose(target.value)}>
          <option value="">{say('a sweep of the page …')}</option>
          <optgroup label={say('to begin with')}>{options(own)}</optgroup>
          <optgroup label={say('of the claims')}>{options(claims)}</optgroup>
        </select>
      </label>
      <button type="button" disabled={chosen === ''} onClick={() => openShipped(chosen)}>
        {say('Open')}
      </button>
      <button type="button" onClick={() => picker.current?.click()}>
        {say('Open a file …')}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label={say('sweep or result file')}
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) openFile(file);
          target.value = '';
        }}
      />
      <button type="button" onClick={compose}>
        {say('Write a new one')}
      </button>
      <span className="quiet">{say('Sweeps and results as JSON may be dropped anywhere on the page.')}</span>
    </div>
  );
}
