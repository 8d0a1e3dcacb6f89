import type { Letters } from './letters.ts';

/** Letters half as wide as they are high, for tests without a page: not part of the program. */
export const testingLetters: Letters = {
  width: (text, font) => (text.length * Number(/([\d.]+)px/.exec(font)?.[1] ?? 10)) / 2,
  drop: (_, baseline) => (baseline === 'middle' ? 4 : baseline === 'top' ? 9 : 0),
};
