/**
 * One turnable parameter, described once. Slider, typed input, link form, clamping and help all come from it.
 */

/** A number between two bounds. */
export interface NumberField {
  readonly kind: 'number';
  /** What the reader sees, lower case: "radius". */
  readonly label: string;
  /** The paper's symbol, if it has one: "δ". */
  readonly symbol?: string;
  readonly unit?: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** Step of the slider: absolute on a linear scale, a number of steps over the whole range on a log scale. */
  readonly step: number;
  readonly scale: 'linear' | 'log';
  readonly integer?: boolean;
  /** One sentence for tooltips and the documentation. */
  readonly help: string;
}

/** One of a few named values. */
export interface ChoiceField<Value extends string = string> {
  readonly kind: 'choice';
  readonly label: string;
  readonly symbol?: string;
  readonly default: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly help?: string }[];
  readonly help: string;
}

/** Free text with a check that names what is wrong. */
export interface TextField {
  readonly kind: 'text';
  readonly label: string;
  readonly symbol?: string;
  readonly default: string;
  readonly maxLength: number;
  readonly multiline?: boolean;
  readonly help: string;
  /** A sentence that names the value seen and the value wanted, or undefined when the text is fine. */
  readonly problem: (text: string) => string | undefined;
}

export type Field = NumberField | ChoiceField | TextField;
export type Fields = Readonly<Record<string, Field>>;

/** The value that a field holds. */
export type FieldValue<F extends Field> = F extends NumberField
  ? number
  : F extends ChoiceField<infer Value>
    ? Value
    : string;

/** The values of a record of fields. */
export type FieldValues<F extends Fields> = { -readonly [Key in keyof F]: FieldValue<F[Key]> };

/** A value that was read, and a sentence when it is not the one that was given. */
export interface Reading<Value> {
  readonly value: Value;
  readonly problem?: string;
}

/** The defaults of a record of fields. */
export function defaultsOf<F extends Fields>(fields: F): FieldValues<F> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.default])) as FieldValues<F>;
}

/** Shortest text that reads back as the same number. */
export function formatNumber(value: number): string {
  return String(value);
}

/**
 * Reads a value for `field` from text: always gives a usable value, and a sentence where it had to be changed.
 * A number outside its bounds becomes the nearest bound; anything else that is wrong becomes the default.
 */
export function readField<F extends Field>(field: F, key: string, text: string): Reading<FieldValue<F>>;
export function readField(field: Field, key: string, text: string): Reading<number | string> {
  switch (field.kind) {
    case 'number':
      return readNumber(field, key, text);
    case 'choice': {
      if (field.options.some((option) => option.value === text)) return { value: text };
      const wanted = field.options.map((option) => option.value).join(', ');
      return {
        value: field.default,
        problem: `${key} = ${quote(text)} is not one of ${wanted}; ${field.default} is used.`,
      };
    }
    case 'text': {
      if (text.length > field.maxLength) {
        const problem = `${key} has ${text.length} characters, at most ${field.maxLength} are read; the default is used.`;
        return { value: field.default, problem };
      }
      const problem = field.problem(text);
      return problem === undefined
        ? { value: text }
        : { value: field.default, problem: `${problem} The default is used.` };
    }
  }
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function readNumber(field: NumberField, key: string, text: string): Reading<number> {
  const trimmed = text.trim();
  if (!DECIMAL.test(trimmed)) {
    return {
      value: field.default,
      problem: `${key} = ${quote(text)} is not a number; ${formatNumber(field.default)} is used.`,
    };
  }
  const value = Number(trimmed);
  if (field.integer === true && !Number.isInteger(value)) {
    const whole = clamp(Math.round(value), field.min, field.max);
    return { value: whole, problem: `${key} = ${trimmed} is not a whole number; ${whole} is used.` };
  }
  const inside = clamp(value, field.min, field.max);
  if (inside === value) return { value: value === 0 ? 0 : value };
  const bounds = `${formatNumber(field.min)} to ${formatNumber(field.max)}`;
  return { value: inside, problem: `${key} = ${trimmed} is outside ${bounds}; ${formatNumber(inside)} is used.` };
}

/** The nearest value inside [min, max]. */
function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

/** Untrusted text in quotation marks, shortened so that a sentence stays a sentence. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
