import { say } from '../../copy/say.ts';
import type { Action } from '../../environments/environment.ts';
import type { StatePlan } from '../../playground/plan.ts';
import { readable, share } from '../format.ts';

interface RescalingProps {
  readonly title: string;
  readonly plan: StatePlan;
  readonly actions: readonly Action[];
  readonly lit: string | null;
  readonly onLight: (source: string | null) => void;
}

/** What methods without a plan really do: each action's probability is multiplied, however its factor came. No mass has an address. */
export function Rescaling({ plan, title, actions, lit, onLight }: RescalingProps) {
  return (
    <table className="rescaling" onMouseLeave={() => onLight(null)}>
      <caption>{title}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{say('action')}</th>
          <th scope="col">{say('old')}</th>
          <th scope="col">{say('factor')}</th>
          <th scope="col">{say('new')}</th>
        </tr>
      </thead>
      <tbody translate="no">
        {actions.map((action, a) => {
          const factor = plan.before[a]! > 0 ? plan.after[a]! / plan.before[a]! : NaN;
          return (
            <tr key={action.label}>
              <th scope="row" title={say(action.label)}>
                {action.glyph}
              </th>
              <Bar value={plan.before[a]!} lit={lit === `before-${a}`} onLight={() => onLight(`before-${a}`)} />
              <td
                className={`factor ${factor > 1 ? 'up' : factor < 1 ? 'down' : ''} ${lit === `factor-${a}` ? 'lit' : ''}`}
                title={String(factor)}
                onMouseEnter={() => onLight(`factor-${a}`)}
              >
                × {readable(factor)}
              </td>
              <Bar value={plan.after[a]!} lit={lit === `after-${a}`} onLight={() => onLight(`after-${a}`)} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Bar({ value, lit, onLight }: { readonly value: number; readonly lit: boolean; readonly onLight: () => void }) {
  return (
    <td className={lit ? 'marginal lit' : 'marginal'} title={String(value)} onMouseEnter={onLight}>
      <span className="bar" style={{ width: `${value * 100}%` }} />
      <span className="number">{share(value)}</span>
    </td>
  );
}
