import { measured, rowFacts } from '../facts.ts';
import type { Lesson } from '../lesson.ts';

const PAGE = 'v=2&world=one-state&panel=flow&play=0';

/** KL: everything times a factor. */
export const kl: Lesson = {
  id: 'kl',
  scenes: [
    {
      link: `${PAGE}&world.policy=0.5,0.3,0.2&run=kl,rule:fixed,beta:0.5&end`,
      goal: { kind: 'place', column: 0 },
      shows: [],
      tests: 'before',
    },
    {
      link: `${PAGE}&world.policy=0.5,0.3,0.2&run=kl,rule:fixed,beta:0.5&k=1&end`,
      goal: { kind: 'look' },
      shows: ['update'],
      values: ([column]) => {
        const row = rowFacts(column!);
        const beta = measured(column!, 'beta');
        const pull = row?.advantage ?? [NaN, NaN, NaN];
        // the factor of an action, before all are divided by what makes them sum to 1
        const factor = (a: number): number => (row === null ? NaN : row.next[a]! / row.old[a]!);
        return { beta, a: pull[0]!, c: pull[2]!, fa: factor(0), fb: factor(1), fc: factor(2) };
      },
    },
    {
      link: null,
      goal: { kind: 'do', until: ({ settings }) => Number(settings[0]?.['beta']) <= 0.2 },
      shows: ['update'],
    },
    {
      link: `${PAGE}&world.policy=0.7,0.3,0&run=kl,rule:fixed,beta:0.5&end`,
      goal: {
        kind: 'choose',
        options: ['soon', 'late', 'never'],
        at: 30,
        answer: ([column]) => {
          const share = rowFacts(column!)?.next[2] ?? NaN;
          return share > 0.5 ? 'soon' : share > 0 ? 'late' : 'never';
        },
        taught: 'never',
      },
      shows: ['update'],
      values: ([column]) => ({ b: rowFacts(column!)?.next[1] ?? NaN, c: rowFacts(column!)?.next[2] ?? NaN }),
    },
    {
      link: `${PAGE}&world.rewards=1,0.2,0&world.policy=0.2,0.2,0.6&run=kl,rule:fixed,beta:0.4&end`,
      goal: { kind: 'place', column: 0 },
      shows: [],
      tests: 'after',
    },
  ],
};
