import { describe, expect, it } from 'vitest';
import { lessons } from '../registry.ts';
import { chosenLanguage, languages, type Language } from '../../copy/language.ts';
import { lessonWordsOf } from './registry.ts';

/** Words that a scene may have, and a sentence of it. */
const MOST_WORDS = 90;
const MOST_IN_SENTENCE = 34;

const plain = (text: string): string => text.replaceAll(/<\/?\w+>|\*/g, '');
const wordsIn = (text: string): number => plain(text).split(/\s+/).filter(Boolean).length;
const sentences = (text: string): string[] => plain(text).split(/(?<=[.?!:;])\s+/);
/** Names in braces, and tags. */
const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}|<(\w+)>/g)].map(([slot]) => slot).toSorted();

describe.each(Object.keys(languages) as Language[])('in %s', (language) => {
  it('every lesson has its words, and none has others', async () => {
    const { lessons: words } = await lessonWordsOf(language);
    expect(Object.keys(words).toSorted()).toEqual(lessons.map(({ id }) => id).toSorted());
    for (const { id, scenes } of lessons) expect(words[id]!.scenes.length, id).toBe(scenes.length);
  });

  it('scenes are short, in short sentences', async () => {
    const { lessons: words } = await lessonWordsOf(language);
    for (const [id, { scenes }] of Object.entries(words)) {
      for (const [n, { text, ask, after }] of scenes.entries()) {
        expect(wordsIn(text) + wordsIn(ask), `${id}.${n + 1}`).toBeLessThanOrEqual(MOST_WORDS);
        expect(wordsIn(after), `${id}.${n + 1}`).toBeLessThanOrEqual(60);
        for (const sentence of [...sentences(text), ...sentences(ask), ...sentences(after)])
          expect(wordsIn(sentence), sentence).toBeLessThanOrEqual(MOST_IN_SENTENCE);
      }
    }
  });

  it('every option that is no column is called something', async () => {
    const { lessons: words } = await lessonWordsOf(language);
    for (const { id, scenes } of lessons) {
      for (const [n, { goal }] of scenes.entries()) {
        if (goal.kind !== 'choose') continue;
        const { options = {} } = words[id]!.scenes[n]!;
        for (const option of goal.options)
          expect(/^\d$/.test(option) || Object.hasOwn(options, option), `${id}.${n + 1}: ${option}`).toBe(true);
        for (const option of Object.keys(options)) expect(goal.options, `${id}.${n + 1}`).toContain(option);
      }
    }
  });

  it('sentences are messages, and ask for numbers that their scenes have', async () => {
    const { lessons: words, frame } = await lessonWordsOf(language);
    for (const text of Object.values(frame)) expect(text.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[{}<>]/);
    for (const { id, scenes } of lessons) {
      for (const [n, scene] of scenes.entries()) {
        const { text, ask, after } = words[id]!.scenes[n]!;
        const none = Array.from({ length: 6 }, () => ({ frame: null, series: () => [] }));
        const values = Object.keys(scene.values?.(none) ?? {});
        for (const name of [text, ask, after].flatMap((part) =>
          [...part.matchAll(/\{(\w+)\}/g)].map(([, found]) => found!),
        ))
          expect(values, `${id}.${n + 1}: ${name}`).toContain(name);
      }
    }
  });
});

it('both languages say the same: numbers and linked words stand in the same scenes', async () => {
  const [english, spanish] = await Promise.all([lessonWordsOf('en'), lessonWordsOf('es')]);
  for (const [id, { scenes }] of Object.entries(english.lessons)) {
    for (const [n, scene] of scenes.entries()) {
      const other = spanish.lessons[id]!.scenes[n]!;
      for (const part of ['text', 'ask', 'after'] as const)
        expect({ at: `${id}.${n + 1} ${part}`, slots: slots(other[part]) }).toEqual({
          at: `${id}.${n + 1} ${part}`,
          slots: slots(scene[part]),
        });
      // what is the same in both was not translated
      expect(other.text, `${id}.${n + 1}`).not.toBe(scene.text);
    }
  }
});

it('the first of the reader’s languages that there is, is chosen', () => {
  expect(chosenLanguage(['de-DE', 'es-AR', 'en'])).toBe('es');
  expect(chosenLanguage(['fr'])).toBe('en');
  expect(chosenLanguage([])).toBe('en');
  expect(chosenLanguage(['constructor'])).toBe('en');
});
