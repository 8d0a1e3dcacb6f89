import { first, measured, rowFacts, type Watched } from '../facts.ts';
import type { Lesson, LessonScene } from '../lesson.ts';

const RUNS =
  'run=kl,rule:fixed,beta:0.6&run=wasserstein,rule:fixed,beta:1.2&run=sinkhorn,rule:fixed,beta:1.2,lambda:20';
const page = (bias: number): string =>
  `v=2&world=one-state&world.rewards=0,0.6,1&world.policy=0.05,0.9,0.05${bias === 0 ? '' : `&bias=${bias}&biasPairs=0:0`}&${RUNS}&play=0&k=1&end`;
const few = (seed: number): string =>
  `v=2&seed=${seed}&estimator=monte-carlo&episodes=10&run=kl,rule:matched&run=wasserstein,rule:matched&run=sinkhorn,rule:matched&play=0&end`;

const returns = (columns: readonly Watched[]): number[] => columns.map((column) => measured(column, 'return'));

/** Columns whose update is another one than without the error. */
function misled(columns: readonly Watched[], before: readonly Watched[]): string {
  const all = columns.flatMap((column, n) => {
    const [now, then] = [rowFacts(column), rowFacts(before[n]!)];
    return now !== null && now.next.some((share, a) => Math.abs(share - then!.next[a]!) > 1e-9) ? [n] : [];
  });
  return all.join('.') || 'none';
}

/** Ten episodes an update, and who ends highest with a seed. */
function winnerOf(seed: number, taught: string): LessonScene {
  return {
    link: few(seed),
    goal: {
      kind: 'choose',
      options: ['0', '1', '2'],
      at: 40,
      answer: (columns) => String(first(returns(columns), 'most', 1e-3)),
      taught,
    },
    shows: ['maps', 'charts'],
    values: (columns) => {
      const [kl = NaN, w = NaN, s = NaN] = returns(columns);
      return { kl, w, s };
    },
  };
}

/** Few samples, and what "robust" means. */
export const samples: Lesson = {
  id: 'samples',
  scenes: [
    {
      link: page(0),
      goal: {
        kind: 'choose',
        options: ['0', '1', '0.2', '0.1.2'],
        at: 1,
        opens: page(0.4),
        answer: misled,
        taught: '0.2',
      },
      shows: ['update'],
      tests: 'before',
      values: ([, w]) => ({ w: rowFacts(w!)?.moved ?? NaN }),
    },
    {
      link: page(0),
      goal: {
        kind: 'choose',
        options: ['0', '1', 'alike'],
        at: 1,
        opens: page(1.6),
        answer: (columns, before) => {
          const lost = columns.map((column, n) => returns(before)[n]! - measured(column, 'return')).slice(0, 2);
          return String(first(lost) ?? 'alike');
        },
        taught: '1',
      },
      shows: ['update'],
      values: ([k, w]) => ({ kl: measured(k!, 'return'), w: measured(w!, 'return') }),
    },
    winnerOf(1, '1'),
    { ...winnerOf(2, '0'), tests: 'after' },
  ],
};
