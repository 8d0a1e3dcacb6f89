import { OPENING_SCENE } from '../../config/scenes.ts';
import { first, measured, type Watched } from '../facts.ts';
import type { Lesson } from '../lesson.ts';

const moved = (column: Watched): number => measured(column, 'variation');

/** Which column moved most, or that all moved alike. */
function mover(columns: readonly Watched[]): string {
  const most = first(columns.map(moved), 'most', 1e-3);
  return most === null ? 'alike' : String(most);
}

/** What an update is, and why one bounds it. */
export const update: Lesson = {
  id: 'update',
  scenes: [
    {
      link: OPENING_SCENE.link,
      goal: { kind: 'do', until: ({ iteration }) => iteration >= 4 },
      shows: ['maps', 'update', 'step'],
    },
    {
      link: 'v=2&run=kl,rule:matched&run=wasserstein,rule:matched&run=sinkhorn,rule:matched&play=0&end',
      goal: { kind: 'choose', options: ['0', '1', '2', 'alike'], at: 1, answer: mover, taught: 'alike' },
      shows: ['maps', 'step'],
      tests: 'before',
      values: (columns) => ({ kl: moved(columns[0]!), w: moved(columns[1]!), s: moved(columns[2]!) }),
    },
    {
      link: null,
      goal: { kind: 'do', until: ({ pinned }) => pinned !== null },
      shows: ['maps', 'update', 'step'],
    },
    {
      link: 'v=2&estimator=monte-carlo&run=kl,rule:fixed,beta:0.01&run=kl,rule:matched,tau:0.05&play=0&end',
      goal: {
        kind: 'choose',
        options: ['0', '1', 'alike'],
        at: 30,
        answer: (columns) =>
          String(
            first(
              columns.map((column) => measured(column, 'return')),
              'most',
              0.1,
            ) ?? 'alike',
          ),
        taught: '1',
      },
      shows: ['maps', 'charts'],
      values: (columns) => ({
        free: measured(columns[0]!, 'return'),
        bound: measured(columns[1]!, 'return'),
      }),
    },
    {
      link: 'v=2&play=0&end',
      goal: { kind: 'choose', options: ['0', '1', '2', 'alike'], at: 1, answer: mover, taught: '2' },
      shows: ['maps'],
      tests: 'after',
      values: (columns) => ({
        kl: moved(columns[0]!),
        w: moved(columns[1]!),
        s: moved(columns[2]!),
      }),
    },
  ],
};
