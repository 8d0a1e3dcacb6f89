import { useRef } from 'react';
import { say } from '../../copy/say.ts';
import { columnNames } from '../../config/column-names.ts';
import { runFields, runKeysRead } from '../../config/run-fields.ts';
import type { ChoiceField, NumberField } from '../../field.ts';
import type { Settings } from '../../methods/method.ts';
import { settingsOf } from '../../methods/registry.ts';
import { withRunSetting } from '../../playground/edits.ts';
import type { Run } from '../../playground/run.ts';
import { FieldControl } from '../bar/field-control.tsx';
import { colorOf } from '../chart/looks.ts';
import { usePaced } from '../editors/use-paced.ts';
import { useConfig, usePlayground, useRuns, useSettings, useSignal } from '../use-playground.ts';
import { useWidth } from '../use-width.ts';
import { authorsSchedules } from './authors-schedules.ts';
import { curveOf, switchOf, type Scheduled } from './curve.ts';
import { ScheduleChart, type Made } from './schedule-chart.tsx';
import './schedule-editor.css';

interface ScheduleEditorProps {
  readonly column: number;
  readonly of: Scheduled;
}

/** Most points of what was. */
const MOST_POINTS = 300;
/** The settings that belong to each number. */
const KEYS = { beta: ['delta', 'beta', 'ratio', 'tau', 'switchAt'], lambda: ['lambda'] } as const;

/** Where a column's β or λ is drawn over the updates. */
export function ScheduleEditor({ column, of }: ScheduleEditorProps) {
  const settings = useSettings(column);
  const run = useRuns()[column];
  if (settings === undefined || run === undefined) return <p>{say('This column is gone.')}</p>;
  return <Drawing column={column} of={of} run={run} />;
}

function Drawing({ column, of, run }: ScheduleEditorProps & { readonly run: Run }) {
  const playground = usePlayground();
  const room = useRef<HTMLDivElement>(null);
  const width = useWidth(room);
  useSignal(run.changed, 100);
  const config = useSettings(column)!;
  const runs = useConfig((whole) => whole.runs);
  const world = useConfig((whole) => whole.world.kind);
  const paced = usePaced<Settings>((values) =>
    playground.edit((whole, at) =>
      Object.entries(values).reduce((edited, [key, value]) => withRunSetting(edited, column, key, value, at), whole),
    ),
  );
  const ruleKey = of === 'beta' ? 'rule' : 'lambdaRule';
  const fields = runFields(config.method, world);
  const rule = fields[ruleKey] as ChoiceField | undefined;
  const symbol = of === 'beta' ? 'β' : 'λ';
  const name = columnNames(runs)[column]!;
  if (rule === undefined) return <p>{say('{name} has no {symbol} that goes over the updates.', { name, symbol })}</p>;
  const settings: Settings = { ...settingsOf(config), ...paced.draft };
  const chosen = rule.options.find(({ value }) => value === settings[ruleKey]);
  const bounds = fields as Readonly<Record<string, NumberField>>;
  const keys = runKeysRead(config).filter((key) => (KEYS[of] as readonly string[]).includes(key));
  const own =
    of === 'beta'
      ? authorsSchedules(
          config.method,
          rule.options.map(({ value }) => value),
        )
      : [];
  const isInForce = (values: Settings): boolean =>
    Object.entries(values).every(([key, value]) => settings[key] === value);
  return (
    <div style={{ '--method': colorOf(config) }}>
      <p className="schedule-note">
        <b>{name}.</b> {say(chosen?.help ?? '')} {hintOf(of, settings, bounds, symbol)}
        {run.iteration > 0 && ` ${say('What you change holds from update {n} on.', { n: run.iteration + 1 })}`}
      </p>
      <div ref={room} data-first tabIndex={-1}>
        {width > 0 && (
          <ScheduleChart
            of={of}
            settings={settings}
            bounds={bounds}
            paced={paced}
            iteration={run.iteration}
            made={madeBy(run, of)}
            width={width}
          />
        )}
      </div>
      <h3>{say('How it goes')}</h3>
      <div className="families" role="group" aria-label={say('How it goes')}>
        {rule.options.map(({ value, label, help }) => (
          <button
            key={value}
            type="button"
            aria-pressed={settings[ruleKey] === value}
            title={say(help ?? '')}
            onClick={() => paced.put({ [ruleKey]: value })}
          >
            {say(label)}
          </button>
        ))}
      </div>
      {own.length > 0 && (
        <>
          <h3>{say('The authors’ schedules')}</h3>
          <div className="families" role="group" aria-label={say('The authors’ schedules')}>
            {own.map(({ label, help, settings: values }) => (
              <button
                key={label}
                type="button"
                aria-pressed={isInForce(values)}
                title={help}
                onClick={() => paced.put(values)}
              >
                {label}
              </button>
            ))}
          </div>
        </>
      )}
      <h3>{say('Its numbers')}</h3>
      {keys.map((key) => (
        <FieldControl
          key={key}
          field={fields[key]!}
          name={key}
          value={settings[key]!}
          onChange={(value) => paced.put({ [key]: value })}
        />
      ))}
    </div>
  );
}

/** What can be taken hold of. */
function hintOf(
  of: Scheduled,
  settings: Settings,
  bounds: Readonly<Record<string, NumberField>>,
  symbol: string,
): string {
  const curve = curveOf(of, settings, bounds);
  if (curve !== null)
    return curve.turns === 'ratio'
      ? say('Drag its beginning, or its end, which sets the ratio.')
      : say('Drag its beginning or its end: the whole curve goes with it.');
  if (switchOf(of, settings) !== null) return say('Drag the switch to another update.');
  return say(
    '{symbol} is solved for at each update, so there is nothing to take hold of: the line is what it came to.',
    { symbol },
  );
}

/** The number at each update that is known, up to the one that is shown. */
function madeBy({ history, iteration }: Run, of: Scheduled): readonly Made[] {
  const end = history.positionOf(iteration);
  const stride = Math.max(1, Math.ceil(end / MOST_POINTS));
  const made: Made[] = [];
  for (let position = 1; position <= end; position += stride) {
    const value = history.at(position, of);
    if (!Number.isNaN(value)) made.push([history.at(position, 'iteration'), value]);
  }
  return made;
}
