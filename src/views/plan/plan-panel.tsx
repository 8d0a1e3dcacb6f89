import { useMemo, useState } from 'react';
import type { Move } from '../../methods/story.ts';
import { planAt, type RowsPicture, type StatePlan } from '../../playground/plan.ts';
import type { Run } from '../../playground/run.ts';
import type { Action } from '../../environments/environment.ts';
import { readable, share } from '../format.ts';
import { useSignal, useView } from '../use-playground.ts';
import { Formula } from './formula.tsx';
import { PlanMatrix } from './plan-matrix.tsx';
import { PlanSide } from './plan-side.tsx';

interface PlanPanelProps {
  readonly run: Run;
  readonly picture: RowsPicture;
  readonly state: number;
  readonly name: string;
}

/** How one state's mass was moved: matrix, flows or scores, and the formula with its numbers. */
export function PlanPanel({ run, picture, state, name }: PlanPanelProps) {
  useSignal(run.changed, 200);
  const side = useView((view) => view.planSide);
  const { method } = run.config.run;
  const actions = picture.actions.length;
  const { frame } = run;
  const plan = useMemo(() => {
    if (frame === null || frame.kind === 'continuous' || frame.kind !== picture.kind) return null;
    return frame.policy.length === picture.states * actions ? planAt(method, frame, picture, state) : null;
  }, [frame, method, picture, state, actions]);
  const [chosen, setChosen] = useState<Move | null>(null);
  const [lit, setLit] = useState<string | null>(null);
  if (plan === null) return <p className="quiet">The plan appears with the first frame.</p>;
  const move = chosen !== null && chosen.from < actions && chosen.to < actions ? chosen : mostMoved(plan);
  const shared = { plan, method, actions: picture.actions, move, lit, onLight: setLit, onChoose: setChosen };
  return (
    <section className="plan" aria-label={`${name}: how the probability of this state was moved`}>
      <div className="plan-pictures">
        <PlanMatrix {...shared} name={name} />
        <PlanSide {...shared} side={side} />
      </div>
      <Formula {...shared} still={frame?.iteration === 0} />
      {plan.fitted !== null && <Fit plan={plan} fitted={plan.fitted} actions={picture.actions} />}
    </section>
  );
}

/** Where the network ended up that was fitted to the plan's new row. */
function Fit({ plan, fitted, actions }: { plan: StatePlan; fitted: Float64Array; actions: readonly Action[] }) {
  const missed = fitted.reduce((sum, share, a) => sum + Math.abs(share - plan.after[a]!) / 2, 0);
  return (
    <p className="fit quiet">
      The plan is the target’s. Fitted to it, the network’s π′ is{' '}
      {actions.map(({ glyph, label }, a) => (
        <span key={label} title={label}>
          {glyph} {share(fitted[a]!)}{' '}
        </span>
      ))}
      here: fit error {readable(missed)} (total variation).
    </p>
  );
}

/** The off-diagonal cell with most mass; where nothing moved, the likeliest action's own. */
function mostMoved({ plan, actions }: StatePlan): Move {
  let best: Move = { from: 0, to: 0 };
  let mass = 0;
  let stay = 0;
  for (let to = 0; to < actions; to += 1) {
    for (let from = 0; from < actions; from += 1) {
      const value = plan[to * actions + from]!;
      if (to !== from && value > mass + 1e-12) {
        mass = value;
        best = { from, to };
      } else if (to === from && mass === 0 && value > stay + 1e-12) {
        stay = value;
        best = { from, to };
      }
    }
  }
  return best;
}
