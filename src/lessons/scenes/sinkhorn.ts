import { first, measured, rowFacts } from '../facts.ts';
import type { Lesson } from '../lesson.ts';

const PAGE = 'v=2&world=one-state&panel=flow&play=0&world.policy=0.05,0.05,0.9';

/** Sinkhorn: carried with blur; λ from 1 to 1000, and why a small λ is not a careful step. */
export const sinkhorn: Lesson = {
  id: 'sinkhorn',
  scenes: [
    {
      link: `${PAGE}&run=sinkhorn,rule:fixed,beta:1,lambda:1000&run=sinkhorn,rule:fixed,beta:1,lambda:2&end`,
      goal: {
        kind: 'choose',
        options: ['0', '1', 'alike'],
        at: 1,
        answer: (columns) =>
          String(
            first(
              columns.map((column) => measured(column, 'variation')),
              'most',
              1e-3,
            ) ?? 'alike',
          ),
        taught: '1',
      },
      shows: ['bench'],
      tests: 'before',
      values: ([sharp, blurred]) => ({
        sharp: measured(sharp!, 'variation'),
        blurred: measured(blurred!, 'variation'),
        from: 0.9,
        to: rowFacts(blurred!)?.next[2] ?? NaN,
      }),
    },
    {
      link: `${PAGE}&run=sinkhorn,rule:fixed,beta:1,lambda:50&k=1&end`,
      goal: { kind: 'do', until: ({ settings }) => Number(settings[0]?.['lambda']) <= 3 },
      shows: ['update', 'bench'],
    },
    {
      link: null,
      goal: { kind: 'do', until: ({ settings }) => Number(settings[0]?.['lambda']) >= 500 },
      shows: ['update', 'bench'],
    },
    {
      link: `${PAGE}&run=wasserstein,rule:fixed,beta:1&run=sinkhorn,rule:fixed,beta:1,lambda:2&end`,
      goal: {
        kind: 'choose',
        options: ['up', 'same', 'down'],
        at: 20,
        answer: (columns) => {
          const change = measured(columns[1]!, 'return') - (0.05 * 0.7 + 0.9);
          return change > 1e-3 ? 'up' : change < -1e-3 ? 'down' : 'same';
        },
        taught: 'down',
      },
      shows: ['update', 'bench', 'charts'],
      values: ([, column]) => ({ before: 0.05 * 0.7 + 0.9, after: measured(column!, 'return') }),
    },
    {
      link: `v=2&world=chain&play=0${['20', '5', '2'].map((lambda) => `&run=sinkhorn,rule:fixed,beta:1,lambda:${lambda}`).join('')}&end`,
      goal: {
        kind: 'choose',
        options: ['0', '1', '2'],
        at: 60,
        answer: (columns) =>
          String(
            first(
              columns.map((column) => measured(column, 'gap')),
              'most',
            ),
          ),
        taught: '2',
      },
      shows: ['maps', 'charts'],
      tests: 'after',
      values: (columns) => ({
        twenty: measured(columns[0]!, 'gap'),
        five: measured(columns[1]!, 'gap'),
        two: measured(columns[2]!, 'gap'),
      }),
    },
  ],
};
