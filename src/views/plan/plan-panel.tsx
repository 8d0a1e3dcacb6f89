import { useMemo, useState } from 'react';
import { Rich } from '../rich.tsx';
import { say } from '../../copy/say.ts';
import type { Move } from '../../methods/story.ts';
import { planAt, type RowsPicture, type StatePlan } from '../../playground/plan.ts';
import type { Run } from '../../playground/run.ts';
import type { Action } from '../../environments/environment.ts';
import { readable, share } from '../format.ts';
import { useSignal } from '../use-playground.ts';
import { Formula } from './formula.tsx';
import { PlanMatrix } from './plan-matrix.tsx';
import { PlanSide } from './plan-side.tsx';
import { largestMove } from './update-words.ts';

interface PlanPanelProps {
  readonly run: Run;
  readonly picture: RowsPicture;
  readonly state: number;
  readonly name: string;
  /** The plan with its scores, or what moves cost. */
  readonly shows: 'numbers' | 'cost';
}

/** How one state's mass was moved, in numbers: the plan, the scores that decided it, the formula; or what moves cost. */
export function PlanPanel({ run, picture, state, name, shows }: PlanPanelProps) {
  useSignal(run.changed, 200);
  const { method } = run.config.run;
  const actions = picture.actions.length;
  const { frame } = run;
  const plan = useMemo(() => {
    if (frame === null || frame.kind === 'continuous' || frame.kind !== picture.kind) return null;
    return frame.policy.length === picture.states * actions ? planAt(method, frame, picture, state) : null;
  }, [frame, method, picture, state, actions]);
  const [chosen, setChosen] = useState<Move | null>(null);
  const [lit, setLit] = useState<string | null>(null);
  if (plan === null) return <p className="quiet">{say('The plan appears with the first frame.')}</p>;
  const move =
    chosen !== null && chosen.from < actions && chosen.to < actions ? chosen : (largestMove(plan) ?? likeliest(plan));
  const shared = { plan, method, actions: picture.actions, move, lit, onLight: setLit, onChoose: setChosen };
  return (
    <section className="plan" aria-label={say('{name}: how the probability of this state was moved', { name })}>
      <div className="plan-pictures">
        {shows === 'numbers' && <PlanMatrix {...shared} name={name} />}
        <PlanSide {...shared} shows={shows} />
      </div>
      {shows === 'numbers' && <Formula {...shared} still={frame?.iteration === 0} />}
      {plan.fitted !== null && <Fit plan={plan} fitted={plan.fitted} actions={picture.actions} />}
    </section>
  );
}

/** Where the network ended up that was fitted to the plan's new row. */
function Fit({ plan, fitted, actions }: { plan: StatePlan; fitted: Float64Array; actions: readonly Action[] }) {
  const missed = fitted.reduce((sum, share, a) => sum + Math.abs(share - plan.after[a]!) / 2, 0);
  return (
    <p className="fit quiet">
      <Rich
        of="The plan is the target’s. Fitted to it, the network’s π′ is {row} here: fit error {error} (total variation)."
        values={{ error: readable(missed) }}
        row={actions.map(({ glyph, label }, a) => (
          <span key={label} title={say(label)}>
            {a > 0 && ' '}
            {glyph} {share(fitted[a]!)}
          </span>
        ))}
      />
    </p>
  );
}

/** The likeliest action's own. */
function likeliest({ before }: StatePlan): Move {
  const at = before.indexOf(Math.max(...before));
  return { from: at, to: at };
}
