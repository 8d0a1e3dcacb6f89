import { memo, Suspense } from 'react';
import { say } from '../../copy/say.ts';
import { columnNames } from '../../config/column-names.ts';
import type { Run } from '../../playground/run.ts';
import { colorOf } from '../chart/looks.ts';
import { lazyPart, Part } from '../part.tsx';
import { FlowPanel } from '../plan/flow-panel.tsx';
import { BEAT } from './beats.ts';
import { useConfig, usePicture, useView } from '../use-playground.ts';

const ParticlePanel = lazyPart(() => import('../plan/particle-panel.tsx'), 'ParticlePanel');
const PlanPanel = lazyPart(() => import('../plan/plan-panel.tsx'), 'PlanPanel');
const WhyPanel = lazyPart(() => import('../plan/why-panel.tsx'), 'WhyPanel');
const RegionPanel = lazyPart(() => import('../region/region-panel.tsx'), 'RegionPanel');

interface UpdatePanelProps {
  readonly run: Run;
  readonly index: number;
  readonly state: number;
  readonly height: number;
}

/** What one update did at the state that is looked at, in one column. */
export const UpdatePanel = memo(function UpdatePanel({ run, index, state, height }: UpdatePanelProps) {
  const picture = usePicture();
  const runs = useConfig((config) => config.runs);
  const beat = useView((view) => view.beat);
  const chosen = useView((view) => view.panel);
  const panel = beat === null ? chosen : beat === BEAT.price ? 'region' : 'flow';
  const why = useView((view) => view.why);
  const component = useView((view) => view.component);
  const slice = useView((view) => view.slice);
  const config = runs[index];
  if (config === undefined) return null;
  const name = columnNames(runs)[index]!;
  const branches = picture.kind === 'continuous' && run.config.training.learner === 'branch';
  return (
    <div
      className="update-panel"
      data-panel={index}
      style={{ '--method': colorOf(config), '--panel-height': `${height}px` }}
    >
      <Part name={say('The plan')} resetKeys={[picture, state, panel]}>
        <Suspense fallback={<div className={branches ? 'panel-room with-branches' : 'panel-room'} />}>
          {picture.kind === 'continuous' ? (
            <ParticlePanel
              run={run}
              picture={picture}
              component={component}
              state={state}
              name={name}
              described={picture.describe(state, slice)}
            />
          ) : panel === 'flow' ? (
            <FlowPanel run={run} picture={picture} state={state} height={height} />
          ) : panel === 'region' ? (
            <RegionPanel run={run} index={index} picture={picture} state={state} name={name} height={height} />
          ) : (
            <PlanPanel run={run} picture={picture} state={state} name={name} shows={panel} />
          )}
        </Suspense>
      </Part>
      {why && picture.kind !== 'continuous' && (
        <Part name={say('The reason')} resetKeys={[picture, state]}>
          <Suspense>
            <WhyPanel run={run} picture={picture} state={state} />
          </Suspense>
        </Part>
      )}
    </div>
  );
});
