import { afterEach, expect, test } from 'vitest';
import { translationOf } from './catalogue.ts';
import { chosenLanguage, directionOf, isLanguage, localeOf } from './language.ts';
import { pseudo, pseudoCopy, pseudoTranslation } from './pseudo.ts';
import { inEnglish, say, sayCount, speak, spoken, unsaid } from './say.ts';

afterEach(() => speak('en'));

test('English is filled as it stands', () => {
  expect(spoken()).toBe('en');
  expect(say('{a} of {b}, and {unknown}', { a: 1, b: '{a}' })).toBe('1 of {a}, and {unknown}');
  expect(sayCount(1, '{count} state', '{count} states')).toBe('1 state');
  expect(sayCount(0, '{count} state', '{count} states')).toBe('0 states');
});

test('another language has its own order and its own numbers; what it does not know stays English', () => {
  const sentences = {
    '{a} of {b}': 'de {b}, {a}',
    '{count} states': '{count, plural, =0 {ningún estado} one {# estado} other {# estados}}',
    'a <b>word</b>': 'una <b>palabra</b>',
  };
  speak('es', translationOf([sentences], {}, localeOf.es));
  expect(say('{a} of {b}', { a: '0.5', b: 2 })).toBe('de 2, 0.5');
  expect([0, 1, 1234.5].map((n) => sayCount(n, '{count} state', '{count} states'))).toEqual([
    'ningún estado',
    '1 estado',
    '1,234.5 estados',
  ]);
  expect(say('a <b>word</b>')).toBe('una <b>palabra</b>');
  expect(say('unknown {a}', { a: 1 })).toBe('unknown 1');
  expect(sayCount(1, '{count} thing', '{count} things')).toBe('1 thing');
});

test('a sentence that comes finished is known by its pattern, and what stands at its places is said too', () => {
  const written = {
    '{a} of {b} steps fall{tail}.': 'caen {a} de {b} pasos{tail}.',
    ', by up to {x}': ', hasta en {x}',
    '{a}, {b}': '{a}, {b}',
    '{a}: {b}': '{a}: {b}',
    'steps fall': 'caen pasos',
  };
  speak('es', translationOf([{ Chain: 'Cadena' }], written, localeOf.es));
  expect(say('0 of 180 steps fall.')).toBe('caen 0 de 180 pasos.');
  expect(say('5 of 300 steps fall, by up to 3.49.')).toBe('caen 5 de 300 pasos, hasta en 3.49.');
  expect(say('Chain, N = 3: steps fall')).toBe('Cadena, N = 3: caen pasos');
  // what no pattern knows, and what could run for ever, stays as it is
  expect(say('nothing like it')).toBe('nothing like it');
  expect(say(`${'a, '.repeat(3000)}b`)).toContain('a, a');
  expect(say('((x+)+)$ {a}: b')).toBe('((x+)+)$ {a}: b');
});

test('what is made for programs is English, and the page goes on in its language even when that fails', () => {
  speak('es', translationOf([{ mass: 'masa' }], {}, localeOf.es));
  expect(inEnglish(() => say('mass'))).toBe('mass');
  const fails = (): never => {
    throw new Error('no');
  };
  expect(() => inEnglish(fails)).toThrow('no');
  expect([spoken(), say('mass')]).toEqual(['es', 'masa']);
});

test('what was filled in English elsewhere is said anew, and so is what stands in it', () => {
  const written = {
    'The worker stopped: {why}': 'Se detuvo: {why}',
    'the server answered {status}.': 'el servidor respondió {status}.',
    '{n} (of {all})?': '¿{n}?',
  };
  const whole = unsaid('The worker stopped: {why}', { why: unsaid('the server answered {status}.', { status: 404 }) });
  expect(whole).toBe('The worker stopped: the server answered 404.');
  speak('es', translationOf([{ one: 'uno' }], written, localeOf.es));
  expect(unsaid('{n} one', { n: 1 })).toBe('1 one');
  expect(say(whole)).toBe('Se detuvo: el servidor respondió 404.');
  expect(say('The worker stopped: {why}', { why: 'x' })).toBe('Se detuvo: x');
  expect([say('one (of 7)?'), say('7 (of 7)!')]).toEqual(['¿uno?', '7 (of 7)!']);
});

test('the pseudo-language keeps places and marks, is twice as long and has no plain letter', () => {
  speak('qps', pseudoTranslation);
  const text = say('Move {n} to the <b>best</b> action', { n: 'KL' });
  expect(text).toMatch(/KL .*<b>.*<\/b>/);
  expect(text.replace('KL', '').replaceAll(/<\/?b>/g, '')).not.toMatch(/[A-Za-z]/);
  expect(pseudo('twelve words').length).toBeGreaterThan(20);
  expect(pseudoCopy({ a: ['one', { b: 2, c: null }] })).toEqual({ a: [pseudo('one'), { b: 2, c: null }] });
  expect([directionOf('qps'), directionOf('es')]).toEqual(['rtl', 'ltr']);
});

test('the language is the first of the reader’s that there is', () => {
  expect(chosenLanguage(['de', 'es-AR', 'en'])).toBe('es');
  expect(chosenLanguage(['toString'])).toBe('en');
  expect([isLanguage('es'), isLanguage('xx')]).toEqual([true, false]);
});
