import type { ReactNode } from 'react';
import type { Action } from '../../environments/environment.ts';
import type { StatePlan } from '../../playground/plan.ts';
import type { MethodKind } from '../../config/methods.ts';
import { readable } from '../format.ts';
import type { Move } from './plan-panel.tsx';

interface FormulaProps {
  readonly plan: StatePlan;
  readonly method: MethodKind;
  readonly actions: readonly Action[];
  readonly move: Move;
  readonly still: boolean;
  readonly lit: string | null;
  readonly onLight: (source: string | null) => void;
}

/** The update with this state's numbers in it. Each number lights up what it stands for in the picture, and is lit by it. */
export function Formula({ plan, method, actions, move, still, lit, onLight }: FormulaProps) {
  if (still || plan.untouched) {
    return (
      <p className="formula quiet">
        {still
          ? 'No step has been made yet: this is the policy before learning.'
          : 'This state was not visited: its row stays as it is.'}
      </p>
    );
  }
  const number = (value: number, source: string, text = readable(value)): ReactNode => (
    <mn
      className={lit === source ? 'lit' : ''}
      title={String(value)}
      onMouseEnter={() => onLight(source)}
      onMouseLeave={() => onLight(null)}
    >
      {text}
    </mn>
  );
  const { from, to } = move;
  const old = actions[from]!.glyph;
  const fresh = actions[to]!.glyph;
  return (
    <div className="formula" translate="no">
      <math>
        {(method === 'kl' || method === 'trpo') && <KlFormula plan={plan} action={to} glyph={fresh} number={number} />}
        {method === 'wasserstein' && (
          <WassersteinFormula plan={plan} move={move} old={old} fresh={fresh} number={number} />
        )}
        {method === 'sinkhorn' && <SinkhornFormula plan={plan} move={move} old={old} fresh={fresh} number={number} />}
        {(method === 'ppo' || method === 'a2c') && (
          <RatioFormula plan={plan} action={to} glyph={fresh} number={number} />
        )}
      </math>
    </div>
  );
}

type NumberView = (value: number, source: string, text?: string) => ReactNode;

interface RowFormulaProps {
  readonly plan: StatePlan;
  readonly action: number;
  readonly glyph: string;
  readonly number: NumberView;
}

/** Of KL, and of TRPO, whose step has the same form with a β = 1/α of its own. */
function KlFormula({ plan, action, glyph, number }: RowFormulaProps) {
  const factor = plan.after[action]! / plan.before[action]!;
  return (
    <mrow>
      <mi>π′</mi>
      <mo>(</mo>
      <mtext>{glyph}</mtext>
      <mo>)</mo>
      <mo>=</mo>
      {number(plan.before[action]!, `before-${action}`)}
      <mo>·</mo>
      {plan.beta === 0 || plan.beta === Infinity ? (
        number(factor, `factor-${action}`)
      ) : (
        <mrow>
          <msup>
            <mi>e</mi>
            <mrow>
              {number(plan.advantage[action]!, `advantage-${action}`)}
              <mo>/</mo>
              {number(plan.beta, 'beta')}
            </mrow>
          </msup>
          <mo>/</mo>
          {number(normaliser(plan, action), 'normaliser')}
        </mrow>
      )}
      <mo>=</mo>
      {number(plan.after[action]!, `after-${action}`)}
    </mrow>
  );
}

/** Where gradient steps on scores have led: the ratio that they made. */
function RatioFormula({ plan, action, glyph, number }: RowFormulaProps) {
  return (
    <mrow>
      <mi>π′</mi>
      <mo>(</mo>
      <mtext>{glyph}</mtext>
      <mo>)</mo>
      <mo>/</mo>
      <mi>π</mi>
      <mo>(</mo>
      <mtext>{glyph}</mtext>
      <mo>)</mo>
      <mo>=</mo>
      {number(plan.after[action]!, `after-${action}`)}
      <mo>/</mo>
      {number(plan.before[action]!, `before-${action}`)}
      <mo>=</mo>
      {number(plan.after[action]! / plan.before[action]!, `factor-${action}`)}
      <mtext>, A = </mtext>
      {number(plan.advantage[action]!, `advantage-${action}`)}
    </mrow>
  );
}

/** Z = exp(A/β)·π/π′ of the action shown. */
function normaliser(plan: StatePlan, action: number): number {
  return (Math.exp(plan.advantage[action]! / plan.beta) * plan.before[action]!) / plan.after[action]!;
}

interface MoveFormulaProps {
  readonly plan: StatePlan;
  readonly move: Move;
  readonly old: string;
  readonly fresh: string;
  readonly number: NumberView;
}

function WassersteinFormula({ plan, move: { from, to }, old, fresh, number }: MoveFormulaProps) {
  const { beta } = plan;
  const cost = plan.cost[to * plan.actions + from]!;
  const price = beta === Infinity ? (cost === 0 ? 0 : Infinity) : beta * cost;
  const score = plan.advantage[to]! - price;
  const stay = plan.advantage[from]!;
  return (
    <mrow>
      <mtext>{`${old}→${fresh}: `}</mtext>
      <mi>A</mi>
      <mo>−</mo>
      <mi>β</mi>
      <mi>M</mi>
      <mo>=</mo>
      {number(plan.advantage[to]!, `advantage-${to}`)}
      <mo>−</mo>
      {number(beta, 'beta')}
      <mo>·</mo>
      {number(cost, `cost-${from}-${to}`)}
      <mo>=</mo>
      {number(score, `score-${from}-${to}`)}
      {from !== to && (
        <mrow>
          <mo>{compare(score, stay, beta)}</mo>
          {number(stay, `score-${from}-${from}`)}
          <mtext> staying; moves </mtext>
          {number(plan.plan[to * plan.actions + from]!, `mass-${from}-${to}`)}
        </mrow>
      )}
    </mrow>
  );
}

/** Greater, smaller, or tied as the update sees it. */
function compare(a: number, b: number, beta: number): string {
  const tolerance = 1e-9 * Math.max(Math.abs(a), Math.abs(b), Number.isFinite(beta) ? beta : 0);
  return Math.abs(a - b) <= tolerance ? '=' : a > b ? '>' : '<';
}

function SinkhornFormula({ plan, move: { from, to }, old, fresh, number }: MoveFormulaProps) {
  const mass = plan.plan[to * plan.actions + from]!;
  if (plan.beta === 0) {
    return (
      <mrow>
        <mtext>{`${old}→${fresh}: `}</mtext>
        <mi>β</mi>
        <mo>=</mo>
        {number(0, 'beta')}
        <mtext>, only the best actions receive: </mtext>
        {number(mass, `mass-${from}-${to}`)}
        <mtext> of </mtext>
        {number(plan.before[from]!, `before-${from}`)}
      </mrow>
    );
  }
  const exponent = plan.lambda * (plan.advantage[to]! / plan.beta - plan.cost[to * plan.actions + from]!);
  return (
    <mrow>
      <mtext>{`${old}→${fresh}: `}</mtext>
      {number(plan.before[from]!, `before-${from}`)}
      <mo>·</mo>
      <msup>
        <mi>e</mi>
        <mrow>
          {number(plan.lambda, 'lambda')}
          <mo>(</mo>
          {number(plan.advantage[to]!, `advantage-${to}`)}
          <mo>/</mo>
          {number(plan.beta, 'beta')}
          <mo>−</mo>
          {number(plan.cost[to * plan.actions + from]!, `cost-${from}-${to}`)}
          <mo>)</mo>
        </mrow>
      </msup>
      <mo>/</mo>
      {number(
        Math.exp(Math.min(700, exponent)) * (plan.before[from]! / mass),
        'normaliser',
        mass > 0 && exponent < 600 ? undefined : 'Z',
      )}
      <mo>=</mo>
      {number(mass, `mass-${from}-${to}`)}
    </mrow>
  );
}
