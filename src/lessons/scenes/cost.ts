import { rowFacts, type Watched } from '../facts.ts';
import type { Lesson } from '../lesson.ts';

const RUNS =
  'run=kl,rule:fixed,beta:0.6&run=wasserstein,rule:fixed,beta:0.5&run=sinkhorn,rule:fixed,beta:0.5,lambda:10';
const page = (far: number, policy: string): string =>
  `v=2&world=one-state&panel=flow&play=0&world.policy=${policy}&world.places=0,0;0.5,0;${far},0&${RUNS}&k=1&end`;

/** Columns whose new row is another one, as the option is called: `1.2`, or `none`. */
function changed(columns: readonly Watched[], before: readonly Watched[]): string {
  const differs = columns.flatMap((column, n) => {
    const [now, then] = [rowFacts(column), rowFacts(before[n]!)];
    const same = now?.next.every((share, a) => Math.abs(share - then!.next[a]!) < 1e-9);
    return same === false ? [n] : [];
  });
  return differs.join('.') || 'none';
}

const options = ['0', '1', '1.2', '0.1.2'];

/** The cost of a move: M, and who sees it. */
export const cost: Lesson = {
  id: 'cost',
  scenes: [
    {
      link: page(1, '0.6,0.3,0.1'),
      goal: {
        kind: 'choose',
        options,
        at: 1,
        opens: page(2, '0.6,0.3,0.1'),
        answer: changed,
        taught: '1.2',
      },
      shows: ['update'],
      tests: 'before',
      values: (columns) => ({
        kl: rowFacts(columns[0]!)?.next[2] ?? NaN,
        w: rowFacts(columns[1]!)?.next[2] ?? NaN,
        s: rowFacts(columns[2]!)?.next[2] ?? NaN,
      }),
    },
    {
      link: null,
      goal: { kind: 'do', until: ({ panel }) => panel === 'cost' },
      shows: ['update'],
    },
    {
      link: `v=2&world=four-rooms&cost=angle&run=kl,rule:matched,tau:0.02&run=wasserstein,rule:matched,tau:0.02&play=0&end`,
      goal: { kind: 'do', until: ({ config }) => config.training.cost !== 'angle' },
      shows: ['maps', 'update', 'settings'],
    },
    {
      link: page(2, '0.3,0.6,0.1'),
      goal: {
        kind: 'choose',
        options,
        at: 1,
        opens: page(1, '0.3,0.6,0.1'),
        answer: changed,
        taught: '1.2',
      },
      shows: ['update'],
      tests: 'after',
      values: (columns) => ({
        kl: rowFacts(columns[0]!)?.next[2] ?? NaN,
        w: rowFacts(columns[1]!)?.next[2] ?? NaN,
      }),
    },
  ],
};
