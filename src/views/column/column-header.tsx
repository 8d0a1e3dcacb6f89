import { memo, useRef } from 'react';
import { MAX_RUNS } from '../../config/playground-config.ts';
import { differences } from '../../config/column-names.ts';
import { runFields, runKeysRead } from '../../config/run-fields.ts';
import { withDuplicate, withMethod, withMovedRun, withoutRun, withRunSetting } from '../../playground/edits.ts';
import { methods, settingsOf, type MethodKind, type RunConfig } from '../../methods/registry.ts';
import { FieldControl } from '../bar/field-control.tsx';
import { usePlayground } from '../use-playground.ts';
import { MethodOptions } from './method-options.tsx';

interface HeaderProps {
  readonly config: RunConfig;
  readonly index: number;
  readonly name: string;
  readonly runs: readonly RunConfig[];
}

/** A column's method, its name, what differs in it, and what can be done with it. */
export const ColumnHeader = memo(function ColumnHeader({ config, index, name, runs }: HeaderProps) {
  const playground = usePlayground();
  const menu = useRef<HTMLDetailsElement>(null);
  const act = (work: () => void): void => {
    work();
    if (menu.current !== null) menu.current.open = false;
  };
  const full = runs.length >= MAX_RUNS;
  return (
    <header className="column-header">
      <span className="swatch" aria-hidden="true" />
      <select
        className="method"
        aria-label={`Method of column ${index + 1}`}
        title={methods[config.method].summary}
        value={config.method}
        onChange={(event) => playground.edit((whole) => withMethod(whole, index, event.target.value as MethodKind))}
      >
        <MethodOptions />
      </select>
      {name !== methods[config.method].short && <span className="column-name">{name}</span>}
      <ul className="chips" aria-label="What differs from the other columns">
        {differences(config, runs).map((chip) => (
          <li key={chip}>{chip}</li>
        ))}
      </ul>
      <details
        className="menu"
        ref={menu}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && (event.currentTarget.open = false)}
        onKeyDown={(event) => event.key === 'Escape' && (event.currentTarget.open = false)}
      >
        <summary aria-label={`More about column ${index + 1}, ${name}`} title="Duplicate, move or remove this column">
          ⋯
        </summary>
        <div>
          <button
            type="button"
            disabled={full}
            onClick={() => act(() => playground.edit((whole) => withDuplicate(whole, index)))}
          >
            Duplicate
          </button>
          <button
            type="button"
            disabled={index === 0}
            onClick={() => act(() => playground.edit((whole) => withMovedRun(whole, index, index - 1)))}
          >
            Move left
          </button>
          <button
            type="button"
            disabled={index === runs.length - 1}
            onClick={() => act(() => playground.edit((whole) => withMovedRun(whole, index, index + 1)))}
          >
            Move right
          </button>
          <button
            type="button"
            disabled={runs.length === 1}
            onClick={() => act(() => playground.edit((whole) => withoutRun(whole, index)))}
          >
            Remove
          </button>
        </div>
      </details>
    </header>
  );
});

interface SettingsProps {
  readonly index: number;
  /** The settings at the iteration that is shown. */
  readonly settings: RunConfig;
}

/** The settings that its method reads. */
export const ColumnSettings = memo(function ColumnSettings({ index, settings: run }: SettingsProps) {
  const playground = usePlayground();
  const fields = runFields(run.method, playground.config.getState().world.kind);
  return (
    <div className="settings">
      {runKeysRead(run).map((key) => (
        <FieldControl
          key={key}
          field={fields[key]!}
          name={key}
          value={settingsOf(run)[key]!}
          onChange={(value) => playground.edit((config, at) => withRunSetting(config, index, key, value, at))}
        />
      ))}
    </div>
  );
});
