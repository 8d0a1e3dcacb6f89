import { decodeLink } from '../config/link.ts';
import { expandSweep } from '../sweeps/tasks.ts';
import type { Claim } from './claim.ts';
import { least, said, type SeriesName } from './evidence.ts';
import { monotonicPicture } from './pictures/monotonic-picture.ts';
import { ROUNDING } from './rounding.ts';

export const monotonic: Claim = {
  id: 'monotonic',
  title: 'WPO never lowers performance',
  sense:
    'If WPO knows exactly how good every action is, no update makes the policy worse; if it is wrong by ε, one update loses at most 2ε/(1−γ).',
  why: [
    'An update moves probability only to actions whose gain is more than the price of the way. With [[exact|exact advantages]] such a gain is real, so the return cannot fall.',
    'With [[sampled|sampled advantages]] it may be a gain by luck alone: probability goes the wrong way, and the return falls.',
    'Sinkhorn also spreads probability to be less certain. That is no gain: with a small [[lambda|λ]] it can cost a little return even where all is exact.',
  ],
  drawing: monotonicPicture,
  authors: null,
  experiments: [
    {
      file: '1-exact',
      shows: [
        { title: 'smallest improvement in one step', measure: 'improvement', statistic: 'smallest' },
        { title: 'smallest improvement beyond the bound', measure: 'boundSlack', statistic: 'smallest' },
      ],
      small: { iterations: 30, seeds: 1, keep: [[0, 1, 2, 4]] },
    },
    {
      file: '1-error',
      shows: [{ title: 'smallest improvement in one step', measure: 'improvement', statistic: 'smallest' }],
      small: { iterations: 40, seeds: 1 },
    },
    {
      file: '1-sampled',
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
          sentence: `Exact advantages: the worst WPO step changes the return by ${said(worst('wasserstein'))}, and ${slack < 0 ? 'misses' : 'exceeds'} what is promised by ${said(Math.abs(slack))}${slack < 0 && slack >= -ROUNDING ? ', which is rounding and no more' : ''}. KL’s worst step changes it by ${said(worst('kl'))}.`,
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
          sentence: `SPO lowered the return in ${drops('sinkhorn')} of ${all} settings with λ = 20, and in ${drops('sinkhorn 2')} with λ = 3${worst < 0 ? `, by at most ${said(-worst)}` : ''}: its spreading is not a gain.`,
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
          sentence: `With advantages that are wrong by ε a step may lose 2ε/(1−γ) and no more: so it was in ${kept} of ${margins.length} settings.`,
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
              : `Sampled advantages promise nothing: in the worst setting WPO’s return fell by ${said(-worst)} in one step.`,
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
