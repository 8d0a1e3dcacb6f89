import { decodeLink } from '../config/link.ts';
import { expandSweep } from '../sweeps/tasks.ts';
import type { Claim } from './claim.ts';
import { least, said, type SeriesName } from './evidence.ts';

/** What rounding of advantages to ten digits may do to a return. */
const ROUNDING = 1e-7;

export const monotonic: Claim = {
  id: 'monotonic',
  title: 'WPO never lowers performance',
  sense:
    'With exact advantages every WPO update improves the expected return, by at least β Σ ρ′ W(π′, π); with advantages that err by ε it loses at most 2ε/(1−γ).',
  authors: null,
  experiments: [
    {
      file: '1-exact',
      figures: [
        {
          title: 'expected return, dual optimum',
          x: 'iteration',
          lines: 'columns',
          measure: 'return',
          statistic: 'final',
          where: [
            ['Cliff walking', 'dual optimum'],
            ['Taxi', 'dual optimum'],
          ],
          logX: false,
          logY: false,
        },
      ],
      shows: [
        { title: 'smallest improvement in one step', measure: 'improvement', statistic: 'smallest' },
        { title: 'smallest improvement beyond the bound', measure: 'boundSlack', statistic: 'smallest' },
      ],
      small: { iterations: 30, seeds: 1, keep: [[0, 1, 2, 4]] },
    },
    {
      file: '1-error',
      figures: [],
      shows: [{ title: 'smallest improvement in one step', measure: 'improvement', statistic: 'smallest' }],
      small: { iterations: 40, seeds: 1 },
    },
    {
      file: '1-sampled',
      figures: [],
      shows: [{ title: 'smallest improvement in one step', measure: 'improvement', statistic: 'smallest' }],
      small: {
        iterations: 20,
        seeds: 2,
        keep: [
          [0, 1, 2],
          [0, 2],
        ],
      },
    },
  ],
  tests: [
    {
      name: 'exact',
      needs: ['1-exact'],
      finds(exact) {
        const worst = (series: SeriesName): number =>
          least(exact.values('improvement', 'smallest', series).map(({ value }) => value));
        const slack = least(exact.values('boundSlack', 'smallest', 'wasserstein').map(({ value }) => value));
        return {
          holds: worst('wasserstein') >= -ROUNDING && worst('kl') >= -ROUNDING && slack >= -ROUNDING,
          sentence: `Exact advantages: the smallest change of the return in a WPO step is ${said(worst('wasserstein'))}, and the smallest improvement beyond the bound ${said(slack)}${slack < 0 && slack >= -ROUNDING ? ': rounding, and no more' : ''}. KL’s smallest change is ${said(worst('kl'))}.`,
        };
      },
    },
    {
      name: 'blur',
      needs: ['1-exact'],
      finds(exact) {
        const changes = (series: SeriesName): readonly number[] =>
          exact.values('improvement', 'smallest', series).map(({ value }) => value);
        const drops = (series: SeriesName): number => changes(series).filter((value) => value < -ROUNDING).length;
        const all = changes('sinkhorn').length;
        const worst = least([...changes('sinkhorn'), ...changes('sinkhorn 2')]);
        return {
          holds: null,
          sentence: `SPO lowered the return in ${drops('sinkhorn')} of ${all} settings with λ = 20, and in ${drops('sinkhorn 2')} with λ = 3${worst < 0 ? `, by at most ${said(-worst)}` : ''}: its blur is not an improvement.`,
        };
      },
    },
    {
      name: 'error',
      needs: ['1-error'],
      finds(error) {
        const { tasks } = expandSweep(error.record.sweep);
        const margins = (['kl', 'wasserstein', 'sinkhorn'] as const).flatMap((series) =>
          error.values('improvement', 'smallest', series).map(({ cell, value }) => {
            const task = tasks.find(
              (one) => one.series === error.index(series) && one.cell.every((index, axis) => index === cell[axis]),
            );
            const { training } = decodeLink(task?.link ?? '').config;
            return value + (2 * Math.abs(training.bias)) / (1 - training.gamma);
          }),
        );
        const kept = margins.filter((value) => value >= -ROUNDING).length;
        return {
          holds: kept === margins.length,
          sentence: `With an error ε the promise −2ε/(1−γ) was kept in ${kept} of ${margins.length} settings.`,
        };
      },
    },
    {
      name: 'sampled',
      needs: ['1-sampled'],
      finds(sampled) {
        const worst = least(sampled.values('improvement', 'smallest', 'wasserstein').map(({ value }) => value));
        return {
          holds: worst >= -ROUNDING,
          sentence:
            worst >= -ROUNDING
              ? 'Sampled advantages promise nothing, and yet no WPO step lowered the return here.'
              : `Sampled advantages promise nothing: WPO’s return fell by ${said(-worst)} in a step (interquartile mean over seeds, worst setting).`,
        };
      },
    },
  ],
  concludes(held) {
    if (!held('exact') || !held('error'))
      return { word: 'does not hold here', condition: 'it fell where the theorem says that it cannot' };
    return held('sampled')
      ? { word: 'holds', condition: 'exact and sampled' }
      : { word: 'holds under conditions', condition: 'only with exact advantages' };
  },
};
