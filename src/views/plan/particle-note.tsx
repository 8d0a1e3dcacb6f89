import { Rich } from '../rich.tsx';
import { say } from '../../copy/say.ts';
import type { ActionComponent } from '../../environments/physics.ts';
import type { TrainingSettings } from '../../config/training-fields.ts';
import { methods, type MethodKind } from '../../methods/registry.ts';
import type { Point } from '../../trust-regions/trust-region.ts';
import { readable } from '../format.ts';
import { physical, withUnit } from '../physics/action-axis.ts';
import type { Lit } from './particle-chart.tsx';
import type { AxisPlan } from './particle-plan.ts';
import { shapeOf } from './shape-of.ts';
import { manyValuedBy } from './valued-by.ts';

interface ParticleNoteProps {
  readonly plan: AxisPlan | null;
  readonly method: MethodKind;
  readonly training: TrainingSettings;
  readonly point: Point | null;
  readonly lit: Lit | null;
  readonly action: ActionComponent | undefined;
  /** True before the first frame. */
  readonly waits: boolean;
}

/** What the method does with its particles, and the step's numbers; or those of the particle under the pointer. */
export function ParticleNote({ plan, method, training, point, lit, action, waits }: ParticleNoteProps) {
  if (plan === null || action === undefined) {
    return (
      <div className="particle-note">
        <p>
          {say(
            waits ? 'The plan appears with the first frame.' : 'No step has been made yet: this is the policy alone.',
          )}
        </p>
      </div>
    );
  }
  if (lit !== null) return <LitNote plan={plan} lit={lit} action={action} />;
  return (
    <div className="particle-note">
      <p className="quiet">{say(methods[method].ofParticles)}</p>
      <p className="particle-numbers">
        <span>
          <i>β</i> {readable(point?.beta ?? NaN)}
        </span>
        {point !== null &&
          shapeOf(method, point).map(({ key, symbol, value }) => (
            <span key={key}>
              <i>{symbol}</i> {readable(value)}
            </span>
          ))}
        <span>
          {methods[method].mover.kind === 'gradient'
            ? say('{n} particles', { n: plan.particles })
            : manyValuedBy(training, plan.particles)}
        </span>
        <span title={say('Σ plan · M at this state')}>
          {say('mean transport cost {cost}', { cost: readable(plan.meanCost) })}
        </span>
      </p>
    </div>
  );
}

function LitNote({ plan, lit, action }: { plan: AxisPlan; lit: Lit; action: ActionComponent }) {
  const { at, count, before, after, advantage } = plan.sites[lit.site]!;
  const n = plan.sites.length;
  const stays = plan.flows[lit.site * n + lit.site]!;
  const where = withUnit(readable(physical(action, at)), action);
  return (
    <div className="particle-note">
      <p>
        <Rich
          of={
            count === 1
              ? 'Particle at <b>{where}</b>, A = <b>{advantage}</b>'
              : '{n} particles at <b>{where}</b>, A = <b>{advantage}</b>'
          }
          values={{ n: count, where, advantage: readable(advantage) }}
          b={(words) => <b>{words}</b>}
        />
      </p>
      <p className="particle-numbers">
        <span>
          <Rich
            of="weight {before} → <b>{after}</b>"
            values={{ before: readable(before), after: readable(after) }}
            b={(words) => <b>{words}</b>}
          />
        </span>
        <span>
          {lit.side === 'old'
            ? say('{mass} goes elsewhere', { mass: readable(Math.max(0, before - stays)) })
            : say('{mass} comes from elsewhere', { mass: readable(Math.max(0, after - stays)) })}
        </span>
      </p>
    </div>
  );
}
