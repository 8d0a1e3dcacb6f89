/**
 * One turnable parameter, described once. Slider, typed input, link form, clamping and help all come from it. Its words are English, which
 * is said where they are shown.
 */
import { say, type Values } from './copy/say.ts';

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

/** What was wrong with something that was given, and what is done instead. */
export interface Problem {
  /** The value seen and the value expected, without the period: "gamma = 7 is outside 0 to 0.999". */
  readonly says: string;
  /** "0.999 is used" */
  readonly remedy: string;
}

/** A problem in the language of the page. @param values what stands at the places of both */
export function problemOf(says: string, remedy: string, values: Values = {}): Problem {
  return { says: say(says, values), remedy: say(remedy, values) };
}

/** A problem as one sentence, or two. */
export function sentenceOf({ says, remedy }: Problem): string {
  return says.includes(';')
    ? say('{says}. {remedy}.', { says, remedy: remedy[0]!.toUpperCase() + remedy.slice(1) })
    : say('{says}; {remedy}.', { says, remedy });
}

/** A value that was read, and a problem when it is not the one that was given. */
export interface Reading<Value> {
  readonly value: Value;
  readonly problem?: Problem;
  /** True where nothing could be read, and the value is the default. */
  readonly unreadable?: true;
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
 * Reads a value for `field` from text: always gives a usable value, and a problem where it had to be changed.
 * A number outside its bounds becomes the nearest bound; anything else that is wrong becomes the default.
 */
export function readField<F extends Field>(field: F, key: string, text: string): Reading<FieldValue<F>>;
export function readField(field: Field, key: string, text: string): Reading<number | string> {
  switch (field.kind) {
    case 'number':
      return readNumber(field, key, text);
    case 'choice': {
      const given = text.trim();
      if (field.options.some((option) => option.value === given)) return { value: given };
      const expected = field.options.map((option) => option.value).join(', ');
      return unreadable(field, say('{key} = {given} is not one of {expected}', { key, given: quote(text), expected }));
    }
    case 'text': {
      const problem = textProblem(field, key, text);
      return problem === undefined ? { value: text } : unreadable(field, problem);
    }
  }
}

/** What is wrong with a text that is given for a field, without the period; undefined when it is fine. Long ones are not looked at. */
export function textProblem(field: TextField, key: string, text: string): string | undefined {
  if (text.length > field.maxLength) {
    return say('{key} has {n} characters, at most {most} are read', { key, n: text.length, most: field.maxLength });
  }
  return field.problem(text)?.replace(/\.$/, '');
}

function unreadable(field: Field, says: string): Reading<number | string> {
  const remedy = field.kind === 'text' ? say('the default is used') : say('{value} is used', { value: field.default });
  return { value: field.default, problem: { says, remedy }, unreadable: true };
}

/** Longest text of a number: a double has at most 25 letters, and nobody writes more. */
const MOST_DIGITS = 40;
/** Each letter can be read in one way only, so that no text takes longer than its length. */
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Whether a text is a number in decimal digits. */
export function isDecimal(text: string): boolean {
  return text.length <= MOST_DIGITS && DECIMAL.test(text);
}

function readNumber(field: NumberField, key: string, text: string): Reading<number> {
  const trimmed = text.trim();
  if (!isDecimal(trimmed)) {
    return unreadable(field, say('{key} = {given} is not a number', { key, given: quote(text) })) as Reading<number>;
  }
  const value = Number(trimmed);
  if (field.integer === true && !Number.isInteger(value)) {
    const used = clamp(Math.round(value), field.min, field.max);
    const values = { key, given: trimmed, value: used };
    return { value: used, problem: problemOf('{key} = {given} is not a whole number', '{value} is used', values) };
  }
  const inside = clamp(value, field.min, field.max);
  if (inside === value) return { value: value === 0 ? 0 : value };
  const values = { key, given: trimmed, min: field.min, max: field.max, value: inside };
  return { value: inside, problem: problemOf('{key} = {given} is outside {min} to {max}', '{value} is used', values) };
}

/** The nearest value inside [min, max]. */
function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

/** Most letters of what is quoted. */
const MOST_QUOTED = 40;

/** Untrusted text in quotation marks, shortened so that a sentence stays a sentence, and of letters that can be seen. */
export function quote(text: string): string {
  const letters = Array.from(text.slice(0, 2 * MOST_QUOTED + 2));
  return visible(JSON.stringify(letters.length > MOST_QUOTED ? `${letters.slice(0, MOST_QUOTED).join('')}…` : text));
}

/** A text in which control and format characters are spelled out: they move the cursor, turn the line round or are not seen. */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (letter) => `\\u{${letter.codePointAt(0)!.toString(16)}}`);
}
