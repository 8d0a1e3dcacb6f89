import { planAt, type RowsPicture } from '../../playground/plan.ts';
import type { Run } from '../../playground/run.ts';
import { useSignal, useView } from '../use-playground.ts';
import { whyWords } from './why-words.ts';

interface WhyPanelProps {
  readonly run: Run;
  readonly picture: RowsPicture;
  readonly state: number;
}

/** Why a column's arrow at the state that is looked at changed, in a paragraph. */
export function WhyPanel({ run, picture, state }: WhyPanelProps) {
  useSignal(run.changed, 250);
  const slice = useView((view) => view.slice);
  const { frame } = run;
  const { method } = run.config.run;
  const fits =
    frame !== null &&
    frame.kind !== 'continuous' &&
    frame.kind === picture.kind &&
    frame.policy.length === picture.states * picture.actions.length;
  if (!fits) return null;
  return (
    <p className="why-words">
      {whyWords({
        plan: planAt(method, frame, picture, state),
        method,
        actions: picture.actions,
        place: picture.describe(state, slice),
      })}
    </p>
  );
}
