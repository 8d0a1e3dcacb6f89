import { decodeLink } from '../config/link.ts';
import { expandSweep } from '../sweeps/tasks.ts';
import type { Claim } from './claim.ts';
import { Evidence, said } from './evidence.ts';

/** What rounding of advantages to ten digits may do to a return. */
const ROUNDING = 1e-7;
const [KL, WPO, SPO, SMEARED] = [0, 1, 2, 3];

const least = (values: readonly number[]): number =>
  values.reduce((smallest, value) => (value < smallest ? value : smallest), Infinity);

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
  judge(records) {
    const sentences: string[] = [];
    let holds = true;
    let falls = false;
    const exact = records.get('1-exact');
    if (exact !== undefined) {
      const changes = new Evidence(exact).values('improvement', 'smallest');
      const slacks = new Evidence(exact).values('boundSlack', 'smallest');
      const worst = (series: number): number =>
        least(changes.filter((value) => value.series === series).map(({ value }) => value));
      const slack = least(slacks.filter(({ series }) => series === WPO).map(({ value }) => value));
      holds = worst(WPO) >= -ROUNDING && worst(KL) >= -ROUNDING && slack >= -ROUNDING;
      const drops = (series: number): number =>
        changes.filter((value) => value.series === series && value.value < -ROUNDING).length;
      sentences.push(
        `Exact advantages: the smallest change of the return in a WPO step is ${said(worst(WPO))}, and the smallest improvement beyond the bound ${said(slack)}${slack < 0 && slack >= -ROUNDING ? ': rounding, and no more' : ''}. KL’s smallest change is ${said(worst(KL))}.`,
        `SPO lowered the return in ${drops(SPO)} of ${changes.length / 4} settings with λ = 20, and in ${drops(SMEARED)} with λ = 3, by at most ${said(-worst(SMEARED))}: its smear is not an improvement.`,
      );
    }
    const error = records.get('1-error');
    if (error !== undefined) {
      const { tasks } = expandSweep(error.sweep);
      const margins = new Evidence(error).values('improvement', 'smallest').map(({ cell, series, value }) => {
        const task = tasks.find(
          (one) => one.series === series && one.cell.every((index, axis) => index === cell[axis]),
        );
        const { training } = decodeLink(task?.link ?? '').config;
        return value + (2 * Math.abs(training.bias)) / (1 - training.gamma);
      });
      const margin = least(margins);
      holds &&= margin >= -ROUNDING;
      sentences.push(
        `With an error ε the promise −2ε/(1−γ) was kept in ${margins.filter((value) => value >= -ROUNDING).length} of ${margins.length} settings.`,
      );
    }
    const sampled = records.get('1-sampled');
    if (sampled !== undefined) {
      const worst = least(
        new Evidence(sampled)
          .values('improvement', 'smallest')
          .filter(({ series }) => series === WPO)
          .map(({ value }) => value),
      );
      falls = worst < -ROUNDING;
      sentences.push(
        `Sampled advantages promise nothing: WPO’s return fell by ${said(-worst)} in a step (interquartile mean over seeds, worst setting).`,
      );
    }
    return {
      word: holds ? 'holds under conditions' : 'does not hold here',
      sentences: [first(holds, falls), ...sentences],
    };
  },
};

function first(holds: boolean, falls: boolean): string {
  if (!holds) return 'The return fell, or a promise was broken, where the theorem says that it cannot.';
  if (!falls) return 'It holds for exact advantages, as the theorem says; with sampled ones nothing fell here either.';
  return 'It holds for exact advantages, as the theorem says, for WPO and for KL alike; not for sampled ones.';
}
