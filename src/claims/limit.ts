import type { Claim } from './claim.ts';
import { Evidence, logSlope, said } from './evidence.ts';

const SPO_BESIDE = 1;

export const limit: Claim = {
  id: 'limit',
  title: 'SPO tends to WPO as the entropic term vanishes',
  sense: 'As λ → ∞ the policy that SPO makes of an old one, and its return, come to those of WPO.',
  authors: { worlds: ['Taxi-v3', 'NChain-v0'], names: ['SPO lambda', 'WPO (main'] },
  experiments: [
    {
      file: '2-limit',
      figures: [
        {
          title: 'total variation between SPO’s step and WPO’s, at the same β and at each one’s own dual optimum',
          x: 'axis',
          lines: 'axis',
          measure: 'toWasserstein',
          statistic: 'final',
          where: [[]],
          logX: true,
          logY: true,
        },
      ],
      shows: [{ title: 'total variation between SPO’s step and WPO’s', measure: 'toWasserstein', statistic: 'final' }],
      small: { iterations: 3, seeds: 1 },
    },
    {
      file: '2-return',
      figures: [
        {
          title: 'mean sampled return on Taxi',
          x: 'axis',
          lines: 'columns',
          measure: 'sampledReturn',
          statistic: 'final',
          where: [[]],
          logX: true,
          logY: false,
        },
      ],
      shows: [{ title: 'mean sampled return at the end', measure: 'sampledReturn', statistic: 'final' }],
      small: { iterations: 12, seeds: 1, keep: [[0, 1, 3, 6]] },
    },
  ],
  judge(records) {
    const sentences: string[] = [];
    let holds = true;
    const step = records.get('2-limit');
    if (step !== undefined) {
      const evidence = new Evidence(step);
      const lambdas = evidence.labels(0);
      const places = evidence.labels(1);
      const curve = (place: string): (readonly [number, number])[] =>
        lambdas.map((lambda) => [Number(lambda), evidence.at('toWasserstein', 'final', [lambda, place], 0)] as const);
      const slopes = places
        .filter((place) => place.endsWith('own optimum'))
        .map((place) => logSlope(curve(place).filter(([lambda]) => lambda >= 20)));
      const ends = places.map((place) => curve(place).at(-1)![1]);
      holds = ends.every((end) => end < 0.01) && slopes.every((slope) => slope < -0.7);
      const same = places.filter((place) => place.endsWith('same β'));
      sentences.push(
        `At the same β the distance falls like e^(−λ·gap/β): at λ = ${lambdas.at(-1)} it is at most ${said(Math.max(...same.map((place) => curve(place).at(-1)![1])))}.`,
        `At each one’s own dual optimum it falls only like 1/λ (slopes of log against log: ${slopes.map(said).join(', ')}), because the same δ is a larger radius for SPO: there it is still ${said(Math.max(...ends))} at λ = ${lambdas.at(-1)}.`,
      );
    }
    const returns = records.get('2-return');
    if (returns !== undefined) {
      const evidence = new Evidence(returns);
      const lambdas = evidence.labels(0);
      const values = lambdas.map((lambda) => evidence.at('sampledReturn', 'final', [lambda], SPO_BESIDE));
      const best = values.indexOf(Math.max(...values));
      const wpo = evidence.at('sampledReturn', 'final', [lambdas[0]!], 0);
      sentences.push(
        `The return is best at λ = ${lambdas[best]} (${said(values[best]!)}), not in the limit (${said(values.at(-1)!)} at λ = ${lambdas.at(-1)}; WPO ${said(wpo)}): on sampled Taxi the smear explores.`,
      );
    }
    return { word: holds ? 'holds' : 'does not hold here', sentences };
  },
};
