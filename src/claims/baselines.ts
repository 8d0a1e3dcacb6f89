import type { Claim, Test } from './claim.ts';
import { nameOf, type Evidence } from './evidence.ts';
import { baselinesPicture } from './pictures/baselines-picture.ts';
import { RIVALS } from './rivals.ts';

const OURS = ['wasserstein', 'sinkhorn'] as const;
const THEIRS = ['trpo', 'ppo', 'a2c'] as const;
type Judged = 'return' | 'sampledReturn';

const FILES = [
  ['6-defaults', 'sampledReturn'],
  ['6-matched', 'return'],
  ['6-networks', 'sampledReturn'],
] as const satisfies readonly (readonly [string, Judged])[];

interface Compared {
  readonly beaten: number;
  readonly of: number;
  /** In how many cells both are above each of THEIRS. */
  readonly above: readonly number[];
}

/** In how many cells the worse of WPO and SPO is above the best baseline; and how often they are above each. */
function compared(evidence: Evidence, measure: Judged): Compared {
  const ours = OURS.map((series) => evidence.values(measure, 'final', series));
  const theirs = THEIRS.map((series) => evidence.values(measure, 'final', series));
  const cells = ours[0]!.map((_, n) => n);
  const above = (n: number, values: (typeof theirs)[number]): boolean =>
    ours.every((own) => own[n]!.value > values[n]!.value);
  return {
    beaten: cells.filter((n) => theirs.every((values) => above(n, values))).length,
    of: cells.length,
    above: theirs.map((values) => cells.filter((n) => above(n, values)).length),
  };
}

/** Over all files. */
function together(records: readonly Evidence[]): Compared {
  const parts = records.map((evidence, n) => compared(evidence, FILES[n]![1]));
  const sum = (of: (part: Compared) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return {
    beaten: sum(({ beaten }) => beaten),
    of: sum(({ of }) => of),
    above: THEIRS.map((_, n) => sum(({ above }) => above[n]!)),
  };
}

function told(name: string, file: string, measure: Judged, what: string): Test {
  return {
    name,
    needs: [file],
    finds: (record) => {
      const { beaten, of } = compared(record, measure);
      return { holds: null, sentence: `${what}: both are above all three in ${beaten} of ${of} settings.` };
    },
  };
}

export const baselines: Claim = {
  id: 'baselines',
  title: 'Both beat TRPO, PPO and A2C',
  sense: 'After equally many updates WPO and SPO end above TRPO, PPO and A2C.',
  why: [
    'TRPO, PPO and A2C follow a [[gradient|gradient]] of the policy’s parameters; WPO and SPO choose new probabilities at each state.',
    'In a table a gradient step of TRPO is KL’s update, so TRPO is as good as KL is: there is little left to be better by.',
    'Which one ends higher hangs on what each is given: libraries’ defaults were not made for tables, and a setting tuned for one side decides.',
  ],
  drawing: baselinesPicture,
  authors: {
    worlds: ['Taxi-v3', 'NChain-v0', 'CliffWalking-v0', 'CartPole-v1', 'Acrobot-v1'],
    names: ['WPO', 'KL', 'SPO lambda=6', 'TRPO', 'PPO', 'A2C'],
  },
  experiments: [
    {
      file: '6-defaults',
      shows: [
        { title: 'mean sampled return at the end, libraries’ defaults', measure: 'sampledReturn', statistic: 'final' },
      ],
      small: { iterations: 40, seeds: 2, keep: [[0, 1]] },
    },
    {
      file: '6-matched',
      shows: [{ title: 'expected return at the end, all else equal', measure: 'return', statistic: 'final' }],
      small: { iterations: 40, seeds: 2, keep: [[0, 1, 2]] },
    },
    {
      file: '6-networks',
      shows: [
        { title: 'mean return of the last ten episodes, networks', measure: 'sampledReturn', statistic: 'final' },
      ],
      small: null,
    },
    {
      file: '6-rivals',
      shows: [{ title: 'expected return at the end, other trust regions', measure: 'return', statistic: 'final' }],
      small: { iterations: 40, seeds: 2, keep: [[0, 1, 2]] },
    },
  ],
  tests: [
    told(
      'defaults',
      '6-defaults',
      'sampledReturn',
      'Libraries’ defaults, mean return of the last iteration’s episodes',
    ),
    told('matched', '6-matched', 'return', 'All else equal, expected return'),
    told('networks', '6-networks', 'sampledReturn', 'Networks, mean return of the last ten episodes'),
    {
      name: 'all',
      needs: FILES.map(([file]) => file),
      finds(...records) {
        const all = together(records);
        return {
          holds: all.beaten === all.of,
          sentence: `WPO and SPO are both above all three in ${all.beaten} of ${all.of} settings; one of TRPO, PPO and A2C is at their level or above it in the others. By name: ${THEIRS.map((series, n) => `both are above ${nameOf(series)} in ${all.above[n]}`).join(', ')}.`,
        };
      },
    },
    {
      name: 'most',
      needs: FILES.map(([file]) => file),
      finds(...records) {
        const { beaten, of } = together(records);
        return { holds: 2 * beaten > of, sentence: '' };
      },
    },
    {
      name: 'rivals',
      needs: ['6-matched', '6-rivals'],
      finds(matched, others) {
        const best = THEIRS.map((series) => matched.values('return', 'final', series));
        const above = RIVALS.map((series) => {
          const own = others.values('return', 'final', series);
          const count = own.filter(({ value }, n) => best.every((values) => value > values[n]!.value)).length;
          return `${nameOf(series)} ${count}`;
        });
        return {
          holds: null,
          sentence: `Other trust regions at their own defaults, above all three in so many of the ${best[0]!.length} settings where all else is equal: ${above.join(', ')}.`,
        };
      },
    },
  ],
  concludes(held) {
    if (held('all')) return { word: 'holds', condition: 'in every setting' };
    return held('most')
      ? { word: 'holds under conditions', condition: 'in most settings' }
      : { word: 'does not hold here', condition: 'it depends on the rival, and on what it is given' };
  },
};
