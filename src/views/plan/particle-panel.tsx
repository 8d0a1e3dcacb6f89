import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { say } from '../../copy/say.ts';
import type { ActionComponent } from '../../environments/physics.ts';
import type { ContinuousPicture } from '../../environments/picture.ts';
import type { Run } from '../../playground/run.ts';
import type { GaussianSlice } from '../../training/frame.ts';
import { methods } from '../../methods/registry.ts';
import { changePosition } from '../draw/palette.ts';
import { useCanvasColors } from '../use-theme.ts';
import { readable, share } from '../format.ts';
import { axisTitle, physical, withUnit } from '../physics/action-axis.ts';
import { useSignal } from '../use-playground.ts';
import { useWidth } from '../use-width.ts';
import { BranchPicture } from './branch-picture.tsx';
import { ParticleChart, type Lit } from './particle-chart.tsx';
import { ParticleNote } from './particle-note.tsx';
import {
  alongAxis,
  clippedGaussian,
  flowsOf,
  type AxisPlan,
  type ClippedGaussian,
  type Flow,
} from './particle-plan.ts';

interface ParticlePanelProps {
  readonly run: Run;
  readonly picture: ContinuousPicture;
  /** The component of the action along which the plan is seen. */
  readonly component: number;
  /** The state looked at: its policy is drawn while no step was made. */
  readonly state: number;
  /** Name of the column. */
  readonly name: string;
  /** The state in words. */
  readonly described: string;
}

/** How one state's mass was moved where actions are continuous: particles of the old policy, and where their mass went. */
export function ParticlePanel({ run, picture, component, state, name, described }: ParticlePanelProps) {
  useSignal(run.changed, 200);
  const body = useRef<HTMLDivElement>(null);
  const width = useWidth(body);
  const [lit, setLit] = useState<Lit | null>(null);
  const { frame } = run;
  const components = picture.components.length;
  const action = picture.components[component];
  const shownFrame = frame?.kind === 'continuous' ? frame : null;
  const gaussian = shownFrame?.gaussian ?? null;
  const particles = shownFrame?.particles ?? null;
  const fits = gaussian !== null && gaussian.mean.length === picture.states * components;
  const plan = useMemo(
    () => (particles === null || !fits ? null : alongAxis(particles, components, component)),
    [particles, fits, components, component],
  );
  const flows = useMemo(() => (plan === null ? [] : flowsOf(plan)), [plan]);
  const { run: settings, training } = run.config;
  const { method } = settings;
  const shown = lit !== null && plan !== null && lit.site < plan.sites.length ? lit : null;
  const densities = fits ? densitiesAt(gaussian, (particles?.state ?? state) * components + component) : null;

  const walk = (event: KeyboardEvent): void => {
    const next = plan === null ? undefined : stepFrom(event.key, shown, plan.sites.length);
    if (next === undefined) return;
    setLit(next);
    event.preventDefault();
    event.stopPropagation();
  };
  const point = (event: PointerEvent, next: Lit | null): void => {
    if (event.type !== 'pointerleave' || event.pointerType !== 'touch') setLit(next);
  };
  const title = action === undefined ? '' : axisTitle(action);
  const summary =
    densities === null || action === undefined ? '' : summaryOf(name, described, densities, plan, action, title);
  return (
    <section className="particles" aria-label={say('{name}: how the probability of this state was moved', { name })}>
      <header className="particle-head">
        <span
          className="particle-title"
          title={say(components > 1 ? 'The particles differ in the other components too' : '')}
        >
          {titleOf(methods[method].planning.kind === 'derived', component, components)}
        </span>
        <AdvantageKey plan={plan} />
      </header>
      <div
        className="particle-picture"
        ref={body}
        role="application"
        aria-roledescription={say('plan of particles')}
        aria-label={say('Left and right choose a particle, up its old mass, down its new mass')}
        tabIndex={0}
        onKeyDown={walk}
        translate="no"
        onBlur={() => setLit(null)}
      >
        {densities !== null && action !== undefined && width > 0 && (
          <ParticleChart
            width={width}
            {...densities}
            action={action}
            title={title}
            plan={plan}
            flows={flows}
            lit={shown}
            summary={summary}
            onPoint={point}
          />
        )}
      </div>
      {methods[method].mover.kind !== 'gradient' && training.learner === 'branch' && (
        <BranchPicture world={picture.world} plan={particles} width={width} />
      )}
      <ParticleNote
        plan={plan}
        method={method}
        training={training}
        point={frame?.point ?? null}
        lit={shown}
        action={action}
        waits={densities === null}
      />
      {plan !== null && action !== undefined && <LargestFlows plan={plan} flows={flows} action={action} />}
    </section>
  );
}

function titleOf(derived: boolean, component: number, components: number): string {
  if (components === 1) return say(derived ? 'plan, derived' : 'plan');
  return say(derived ? 'plan, derived, along component {n} of {all}' : 'plan, along component {n} of {all}', {
    n: component + 1,
    all: components,
  });
}

/** The policy of a state before and after the step, along one component. */
interface Densities {
  readonly before: ClippedGaussian;
  readonly after: ClippedGaussian;
}

function densitiesAt({ mean, std, previousMean, previousStd }: GaussianSlice, at: number): Densities {
  return {
    before: clippedGaussian(previousMean[at]!, previousStd[at]!),
    after: clippedGaussian(mean[at]!, std[at]!),
  };
}

/** What an arrow key lights; undefined when the key is another's. */
function stepFrom(key: string, lit: Lit | null, sites: number): Lit | null | undefined {
  const at = lit ?? { site: Math.floor(sites / 2), side: 'old' };
  switch (key) {
    case 'ArrowLeft':
      return lit === null ? at : { ...at, site: Math.max(0, at.site - 1) };
    case 'ArrowRight':
      return lit === null ? at : { ...at, site: Math.min(sites - 1, at.site + 1) };
    case 'ArrowUp':
      return { ...at, side: 'old' };
    case 'ArrowDown':
      return { ...at, side: 'new' };
    case 'Escape':
      return lit === null ? undefined : null;
    default:
      return undefined;
  }
}

/** The colours of the particles, from the worst to the best advantage on a scale symmetric about 0. */
function AdvantageKey({ plan }: { readonly plan: AxisPlan | null }) {
  const { change } = useCanvasColors();
  if (plan === null) return null;
  const most = Math.max(...plan.sites.map(({ advantage }) => Math.abs(advantage)));
  // baselines value no particles
  if (most === 0) return null;
  const stops = Array.from({ length: 9 }, (_, n) => change[Math.round(255 * changePosition(n / 4 - 1))]).join(', ');
  return (
    <span className="particle-key" title={say('Colour of the particles: their advantage')}>
      A <span className="low">{readable(-most)}</span>
      <span className="strip" style={{ background: `linear-gradient(to right, ${stops})` }} />
      <span className="high">{readable(most)}</span>
    </span>
  );
}

function summaryOf(
  name: string,
  described: string,
  { before, after }: Densities,
  plan: AxisPlan | null,
  action: ActionComponent,
  title: string,
): string {
  const half = (action.high - action.low) / 2;
  const said = {
    name,
    state: described,
    title,
    mean: readable(physical(action, before.mean)),
    std: readable(before.std * half),
  };
  if (plan === null)
    return say(
      '{name} at {state}, {title}: policy with mean {mean}, standard deviation {std}; no step has been made yet.',
      said,
    );
  return say(
    '{name} at {state}, {title}: old policy with mean {mean}, standard deviation {std}; fitted policy with mean {newMean}, standard deviation {newStd}; {moved} of the mass moves.',
    {
      ...said,
      newMean: readable(physical(action, after.mean)),
      newStd: readable(after.std * half),
      moved: share(plan.moved),
    },
  );
}

/** What the picture shows most of, as text. */
function LargestFlows({
  plan,
  flows,
  action,
}: {
  readonly plan: AxisPlan;
  readonly flows: readonly Flow[];
  readonly action: ActionComponent;
}) {
  const moves = flows.filter(({ from, to }) => from !== to).slice(0, 5);
  const value = (site: number): string => withUnit(readable(physical(action, plan.sites[site]!.at)), action);
  return (
    <table className="visually-hidden">
      <caption>{say(moves.length === 0 ? 'No mass moves.' : 'The largest flows of mass')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('mass from')}</th>
          <th scope="col">{say('mass to')}</th>
          <th scope="col">{say('mass')}</th>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ from, to, mass }) => (
          <tr key={`${from}-${to}`}>
            <td>{value(from)}</td>
            <td>{value(to)}</td>
            <td>{readable(mass)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
