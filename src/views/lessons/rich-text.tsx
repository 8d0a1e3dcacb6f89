import type { ReactNode } from 'react';
import { localeOf, type Language } from '../../copy/language.ts';
import { filled } from '../../copy/say.ts';
import type { Values } from '../../lessons/lesson.ts';
import { grouped } from '../format.ts';
import { woven } from '../rich.tsx';
import { LinkedWord, linkedWords } from './linked-word.tsx';

interface RichTextProps {
  readonly text: string;
  readonly language: Language;
  readonly values?: Values | undefined;
}

/** Significant digits of a number in a sentence. */
const DIGITS = 3;

/** A number as the language writes it, with three digits, a real minus and no zero for what is nearly none. */
export function numberIn(language: Language, value: number): string {
  if (Number.isNaN(value)) return '…';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const near = Math.abs(value) < 1e-9 ? 0 : value;
  const digits = String(Number(near.toPrecision(DIGITS)));
  const written =
    language === 'en' && /^-?[\d.]+$/.test(digits)
      ? grouped(digits)
      : new Intl.NumberFormat(localeOf[language], { maximumSignificantDigits: DIGITS }).format(near);
  return written.replace('-', '−');
}

const spoken = (language: Language, values: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? numberIn(language, value) : value,
    ]),
  );

/** A sentence without words that are linked. */
export function sentence(text: string, language: Language, values: Values = {}): string {
  return filled(text, spoken(language, values));
}

/** What stands around a word that is explained, and around words that are stressed, by their names. */
const around = {
  ...Object.fromEntries(
    Object.keys(linkedWords).map((tag) => [
      // a word may be called as a number is
      `word${tag}`,
      (inner: ReactNode) => <LinkedWord of={tag as keyof typeof linkedWords}>{inner}</LinkedWord>,
    ]),
  ),
  em: (inner: ReactNode) => <em>{inner}</em>,
};

/** A sentence whose `<price>words</price>` are explained, and point at the part of the page that they name; *words* are stressed. */
export function RichText({ text, language, values = {} }: RichTextProps) {
  const marked = text.replaceAll(/<(\/?)(\w+)>/g, '<$1word$2>').replaceAll(/\*([^*]+)\*/g, '<em>$1</em>');
  return woven(sentence(marked, language, values), around);
}
