import type { Claim } from './claim.ts';
import { Evidence, percent, middle, said } from './evidence.ts';

const more = (share: number): string => `${percent(Math.abs(share))} ${share < 0 ? 'fewer' : 'more'}`;

export const geometry: Claim = {
  id: 'geometry',
  title: 'What the geometry of the actions does',
  sense: 'Not in the paper: M says which actions are near each other. Does a sensible one help, and a wrong one hurt?',
  authors: null,
  experiments: [
    {
      file: '7-geometry',
      figures: [
        {
          title: 'distance to the optimum of WPO',
          x: 'iteration',
          lines: 'axis',
          measure: 'gap',
          statistic: 'final',
          where: [['Four rooms'], ['Frozen lake 8×8']],
          logX: false,
          logY: true,
        },
      ],
      shows: [{ title: 'iterations to 1 % of the first distance', measure: 'gap', statistic: 'goalIteration' }],
      small: { iterations: 60, seeds: 1 },
    },
  ],
  judge(records) {
    const record = records.get('7-geometry');
    if (record === undefined) return { word: 'seen', sentences: [] };
    const evidence = new Evidence(record);
    const change = (cost: string, series: number): number =>
      middle(
        evidence.labels(0).map((world) => {
          const usual = evidence.at('gap', 'goalIteration', [world, '0/1'], series);
          return evidence.at('gap', 'goalIteration', [world, cost], series) / usual - 1;
        }),
      );
    return {
      word: 'seen',
      sentences: [
        `Iterations to 1 %, against the 0/1 cost at the same δ (median over worlds): with the angle WPO ${more(change('angle', 0))}, SPO ${more(change('angle', 1))}; with the wrong cost WPO ${more(change('wrong', 0))}, SPO ${more(change('wrong', 1))}.`,
        'A dearer move is a smaller step at the same δ, which is most of what is seen: geometry is a mechanism here, and not a win.',
      ],
    };
  },
};

export const split: Claim = {
  id: 'split',
  title: 'The deterministic argmax at β* against the exact split',
  sense:
    'Not in the paper: at the dual optimum some mass is tied between staying and going. The paper’s argmax moves all of it or none.',
  authors: null,
  experiments: [
    {
      file: '8-split',
      figures: [
        {
          title: 'distance to the optimum',
          x: 'iteration',
          lines: 'axis',
          measure: 'gap',
          statistic: 'final',
          where: [['Chain'], ['Four rooms']],
          logX: false,
          logY: true,
        },
      ],
      shows: [
        { title: 'distance to the optimum at the end', measure: 'gap', statistic: 'final' },
        { title: 'most that a step spent of δ = 0.03', measure: 'spent', statistic: 'largest' },
      ],
      small: { iterations: 60, seeds: 1 },
    },
  ],
  judge(records) {
    const record = records.get('8-split');
    if (record === undefined) return { word: 'seen', sentences: [] };
    const evidence = new Evidence(record);
    const worlds = evidence.labels(0);
    const stuck = worlds.filter((world) => evidence.at('gap', 'final', [world, 'stays'], 0) > 1e-6);
    const over = worlds.map((world) => {
      const largest = evidence.at('spent', 'largest', [world, 'moves'], 0);
      return largest / evidence.at('spent', 'largest', [world, 'split'], 0);
    });
    return {
      word: 'seen',
      sentences: [
        `With the tied mass staying, WPO stands still for good in ${stuck.length} of ${worlds.length} worlds${stuck.length === 0 ? '' : ` (${stuck.join(', ')})`}.`,
        `With all of it moving, a step spends up to ${said(Math.max(...over))} times δ (median ${said(middle(over))}): faster, because it is not inside the trust region.`,
      ],
    };
  },
};

export const milliseconds: Claim = {
  id: 'milliseconds',
  title: 'What a step costs',
  sense: 'Not in the paper: milliseconds of a whole iteration, evaluation included, in JavaScript.',
  authors: null,
  experiments: [
    {
      file: '5-movement',
      figures: [],
      shows: [{ title: 'milliseconds of all iterations', measure: 'elapsed', statistic: 'final' }],
      small: { iterations: 40, seeds: 1, keep: [[0, 1, 4]] },
    },
  ],
  judge(records) {
    const record = records.get('5-movement');
    if (record === undefined) return { word: 'seen', sentences: [] };
    const values = new Evidence(record).values('elapsed', 'final');
    const each = [0, 1, 2].map((series) =>
      middle(values.filter((value) => value.series === series).map(({ value }) => value / record.sweep.iterations)),
    );
    return {
      word: 'seen',
      sentences: [
        `Median over worlds and movements, at equal movement: KL ${said(each[0]!)} ms an iteration, WPO ${said(each[1]! / each[0]!)} times that, SPO ${said(each[2]! / each[0]!)} times. Times are of the machine that ran it; only their ratios are worth comparing.`,
      ],
    };
  },
};
