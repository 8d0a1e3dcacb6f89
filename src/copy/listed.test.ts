import { afterEach, expect, test } from 'vitest';
import { translationOf } from './catalogue.ts';
import { localeOf } from './language.ts';
import { listed } from './listed.ts';
import { speak } from './say.ts';

afterEach(() => speak('en'));

test('words stand one after another as the language writes them', () => {
  const words = ['KL', 'WPO', 'SPO'];
  expect([listed(words), listed(words, 'conjunction')]).toEqual(['KL, WPO, SPO', 'KL, WPO and SPO']);
  expect(listed(['KL'])).toBe('KL');
  speak('es', translationOf([], {}, localeOf.es));
  expect(listed(words, 'conjunction')).toBe('KL, WPO y SPO');
});
