import type { Claim } from './claim.ts';
import { Evidence, said } from './evidence.ts';

const [KL, WPO] = [0, 1];

export const scarcity: Claim = {
  id: 'scarcity',
  title: 'WPO is more robust when samples are few',
  sense: 'With few samples, and so with advantages that are wrong, WPO’s return suffers less than KL’s.',
  authors: { worlds: ['NChain-v0'], names: ['injected error'] },
  experiments: [
    {
      file: '4-few',
      figures: [
        {
          title: 'expected return at the end',
          x: 'axis',
          lines: 'columns',
          measure: 'return',
          statistic: 'final',
          where: [['Chain, Monte Carlo'], ['Cliff walking, certainty-equivalent']],
          logX: true,
          logY: false,
        },
      ],
      shows: [{ title: 'expected return at the end, truly few samples', measure: 'return', statistic: 'final' }],
      small: { iterations: 30, seeds: 3, keep: [[0, 2]] },
    },
    {
      file: '4-bias',
      figures: [
        {
          title: 'mean sampled return at the end',
          x: 'axis',
          lines: 'columns',
          measure: 'sampledReturn',
          statistic: 'final',
          where: [[]],
          logX: false,
          logY: false,
        },
      ],
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
  judge(records) {
    const sentences: string[] = [];
    let fewer = true;
    let protocol = true;
    const few = records.get('4-few');
    if (few !== undefined) {
      const evidence = new Evidence(few);
      const values = evidence.values('return', 'final');
      const pairs = values
        .filter(({ series }) => series === KL)
        .map(({ cell, labels, value }) => {
          const wpo = values.find((one) => one.series === WPO && one.cell.every((index, axis) => index === cell[axis]));
          return { labels, kl: value, wpo: wpo!.value };
        });
      const differ = pairs.filter(({ kl, wpo }) => Math.abs(kl - wpo) > 1e-3 * Math.abs(kl));
      const better = differ.filter(({ kl, wpo }) => wpo > kl);
      fewer = better.length > differ.length / 2;
      const scarce =
        pairs[0] === undefined ? undefined : pairs.find(({ labels }) => labels[1]!.startsWith('Chain, Monte'));
      sentences.push(
        `Truly few samples: WPO ends above KL in ${better.length} and below it in ${differ.length - better.length} of ${pairs.length} settings, the same in the others.${
          scarce === undefined
            ? ''
            : ` On Chain with Monte Carlo returns of N = ${scarce.labels[0]}: KL ${said(scarce.kl)}, WPO ${said(scarce.wpo)}.`
        }`,
      );
    }
    const bias = records.get('4-bias');
    if (bias !== undefined) {
      const evidence = new Evidence(bias);
      const errors = evidence.labels(0);
      const curve = (series: number): string =>
        errors.map((error) => said(evidence.at('sampledReturn', 'final', [error], series))).join(' → ');
      const lost = (series: number): number =>
        evidence.at('sampledReturn', 'final', [errors[0]!], series) -
        evidence.at('sampledReturn', 'final', [errors.at(-1)!], series);
      protocol = lost(WPO) < lost(KL);
      sentences.push(
        `The authors’ protocol, an error of ${errors.join(', ')} added to wrong actions: WPO ${curve(WPO)}, KL ${curve(KL)}.`,
        'The dead zone explains both: at a fixed β WPO ignores every difference of advantages smaller than β M. An error that small is not seen; nor is a true gain, which is why WPO starts lower.',
      );
    }
    return {
      word: protocol ? (fewer ? 'holds' : 'holds under conditions') : 'does not hold here',
      sentences: [first(protocol, fewer), ...sentences],
    };
  },
};

function first(protocol: boolean, fewer: boolean): string {
  if (!protocol) return 'It does not hold even in the authors’ own protocol.';
  if (fewer) return 'It holds in both experiments.';
  return 'It holds in the authors’ own protocol only; with truly few samples it does not.';
}
