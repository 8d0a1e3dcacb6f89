import { interquartileMean, sortedFinite } from '../sweeps/statistics.ts';
import { cellValues } from '../sweeps/summary.ts';
import type { SweepRecord } from '../sweeps/sweep.ts';
import type { Claim } from './claim.ts';
import type { Evidence } from './evidence.ts';
import { dialPicture } from './pictures/extra-pictures.ts';

const FILE = '9-dial';
const EXACT = ', exact';

/** The mean distance to the optimum along each run, as [dial][seed], in one world with one kind of advantages. */
function distances(record: SweepRecord, setting: number): number[][] {
  return record.sweep.vary[0]!.values.map((_, dial) => cellValues(record, [dial, setting], 0, 'gap', 'mean'));
}

const middleOf = (values: readonly number[]): number => interquartileMean(sortedFinite(values));

/** The index of the least. */
const leastOf = (values: readonly number[]): number => values.indexOf(Math.min(...values));

/** Whether the values at a dial are below those at both ends, on the middle of the seeds. */
function beatsBoth(rows: readonly (readonly number[])[], dial: number): boolean {
  const value = middleOf(rows[dial]!);
  return value < middleOf(rows[0]!) && value < middleOf(rows.at(-1)!);
}

const listed = (labels: readonly string[]): string => (labels.length === 0 ? '' : ` (${labels.join('; ')})`);

/** Every setting of world and advantages, with the distances of its runs. */
const settingsOf = (evidence: Evidence): { readonly label: string; readonly rows: number[][] }[] =>
  evidence.labels(1).map((label, index) => ({ label, rows: distances(evidence.record, index) }));

const inside = (index: number, dials: readonly string[]): boolean => index > 0 && index < dials.length - 1;

const namedIn =
  (dials: readonly string[]) =>
  (label: string, index: number): string =>
    `${label.replace(EXACT, '')}, s = ${dials[index]}`;

export const dial: Claim = {
  id: 'dial',
  title: 'Does anything between KL and Wasserstein beat both ends?',
  sense:
    'Not in the paper: the bridge bounds s · transport cost + (1 − s) · KL of the plan. Every dial moves the policy by the same total variation at each iteration; what counts is the mean distance to the optimum along the way.',
  why: [
    'The bridge pays for a move by both rulers at once, s for how far and 1 − s for how much each probability changes.',
    'With [[sampled|samples]] KL’s part hedges against chance while the other part still goes straight to the better action.',
  ],
  drawing: dialPicture,
  authors: null,
  experiments: [
    {
      file: FILE,
      shows: [{ title: 'iterations to 1 % of the first distance', measure: 'gap', statistic: 'goalIteration' }],
      small: {
        iterations: 60,
        seeds: 2,
        keep: [
          [0, 5, 8, 10],
          [0, 2, 12, 14],
        ],
      },
    },
  ],
  tests: [
    {
      name: 'exact',
      needs: [FILE],
      finds(evidence) {
        const dials = evidence.labels(0);
        const named = namedIn(dials);
        const settings = settingsOf(evidence);
        const exact = settings.filter(({ label }) => label.endsWith(EXACT));
        const between = exact
          .map(({ label, rows }) => ({ label, best: leastOf(rows.map(middleOf)) }))
          .filter(({ best }) => inside(best, dials));
        const stuck = exact.flatMap(({ label }) =>
          dials
            .filter(
              (at, index) =>
                inside(index, dials) && Number.isNaN(evidence.at('gap', 'goalIteration', [at, label], 'bridge')),
            )
            .map((at) => `${label.replace(EXACT, '')}, s = ${at}`),
        );

        return {
          holds: 2 * between.length > exact.length,
          sentence: `With exact advantages a dial between the ends is best in ${between.length} of ${exact.length} worlds${listed(between.map(({ label, best }) => named(label, best)))}.${stuck.length === 0 ? '' : ` Some never come within 1 %${listed(stuck)}: the blur of the plan moves as much as is allowed, and undoes what the advantages gain.`}`,
        };
      },
    },
    {
      name: 'sampled',
      needs: [FILE],
      finds(evidence) {
        const { record } = evidence;
        const dials = evidence.labels(0);
        const named = namedIn(dials);
        const settings = settingsOf(evidence);
        // chosen on one half of the seeds and judged on the other: the best of nine would look good by luck alone
        const half = Math.ceil(record.sweep.seeds.count / 2);
        const chosen = settings
          .filter(({ label }) => !label.endsWith(EXACT))
          .map(({ label, rows }) => ({
            label,
            best: leastOf(rows.map((row) => middleOf(row.slice(0, half)))),
            rest: rows.map((row) => row.slice(half)),
          }));
        const within = chosen.filter(({ best }) => inside(best, dials));
        const confirmed = within.filter(({ best, rest }) => beatsBoth(rest, best));
        return {
          holds: 2 * confirmed.length > chosen.length,
          sentence: `With sampled advantages the dial that is best on the first ${half} seeds lies between the ends in ${within.length} of ${chosen.length} settings, and on the other ${record.sweep.seeds.count - half} seeds it beats both ends in ${confirmed.length}${listed(confirmed.map(({ label, best }) => named(label, best)))}.`,
        };
      },
    },
  ],
  concludes: (held) => ({
    word: 'seen',
    condition: `exactly ${held('exact') ? 'mostly' : 'seldom'}, with samples ${held('sampled') ? 'mostly' : 'seldom'}`,
  }),
};
