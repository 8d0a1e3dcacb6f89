import { say } from '../../copy/say.ts';
import { formatNumber, type Field, type NumberField } from '../../field.ts';

/** Values that an axis may begin with, as they are typed. */
interface Preset {
  readonly label: string;
  readonly values: string;
}

/** Steps from the default: of what is counted in ratios, and in equal parts. */
const RATIOS = [0.1, 0.3, 1, 3, 10];
const PARTS = 5;

/** Values to begin with, by what is known of a setting. */
export function presetsOf(field: Field | undefined): Preset[] {
  if (field === undefined || field.kind === 'text') return [];
  if (field.kind === 'choice')
    return [{ label: say('all of them'), values: field.options.map(({ value }) => value).join(' ') }];
  const near = around(field);
  const whole = evenly(field, field.min, field.max);
  return [
    ...(near.length > 1
      ? [
          {
            label: say('around {value}', { value: formatNumber(field.default) }),
            values: near.map(formatNumber).join(' '),
          },
        ]
      : []),
    ...(field.scale === 'linear' && whole.length > 1
      ? [{ label: say('the whole range'), values: whole.map(formatNumber).join(' ') }]
      : []),
  ];
}

/** About the default, within what is allowed. */
function around(field: NumberField): number[] {
  const { default: middle, min, max, scale, step } = field;
  if (scale === 'log' && middle > 0)
    return distinct(
      field,
      RATIOS.map((ratio) => middle * ratio),
    );
  const reach = Math.min(max - min, Math.max(2 * step, Math.abs(middle) || (max - min) / 4));
  return distinct(
    field,
    [-1, -0.5, 0, 0.5, 1].map((part) => middle + part * reach),
  );
}

function evenly(field: NumberField, from: number, to: number): number[] {
  return distinct(
    field,
    Array.from({ length: PARTS }, (_, n) => from + ((to - from) * n) / (PARTS - 1)),
  );
}

/** Rounded as the setting is, inside its bounds, each once. */
function distinct({ min, max, integer, default: usual }: NumberField, values: readonly number[]): number[] {
  const inside = values
    .map((value) => (value === usual ? value : integer === true ? Math.round(value) : Number(value.toPrecision(3))))
    .filter((value) => value >= min && value <= max);
  return [...new Set(inside)];
}
