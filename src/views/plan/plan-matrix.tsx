import { useRef, type KeyboardEvent } from 'react';
import { say } from '../../copy/say.ts';
import type { Action } from '../../environments/environment.ts';
import { methods, type MethodKind } from '../../methods/registry.ts';
import type { Move } from '../../methods/story.ts';
import type { StatePlan } from '../../playground/plan.ts';
import { inkOn, probabilityTable, stepOf } from '../draw/palette.ts';
import { brief, readable, share } from '../format.ts';
import { shapeOf } from './shape-of.ts';

interface PlanMatrixProps {
  readonly plan: StatePlan;
  readonly actions: readonly Action[];
  readonly move: Move;
  readonly lit: string | null;
  readonly method: MethodKind;
  readonly name: string;
  readonly onLight: (source: string | null) => void;
  readonly onChoose: (move: Move | null) => void;
}

/**
 * The plan as a table that is picture and text at once: a row for each old action, a column for each new one, marginals on the
 * edges, the mass that stayed outlined. Arrow keys move between its cells.
 */
export function PlanMatrix({ plan, actions, move, lit, method, name, onLight, onChoose }: PlanMatrixProps) {
  const table = useRef<HTMLTableElement>(null);
  const { planning, short } = methods[method];
  const derived = planning.kind === 'derived';
  const n = actions.length;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    const from = Math.min(n - 1, Math.max(0, move.from + step[1]));
    const to = Math.min(n - 1, Math.max(0, move.to + step[0]));
    onChoose({ from, to });
    table.current?.querySelector<HTMLElement>(`[data-cell="${from}-${to}"]`)?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <table
      className={`matrix n${n}`}
      style={{ '--n': n }}
      ref={table}
      onKeyDown={onKeyDown}
      onMouseLeave={() => onLight(null)}
    >
      <caption
        title={
          derived
            ? say('{method} names no plan: this is the cheapest coupling of old and new row under M', {
                method: short,
              })
            : undefined
        }
      >
        {say(derived ? 'plan, derived' : 'plan')}
        <span className="visually-hidden"> {say('of {name}, rows are old actions, columns new ones', { name })}</span>
        <Setting symbol="β" value={plan.point.beta} source="beta" lit={lit} onLight={onLight} />
        {shapeOf(method, plan.point).map(({ key, symbol, value }) => (
          <Setting key={key} symbol={symbol} value={value} source={key} lit={lit} onLight={onLight} />
        ))}
      </caption>
      <thead translate="no">
        <tr>
          <td className="corner" title={say('rows: old actions; columns: new actions')}>
            ↘
          </td>
          {actions.map((action, to) => (
            <th key={action.label} scope="col" title={say(action.label)}>
              {action.glyph}
              <span className="visually-hidden">
                {' '}
                {say('{action}, new probability {share}', {
                  action: say(action.label),
                  share: share(plan.after[to]!),
                })}
              </span>
            </th>
          ))}
          <th scope="col" className="sum" title={say("old policy: the row's sum")}>
            π
          </th>
        </tr>
        <tr className="advantages">
          <th scope="row" title={say('advantage of each new action')}>
            A
          </th>
          {actions.map((action, to) => (
            <td
              key={action.label}
              className={lit === `advantage-${to}` ? 'lit' : ''}
              title={say('advantage of {action}: {value}', { action: say(action.label), value: plan.advantage[to]! })}
              onMouseEnter={() => onLight(`advantage-${to}`)}
            >
              {brief(plan.advantage[to]!)}
            </td>
          ))}
          <td className="corner" />
        </tr>
      </thead>
      <tbody translate="no">
        {actions.map((action, from) => (
          <tr key={action.label}>
            <th scope="row" title={say(action.label)}>
              {action.glyph}
              <span className="visually-hidden"> {say(action.label)}</span>
            </th>
            {actions.map((other, to) => {
              const mass = plan.plan[to * n + from]!;
              const background = probabilityTable[stepOf(mass)]!;
              const source = `mass-${from}-${to}`;
              const current = move.from === from && move.to === to;
              return (
                <td
                  key={other.label}
                  data-cell={`${from}-${to}`}
                  className={[from === to ? 'stay' : '', lit === source ? 'lit' : '', current ? 'current' : ''].join(
                    ' ',
                  )}
                  style={{ background, color: inkOn(background) }}
                  tabIndex={current ? 0 : -1}
                  title={`${say(action.label)} → ${say(other.label)}: ${mass}`}
                  onMouseEnter={() => {
                    onChoose({ from, to });
                    onLight(source);
                  }}
                  onFocus={() => onChoose({ from, to })}
                  onClick={() => onChoose({ from, to })}
                >
                  {share(mass)}
                </td>
              );
            })}
            <Marginal
              value={plan.before[from]!}
              lit={lit === `before-${from}`}
              onLight={() => onLight(`before-${from}`)}
            />
          </tr>
        ))}
      </tbody>
      <tfoot translate="no">
        <tr>
          <th scope="row" className="sum" title={say("new policy: the column's sum")}>
            π′
          </th>
          {actions.map((action, to) => (
            <Marginal
              key={action.label}
              value={plan.after[to]!}
              lit={lit === `after-${to}`}
              onLight={() => onLight(`after-${to}`)}
            />
          ))}
          <td className="corner" />
        </tr>
      </tfoot>
    </table>
  );
}

interface SettingProps {
  readonly symbol: string;
  readonly value: number;
  readonly source: string;
  readonly lit: string | null;
  readonly onLight: (source: string | null) => void;
}

/** A parameter of the step, where it has a value. */
function Setting({ symbol, value, source, lit, onLight }: SettingProps) {
  if (Number.isNaN(value)) return null;
  return (
    <span
      translate="no"
      className={lit === source ? 'setting lit' : 'setting'}
      data-symbol={symbol}
      title={String(value)}
      onMouseEnter={() => onLight(source)}
    >
      {symbol} {readable(value)}
    </span>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function Marginal({
  value,
  lit,
  onLight,
}: {
  readonly value: number;
  readonly lit: boolean;
  readonly onLight: () => void;
}) {
  return (
    <td className={lit ? 'marginal lit' : 'marginal'} title={String(value)} onMouseEnter={onLight}>
      <span className="bar" style={{ width: `${value * 100}%` }} />
      <span className="number">{share(value)}</span>
    </td>
  );
}
