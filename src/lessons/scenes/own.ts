import { defaultWorld } from '../../config/playground-config.ts';
import { arrival, first, type Watched } from '../facts.ts';
import type { Lesson, Values } from '../lesson.ts';

const RUNS = 'run=kl,rule:matched&run=wasserstein,rule:matched&run=sinkhorn,rule:matched&play=0';

const arrivals = (columns: readonly Watched[]): number[] => columns.map((column) => arrival(column) ?? Infinity);
const winner = (columns: readonly Watched[]): string => String(first(arrivals(columns), 'least') ?? 'alike');

const values = (columns: readonly Watched[]): Values => {
  const [kl = Infinity, w = Infinity, s = Infinity] = arrivals(columns);
  return { kl, w, s };
};

/** Your own world: place a bet on the winner. */
export const own: Lesson = {
  id: 'own',
  scenes: [
    {
      link: `v=2&world=gridworld&world.slip=0&${RUNS}&end`,
      goal: { kind: 'choose', options: ['0', '1', '2', 'alike'], at: 30, answer: winner, taught: '1' },
      shows: ['maps', 'charts'],
      tests: 'before',
      values,
    },
    {
      link: `v=2&world=gridworld&world.slip=0&${RUNS}&end`,
      goal: {
        kind: 'do',
        until: ({ config: { world } }) =>
          world.kind === 'gridworld' && world.parameters['map'] !== defaultWorld('gridworld').parameters['map'],
      },
      shows: ['maps'],
    },
    {
      link: null,
      goal: { kind: 'choose', options: ['0', '1', '2', 'alike'], at: 60, answer: winner, taught: null },
      shows: ['maps', 'charts'],
      tests: 'after',
      values,
    },
    {
      link: null,
      goal: { kind: 'look' },
      shows: ['maps', 'charts'],
    },
  ],
};
