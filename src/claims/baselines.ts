import type { Claim } from './claim.ts';
import { Evidence } from './evidence.ts';

const OURS = [1, 2];
const THEIRS = [3, 4, 5];
const NAMES = ['KL', 'WPO', 'SPO', 'TRPO', 'PPO', 'A2C'];

interface Compared {
  readonly beaten: number;
  readonly of: number;
  /** In how many cells both are above each of THEIRS. */
  readonly above: readonly number[];
}

/** In how many cells the worse of WPO and SPO is above the best baseline; and how often they are above each. */
function compared(evidence: Evidence, measure: 'return' | 'sampledReturn'): Compared {
  const values = evidence.values(measure, 'final');
  const cells = new Map<string, number[]>();
  for (const { cell, series, value } of values) {
    const key = cell.join();
    const row = cells.get(key) ?? [];
    row[series] = value;
    cells.set(key, row);
  }
  let beaten = 0;
  const above = THEIRS.map(() => 0);
  for (const row of cells.values()) {
    const best = Math.max(...THEIRS.map((series) => row[series]!));
    if (OURS.every((series) => row[series]! > best)) beaten += 1;
    THEIRS.forEach((series, n) => {
      if (OURS.every((own) => row[own]! > row[series]!)) above[n] = above[n]! + 1;
    });
  }
  return { beaten, of: cells.size, above };
}

export const baselines: Claim = {
  id: 'baselines',
  title: 'Both beat TRPO, PPO and A2C',
  sense: 'WPO and SPO end above TRPO, PPO and A2C.',
  authors: {
    worlds: ['Taxi-v3', 'NChain-v0', 'CliffWalking-v0', 'CartPole-v1', 'Acrobot-v1'],
    names: ['WPO', 'KL', 'SPO lambda=6', 'TRPO', 'PPO', 'A2C'],
  },
  experiments: [
    {
      file: '6-defaults',
      figures: [
        {
          title: 'mean sampled return, libraries’ defaults',
          x: 'iteration',
          lines: 'columns',
          measure: 'sampledReturn',
          statistic: 'final',
          where: [['Chain'], ['Taxi']],
          logX: false,
          logY: false,
        },
      ],
      shows: [
        { title: 'mean sampled return at the end, libraries’ defaults', measure: 'sampledReturn', statistic: 'final' },
      ],
      small: { iterations: 40, seeds: 2, keep: [[0, 1]] },
    },
    {
      file: '6-matched',
      figures: [
        {
          title: 'expected return, all else equal',
          x: 'iteration',
          lines: 'columns',
          measure: 'return',
          statistic: 'final',
          where: [
            ['Taxi', 'certainty-equivalent'],
            ['Taxi', 'Monte Carlo'],
          ],
          logX: false,
          logY: false,
        },
      ],
      shows: [{ title: 'expected return at the end, all else equal', measure: 'return', statistic: 'final' }],
      small: { iterations: 40, seeds: 2, keep: [[0, 1, 2]] },
    },
    {
      file: '6-networks',
      figures: [
        {
          title: 'mean return of the last ten episodes',
          x: 'iteration',
          lines: 'columns',
          measure: 'sampledReturn',
          statistic: 'final',
          where: [['CartPole'], ['Acrobot']],
          logX: false,
          logY: false,
        },
      ],
      shows: [
        { title: 'mean return of the last ten episodes, networks', measure: 'sampledReturn', statistic: 'final' },
      ],
      small: { iterations: 4, seeds: 1, keep: [[0]] },
    },
  ],
  judge(records) {
    const sentences: string[] = [];
    let beaten = 0;
    let of = 0;
    const above = THEIRS.map(() => 0);
    const add = (file: string, measure: 'return' | 'sampledReturn', what: string): void => {
      const record = records.get(file);
      if (record === undefined) return;
      const found = compared(new Evidence(record), measure);
      beaten += found.beaten;
      of += found.of;
      found.above.forEach((count, n) => (above[n] = above[n]! + count));
      sentences.push(`${what}: both are above all three in ${found.beaten} of ${found.of} settings.`);
    };
    add('6-defaults', 'sampledReturn', 'Libraries’ defaults, mean return of the last iteration’s episodes');
    add('6-matched', 'return', 'All else equal, expected return');
    add('6-networks', 'sampledReturn', 'Networks, mean return of the last ten episodes');
    const word = beaten === of && of > 0 ? 'holds' : 2 * beaten > of ? 'holds under conditions' : 'does not hold here';
    return {
      word,
      sentences: [
        `WPO and SPO are both above all three in ${beaten} of ${of} settings; one of TRPO, PPO and A2C is at their level or above it in the others. By name: ${above.map((count, n) => `both are above ${NAMES[THEIRS[n]!]!} in ${count}`).join(', ')} of ${of}.`,
        ...sentences,
      ],
    };
  },
};
