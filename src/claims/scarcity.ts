import type { Claim } from './claim.ts';
import { said, type SeriesName } from './evidence.ts';
import { scarcityPicture } from './pictures/scarcity-picture.ts';

export const scarcity: Claim = {
  id: 'scarcity',
  title: 'WPO is more robust when samples are few',
  sense: 'With few samples the advantages are wrong; WPO’s return should suffer less from that than KL’s.',
  why: [
    'The authors add an error to the advantage of wrong actions, and call it few samples. KL takes part of every gain it sees, the false ones too.',
    'Wasserstein at a fixed price [[beta|β]] ignores every gain below β times the cost of the move, its [[deadzone|dead zone]]. An error that small is not seen; nor is a true gain, which is why it starts lower.',
    'With truly few samples errors are not small and the same for all: some are large, and go over the threshold.',
  ],
  drawing: scarcityPicture,
  authors: { worlds: ['NChain-v0'], names: ['injected error'] },
  experiments: [
    {
      file: '4-few',
      shows: [{ title: 'expected return at the end, truly few samples', measure: 'return', statistic: 'final' }],
      small: { iterations: 30, seeds: 3, keep: [[0, 2]] },
    },
    {
      file: '4-bias',
      shows: [
        {
          title: 'mean sampled return at the end, the authors’ protocol',
          measure: 'sampledReturn',
          statistic: 'final',
        },
      ],
      small: { iterations: 100, seeds: 2 },
    },
  ],
  tests: [
    {
      name: 'few samples',
      needs: ['4-few'],
      finds(few) {
        const wpo = few.values('return', 'final', 'wasserstein');
        const pairs = few
          .values('return', 'final', 'kl')
          .map(({ labels, value }, n) => ({ labels, kl: value, wpo: wpo[n]!.value }));
        const differ = pairs.filter((pair) => Math.abs(pair.kl - pair.wpo) > 1e-3 * Math.abs(pair.kl));
        const better = differ.filter((pair) => pair.wpo > pair.kl).length;
        const [scarce] = pairs.filter(({ labels }) => labels[1]!.startsWith('Chain, Monte'));
        const example =
          scarce === undefined
            ? ''
            : ` On Chain with Monte Carlo returns of N = ${scarce.labels[0]}: KL ${said(scarce.kl)}, WPO ${said(scarce.wpo)}.`;
        return {
          holds: better > differ.length / 2,
          sentence: `Truly few samples: WPO ends above KL in ${better} and below it in ${differ.length - better} of ${pairs.length} settings, the same in the others.${example}`,
        };
      },
    },
    {
      name: 'error by hand',
      needs: ['4-bias'],
      finds(bias) {
        const errors = bias.labels(0);
        const at = (error: string, series: SeriesName): number => bias.at('sampledReturn', 'final', [error], series);
        const curve = (series: SeriesName): string => errors.map((error) => said(at(error, series))).join(' → ');
        const lost = (series: SeriesName): number => at(errors[0]!, series) - at(errors.at(-1)!, series);
        return {
          holds: lost('wasserstein') < lost('kl'),
          sentence: `The authors’ protocol, an error of ${errors.join(', ')} added to wrong actions: WPO ${curve('wasserstein')}, KL ${curve('kl')}.`,
        };
      },
    },
  ],
  concludes(held) {
    if (!held('error by hand'))
      return { word: 'does not hold here', condition: 'not even when the error is put in by hand' };
    return held('few samples')
      ? { word: 'holds', condition: 'in both experiments' }
      : { word: 'holds under conditions', condition: 'only when the error is put in by hand' };
  },
};
