import { useRef, useState } from 'react';
import { say } from '../../copy/say.ts';
import type { ShelvedRun } from '../../playground/run-shelf.ts';
import { readable } from '../format.ts';
import { pageAddress } from '../page-address.ts';
import { usePlayground, useReferences } from '../use-playground.ts';
import { CopyButton } from './copy-button.tsx';
import { openRecord, showBehind } from './keep.ts';

interface ShelfRowProps {
  readonly run: ShelvedRun;
  readonly onChange: (run: ShelvedRun) => void;
  readonly onDelete: () => void;
  readonly close: () => void;
}

/** One kept run. */
export function ShelfRow({ run, onChange, onDelete, close }: ShelfRowProps) {
  const playground = usePlayground();
  const shown = useReferences().find(({ id }) => id === run.id);
  const [name, setName] = useState(run.record.name);
  const field = useRef<HTMLTextAreaElement>(null);
  const { record, pinned } = run;
  const rename = (): void => {
    const plain = name.trim().slice(0, 200);
    if (plain === '') setName(record.name);
    else if (plain !== record.name) onChange({ ...run, record: { ...record, name: plain } });
  };
  const link = pageAddress(record.link);
  return (
    <tr>
      <td>
        <input
          value={name}
          maxLength={200}
          aria-label={say('Name of “{name}”', { name: record.name })}
          onChange={(event) => setName(event.target.value)}
          onBlur={rename}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            rename();
          }}
        />
      </td>
      <td>{record.iteration}</td>
      <td>
        {record.columns.map(({ name: column, measures }, n) => (
          <span key={n} className="shelf-return">
            {column} {readable(Number(measures['return']?.at(-1) ?? measures['sampledReturn']?.at(-1) ?? NaN))}
          </span>
        ))}
      </td>
      <td className="quiet">{record.made.date.slice(0, 10)}</td>
      <td className="shelf-acts">
        <button
          type="button"
          aria-pressed={shown !== undefined}
          title={say('Its curves in grey behind the live ones')}
          onClick={() =>
            shown === undefined
              ? showBehind(playground, run)
              : playground.references.setState((all) => all.filter(({ id }) => id !== run.id), true)
          }
        >
          {shown === undefined ? say('compare') : say('compared: {letter}', { letter: shown.letter })}
        </button>
        <button
          type="button"
          onClick={() => {
            openRecord(playground, run);
            close();
          }}
        >
          {say('open')}
        </button>
        <button
          type="button"
          aria-pressed={pinned}
          title={say('At the top, and never making room for newer ones')}
          onClick={() => onChange({ ...run, pinned: !pinned })}
        >
          {say(pinned ? 'pinned' : 'pin')}
        </button>
        <CopyButton text={link} field={field}>
          {say('link')}
        </CopyButton>
        <textarea ref={field} className="visually-hidden" readOnly tabIndex={-1} aria-hidden="true" value={link} />
        <button type="button" onClick={onDelete}>
          {say('delete')}
        </button>
      </td>
    </tr>
  );
}
