import { useEffect, useRef } from 'react';
import type { TextMap } from '../../environments/text-map.ts';
import type { MapGeometry } from '../draw/map-geometry.ts';
import { drawTextMap } from '../draw/text-map-painter.ts';
import { usePixelRatio } from '../use-playground.ts';
import { useCanvasColors } from '../use-theme.ts';

interface MapPictureProps {
  readonly map: TextMap;
  readonly geometry: MapGeometry;
}

/** A map as a picture. */
export function MapPicture({ map, geometry }: MapPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colors = useCanvasColors();
  const ratio = Math.min(3, usePixelRatio() || 1);
  const { width, height } = geometry;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context == null) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawTextMap(context, map, geometry, colors);
  }, [map, geometry, colors, ratio]);
  return (
    <canvas
      ref={canvas}
      width={Math.round(width * ratio)}
      height={Math.round(height * ratio)}
      style={{ width, height }}
      aria-hidden="true"
    />
  );
}
