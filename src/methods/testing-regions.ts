/** Every trust region of the registry with shapes that its fields allow: not part of the program. */
import fc from 'fast-check';
import type { Fields, NumberField } from '../field.ts';
import type { Shape, TrustRegion } from '../trust-regions/trust-region.ts';
import { methodOf, methods, type MethodKind } from './registry.ts';

/** A metric's own numbers, spread over what its fields allow as their sliders spread them. */
export type ShapeArbitrary = fc.Arbitrary<Shape>;

/** Name, region, and shapes. */
export const regions: readonly (readonly [MethodKind, TrustRegion, ShapeArbitrary])[] = (
  Object.keys(methods) as MethodKind[]
).flatMap((kind) => {
  const { mover, fields } = methodOf(kind);
  return mover.kind === 'region' ? [[kind, mover.of, shapesOf(mover.of, fields)] as const] : [];
});

function shapesOf({ parameters }: TrustRegion, fields: Fields): ShapeArbitrary {
  return fc.record(
    Object.fromEntries(
      Object.keys(parameters).map((key) => {
        const { min, max, scale, integer } = fields[key] as NumberField;
        if (integer === true) return [key, fc.integer({ min, max })];
        if (scale === 'linear') return [key, fc.double({ min, max, noNaN: true })];
        const exponent = fc.double({ min: Math.log10(Math.max(min, 1e-3)), max: Math.log10(max), noNaN: true });
        return [key, exponent.map((x) => 10 ** x)];
      }),
    ),
  );
}
