import { say } from '../../copy/say.ts';
import type { ContinuousPicture } from '../../environments/picture.ts';
import { readable } from '../format.ts';
import { axisTitle, physical } from '../physics/action-axis.ts';
import { ParticleChart } from '../plan/particle-chart.tsx';
import { alongAxis, clippedGaussian, flowsOf } from '../plan/particle-plan.ts';
import type { Figure } from './figure.ts';
import type { Here, HereColumn } from './here.ts';
import { renderedSvg } from './rendered-svg.ts';

const WIDTH = 460;

/** The flow of a column's particles at the state whose update is shown; nothing before the first frame. */
export function particleFigure(here: Here, column: HereColumn, picture: ContinuousPicture): Figure[] {
  const { playground, state, place } = here;
  const { run, index, name, look, origin } = column;
  const { frame } = run;
  const components = picture.components.length;
  const { component } = playground.view.getState();
  const action = picture.components[component];
  if (frame?.kind !== 'continuous' || action === undefined) return [];
  const { gaussian, particles } = frame;
  if (gaussian.mean.length !== picture.states * components) return [];
  const plan = particles === null ? null : alongAxis(particles, components, component);
  const flows = plan === null ? [] : flowsOf(plan);
  const at = (particles?.state ?? state) * components + component;
  const before = clippedGaussian(gaussian.previousMean[at]!, gaussian.previousStd[at]!);
  const after = clippedGaussian(gaussian.mean[at]!, gaussian.std[at]!);
  const title = axisTitle(action);
  const words = say(
    plan === null
      ? '{quantity}: from mean {before} to {after}; no step has been made yet.'
      : '{quantity}: from mean {before} to {after}; {moved} of the mass moves.',
    {
      quantity: title,
      before: readable(physical(action, before.mean)),
      after: readable(physical(action, after.mean)),
      moved: readable(plan?.moved ?? NaN),
    },
  );
  return [
    {
      key: `particles-${index}`,
      title: say('{name}: flow of particles at {state}', { name, state: place }),
      words,
      origin,
      legend:
        plan === null
          ? []
          : [
              {
                kind: 'words',
                text: say(
                  'above: old policy and its particles; circles: their mass after the step; below: fitted policy',
                ),
              },
              { kind: 'words', text: say('colour of a particle: its advantage, blue is loss, orange is gain') },
            ],
      draw: () =>
        renderedSvg(
          <div className="particle-picture">
            <ParticleChart
              width={WIDTH}
              before={before}
              after={after}
              action={action}
              title={title}
              plan={plan}
              flows={flows}
              lit={null}
              summary=""
              onPoint={() => undefined}
            />
          </div>,
          look.color,
        ),
      data: () => ({
        columns: ['place', axisTitle(action), 'particles', 'old mass', 'new mass', 'advantage'],
        rows: (plan?.sites ?? []).map(({ at: scaled, count, before: old, after: fresh, advantage }, n) => [
          n,
          physical(action, scaled),
          count,
          old,
          fresh,
          advantage,
        ]),
      }),
      print: null,
    },
  ];
}
