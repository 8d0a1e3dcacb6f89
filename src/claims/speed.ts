import type { CellStatistic } from '../sweeps/summary.ts';
import type { Claim } from './claim.ts';
import { Evidence, middle, percent, said } from './evidence.ts';

const [KL, WPO, SPO] = [0, 1, 2];

/** Of every cell where both arrived: one's number over the other's. */
function ratios(evidence: Evidence, statistic: CellStatistic, one: number, other: number, cellOf?: string): number[] {
  const values = evidence.values('gap', statistic);
  return values
    .filter(({ series, labels }) => series === one && (cellOf === undefined || labels.includes(cellOf)))
    .flatMap(({ cell, value }) => {
      const beside = values.find((it) => it.series === other && it.cell.every((index, axis) => index === cell[axis]));
      const ratio = value / (beside?.value ?? NaN);
      return Number.isFinite(ratio) ? [ratio] : [];
    });
}

export const speed: Claim = {
  id: 'speed',
  title: 'SPO converges faster',
  sense: 'SPO needs fewer iterations than WPO to come near its end.',
  authors: { worlds: ['Taxi-v3'], names: ['SPO lambda=5', 'SPO lambda=6', 'WPO (', 'KL ('] },
  experiments: [
    {
      file: '5-radius',
      figures: [
        {
          title: 'distance to the optimum, equal δ',
          x: 'iteration',
          lines: 'columns',
          measure: 'gap',
          statistic: 'final',
          where: [
            ['Taxi', 'exact'],
            ['Taxi', 'certainty-equivalent'],
          ],
          logX: false,
          logY: true,
        },
      ],
      shows: [
        { title: 'iterations to 1 % of the first distance, equal δ', measure: 'gap', statistic: 'goalIteration' },
        { title: 'environment steps to there', measure: 'gap', statistic: 'goalSteps' },
        { title: 'milliseconds to there', measure: 'gap', statistic: 'goalMilliseconds' },
      ],
      small: { iterations: 80, seeds: 2, keep: [[0, 1, 2, 4]] },
    },
    {
      file: '5-movement',
      figures: [
        {
          title: 'distance to the optimum, equal movement',
          x: 'iteration',
          lines: 'columns',
          measure: 'gap',
          statistic: 'final',
          where: [
            ['Taxi', '0.01'],
            ['Cliff walking', '0.01'],
          ],
          logX: false,
          logY: true,
        },
      ],
      shows: [
        {
          title: 'iterations to 1 % of the first distance, equal movement',
          measure: 'gap',
          statistic: 'goalIteration',
        },
      ],
      small: { iterations: 80, seeds: 1, keep: [[0, 1, 2, 4]] },
    },
  ],
  judge(records) {
    const sentences: string[] = [];
    let radius = true;
    let alike = false;
    const equal = records.get('5-radius');
    if (equal !== undefined) {
      const evidence = new Evidence(equal);
      const exact = middle(ratios(evidence, 'goalIteration', SPO, WPO, 'exact'));
      radius = exact < 1;
      const steps = middle(ratios(evidence, 'goalSteps', SPO, WPO, 'certainty-equivalent'));
      const time = middle(ratios(evidence, 'goalMilliseconds', SPO, WPO));
      sentences.push(
        `At equal δ SPO needs ${said(exact)} times WPO’s iterations with exact advantages (median over worlds), ${said(steps)} times its environment steps when sampled, ${said(time)} times its milliseconds on the machine that ran it.`,
        'The reason is its radius: SPO’s distance is lower by E H(Q)/λ, so the same δ lets it carry more mass than WPO’s does.',
      );
    }
    const matched = records.get('5-movement');
    if (matched !== undefined) {
      const evidence = new Evidence(matched);
      const spo = ratios(evidence, 'goalIteration', SPO, WPO);
      const kl = ratios(evidence, 'goalIteration', WPO, KL).map((ratio) => 1 - ratio);
      alike = Math.abs(middle(spo) - 1) < 0.1;
      sentences.push(
        `When all move by the same total variation, SPO needs ${said(Math.min(...spo))} to ${said(Math.max(...spo))} times WPO’s iterations, ${said(middle(spo))} in the median${alike ? ': no faster' : ''}.`,
        `What the geometry itself gives is WPO against KL at equal movement: ${percent(Math.min(...kl))} to ${percent(Math.max(...kl))} fewer iterations, ${percent(middle(kl))} in the median.`,
      );
    }
    return {
      word: radius ? (alike ? 'holds under conditions' : 'holds') : 'does not hold here',
      sentences: [first(radius, alike), ...sentences],
    };
  },
};

function first(radius: boolean, alike: boolean): string {
  if (!radius) return 'It does not hold even at equal δ.';
  const otherwise = alike ? 'at equal movement it does not' : 'at equal movement they differ too';
  return `It holds at equal δ, which is not an equal step; ${otherwise}.`;
}
