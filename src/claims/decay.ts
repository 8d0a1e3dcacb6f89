import type { Claim } from './claim.ts';
import { nameOf, said, type Evidence, type SeriesName } from './evidence.ts';
import { decayPicture } from './pictures/decay-picture.ts';

const OURS = ['wasserstein', 'sinkhorn'] as const;
const SERIES = ['kl', ...OURS] as const;
const FIXED = 'β fixed';
const FALLING = 'β/(k+1)';
const SOLVED = 1e-6;

/** In how many worlds a series comes to the best under a rule. */
const solved = (exact: Evidence, rule: string, series: SeriesName): number =>
  exact.labels(0).filter((world) => exact.at('gap', 'final', [world, rule], series) < SOLVED).length;

export const decay: Claim = {
  id: 'decay',
  title: 'A decaying multiplier reaches global optimality',
  sense:
    'If moving gets cheaper with every update, WPO and SPO come to the best policy; if the price stays, they may stop short.',
  why: [
    'At a fixed price [[beta|β]] no gain smaller than β times the cost of the way is worth moving for. That is the [[deadzone|dead zone]]: the last small gains stay out of reach.',
    'A price that falls to 0 makes the dead zone vanish, so every gain is taken in the end; the faster it falls, the sooner.',
    'With [[sampled|samples]] a low price takes the first lucky gain whole. The policy stops trying anything else, and may stay with it.',
  ],
  drawing: decayPicture,
  authors: { worlds: ['Taxi-v3'], names: ['WPO beta', 'WPO decaying', 'WPO drawn'] },
  experiments: [
    {
      file: '3-exact',
      shows: [
        { title: 'distance to the optimum at the end', measure: 'gap', statistic: 'final' },
        { title: 'iterations to a millionth of the first distance', measure: 'gap', statistic: 'goalIteration' },
      ],
      small: { iterations: 80, seeds: 1, keep: [[0, 1, 2, 4]] },
    },
    {
      file: '3-sampled',
      shows: [{ title: 'distance to the optimum at the end', measure: 'gap', statistic: 'final' }],
      small: { iterations: 30, seeds: 2 },
    },
  ],
  tests: [
    {
      name: 'exact',
      needs: ['3-exact'],
      finds(exact) {
        const worlds = exact.labels(0);
        const all = worlds.length;
        const stuck = all - solved(exact, FIXED, 'wasserstein');
        return {
          holds: OURS.every((series) => solved(exact, FALLING, series) === all) && stuck > 0,
          sentence: `Exact advantages, β falling as ${FALLING}: ${SERIES.map((series) => `${nameOf(series)} ${solved(exact, FALLING, series)}`).join(', ')} of ${all} worlds are solved to ${said(SOLVED)} after ${exact.record.sweep.iterations} iterations. With β fixed WPO stops short in ${stuck}, where the gains that are left are too small to pay for the move, and SPO in ${all - solved(exact, FIXED, 'sinkhorn')}; KL solves ${solved(exact, FIXED, 'kl')}.`,
        };
      },
    },
    {
      name: 'other decays',
      needs: ['3-exact'],
      finds: (exact) => ({
        holds: null,
        sentence: `Other decays: ${exact
          .labels(1)
          .filter((rule) => rule !== FIXED && rule !== FALLING)
          .map((rule) => `${rule}: WPO ${solved(exact, rule, 'wasserstein')}, SPO ${solved(exact, rule, 'sinkhorn')}`)
          .join('; ')} of ${exact.labels(0).length}. A slow decay is a slow closing of the dead zone.`,
      }),
    },
    {
      name: 'sampled',
      needs: ['3-sampled'],
      finds(sampled) {
        const places = sampled.labels(1).filter((label) => label.endsWith(FALLING));
        const worse = (estimator: string): number =>
          places.filter((place) => {
            const fixed = sampled.at('gap', 'final', [estimator, place.replace(FALLING, FIXED)], 'wasserstein');
            return sampled.at('gap', 'final', [estimator, place], 'wasserstein') > fixed + SOLVED;
          }).length;
        const carlo = worse('Monte Carlo');
        return {
          holds: carlo === 0,
          sentence: `Sampled: with Monte Carlo returns the decay made WPO worse than the fixed β in ${carlo} of ${places.length} worlds${carlo > 0 ? ': it turns deterministic early and stops exploring' : ''}. With advantages from a model learned from the same samples, in ${worse('certainty-equivalent')}.`,
        };
      },
    },
  ],
  concludes(held) {
    if (!held('exact'))
      return { word: 'does not hold here', condition: 'some world was not solved, or no dead zone was left' };
    return held('sampled')
      ? { word: 'holds', condition: 'exact and sampled' }
      : { word: 'holds under conditions', condition: 'with exact advantages; sampled, it may hurt' };
  },
};
