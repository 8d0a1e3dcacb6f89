import { say } from '../../copy/say.ts';
import { useState } from 'react';
import type { MethodKind } from '../../methods/registry.ts';
import type { WorldKind } from '../../environments/registry.ts';
import { formatNumber, type Field } from '../../field.ts';
import { valueSaid } from '../../sweeps/settings.ts';
import { Rich } from '../rich.tsx';
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
  return (
    <fieldset className="axis-editor">
      <legend>{say(place === 0 ? 'First axis' : 'Second axis')}</legend>
      {axis.kind === 'given' ? (
        <GivenAxis axis={axis} />
      ) : (
        <KeyAxis axis={axis} world={world} kinds={kinds} change={change} />
      )}
      <button type="button" onClick={remove}>
        {say(place === 0 ? 'Remove first axis' : 'Remove second axis')}
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
        <span>{say('varies')}</span>
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
                <option key={key} value={key} translate="no">
                  {label} ({key})
                </option>
              ))}
            </optgroup>
          ))}
          <option value="">{say('another, by its key …')}</option>
        </select>
      </label>
      {(typing || !known) && (
        <label className="line">
          <span>{say('key')}</span>
          <input
            className="typed"
            value={axis.key}
            spellCheck={false}
            translate="no"
            placeholder="run.delta"
            onChange={({ target }) => change({ kind: 'key', key: target.value.trim(), values: axis.values })}
          />
        </label>
      )}
      <label className="line">
        <span>{say('values')}</span>
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
        <div className="presets" role="group" aria-label={say('Values to begin with')}>
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
  const field = (label: string, value: string, change: (text: string) => void, look = 'typed') => (
    <input className={look} aria-label={say(label)} value={value} onChange={({ target }) => change(target.value)} />
  );
  return (
    <div className="spacing">
      <Rich
        of="or from {from} to {to}, {count} values"
        from={field('first value', from, setFrom)}
        to={field('last value', to, setTo)}
        count={field('how many values', count, setCount, 'typed few')}
      />
      <label>
        <input type="checkbox" checked={log} onChange={({ target }) => setLog(target.checked)} /> {say('log')}
      </label>
      <button type="button" disabled={values.length === 0} onClick={() => props.fill(values)}>
        {say('Fill in')}
      </button>
    </div>
  );
}

function GivenAxis({ axis: { axis } }: { readonly axis: Extract<DraftAxis, { kind: 'given' }> }) {
  return (
    <div className="given-axis">
      <p>
        <b>{say(axis.name)}</b>{' '}
        <span className="quiet">{say('– each value sets several keys, as the file has it:')}</span>
      </p>
      <ul>
        {axis.values.map(({ label, set }) => (
          <li key={label}>
            {valueSaid(label)}{' '}
            <span className="quiet" translate="no">
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
  if (field === undefined) return say('This world has no such key.');
  switch (field.kind) {
    case 'number':
      return `${say(
        field.integer
          ? field.unit === undefined
            ? 'Whole numbers from {min} to {max}; {usual} where nothing is set.'
            : 'Whole numbers from {min} to {max} {unit}; {usual} where nothing is set.'
          : field.unit === undefined
            ? 'Numbers from {min} to {max}; {usual} where nothing is set.'
            : 'Numbers from {min} to {max} {unit}; {usual} where nothing is set.',
        {
          min: formatNumber(field.min),
          max: formatNumber(field.max),
          unit: say(field.unit ?? ''),
          usual: formatNumber(field.default),
        },
      )} ${say(field.help)}`;
    case 'choice':
      return `${say('Any of {values}; {usual} where nothing is set.', {
        values: field.options.map(({ value }) => value).join(', '),
        usual: field.default,
      })} ${say(field.help)}`;
    case 'text':
      return `${say('Texts without spaces or commas; a sweep file takes any.')} ${say(field.help)}`;
  }
}
