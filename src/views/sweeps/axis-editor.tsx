import { useState } from 'react';
import type { MethodKind } from '../../methods/registry.ts';
import type { WorldKind } from '../../environments/registry.ts';
import { formatNumber, type Field } from '../../field.ts';
import { keyField, keyGroups } from './axis-keys.ts';
import { presetsOf } from './presets.ts';
import { spacedValues, type DraftAxis } from './draft.ts';

interface AxisEditorProps {
  readonly place: number;
  readonly axis: DraftAxis;
  readonly world: WorldKind;
  readonly kinds: readonly MethodKind[];
  readonly change: (axis: DraftAxis) => void;
  readonly remove: () => void;
}

/** One axis: its key, its values, and help to write them. */
export function AxisEditor({ place, axis, world, kinds, change, remove }: AxisEditorProps) {
  const name = place === 0 ? 'First axis' : 'Second axis';
  return (
    <fieldset className="axis-editor">
      <legend>{name}</legend>
      {axis.kind === 'given' ? (
        <GivenAxis axis={axis} />
      ) : (
        <KeyAxis axis={axis} world={world} kinds={kinds} change={change} />
      )}
      <button type="button" onClick={remove}>
        Remove {name.toLowerCase()}
      </button>
    </fieldset>
  );
}

type Keyed = Extract<DraftAxis, { kind: 'key' }>;

function KeyAxis({
  axis,
  world,
  kinds,
  change,
}: Pick<AxisEditorProps, 'world' | 'kinds' | 'change'> & { axis: Keyed }) {
  const groups = keyGroups(world, kinds);
  const known = groups.some(({ keys }) => keys.some(({ key }) => key === axis.key));
  const field = keyField(axis.key, world);
  const [typing, setTyping] = useState(false);
  return (
    <>
      <label className="line">
        <span>varies</span>
        <select
          value={known && !typing ? axis.key : ''}
          onChange={({ target }) => {
            setTyping(target.value === '');
            if (target.value !== '') change({ kind: 'key', key: target.value, values: axis.values });
          }}
        >
          {groups.map((group) => (
            <optgroup key={group.name} label={group.name}>
              {group.keys.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label} ({key})
                </option>
              ))}
            </optgroup>
          ))}
          <option value="">another, by its key …</option>
        </select>
      </label>
      {(typing || !known) && (
        <label className="line">
          <span>key</span>
          <input
            className="typed"
            value={axis.key}
            spellCheck={false}
            placeholder="run.delta"
            onChange={({ target }) => change({ kind: 'key', key: target.value.trim(), values: axis.values })}
          />
        </label>
      )}
      <label className="line">
        <span>values</span>
        <input
          className="typed"
          value={axis.values}
          spellCheck={false}
          placeholder="0.01 0.03 0.1"
          onChange={({ target }) => change({ ...axis, values: target.value })}
        />
      </label>
      <p className="quiet hint">{hintOf(field)}</p>
      {presetsOf(field).length > 0 && (
        <div className="presets" role="group" aria-label="Values to begin with">
          {presetsOf(field).map(({ label, values }) => (
            <button key={label} type="button" title={values} onClick={() => change({ ...axis, values })}>
              {label}
            </button>
          ))}
        </div>
      )}
      {field?.kind === 'number' ? (
        <Spacing
          integer={field.integer === true}
          log={field.scale === 'log'}
          fill={(values) => change({ ...axis, values: values.map(formatNumber).join(' ') })}
        />
      ) : null}
    </>
  );
}

/** Fills the values from one end to the other. */
function Spacing(props: { integer: boolean; log: boolean; fill: (values: readonly number[]) => void }) {
  const [from, setFrom] = useState(props.log ? '0.01' : '1');
  const [to, setTo] = useState(props.log ? '1' : '10');
  const [count, setCount] = useState('5');
  const [log, setLog] = useState(props.log);
  const values = spacedValues(Number(from), Number(to), Number(count), log, props.integer);
  return (
    <div className="spacing">
      <span>or from</span>
      <input className="typed" aria-label="from" value={from} onChange={({ target }) => setFrom(target.value)} />
      <span>to</span>
      <input className="typed" aria-label="to" value={to} onChange={({ target }) => setTo(target.value)} />
      <span>,</span>
      <input
        className="typed few"
        aria-label="how many values"
        value={count}
        onChange={({ target }) => setCount(target.value)}
      />
      <span>values</span>
      <label>
        <input type="checkbox" checked={log} onChange={({ target }) => setLog(target.checked)} /> log
      </label>
      <button type="button" disabled={values.length === 0} onClick={() => props.fill(values)}>
        Fill in
      </button>
    </div>
  );
}

function GivenAxis({ axis: { axis } }: { readonly axis: Extract<DraftAxis, { kind: 'given' }> }) {
  return (
    <div className="given-axis">
      <p>
        <b>{axis.name}</b> <span className="quiet">– each value sets several keys, as the file has it:</span>
      </p>
      <ul>
        {axis.values.map(({ label, set }) => (
          <li key={label}>
            {label}{' '}
            <span className="quiet">
              {Object.entries(set)
                .map(([key, value]) => `${key} ${value}`)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function hintOf(field: Field | undefined): string {
  if (field === undefined) return 'This world has no such key.';
  switch (field.kind) {
    case 'number':
      return `${field.integer ? 'Whole numbers' : 'Numbers'} from ${formatNumber(field.min)} to ${formatNumber(field.max)}${field.unit === undefined ? '' : ` ${field.unit}`}; ${formatNumber(field.default)} where nothing is set. ${field.help}`;
    case 'choice':
      return `Any of ${field.options.map(({ value }) => value).join(', ')}; ${field.default} where nothing is set. ${field.help}`;
    case 'text':
      return `Texts without spaces or commas; a sweep file takes any. ${field.help}`;
  }
}
