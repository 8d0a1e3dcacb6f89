import { measured, type Watched } from '../facts.ts';
import type { Lesson } from '../lesson.ts';

const PAGE = 'v=2&world=one-state&panel=flow&play=0&world.policy=0.5,0.3,0.2';

const compare = (one: number, other: number): string =>
  one > other * 1.001 ? 'up' : one < other * 0.999 ? 'down' : 'same';

const betas = (column: Watched): readonly number[] => column.series('beta').slice(1);

/** The price β, the radius δ, the dual's curve. */
export const price: Lesson = {
  id: 'price',
  scenes: [
    {
      link: `${PAGE}&run=kl,delta:0.1&run=kl,delta:0.05&end`,
      goal: {
        kind: 'choose',
        options: ['up', 'same', 'down'],
        at: 1,
        answer: ([wide, narrow]) => compare(measured(narrow!, 'beta'), measured(wide!, 'beta')),
        taught: 'up',
      },
      shows: ['bench'],
      tests: 'before',
      values: ([wide, narrow]) => ({ wide: measured(wide!, 'beta'), narrow: measured(narrow!, 'beta') }),
    },
    {
      link: `${PAGE}&run=kl,delta:0.1&k=1&end`,
      goal: { kind: 'do', until: ({ settings }) => Number(settings[0]?.['delta']) >= 0.2 },
      shows: [],
      values: ([column]) => ({ beta: measured(column!, 'beta'), spent: measured(column!, 'spent') }),
    },
    {
      link: 'v=2&run=kl&run=wasserstein&play=0&end',
      goal: {
        kind: 'choose',
        options: ['up', 'same', 'down'],
        at: 20,
        answer: (columns) => {
          const all = columns.map((column) => compare(betas(column).at(-1)!, betas(column)[0]!));
          return all.every((one) => one === all[0]) ? all[0]! : 'same';
        },
        taught: 'down',
      },
      shows: ['maps', 'charts'],
      values: ([column]) => ({ first: betas(column!)[0] ?? NaN, tenth: betas(column!)[9] ?? NaN }),
    },
    {
      link: `${PAGE}&run=kl,delta:0.1&k=1&end`,
      goal: { kind: 'do', until: ({ settings }) => settings[0]?.['rule'] === 'fixed' },
      shows: ['update'],
    },
    {
      link: `${PAGE}&run=kl,delta:0.1&run=kl,delta:5&end`,
      goal: {
        kind: 'choose',
        options: ['halves', 'zero', 'same'],
        at: 1,
        answer: ([, wide]) => (measured(wide!, 'beta') === 0 ? 'zero' : 'halves'),
        taught: 'zero',
      },
      shows: ['bench'],
      tests: 'after',
      values: ([, wide]) => ({ spent: measured(wide!, 'spent'), beta: measured(wide!, 'beta') }),
    },
  ],
};
