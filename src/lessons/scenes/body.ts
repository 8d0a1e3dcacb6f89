import { rowFacts, type Watched } from '../facts.ts';
import type { Lesson, Values } from '../lesson.ts';

/** Particles that hold some probability after the update. */
const holding = (column: Watched | undefined): number => {
  const row = column === undefined ? null : rowFacts(column);
  return row === null ? NaN : row.next.filter((share) => share > 1e-6).length;
};

/** Which column leaves the fewest particles with anything, by its place; `alike` where two do. */
function sparsest(columns: readonly Watched[]): string {
  const kept = columns.map(holding);
  const least = Math.min(...kept);
  const all = kept.flatMap((count, n) => (count === least ? [n] : []));
  return all.length === 1 ? String(all[0]) : 'alike';
}

const values = (columns: readonly Watched[]): Values => ({
  kl: holding(columns[0]),
  w: holding(columns[1]),
  s: holding(columns[2]),
});

/** The same in a body that hops. */
export const body: Lesson = {
  id: 'body',
  scenes: [
    {
      link: 'v=2&world=pendulum&seed=2&play=0&end',
      goal: { kind: 'choose', options: ['0', '1', '2', 'alike'], at: 1, answer: sparsest, taught: '1' },
      shows: ['maps', 'update'],
      tests: 'before',
      values,
    },
    {
      link: null,
      goal: { kind: 'do', until: ({ iteration }) => iteration >= 8 },
      shows: ['maps', 'update', 'charts'],
    },
    {
      link: 'v=2&world=hopper&play=0&end',
      goal: { kind: 'do', until: ({ iteration }) => iteration >= 1 },
      shows: ['maps', 'update'],
    },
    {
      link: 'v=2&world=pendulum&play=0&end',
      goal: { kind: 'choose', options: ['0', '1', '2', 'alike'], at: 1, answer: sparsest, taught: '1' },
      shows: ['maps', 'update'],
      tests: 'after',
      values,
    },
  ],
};
