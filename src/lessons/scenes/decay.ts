import { arrival, measured, type Watched } from '../facts.ts';
import type { Lesson } from '../lesson.ts';

const gap = (column: Watched | undefined): number => (column === undefined ? NaN : measured(column, 'gap'));
const solved = (column: Watched | undefined): boolean => gap(column) < 1e-6;

/** A falling price reaches the best policy. */
export const decay: Lesson = {
  id: 'decay',
  scenes: [
    {
      link: 'v=2&run=wasserstein,rule:fixed,beta:4.4&run=wasserstein,rule:harmonic,beta:44&play=0&end',
      goal: {
        kind: 'choose',
        options: ['both', '0', '1', 'none'],
        at: 60,
        answer: (columns) => {
          const [fixed, falling] = columns.map(solved);
          return fixed ? (falling ? 'both' : '0') : falling ? '1' : 'none';
        },
        taught: '1',
      },
      shows: ['maps', 'charts'],
      tests: 'before',
      values: ([fixed, falling]) => ({ fixed: gap(fixed), falling: gap(falling) }),
    },
    {
      link: null,
      goal: { kind: 'do', until: ({ iteration }) => iteration <= 12 },
      shows: ['maps', 'charts', 'update'],
    },
    {
      link: 'v=2&run=kl,rule:fixed,beta:4.4&run=kl,rule:harmonic,beta:44&play=0&end',
      goal: {
        kind: 'choose',
        options: ['0', '1', 'none'],
        at: 60,
        answer: ([fixed, falling]) => (solved(fixed) ? '0' : solved(falling) ? '1' : 'none'),
        taught: '1',
      },
      shows: ['maps', 'charts'],
      values: ([fixed, falling]) => ({ fixed: gap(fixed), falling: gap(falling) }),
    },
    {
      link: 'v=2&world=gridworld&run=wasserstein,rule:fixed,beta:0.1&run=wasserstein,rule:harmonic,beta:1&play=0&end',
      goal: {
        kind: 'choose',
        options: ['both', '0', '1', 'none'],
        at: 60,
        answer: (columns) => {
          const [fixed, falling] = columns.map((column) => arrival(column) !== null);
          return fixed ? (falling ? 'both' : '0') : falling ? '1' : 'none';
        },
        taught: '1',
      },
      shows: ['maps', 'charts'],
      tests: 'after',
      values: ([fixed, falling]) => ({ fixed: gap(fixed), falling: gap(falling) }),
    },
  ],
};
