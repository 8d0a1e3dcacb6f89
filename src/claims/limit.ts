import type { Claim } from './claim.ts';
import { logSlope, said, type Evidence } from './evidence.ts';
import { limitPicture } from './pictures/limit-picture.ts';

const placesOf = (step: Evidence, kind: string): readonly string[] =>
  step.labels(1).filter((place) => place.endsWith(kind));

/** (λ, total variation between SPO's step and WPO's) at a place. */
const curveOf = (step: Evidence, place: string): (readonly [number, number])[] =>
  step
    .labels(0)
    .map((lambda) => [Number(lambda), step.at('toWasserstein', 'final', [lambda, place], 'sinkhorn')] as const);

/** What is left at the largest λ. */
const endsOf = (step: Evidence, kind: string): readonly number[] =>
  placesOf(step, kind).map((place) => curveOf(step, place).at(-1)![1]);

export const limit: Claim = {
  id: 'limit',
  title: 'SPO tends to WPO as the entropic term vanishes',
  sense: 'The larger λ is, the less Sinkhorn blurs; in the limit its update is Wasserstein’s.',
  why: [
    'At the same price [[beta|β]] a blurred choice differs from a sharp one by a factor that halves again and again as [[lambda|λ]] grows: the distance falls exponentially.',
    'At the same radius [[radius|δ]] Sinkhorn pays a lower price, since spreading is taken off what it pays for. That difference goes only like 1/λ.',
    'The limit need not be the best place: on Taxi with [[sampled|samples]] some blur explores, and earns more.',
  ],
  drawing: limitPicture,
  authors: { worlds: ['Taxi-v3', 'NChain-v0'], names: ['SPO lambda', 'WPO (main'] },
  experiments: [
    {
      file: '2-limit',
      shows: [{ title: 'total variation between SPO’s step and WPO’s', measure: 'toWasserstein', statistic: 'final' }],
      small: { iterations: 3, seeds: 1 },
    },
    {
      file: '2-return',
      shows: [{ title: 'mean sampled return at the end', measure: 'sampledReturn', statistic: 'final' }],
      small: { iterations: 12, seeds: 1, keep: [[0, 1, 3, 6]] },
    },
  ],
  tests: [
    {
      name: 'same β',
      needs: ['2-limit'],
      finds(step) {
        const ends = endsOf(step, 'same β');
        return {
          holds: ends.every((end) => end < 0.01),
          sentence: `At the same price β the distance between the two steps falls exponentially: at λ = ${step.labels(0).at(-1)} it is at most ${said(Math.max(...ends))}.`,
        };
      },
    },
    {
      name: 'own optimum',
      needs: ['2-limit'],
      finds(step) {
        const slopes = placesOf(step, 'own optimum').map((place) =>
          logSlope(curveOf(step, place).filter(([lambda]) => lambda >= 20)),
        );
        const ends = endsOf(step, 'own optimum');
        return {
          holds: ends.every((end) => end < 0.01) && slopes.every((slope) => slope < -0.7),
          sentence: `At the same radius δ, each at the price that it finds for itself, it falls like 1/λ (slopes of log against log: ${slopes.map(said).join(', ')}; −1 would be 1/λ): at λ = ${step.labels(0).at(-1)} it is still ${said(Math.max(...ends))}.`,
        };
      },
    },
    {
      name: 'return',
      needs: ['2-return'],
      finds(returns) {
        const lambdas = returns.labels(0);
        const values = lambdas.map((lambda) => returns.at('sampledReturn', 'final', [lambda], 'sinkhorn'));
        const best = values.indexOf(Math.max(...values));
        const wpo = returns.at('sampledReturn', 'final', [lambdas[0]!], 'wasserstein');
        const inside = best < lambdas.length - 1;
        return {
          holds: null,
          sentence: `The return is best at λ = ${lambdas[best]} (${said(values[best]!)})${inside ? `, not in the limit (${said(values.at(-1)!)} at λ = ${lambdas.at(-1)}; WPO ${said(wpo)}): on sampled Taxi the blur explores` : `, the largest; WPO ${said(wpo)}`}.`,
        };
      },
    },
  ],
  concludes(held) {
    if (!held('same β')) return { word: 'does not hold here', condition: 'not even at the same price' };
    return held('own optimum')
      ? { word: 'holds', condition: 'fast at the same price, slowly at the same radius' }
      : { word: 'holds under conditions', condition: 'only at the same price β' };
  },
};
