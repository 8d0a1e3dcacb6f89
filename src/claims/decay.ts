import type { Claim } from './claim.ts';
import { Evidence, said } from './evidence.ts';

const NAMES = ['KL', 'WPO', 'SPO'];
const FIXED = 'β fixed';
const SOLVED = 1e-6;

export const decay: Claim = {
  id: 'decay',
  title: 'A decaying multiplier reaches global optimality',
  sense: 'With β → 0 WPO and SPO converge to the optimal value; with a fixed β they need not.',
  authors: { worlds: ['Taxi-v3'], names: ['WPO beta', 'WPO decaying', 'WPO drawn'] },
  experiments: [
    {
      file: '3-exact',
      figures: [
        {
          title: 'distance to the optimum',
          x: 'iteration',
          lines: 'columns',
          measure: 'gap',
          statistic: 'final',
          where: [
            ['Cliff walking', 'β fixed'],
            ['Cliff walking', 'β/(k+1)'],
          ],
          logX: false,
          logY: true,
        },
      ],
      shows: [
        { title: 'distance to the optimum at the end', measure: 'gap', statistic: 'final' },
        { title: 'iterations to a millionth of the first distance', measure: 'gap', statistic: 'goalIteration' },
      ],
      small: { iterations: 80, seeds: 1, keep: [[0, 1, 2, 4]] },
    },
    {
      file: '3-sampled',
      figures: [
        {
          title: 'distance to the optimum',
          x: 'iteration',
          lines: 'columns',
          measure: 'gap',
          statistic: 'final',
          where: [
            ['Monte Carlo', 'Cliff walking, β fixed'],
            ['Monte Carlo', 'Cliff walking, β/(k+1)'],
          ],
          logX: false,
          logY: false,
        },
      ],
      shows: [{ title: 'distance to the optimum at the end', measure: 'gap', statistic: 'final' }],
      small: { iterations: 30, seeds: 2 },
    },
  ],
  judge(records) {
    const sentences: string[] = [];
    let holds = true;
    let reversed = false;
    const exact = records.get('3-exact');
    if (exact !== undefined) {
      const evidence = new Evidence(exact);
      const worlds = evidence.labels(0);
      const rules = evidence.labels(1);
      const solved = (rule: string, series: number): number =>
        worlds.filter((world) => evidence.at('gap', 'final', [world, rule], series) < SOLVED).length;
      const stuck = worlds.filter((world) => evidence.at('gap', 'final', [world, FIXED], 1) > SOLVED).length;
      holds = solved('β/(k+1)', 1) === worlds.length && solved('β/(k+1)', 2) === worlds.length && stuck > 0;
      sentences.push(
        `Exact advantages, β/(k+1): ${NAMES.map((name, series) => `${name} ${solved('β/(k+1)', series)}`).join(', ')} of ${worlds.length} worlds are solved to ${said(SOLVED)} after ${exact.sweep.iterations} iterations. With β fixed WPO stops short in ${stuck}, its dead zone, and SPO in ${worlds.length - solved(FIXED, 2)}; KL solves ${solved(FIXED, 0)}.`,
        `Other decays: ${rules
          .filter((rule) => rule !== FIXED && rule !== 'β/(k+1)')
          .map((rule) => `${rule}: WPO ${solved(rule, 1)}, SPO ${solved(rule, 2)}`)
          .join('; ')} of ${worlds.length}. A slow decay is a slow closing of the dead zone.`,
      );
    }
    const sampled = records.get('3-sampled');
    if (sampled !== undefined) {
      const evidence = new Evidence(sampled);
      const places = evidence.labels(1).filter((label) => label.endsWith('β/(k+1)'));
      const worse = (estimator: string): string[] =>
        places.filter((place) => {
          const fixed = place.replace('β/(k+1)', FIXED);
          const decayed = evidence.at('gap', 'final', [estimator, place], 1);
          return decayed > evidence.at('gap', 'final', [estimator, fixed], 1) + SOLVED;
        });
      const [model, carlo] = evidence.labels(0) as [string, string];
      reversed = worse(carlo).length > 0;
      sentences.push(
        `Sampled: with Monte Carlo returns the decay made WPO worse than the fixed β in ${worse(carlo).length} of ${places.length} worlds${reversed ? ': it turns deterministic early and stops exploring' : ''}. With a certainty-equivalent critic, in ${worse(model).length}.`,
      );
    }
    return {
      word: holds ? 'holds under conditions' : 'does not hold here',
      sentences: [
        holds
          ? `It holds with exact advantages${reversed ? '; with sampled ones it may be the other way round' : ''}.`
          : 'Some world was not solved by β/(k+1), or a fixed β left no dead zone.',
        ...sentences,
      ],
    };
  },
};
