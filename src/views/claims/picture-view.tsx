import { useMemo, useRef } from 'react';
import { panelWords } from '../../claims/pictures/panel-words.ts';
import type { Panel } from '../../claims/pictures/picture.ts';
import { say } from '../../copy/say.ts';
import { DotsPanelPicture, dotsHeight } from '../chart/dots-panel.tsx';
import { PlotPanelPicture } from '../chart/plot-panel.tsx';
import { RowsPanelPicture, rowsHeight } from '../chart/rows-panel.tsx';
import { FigureButton } from '../figures/figure-button.tsx';
import { lazyPart } from '../part.tsx';
import { useWidth } from '../use-width.ts';

const PanelForm = lazyPart(() => import('../figures/panel-form.tsx'), 'PanelForm');

interface PictureViewProps {
  readonly panels: readonly Panel[];
  /** The same of runs made here, drawn into it. */
  readonly dots: readonly Panel[];
  /** On a card, or over the full width, where each panel can be saved. */
  readonly size: 'card' | 'large';
  /** The picture in words, where it is one for whoever does not see it. */
  readonly words: string;
}

/** The panels of a picture side by side; those that have the same axes have the same scale. */
export function PictureView({ panels, dots, size, words }: PictureViewProps) {
  const alone = size === 'card' ? { role: 'img', 'aria-label': words } : {};
  return (
    <div className="claim-picture" data-size={size} data-panels={panels.length} {...alone}>
      {panels.map((panel) => (
        <PanelView
          key={panel.key}
          panel={panel}
          beside={panels.filter((other) => sameAxes(panel, other))}
          dots={dots.find(({ key }) => key === panel.key) ?? null}
          size={size}
        />
      ))}
    </div>
  );
}

function sameAxes(one: Panel, other: Panel): boolean {
  if (one.kind === 'plot' && other.kind === 'plot') return one.y.label === other.y.label;
  if (one.kind === 'rows' && other.kind === 'rows') return one.x.label === other.x.label;
  return one === other;
}

interface PanelViewProps {
  readonly panel: Panel;
  readonly beside: readonly Panel[];
  readonly dots: Panel | null;
  readonly size: 'card' | 'large';
}

function PanelView({ panel, beside, dots, size }: PanelViewProps) {
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder);
  const height = panelHeight(panel, size);
  const better = panel.kind === 'dots' ? null : panel.better;
  const words = useMemo(() => (size === 'large' ? panelWords(panel) : ''), [panel, size]);
  return (
    <div className="picture-panel">
      <p className="panel-title">
        {panel.title}
        {better !== null && <BetterMark panel={panel} better={better} />}
        {panel.kind === 'dots' && <span className="quiet"> · ● {panel.legend}</span>}
      </p>
      <div ref={holder} style={{ height }}>
        {width > 0 && drawn(panel, { width, height, words }, beside, dots)}
      </div>
      {size === 'large' && (
        <div className="panel-foot">
          <p className="quiet">{panel.note}</p>
          <FigureButton title={panel.title}>
            <PanelForm panel={panel} beside={beside} />
          </FigureButton>
        </div>
      )}
    </div>
  );
}

/** Which way is better, as an arrow along the axis. */
function BetterMark({ panel, better }: { readonly panel: Panel; readonly better: 'higher' | 'lower' }) {
  const arrow = panel.kind === 'plot' ? (better === 'higher' ? '↑' : '↓') : better === 'higher' ? '→' : '←';
  return (
    <span className="quiet" title={say(better === 'higher' ? 'higher is better' : 'lower is better')}>
      {' '}
      {arrow} {say('better')}
    </span>
  );
}

/** A panel as SVG. */
export function drawn(
  panel: Panel,
  room: { readonly width: number; readonly height: number; readonly words: string },
  beside: readonly Panel[],
  dots: Panel | null,
) {
  switch (panel.kind) {
    case 'plot':
      return (
        <PlotPanelPicture
          {...room}
          panel={panel}
          beside={ofKind(beside, 'plot')}
          dots={dots?.kind === 'plot' ? dots : null}
        />
      );
    case 'rows':
      return (
        <RowsPanelPicture
          {...room}
          panel={panel}
          beside={ofKind(beside, 'rows')}
          dots={dots?.kind === 'rows' ? dots : null}
        />
      );
    case 'dots':
      return <DotsPanelPicture {...room} panel={panel} beside={[]} dots={dots?.kind === 'dots' ? dots : null} />;
  }
}

const ofKind = <Kind extends Panel['kind']>(panels: readonly Panel[], kind: Kind) =>
  panels.filter((panel): panel is Extract<Panel, { kind: Kind }> => panel.kind === kind);

/** In CSS pixels. */
export function panelHeight(panel: Panel, size: 'card' | 'large'): number {
  switch (panel.kind) {
    case 'plot':
      return size === 'card' ? 182 : 280;
    case 'rows':
      return rowsHeight(panel, size === 'card' ? (panel.bars ? 30 : 20) : 34);
    case 'dots':
      return dotsHeight(panel, size === 'card' ? 13.5 : 24);
  }
}
