import { say } from '../../copy/say.ts';
import type { Action } from '../../environments/environment.ts';
import type { StatePlan } from '../../playground/plan.ts';
import { methods, seesCost, type MethodKind } from '../../methods/registry.ts';
import { costAt, type Move } from '../../methods/story.ts';
import { brief } from '../format.ts';
import { Rescaling } from './rescaling.tsx';

interface PlanSideProps {
  readonly plan: StatePlan;
  readonly method: MethodKind;
  readonly actions: readonly Action[];
  readonly move: Move;
  readonly lit: string | null;
  readonly shows: 'numbers' | 'cost';
  readonly onLight: (source: string | null) => void;
  readonly onChoose: (move: Move | null) => void;
}

/** Beside the matrix: the scores that decided it; or alone, what moves cost. */
export function PlanSide(props: PlanSideProps) {
  const { shows, method, plan } = props;
  const { scores } = methods[method];
  if (shows === 'cost')
    return (
      <NumberTable
        {...props}
        title={say(seesCost(method) ? 'cost M' : '{method} does not use M', { method: methods[method].short })}
        entry={(move) => costAt(plan, move)}
        mark="cost"
      />
    );
  if (scores.kind === 'factors') return <Rescaling {...props} title={say(scores.title)} />;
  return <NumberTable {...props} title={say(scores.title)} entry={(move) => scores.entry(plan, move)} mark="score" />;
}

interface NumberTableProps extends PlanSideProps {
  readonly title: string;
  readonly entry: (move: Move) => number;
  readonly mark: 'cost' | 'score';
}

/** Numbers of every move, laid out as the plan is; in each row the best score is set in bold. */
function NumberTable({ plan, actions, move, lit, title, entry, mark, onLight, onChoose }: NumberTableProps) {
  return (
    <table
      className={`matrix plain n${plan.actions}`}
      style={{ '--n': plan.actions }}
      onMouseLeave={() => onLight(null)}
    >
      <caption>{title}</caption>
      <thead translate="no">
        <tr>
          <td className="corner" title={say('rows: old actions; columns: new actions')}>
            ↘
          </td>
          {actions.map((action) => (
            <th key={action.label} scope="col" title={say(action.label)}>
              {action.glyph}
              <span className="visually-hidden"> {say(action.label)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody translate="no">
        {actions.map((action, from) => {
          const row = actions.map((_, to) => entry({ from, to }));
          const best = Math.max(...row.filter((value) => !Number.isNaN(value)));
          return (
            <tr key={action.label}>
              <th scope="row" title={say(action.label)}>
                {action.glyph}
                <span className="visually-hidden"> {say(action.label)}</span>
              </th>
              {row.map((value, to) => {
                const source = `${mark}-${from}-${to}`;
                const classes = [
                  from === to ? 'stay' : '',
                  mark === 'score' && value === best ? 'best' : '',
                  lit === source ? 'lit' : '',
                  move.from === from && move.to === to ? 'current' : '',
                ];
                return (
                  <td
                    key={actions[to]!.label}
                    className={classes.join(' ')}
                    title={String(value)}
                    onMouseEnter={() => {
                      onChoose({ from, to });
                      onLight(source);
                    }}
                  >
                    {brief(value)}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
