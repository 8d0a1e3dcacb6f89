import type { CellStatistic } from '../sweeps/summary.ts';
import type { Claim } from './claim.ts';
import { middle, nameOf, percent, ratios, said, type CellNumber, type SeriesName } from './evidence.ts';
import { speedPicture } from './pictures/speed-picture.ts';
import { RIVALS } from './rivals.ts';

export const speed: Claim = {
  id: 'speed',
  title: 'SPO converges faster',
  sense: 'Sinkhorn needs fewer updates than Wasserstein to come close to the best.',
  why: [
    'The same number [[radius|δ]] is not the same ruler. Sinkhorn’s distance has a bonus for spreading taken off, so the same δ lets it carry more probability.',
    'Let both [[movement|move equally far]], and the difference goes.',
    'What the geometry itself gives is Wasserstein against KL at equal movement: probability goes straight to the best action, instead of every action getting its factor.',
  ],
  drawing: speedPicture,
  authors: { worlds: ['Taxi-v3'], names: ['SPO lambda=5', 'SPO lambda=6', 'WPO (', 'KL ('] },
  experiments: [
    {
      file: '5-radius',
      shows: [
        { title: 'iterations to 1 % of the first distance, equal δ', measure: 'gap', statistic: 'goalIteration' },
        { title: 'environment steps to there', measure: 'gap', statistic: 'goalSteps' },
        { title: 'milliseconds to there', measure: 'gap', statistic: 'goalMilliseconds' },
      ],
      small: { iterations: 80, seeds: 2, keep: [[0, 1, 2, 4]] },
    },
    {
      file: '5-movement',
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
          sentence: `With the same number δ on both dials SPO needs ${said(exact)} times WPO’s updates with exact advantages (median over worlds), ${said(ratio('goalSteps', 'certainty-equivalent'))} times its environment steps when sampled, ${said(ratio('goalMilliseconds'))} times its milliseconds on the machine that ran it. But δ is not one ruler: SPO’s distance has a bonus for spreading taken off.`,
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
          sentence: `Let both move equally far, and SPO needs ${said(Math.min(...spo))} to ${said(Math.max(...spo))} times WPO’s updates, ${said(middle(spo))} in the median${alike ? ': no faster' : ''}.`,
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
          sentence: `What the geometry itself gives is WPO against KL at equal movement: ${percent(Math.min(...fewer))} to ${percent(Math.max(...fewer))} fewer updates, ${percent(middle(fewer))} in the median.`,
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
          sentence: `Other trust regions at equal movement, updates as a multiple of WPO’s (median over the worlds in which both arrive): ${told.join(', ')}.`,
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
