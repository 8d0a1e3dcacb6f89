import { useEffect, useMemo, useRef } from 'react';
import { say } from '../../copy/say.ts';
import type { TablePicture } from '../../environments/picture.ts';
import type { Run } from '../../playground/run.ts';
import { mapGeometry } from '../draw/map-geometry.ts';
import { MapPainter } from '../draw/map-painter.ts';
import { share } from '../format.ts';
import { useCanvasColors } from '../use-theme.ts';
import { useDrawing, useView } from '../use-playground.ts';
import { BEAT } from '../explore/beats.ts';
import { mapContent, tableFrame, uniformPolicy } from './map-content.ts';
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
  const uniform = useMemo(() => uniformPolicy(picture), [picture]);
  useEffect(() => {
    painter.current = null;
  }, [width, picture]);
  const draw = (): void => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || width === 0) return;
    painter.current ??= new MapPainter(context);
    painter.current.draw(mapContent(run, uniform, { picture, layer, heat, geometry, colors }));
  };
  // what is drawn whole, as at first, is large too
  useDrawing([run.changed], draw, 0, () => (states > LARGE || painter.current === null ? index : 0));
  const spoken = (state: number): string => {
    const row = tableFrame(run, picture)?.policy.subarray(state * actions.length, (state + 1) * actions.length);
    const parts = actions.map(({ label }, a) => `${say(label)} ${share(row?.[a] ?? 1 / actions.length)}`);
    return `${picture.describe(state, 0)}: ${parts.join(', ')}`;
  };
  return <MapShell name={name} lattice={lattice} layer={layer} geometry={geometry} canvas={canvas} spoken={spoken} />;
}
