import type { ActionComponent } from '../../environments/physics.ts';

/** "torque (N m)"; where the unit is a multiple, "torque at the hip (× 200 N m)". */
export function axisTitle({ label, unit }: ActionComponent): string {
  if (unit === '') return label;
  return `${label} (${/^\d/.test(unit) ? '× ' : ''}${unit})`;
}

/** A point of the box scaled to [−1, 1] in the component's unit. */
export function physical({ low, high }: ActionComponent, scaled: number): number {
  return low + ((high - low) * (scaled + 1)) / 2;
}
