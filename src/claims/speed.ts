import type { CellStatistic } from '../sweeps/summary.ts';
import type { Claim } from './claim.ts';
import { middle, nameOf, percent, ratios, said, type CellNumber, type SeriesName } from './evidence.ts';
import { RIVALS } from './rivals.ts';

export const speed: Claim = {
  id: 'speed',
  title: 'SPO converges faster',
  sense: 'SPO needs fewer iterations than WPO to come near its end.',
  authors: { worlds: ['Taxi-v3'], names: ['SPO lambda=5', 'SPO lambda=6', 'WPO (', 'KL ('] },
  experiments: [
    {
      file: '5-radius',
      figures: [
        {
          title: 'distance to the optimum, equal δ',
          x: 'iteration',
          lines: 'columns',
          measure: 'gap',
          statistic: 'final',
          where: [
            ['Taxi', 'exact'],
            ['Taxi', 'certainty-equivalent'],
          ],
          logX: false,
          logY: true,
        },
      ],
      shows: [
        { title: 'iterations to 1 % of the first distance, equal δ', measure: 'gap', statistic: 'goalIteration' },
        { title: 'environment steps to there', measure: 'gap', statistic: 'goalSteps' },
        { title: 'milliseconds to there', measure: 'gap', statistic: 'goalMilliseconds' },
      ],
      small: { iterations: 80, seeds: 2, keep: [[0, 1, 2, 4]] },
    },
    {
      file: '5-movement',
      figures: [
        {
          title: 'distance to the optimum, equal movement',
          x: 'iteration',
          lines: 'columns',
          measure: 'gap',
          statistic: 'final',
          where: [
            ['Taxi', '0.01'],
            ['Cliff walking', '0.01'],
          ],
          logX: false,
          logY: true,
        },
      ],
      shows: [
        {
          title: 'iterations to 1 % of the first distance, equal movement',
          measure: 'gap',
          statistic: 'goalIteration',
        },
      ],
      small: { iterations: 80, seeds: 1, keep: [[0, 1, 2, 4]] },
    },
    {
      file: '5-rivals',
      figures: [],
      shows: [
        {
          title: 'iterations to 1 % of the first distance, equal movement, other trust regions',
          measure: 'gap',
          statistic: 'goalIteration',
        },
      ],
      small: { iterations: 80, seeds: 1, keep: [[0, 1, 2, 4]] },
    },
  ],
  tests: [
    {
      name: 'equal radius',
      needs: ['5-radius'],
      finds(equal) {
        const ratio = (statistic: CellStatistic, advantages?: string): number => {
          const of = (series: SeriesName): readonly CellNumber[] =>
            equal
              .values('gap', statistic, series)
              .filter(({ labels }) => advantages === undefined || labels[1] === advantages);
          return middle(ratios(of('sinkhorn'), of('wasserstein')));
        };
        const exact = ratio('goalIteration', 'exact');
        return {
          holds: exact < 1,
          sentence: `At equal δ SPO needs ${said(exact)} times WPO’s iterations with exact advantages (median over worlds), ${said(ratio('goalSteps', 'certainty-equivalent'))} times its environment steps when sampled, ${said(ratio('goalMilliseconds'))} times its milliseconds on the machine that ran it. The reason is its radius: SPO’s distance is lower by E H(Q)/λ, so the same δ lets it carry more mass.`,
        };
      },
    },
    {
      name: 'equal movement',
      needs: ['5-movement'],
      finds(matched) {
        const of = (series: SeriesName): readonly CellNumber[] => matched.values('gap', 'goalIteration', series);
        const spo = ratios(of('sinkhorn'), of('wasserstein'));
        const alike = Math.abs(middle(spo) - 1) < 0.1;
        return {
          holds: middle(spo) < 0.9,
          sentence: `When all move by the same total variation, SPO needs ${said(Math.min(...spo))} to ${said(Math.max(...spo))} times WPO’s iterations, ${said(middle(spo))} in the median${alike ? ': no faster' : ''}.`,
        };
      },
    },
    {
      name: 'geometry',
      needs: ['5-movement'],
      finds(matched) {
        const of = (series: SeriesName): readonly CellNumber[] => matched.values('gap', 'goalIteration', series);
        const fewer = ratios(of('wasserstein'), of('kl')).map((ratio) => 1 - ratio);
        return {
          holds: null,
          sentence: `What the geometry itself gives is WPO against KL at equal movement: ${percent(Math.min(...fewer))} to ${percent(Math.max(...fewer))} fewer iterations, ${percent(middle(fewer))} in the median.`,
        };
      },
    },
    {
      name: 'rivals',
      needs: ['5-movement', '5-rivals'],
      finds(matched, others) {
        const wpo = matched.values('gap', 'goalIteration', 'wasserstein');
        const told = RIVALS.map((series) => {
          const own = others.values('gap', 'goalIteration', series);
          return `${nameOf(series)} ${said(middle(ratios(own, wpo)))}`;
        });
        return {
          holds: null,
          sentence: `Other trust regions at equal movement, iterations as a multiple of WPO’s (median over the worlds in which both arrive): ${told.join(', ')}.`,
        };
      },
    },
  ],
  concludes(held) {
    if (!held('equal radius')) return { word: 'does not hold here', condition: 'not even at equal δ' };
    return held('equal movement')
      ? { word: 'holds', condition: 'at equal δ and at equal movement' }
      : { word: 'holds under conditions', condition: 'not faster: it takes larger steps' };
  },
};
