import type { Problem } from '../field.ts';

/** Takes a problem of a link, or nothing. */
export type Tell = (problem: Problem | undefined) => void;

/** Escapes what would end a value or break in a chat window, and leaves the rest readable. */
export function escapeValue(value: string): string {
  return encodeURIComponent(value).replaceAll(/%(2C|3A|2F|3B|20|40)/g, (code) =>
    code === '%20' ? '+' : decodeURIComponent(code),
  );
}

/** The text that `escapeValue` escaped; what is no escape is taken as it stands. */
export function unescapeValue(value: string): string {
  if (!/[%+]/.test(value)) return value;
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}

/** The text before and after the first separator. */
export function split(given: string, separator: string): [string, string] {
  const at = given.indexOf(separator);
  return at < 0 ? [given, ''] : [given.slice(0, at), given.slice(at + separator.length)];
}
