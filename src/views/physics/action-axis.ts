import { say } from '../../copy/say.ts';
import type { ActionComponent } from '../../environments/physics.ts';

/** "torque (N m)"; where the unit is a multiple, "torque at the hip (× 200 N m)". */
export function axisTitle({ label, unit }: ActionComponent): string {
  return unit === '' ? say(label) : `${say(label)} (${times(unit)})`;
}

/** "0.4 N m"; where the unit is a multiple, "0.4 × 200 N m". */
export function withUnit(number: string, { unit }: ActionComponent): string {
  return `${number} ${times(unit)}`.trim();
}

const times = (unit: string): string => (/^\d/.test(unit) ? `× ${say(unit)}` : say(unit));

/** A point of the box scaled to [−1, 1] in the component's unit. */
export function physical({ low, high }: ActionComponent, scaled: number): number {
  return low + ((high - low) * (scaled + 1)) / 2;
}
