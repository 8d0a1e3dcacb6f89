import { useRef, useState, type PointerEvent } from 'react';
import { say } from '../../copy/say.ts';
import type { RowsPicture } from '../../playground/plan.ts';
import type { Run } from '../../playground/run.ts';
import type { StateRegion } from '../../playground/state-region.ts';
import { looksOf } from '../chart/looks.ts';
import { regionGeometry } from '../draw/region-geometry.ts';
import { drawRegion } from '../draw/region-painter.ts';
import { useConfig, useDrawing, usePlayground, useRuns, useSignal, useView } from '../use-playground.ts';
import { useCanvasColors } from '../use-theme.ts';
import { useWidth } from '../use-width.ts';
import { DualPanel } from './dual-panel.tsx';
import { regionKeeper } from './known-region.ts';
import { nearestBeta, regionContent, trailIn } from './region-content.ts';
import { regionCaption, regionInWords, rowInWords } from './region-words.ts';
import { useForcedColors } from './use-forced-colors.ts';

interface RegionPanelProps {
  readonly run: Run;
  /** Place of the column. */
  readonly index: number;
  readonly picture: RowsPicture;
  readonly state: number;
  readonly name: string;
  /** Pixels of the picture. */
  readonly height: number;
}

/** Width from which the dual stands beside the triangle, and its width there; its height under it. */
const BESIDE = 300;
const DUAL_SHARE = 0.42;
const DUAL_HEIGHT = 92;
/** Pixels from the path within which the pointer takes its β. */
const REACH = 16;
/** Milliseconds between drawings: a policy that walks on at sixty steps a second cannot be followed. */
const PACE = 32;

/** The trust region at one state, in three columns alike: the simplex with the region, the path of updates and where the policy went, and the dual. */
export function RegionPanel({ run, index, picture, state, name, height }: RegionPanelProps) {
  const playground = usePlayground();
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [region] = useState(regionKeeper);
  const width = useWidth(holder);
  const runs = useRuns();
  const configs = useConfig((config) => config.runs);
  const cursorBeta = useView((view) => view.cursorBeta);
  const chosen = useView((view) => view.face);
  const theme = useCanvasColors();
  const forced = useForcedColors();
  useSignal(playground.changed, 100);
  const lecture = useConfig((config) => config.view === 'lecture');
  const beside = !lecture && width >= BESIDE;
  const dualWidth = beside ? Math.round(width * DUAL_SHARE) : width;
  const wide = beside ? width - dualWidth : width;
  const geometry = regionGeometry(wide, height, Math.min(3, picture.actions.length), lecture ? 20 : 12);
  const current = () => region({ run, runs, picture, state, chosen });
  useDrawing(
    [playground.changed],
    () => {
      const context = canvas.current?.getContext('2d');
      const shown = current();
      const look = looksOf(configs)[index];
      if (context === null || context === undefined || shown === null || look === undefined || wide === 0) return;
      const ratio = Math.min(3, window.devicePixelRatio || 1);
      const [across, down] = [Math.round(wide * ratio), Math.round(height * ratio)];
      if (context.canvas.width !== across || context.canvas.height !== down) {
        context.canvas.width = across;
        context.canvas.height = down;
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      const content = regionContent({
        region: shown.region,
        geometry,
        colors: forced ?? theme,
        look: forced === null ? look : { ...look, color: forced.mark },
        actions: picture.actions,
        trail: trailIn(run.trail, picture, state, shown.region.face, shown.frame.iteration - 1),
        next: shown.frame === run.preview,
        cursorBeta,
      });
      drawRegion(context, content);
    },
    PACE,
  );
  const shown = current();
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (shown === null) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.left - geometry.left) / geometry.side;
    const y = (geometry.bottom - (event.clientY - box.top)) / geometry.side;
    const nearest = nearestBeta(shown.region, { x, y });
    const beta = nearest !== null && nearest.away * geometry.side <= REACH ? nearest.beta : null;
    if (beta !== cursorBeta) playground.look({ cursorBeta: beta });
  };
  const next = shown !== null && shown.frame === run.preview;
  return (
    <div className="region-panel" ref={holder}>
      <div className={beside ? 'region-pictures beside' : 'region-pictures'}>
        <div
          className="region-picture"
          style={{ width: wide, height }}
          role="img"
          aria-label={
            shown === null
              ? say('{name}: the region appears with the first frame.', { name })
              : `${name}. ${regionInWords(shown.region, picture.actions, next)}`
          }
          onPointerMove={onPointerMove}
          onPointerLeave={() => playground.look({ cursorBeta: null })}
        >
          <canvas ref={canvas} style={{ width: wide, height }} aria-hidden="true" />
        </div>
        {shown !== null && (
          <DualPanel
            region={shown.region}
            width={dualWidth}
            height={beside ? height : DUAL_HEIGHT}
            cursor={cursorBeta}
            onCursor={(beta) => playground.look({ cursorBeta: beta })}
          />
        )}
      </div>
      <p className="update-words region-words">
        {shown === null ? '' : captionOf(shown.region, picture, next, cursorBeta)}
      </p>
    </div>
  );
}

/** Where β under the pointer would lead, else what is drawn. */
function captionOf(region: StateRegion, picture: RowsPicture, next: boolean, cursorBeta: number | null): string {
  if (cursorBeta !== null && region.rowAt !== null)
    return rowInWords(region, picture.actions, cursorBeta, region.rowAt(cursorBeta));
  const words = regionCaption(region, picture.actions);
  return next ? say('next update: {words}', { words }) : words;
}
