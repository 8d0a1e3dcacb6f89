import { nameOf, type Evidence } from '../evidence.ts';
import type { SweepMeasure } from '../../sweeps/sweep.ts';
import type { DotsPanel, Drawing } from './picture.ts';

const OURS = ['wasserstein', 'sinkhorn'] as const;
const THEIRS = ['trpo', 'ppo', 'a2c'] as const;

const FILES = [
  ['6-defaults', 'sampledReturn', 'defaults'],
  ['6-matched', 'return', 'all else equal'],
  ['6-networks', 'sampledReturn', 'networks'],
] as const satisfies readonly (readonly [string, SweepMeasure, string])[];

const SHORT: Readonly<Record<string, string>> = { 'certainty-equivalent': 'model' };

/** A row for each setting of a record. */
function rowsOf(evidence: Evidence, measure: SweepMeasure, given: string): DotsPanel['rows'] {
  const ours = OURS.map((series) => evidence.values(measure, 'final', series));
  const theirs = THEIRS.map((series) => evidence.values(measure, 'final', series));
  return ours[0]!.map(({ labels }, n) => ({
    name: [...labels.map((label) => SHORT[label] ?? label), given].join(', '),
    filled: theirs.map((values) => {
      const all = [...ours.map((own) => own[n]!.value), values[n]!.value];
      return all.some(Number.isNaN) ? null : ours.every((own) => own[n]!.value > values[n]!.value);
    }),
  }));
}

/** A dot for each setting and rival, filled where WPO and SPO both end above it. */
export const baselinesPicture: Drawing = {
  needs: FILES.map(([file]) => file),
  draws(evidence) {
    const rows = evidence.flatMap((one, n) => rowsOf(one, FILES[n]![1], FILES[n]![2]));
    const all = rows.filter(({ filled }) => filled.every((one) => one === true)).length;
    const above = THEIRS.map((_, n) => rows.filter(({ filled }) => filled[n] === true).length);
    const told = THEIRS.map((series, n) => `${nameOf(series)} in ${above[n]}`).join(', ');
    return {
      title:
        all === rows.length
          ? 'Every row is full: both are above all three everywhere'
          : `${all} of ${rows.length} rows ${all === 1 ? 'is' : 'are'} full: it depends on the rival`,
      line: `Both are above ${told} of ${rows.length} settings; above all three in ${all}.`,
      words: `${rows.length} settings by three rivals. Both WPO and SPO end above ${told}; above all three in ${all}. ${rows.map(({ name, filled }) => `${name}: above ${THEIRS.flatMap((series, n) => (filled[n] === true ? [nameOf(series)] : [])).join(' and ') || 'none'}`).join('; ')}.`,
      panels: [
        {
          kind: 'dots',
          key: 'all',
          title: 'WPO and SPO against',
          note: 'a row is a setting: world, how advantages are had, what is equal',
          columns: THEIRS.map((series) => ({ name: nameOf(series), method: series })),
          rows,
          legend: 'both end above it',
        },
      ],
      more: [],
    };
  },
};
