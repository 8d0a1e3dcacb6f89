import { expect, it } from 'vitest';
import { pitches } from './heard-curves.ts';

it('the lowest value is heard at 220 Hz, the highest at 880, the middle an octave from both', () => {
  expect(pitches([[0, 5], [10]])).toEqual([[220, 440], [880]]);
});

it('what is not known is silent, and what does not change has one pitch', () => {
  expect(pitches([[NaN, 1, Infinity, 1]])).toEqual([[null, 440, null, 440]]);
  expect(pitches([])).toEqual([]);
});

it('a long curve is heard from its first to its last value in sixty tones', () => {
  const [tones] = pitches([Array.from({ length: 5000 }, (_, n) => n)]);
  expect(tones).toHaveLength(60);
  expect([tones![0], tones!.at(-1)]).toEqual([220, 880]);
});
