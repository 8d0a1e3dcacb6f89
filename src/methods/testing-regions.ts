/** Every trust region of the registry with shapes that its fields allow: not part of the program. */
import fc from 'fast-check';
import type { Fields, NumberField } from '../field.ts';
import type { Shape, TrustRegion } from '../trust-regions/trust-region.ts';
import { methodOf, methods, type MethodKind } from './registry.ts';

/** A metric's own numbers, spread over what its fields allow as their sliders spread them. */
export type ShapeArbitrary = fc.Arbitrary<Shape>;

/** Fields that are not called as the metric calls their number. */
const FIELDS: Readonly<Record<string, string>> = { tau: 'entropy' };

/** Name, region, shapes, and the shape that a column comes with. */
export const regions: readonly (readonly [MethodKind, TrustRegion, ShapeArbitrary, Shape])[] = (
  Object.keys(methods) as MethodKind[]
).flatMap((kind) => {
  const { mover, fields } = methodOf(kind);
  return mover.kind === 'region'
    ? [[kind, mover.of, shapesOf(mover.of, fields), usual(mover.of, fields)] as const]
    : [];
});

function usual({ parameters }: TrustRegion, fields: Fields): Shape {
  return Object.fromEntries(Object.keys(parameters).map((key) => [key, fields[FIELDS[key] ?? key]!.default as number]));
}

function shapesOf({ parameters }: TrustRegion, fields: Fields): ShapeArbitrary {
  return fc.record(
    Object.fromEntries(
      Object.keys(parameters).map((key) => {
        const { min, max, step, scale, integer } = fields[FIELDS[key] ?? key] as NumberField;
        if (integer === true) return [key, fc.integer({ min, max })];
        if (scale === 'linear')
          return [
            key,
            fc.integer({ min: 0, max: Math.round((max - min) / step) }).map((k) => Math.min(max, min + k * step)),
          ];
        const exponent = fc.double({ min: Math.log10(Math.max(min, 1e-3)), max: Math.log10(max), noNaN: true });
        return [key, exponent.map((x) => 10 ** x)];
      }),
    ),
  );
}
