import { useEffect, useMemo, useRef } from 'react';
import type { TablePicture } from '../../environments/picture.ts';
import { spentAt } from '../../playground/plan.ts';
import type { Run } from '../../playground/run.ts';
import type { TableFrame } from '../../training/frame.ts';
import { measureIndex } from '../../training/measure.ts';
import { mapGeometry } from '../draw/map-geometry.ts';
import { MapPainter } from '../draw/map-painter.ts';
import { share } from '../format.ts';
import { useCanvasColors } from '../use-theme.ts';
import { useDrawing, useView } from '../use-playground.ts';
import { BEAT } from '../explore/beats.ts';
import { MapShell } from './map-shell.tsx';

interface TableMapProps {
  readonly run: Run;
  readonly picture: TablePicture;
  /** Place of the column. */
  readonly index: number;
  readonly name: string;
  readonly width: number;
  readonly mostHeight: number;
}

/** States above which maps are drawn one a frame, so that three of them are no long task. */
const LARGE = 1000;

/** A column's table on its world: a canvas that only draws what changed. */
export function TableMap({ run, picture, index, name, width, mostHeight }: TableMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<MapPainter>(null);
  const { lattice, actions, states } = picture;
  const chosen = useView((view) => view.layer);
  // the store may still hold another world's
  const layer = useMemo(
    () => (chosen.length === lattice.layers.length ? chosen : lattice.layers.map(() => 0)),
    [chosen, lattice],
  );
  const beat = useView((view) => view.beat);
  const chosenHeat = useView((view) => view.heat);
  const heat = beat === BEAT.returns ? 'value' : beat === BEAT.policy ? 'change' : chosenHeat;
  const colors = useCanvasColors();
  const geometry = useMemo(() => mapGeometry(lattice, width, mostHeight), [lattice, width, mostHeight]);
  const uniform = useMemo(() => new Float64Array(states * actions.length).fill(1 / actions.length), [states, actions]);
  useEffect(() => {
    painter.current = null;
  }, [width, picture]);
  // before the first frame, the policy that every run begins with
  const frameOf = (): TableFrame | null =>
    run.frame?.kind === 'table' && run.frame.policy.length === uniform.length ? run.frame : null;
  const draw = (): void => {
    if (canvas.current === null || width === 0) return;
    painter.current ??= new MapPainter(canvas.current);
    const frame = frameOf();
    const next = heat === 'change' && frame !== null ? run.preview : null;
    painter.current.draw({
      picture,
      layer,
      heat,
      geometry,
      colors,
      // while a setting is turned, what the next update would change
      policy: next?.policy ?? frame?.policy ?? uniform,
      previous: next === null ? (frame?.previous ?? uniform) : frame!.policy,
      value: frame?.value ?? null,
      valueDomain: run.valueDomain,
      gauge: frame === null ? null : gaugeOf(run, frame, picture),
    });
  };
  useDrawing([run.changed], draw, 0, states > LARGE ? index : 0);
  const spoken = (state: number): string => {
    const row = frameOf()?.policy.subarray(state * actions.length, (state + 1) * actions.length);
    const parts = actions.map(({ label }, a) => `${label} ${share(row?.[a] ?? 1 / actions.length)}`);
    return `${picture.describe(state, 0)}: ${parts.join(', ')}`;
  };
  return <MapShell name={name} lattice={lattice} layer={layer} geometry={geometry} canvas={canvas} spoken={spoken} />;
}

/** Share of the radius that a state used, where the last step had a radius. */
function gaugeOf(run: Run, frame: TableFrame, picture: TablePicture): ((state: number) => number) | null {
  const radius = frame.row[measureIndex.radius] ?? NaN;
  if (!(radius > 0)) return null;
  return (state) => spentAt(run.config.run.method, frame, picture, state) / radius;
}
