import { arrival, first, type Watched } from '../facts.ts';
import type { Lesson, Values } from '../lesson.ts';

const runs = (dials: readonly number[], tau: number): string =>
  dials.map((dial) => `&run=bridge,rule:matched,tau:${tau},dial:${dial}`).join('');

const arrivals = (columns: readonly Watched[]): number[] => columns.map((column) => arrival(column) ?? Infinity);
const values = (columns: readonly Watched[]): Values => {
  const [kl = Infinity, middle = Infinity, w = Infinity] = arrivals(columns);
  return { kl, middle, w };
};
const last = (columns: readonly Watched[]): string => String(first(arrivals(columns), 'most') ?? 'alike');

/** One dial from KL to Wasserstein. */
export const dial: Lesson = {
  id: 'dial',
  scenes: [
    {
      link: `v=2${runs([0, 0.4, 1], 0.02)}&play=0&end`,
      goal: { kind: 'choose', options: ['0', '1', '2'], at: 60, answer: last, taught: '1' },
      shows: ['maps', 'charts'],
      tests: 'before',
      values,
    },
    {
      link: `v=2&world=one-state&world.policy=0.5,0.3,0.2&panel=flow&run=bridge,rule:fixed,beta:0.5,dial:0&play=0&k=1&end`,
      goal: { kind: 'do', until: ({ settings }) => Number(settings[0]?.['dial']) >= 0.5 },
      shows: ['update', 'bench', 'settings'],
    },
    {
      link: `v=2${runs([0, 0.2, 0.4, 0.6, 0.8, 1], 0.02)}&play=0&end`,
      goal: {
        kind: 'choose',
        options: ['0', '1', '2', '3', '4', '5'],
        at: 60,
        answer: (columns) => String(first(arrivals(columns), 'least')),
        taught: '5',
      },
      shows: ['maps', 'charts'],
      tests: 'after',
      values: (columns) => Object.fromEntries(arrivals(columns).map((at, n) => [`s${n}`, at])),
    },
  ],
};
