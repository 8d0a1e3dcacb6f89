import { useEffect, useMemo, useRef, useState } from 'react';
import { say } from '../../copy/say.ts';
import type { Move } from '../../methods/story.ts';
import { methodOf } from '../../methods/registry.ts';
import { planAt, type RowsPicture, type StatePlan } from '../../playground/plan.ts';
import type { Run } from '../../playground/run.ts';
import { BEAT } from '../explore/beats.ts';
import { brief, share } from '../format.ts';
import { useConfig, useSignal, useView } from '../use-playground.ts';
import { useWidth } from '../use-width.ts';
import { Ribbons } from './ribbons.tsx';
import { updateWords } from './update-words.ts';

interface FlowPanelProps {
  readonly run: Run;
  readonly picture: RowsPicture;
  readonly state: number;
  readonly height: number;
}

/** Where the probability of one state went, and in a sentence why. */
export function FlowPanel({ run, picture, state, height }: FlowPanelProps) {
  useSignal(run.changed, 100);
  const { frame, preview } = run;
  const { method } = run.config.run;
  const actions = picture.actions.length;
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder);
  const lecture = useConfig((config) => config.view === 'lecture');
  const beat = useView((view) => view.beat);
  const progress = useProgress(beat);
  const [move, choose] = useState<Move | null>(null);
  const plan = useMemo(() => {
    if (frame === null || frame.kind === 'continuous' || frame.kind !== picture.kind) return null;
    return frame.policy.length === picture.states * actions ? planAt(method, frame, picture, state) : null;
  }, [frame, method, picture, state, actions]);
  if (plan === null) return <div className="panel-room" ref={holder} />;
  const own = methodOf(method).planning.kind === 'own';
  const next = preview === null ? null : preview.policy.slice(state * actions, (state + 1) * actions);
  const moves = next === null ? 0 : next.reduce((sum, value, a) => sum + Math.abs(value - plan.after[a]!) / 2, 0);
  const shown = progress === 1 ? plan : between(plan, progress);
  const chosen = move !== null && move.from < actions && move.to < actions ? move : null;
  return (
    <>
      <div ref={holder} className="flow" translate="no">
        {width > 0 && (
          <Ribbons
            plan={shown}
            advantages={beat === BEAT.advantages}
            actions={picture.actions}
            own={own}
            next={next}
            width={width}
            height={height}
            letter={lecture ? 22 : 12.5}
            move={chosen}
            onChoose={choose}
          />
        )}
      </div>
      <p className="update-words">
        {beat !== null && beat < BEAT.moving
          ? say('the old policy')
          : next !== null
            ? say(moves < 5e-7 ? 'next update: nothing would move here' : 'next update: {mass} would move here', {
                mass: share(moves),
              })
            : chosen !== null && chosen.from !== chosen.to
              ? say(own ? '{from} to {to}: {mass}' : '{from} to {to}: {mass} (derived)', {
                  from: say(picture.actions[chosen.from]!.label),
                  to: say(picture.actions[chosen.to]!.label),
                  mass: brief(plan.plan[chosen.to * actions + chosen.from]!),
                })
              : updateWords(plan, picture.actions, own)}
      </p>
      {plan.fitted !== null && (
        <p className="update-words quiet">
          {say('target; the network came to {row}', {
            row: picture.actions.map(({ glyph }, a) => `${glyph} ${share(plan.fitted![a]!)}`).join(' '),
          })}
        </p>
      )}
    </>
  );
}

/** Milliseconds in which mass moves. */
const MOVING = 600;

/** How much of the mass has moved: nothing before that part, all after it, and in it from the one to the other, at once where less motion is wished. */
function useProgress(beat: number | null): number {
  const [progress, setProgress] = useState(1);
  useEffect(() => {
    if (beat !== BEAT.moving || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      setProgress(beat !== null && beat < BEAT.moving ? 0 : 1);
      return;
    }
    let frame = 0;
    const began = performance.now();
    const go = (now: number): void => {
      const share = Math.min(1, Math.max(0, (now - began) / MOVING));
      setProgress(share * share * (3 - 2 * share));
      if (share < 1) frame = requestAnimationFrame(go);
    };
    setProgress(0);
    frame = requestAnimationFrame(go);
    return () => cancelAnimationFrame(frame);
  }, [beat]);
  return progress;
}

/** A plan of which only a part has moved. */
function between(plan: StatePlan, progress: number): StatePlan {
  const n = plan.actions;
  const masses = plan.plan.map(
    (mass, cell) => progress * mass + (cell % (n + 1) === 0 ? (1 - progress) * plan.before[cell % n]! : 0),
  );
  const after = plan.before.map((before, a) => before + progress * (plan.after[a]! - before));
  return { ...plan, plan: masses, after };
}
