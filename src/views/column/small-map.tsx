import { useEffect, useRef } from 'react';
import { mapGeometry } from '../draw/map-geometry.ts';
import { MapPainter, type MapContent } from '../draw/map-painter.ts';
import { useCanvasColors } from '../use-theme.ts';

interface SmallMapProps {
  readonly content: Omit<MapContent, 'geometry' | 'colors' | 'gauge'>;
  /** Pixels that it has room in. */
  readonly width: number;
  readonly height: number;
}

/** A map in small, that does not answer. */
export function SmallMap({ content, width, height }: SmallMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colors = useCanvasColors();
  const geometry = mapGeometry(content.picture.lattice, width, height);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context == null) return;
    new MapPainter(context).draw({ ...content, geometry, colors, gauge: null });
  });
  return <canvas ref={canvas} style={{ width: geometry.width, height: geometry.height }} />;
}
