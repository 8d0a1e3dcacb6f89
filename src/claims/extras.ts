import type { Claim } from './claim.ts';
import { percent, middle, said, type SeriesName } from './evidence.ts';
import { geometryPicture, millisecondsPicture, splitPicture } from './pictures/extra-pictures.ts';

const more = (share: number): string => `${percent(Math.abs(share))} ${share < 0 ? 'fewer' : 'more'}`;

export const geometry: Claim = {
  id: 'geometry',
  title: 'What the geometry of the actions does',
  sense: 'Not in the paper: M says which actions are near each other. Does a sensible one help, and a wrong one hurt?',
  why: [
    '[[cost|M]] is what it costs to move probability from one action to another. With 0/1 every move costs the same.',
    'A dearer move is a smaller step at the same radius [[radius|δ]]: that is most of what is seen.',
  ],
  drawing: geometryPicture,
  authors: null,
  experiments: [
    {
      file: '7-geometry',
      shows: [{ title: 'iterations to 1 % of the first distance', measure: 'gap', statistic: 'goalIteration' }],
      small: { iterations: 60, seeds: 1 },
    },
  ],
  tests: [
    {
      name: 'iterations',
      needs: ['7-geometry'],
      finds(record) {
        const change = (cost: string, series: SeriesName): number =>
          middle(
            record.labels(0).map((world) => {
              const usual = record.at('gap', 'goalIteration', [world, '0/1'], series);
              return record.at('gap', 'goalIteration', [world, cost], series) / usual - 1;
            }),
          );
        return {
          holds: change('angle', 'wasserstein') < -0.1 && change('wrong', 'wasserstein') > 0.1,
          sentence: `Iterations to 1 %, against the 0/1 cost at the same δ (median over worlds): with the angle WPO ${more(change('angle', 'wasserstein'))}, SPO ${more(change('angle', 'sinkhorn'))}; with the wrong cost WPO ${more(change('wrong', 'wasserstein'))}, SPO ${more(change('wrong', 'sinkhorn'))}. A dearer move is a smaller step at the same δ, which is most of what is seen: geometry is a mechanism here, and not a win.`,
        };
      },
    },
  ],
  concludes: (held) => ({
    word: 'seen',
    condition: held('iterations') ? 'a sensible one helps, a wrong one hurts' : 'a mechanism, not a win',
  }),
};

export const split: Claim = {
  id: 'split',
  title: 'The deterministic argmax at β* against the exact split',
  sense:
    'Not in the paper: at the price that fills the radius some probability is tied between staying and going. The paper’s rule moves all of it or none.',
  why: [
    'At one price [[beta|β]] going and staying are worth the same. How much of the tied probability goes decides how far the update moves.',
    'None: the update may not move at all, and the policy stands still for good. All: the update may go far beyond its radius [[radius|δ]]. Splitting it fills the radius exactly.',
  ],
  drawing: splitPicture,
  authors: null,
  experiments: [
    {
      file: '8-split',
      shows: [
        { title: 'distance to the optimum at the end', measure: 'gap', statistic: 'final' },
        { title: 'most that a step spent of δ = 0.03', measure: 'spent', statistic: 'largest' },
      ],
      small: { iterations: 60, seeds: 1 },
    },
  ],
  tests: [
    {
      name: 'stays',
      needs: ['8-split'],
      finds(record) {
        const worlds = record.labels(0);
        const stuck = worlds.filter((world) => record.at('gap', 'final', [world, 'stays'], 'wasserstein') > 1e-6);
        return {
          holds: stuck.length === 0,
          sentence: `With the tied probability staying, WPO stands still for good in ${stuck.length} of ${worlds.length} worlds${stuck.length === 0 ? '' : ` (${stuck.join(', ')})`}.`,
        };
      },
    },
    {
      name: 'moves',
      needs: ['8-split'],
      finds(record) {
        const over = record.labels(0).map((world) => {
          const largest = record.at('spent', 'largest', [world, 'moves'], 'wasserstein');
          return largest / record.at('spent', 'largest', [world, 'split'], 'wasserstein');
        });
        return {
          holds: over.every((times) => times <= 1 + 1e-9),
          sentence: `With all of it moving, a step spends up to ${said(Math.max(...over))} times δ (median ${said(middle(over))}): faster, because it is not inside the trust region.`,
        };
      },
    },
  ],
  concludes(held) {
    const faults = [...(held('stays') ? [] : ['sticks']), ...(held('moves') ? [] : ['oversteps'])];
    return { word: 'seen', condition: faults.length === 0 ? 'no difference' : `all or none ${faults.join(', or ')}` };
  },
};

export const milliseconds: Claim = {
  id: 'milliseconds',
  title: 'What a step costs',
  sense: 'Not in the paper: milliseconds of a whole update, evaluation included, in JavaScript.',
  why: [
    'KL multiplies each probability by a factor. Wasserstein looks at every move once, and Sinkhorn takes an exponential of each at every price that it tries.',
  ],
  drawing: millisecondsPicture,
  authors: null,
  experiments: [
    {
      file: '5-movement',
      shows: [{ title: 'milliseconds of all iterations', measure: 'elapsed', statistic: 'final' }],
      small: { iterations: 40, seeds: 1, keep: [[0, 1, 4]] },
    },
  ],
  tests: [
    {
      name: 'milliseconds',
      needs: ['5-movement'],
      finds(record) {
        const each = (series: SeriesName): number =>
          middle(record.values('elapsed', 'final', series).map(({ value }) => value / record.record.sweep.iterations));
        return {
          holds: each('sinkhorn') > Math.max(each('kl'), each('wasserstein')),
          sentence: `Median over worlds and movements, at equal movement: KL ${said(each('kl'))} ms an update, WPO ${said(each('wasserstein') / each('kl'))} times that, SPO ${said(each('sinkhorn') / each('kl'))} times. Times are of the machine that ran it; only their ratios are worth comparing.`,
        };
      },
    },
  ],
  concludes: (held) => ({
    word: 'seen',
    condition: held('milliseconds') ? 'SPO’s costs most' : 'SPO’s does not cost most',
  }),
};
