import { useEffect, useRef, useState } from 'react';
import { shippedSweeps, type ShippedSweep } from './read-file.ts';

interface SourcesProps {
  readonly openShipped: (file: string) => void;
  readonly openFile: (file: File) => void;
  readonly compose: () => void;
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
        {title}
      </option>
    ));
  return (
    <div className="sources">
      <label>
        <span className="visually-hidden">sweep of the page</span>
        <select value={chosen} onChange={({ target }) => choose(target.value)}>
          <option value="">a sweep of the page …</option>
          <optgroup label="to begin with">{options(own)}</optgroup>
          <optgroup label="of the claims">{options(claims)}</optgroup>
        </select>
      </label>
      <button type="button" disabled={chosen === ''} onClick={() => openShipped(chosen)}>
        Open
      </button>
      <button type="button" onClick={() => picker.current?.click()}>
        Open a file …
      </button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label="sweep or result file"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) openFile(file);
          target.value = '';
        }}
      />
      <button type="button" onClick={compose}>
        Write a new one
      </button>
      <span className="quiet">Sweeps and results as JSON may be dropped anywhere on the page.</span>
    </div>
  );
}
