import { useEffect, useMemo, useRef } from 'react';
import { say } from '../../copy/say.ts';
import type { SlicePicture } from '../../environments/picture.ts';
import type { Run } from '../../playground/run.ts';
import { mapGeometry } from '../draw/map-geometry.ts';
import { SlicePainter } from '../draw/slice-painter.ts';
import { MapShell } from '../column/map-shell.tsx';
import { share } from '../format.ts';
import { useCanvasColors } from '../use-theme.ts';
import { useDrawing, usePlayground, useView } from '../use-playground.ts';
import { withUnit } from './action-axis.ts';
import { sliceOf, type KnownPath } from './slice-content.ts';
import { SliceAxes } from './slice-axes.tsx';

interface SliceMapProps {
  readonly run: Run;
  readonly picture: SlicePicture;
  /** Place of the column. */
  readonly index: number;
  readonly name: string;
  readonly width: number;
  readonly mostHeight: number;
}

const NO_DOMAIN = [0, 1] as const;
const NO_LAYER: readonly number[] = [];

/** A column's networks on a slice of the state space. */
export function SliceMap({ run, picture, index, name, width, mostHeight }: SliceMapProps) {
  const playground = usePlayground();
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<SlicePainter>(null);
  const path = useRef<KnownPath>({ key: '', path: null });
  const { lattice } = picture;
  const slice = useView((view) => view.slice);
  const component = useView((view) => view.component);
  const heat = useView((view) => view.heat);
  const colors = useCanvasColors();
  const geometry = useMemo(() => mapGeometry(lattice, width, mostHeight), [lattice, width, mostHeight]);
  useEffect(() => {
    painter.current = null;
  }, [width, picture]);
  const draw = (): void => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || width === 0) return;
    painter.current ??= new SlicePainter(context);
    painter.current.draw({
      ...sliceOf(run.frame, picture, slice, component, path.current),
      heat,
      geometry,
      colors,
      // only values are drawn by it: elsewhere it must not count as a change
      valueDomain: heat === 'value' ? playground.valueDomain : NO_DOMAIN,
    });
  };
  useDrawing([run.changed], draw, 0, () => index);
  return (
    <SliceAxes world={picture.world} slice={slice} width={lattice.columns * geometry.cell}>
      <MapShell
        name={name}
        lattice={lattice}
        layer={NO_LAYER}
        geometry={geometry}
        canvas={canvas}
        spoken={(state) => `${picture.describe(state, slice)}: ${policyAt(run, picture, state)}`}
      />
    </SliceAxes>
  );
}

/** What the policy does at a state, in words. */
function policyAt({ frame }: Run, picture: SlicePicture, state: number): string {
  if (picture.kind === 'discrete') {
    const n = picture.actions.length;
    const row = frame?.kind === 'discrete' ? frame.policy.subarray(state * n, (state + 1) * n) : undefined;
    return picture.actions.map(({ label }, a) => `${say(label)} ${share(row?.[a] ?? 1 / n)}`).join(', ');
  }
  if (frame?.kind !== 'continuous') return say('no frame yet');
  const said = picture.components.map((component, d) => {
    const { label, low, high } = component;
    const at = state * picture.components.length + d;
    const mean = low + ((frame.gaussian.mean[at]! + 1) / 2) * (high - low);
    const std = (frame.gaussian.std[at]! * (high - low)) / 2;
    return `${say(label)} ${withUnit(`${mean.toFixed(2)} ± ${std.toFixed(2)}`, component)}`;
  });
  return said.join(', ');
}
