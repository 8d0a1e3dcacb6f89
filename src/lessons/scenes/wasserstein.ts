import { measured, rowFacts, type Watched } from '../facts.ts';
import type { Lesson } from '../lesson.ts';

const PAGE = 'v=2&world=one-state&panel=flow&play=0';
const PRICES = [2, 1, 0.5].map((beta) => `run=wasserstein,rule:fixed,beta:${beta}`).join('&');

/** How much of A's probability is gone. */
const left = (column: Watched): number => {
  const row = rowFacts(column);
  return row === null ? NaN : row.old[0]! - row.next[0]!;
};

/** Wasserstein: carried along cheap moves; the dead zone. */
export const wasserstein: Lesson = {
  id: 'wasserstein',
  scenes: [
    {
      link: `${PAGE}&world.policy=0.6,0.3,0.1&${PRICES}&end`,
      goal: {
        kind: 'choose',
        options: ['all', 'two', 'one', 'none'],
        at: 1,
        answer: (columns) => ['none', 'one', 'two', 'all'][columns.filter((column) => left(column) > 1e-9).length]!,
        taught: 'two',
      },
      shows: ['bench'],
      tests: 'before',
    },
    {
      link: `${PAGE}&world.policy=0.6,0.3,0.1&run=wasserstein,rule:fixed,beta:1&k=1&end`,
      goal: { kind: 'look' },
      shows: ['update', 'bench'],
      values: ([column]) => {
        const row = rowFacts(column!);
        const a = row?.advantage ?? [NaN, NaN, NaN];
        // distances on the line of three actions are a half and a half
        return { beta: measured(column!, 'beta'), near: (a[1]! - a[0]!) / 0.5, far: (a[2]! - a[1]!) / 0.5 };
      },
    },
    {
      link: `${PAGE}&world.policy=0.6,0.3,0.1&run=wasserstein,rule:fixed,beta:2&end`,
      goal: { kind: 'do', until: ({ settings }) => Number(settings[0]?.['beta']) < 0.6 },
      shows: ['update', 'bench'],
    },
    {
      link: 'v=2&run=wasserstein,rule:fixed,beta:4.4&run=kl,rule:fixed,beta:4.4&play=0&end',
      goal: {
        kind: 'choose',
        options: ['best', 'short'],
        at: 40,
        answer: ([column]) => (measured(column!, 'gap') < 0.01 ? 'best' : 'short'),
        taught: 'short',
      },
      shows: ['maps', 'charts'],
      values: ([w, k]) => ({ gap: measured(w!, 'gap'), kl: measured(k!, 'gap') }),
    },
    {
      link: `${PAGE}&world.rewards=0,0.4,1&world.policy=0.5,0.4,0.1&${PRICES}&end`,
      goal: {
        kind: 'choose',
        options: ['all', 'two', 'one', 'none'],
        at: 1,
        answer: (columns) => ['none', 'one', 'two', 'all'][columns.filter((column) => left(column) > 1e-9).length]!,
        taught: 'one',
      },
      shows: ['bench'],
      tests: 'after',
    },
  ],
};
