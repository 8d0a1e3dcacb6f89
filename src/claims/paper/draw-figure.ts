import { methods } from '../../methods/registry.ts';
import { resultsOf } from '../../sweeps/summary.ts';
import { keptIterations } from '../../sweeps/sweep-size.ts';
import type { SweepRecord } from '../../sweeps/sweep.ts';
import type { Authors } from '../authors.ts';
import { Evidence, said } from '../evidence.ts';
import type { PictureAxis, PlotPanel, Point, Reference, RowsPanel } from '../pictures/picture.ts';
import { cellOf, middleWithInterval, rounded } from '../pictures/points.ts';
import type { Compared, DrawnFigure, PaperFigure, PaperPanel, PaperRow, PaperWord } from './paper-figure.ts';
import { IN_DOUBT } from './paper-figures.ts';

const STEPS: PictureAxis = { label: 'thousand environment steps, counted', scale: 'linear' };
/** Their spread: two standard deviations on either side hold about as much as our 95 % intervals. */
const DEVIATIONS = 2;

const meanOf = (values: readonly number[]): number => {
  const finite = values.filter(Number.isFinite);
  return finite.reduce((sum, value) => sum + value, 0) / finite.length;
};

/** The return at the end of each seed: the mean of the last tenth of what is kept up to an update. */
function ends(evidence: Evidence, { labels, series }: PaperRow, until: number): number[] {
  const kept = keptIterations(evidence.record.sweep).filter((at) => at <= until).length;
  const from = Math.floor(0.9 * kept);
  return resultsOf(evidence.record, cellOf(evidence, labels), evidence.index(series)).map(({ curves }) =>
    meanOf((curves.sampledReturn ?? []).slice(from, kept)),
  );
}

/** The curve over environment steps, which are those of the mean seed. */
function curve(evidence: Evidence, { labels, series }: PaperRow, until: number, resamples: number): Point[] {
  const results = resultsOf(evidence.record, cellOf(evidence, labels), evidence.index(series));
  return keptIterations(evidence.record.sweep).flatMap((at, place): Point[] => {
    if (at > until) return [];
    const steps = meanOf(results.map(({ curves }) => curves.steps?.[place] ?? NaN));
    const [middle, low, high] = middleWithInterval(
      results.map(({ curves }) => curves.sampledReturn?.[place] ?? NaN),
      resamples,
    );
    return Number.isFinite(middle) && Number.isFinite(steps) ? [[rounded(steps / 1000), middle, low, high]] : [];
  });
}

interface Theirs {
  readonly name: string;
  readonly runs: number;
  readonly mean: number;
  readonly sd: number | null;
  /** Why it is in doubt; "" where it is not. */
  readonly doubt: string;
}

/** The authors' log of that name. @throws RangeError where their file has none */
function theirsOf(authors: Authors, world: string, { theirs, why }: PaperRow): Theirs | null {
  if (theirs === null) return null;
  const known = authors.rows.find((one) => one.world === world && one.name === theirs);
  if (known !== undefined) return { ...known, doubt: IN_DOUBT.has(known.name) ? why : '' };
  const doubted = authors.leftOut.find((one) => one.world === world && one.name === theirs);
  if (doubted === undefined) throw new RangeError(`The authors’ logs have no “${theirs}” on ${world}.`);
  if (doubted.mean === null || doubted.runs === null) return null;
  return { ...doubted, mean: doubted.mean, runs: doubted.runs, doubt: `Their file is ${doubted.why}.` };
}

/** Where the two spreads meet. */
function wordOf([middle, low, high]: Compared['ours'], theirs: Theirs | null): PaperWord {
  if (theirs === null) return 'no log of theirs';
  if (theirs.doubt !== '') return 'their file is in doubt';
  const room = DEVIATIONS * (theirs.sd ?? 0);
  const meets = Number.isFinite(middle) && low <= theirs.mean + room && high >= theirs.mean - room;
  return meets ? 'inside their spread' : 'outside their spread';
}

function comparedOf(
  evidence: Evidence,
  authors: Authors,
  panel: PaperPanel,
  row: PaperRow,
  resamples: number,
): Compared {
  const values = ends(evidence, row, panel.until);
  const ours = middleWithInterval(values, resamples);
  const theirs = theirsOf(authors, panel.world, row);
  const word = wordOf(ours, theirs);
  const unfinished = values.filter((value) => !Number.isFinite(value)).length;
  const alone = unfinished === 0 ? '' : ` ${unfinished} of our ${values.length} runs ended no episode there.`;
  return {
    panel: panel.title,
    name: row.name,
    method: row.method,
    ours,
    theirs: theirs === null ? null : { name: theirs.name, runs: theirs.runs, mean: theirs.mean, sd: theirs.sd },
    word,
    why: word === 'outside their spread' ? row.why + alone : (theirs?.doubt ?? '') + alone,
  };
}

function referenceOf({ theirs, word }: Compared): Reference | null {
  if (theirs === null) return null;
  const room = DEVIATIONS * (theirs.sd ?? 0);
  return {
    value: theirs.mean,
    low: rounded(theirs.mean - room),
    high: rounded(theirs.mean + room),
    doubt: word === 'their file is in doubt',
  };
}

/** Our numbers beside theirs: a figure as it is drawn, with a word for each number. @param resamples 0 leaves intervals out */
export function drawFigure(
  figure: PaperFigure,
  record: SweepRecord,
  authors: Authors,
  resamples?: number,
): DrawnFigure {
  const draws = resamples ?? 2000;
  const evidence = new Evidence(record);
  // panels of one world share an axis
  const alike = new Set(figure.panels.map(({ world }) => world)).size === 1;
  const n = record.sweep.seeds.count;
  const parts = figure.panels.map((panel) => ({
    panel,
    compared: panel.rows.map((row) => comparedOf(evidence, authors, panel, row, draws)),
  }));
  const compared = parts.flatMap((part) => part.compared);
  const count = (word: PaperWord): number => compared.filter((one) => one.word === word).length;
  const sure = compared.length - count('their file is in doubt') - count('no log of theirs');
  const doubt = count('their file is in doubt');
  const outside = compared.filter(({ word }) => word === 'outside their spread');
  const nameOf = ({ panel, name }: Compared): string => (parts.length > 1 ? `${name} on ${panel}` : name);
  const where = figure.panels.length > 1 && figure.panels[0]!.title.startsWith('error') ? 'with' : 'on';
  const listed = outside.map((one) => nameOf(one).replace(' on ', ` ${where} `)).join(', ');
  const inside = `${count('inside their spread')} of ${sure} inside their spread`;
  return {
    compared,
    picture: {
      title: `${inside}${doubt > 0 ? `; ${doubt} of their files in doubt` : ''}`,
      line: outside.length === 0 ? 'None lies outside.' : `Outside: ${listed}.`,
      words: compared
        .map(
          (one) =>
            `${nameOf(one)}: ours ${said(one.ours[0])}, theirs ${one.theirs === null ? 'not logged' : `${said(one.theirs.mean)} ± ${one.theirs.sd === null ? 'unknown' : said(one.theirs.sd)}`}, ${one.word}`,
        )
        .join('; '),
      panels: parts.map(({ panel, compared: own }): RowsPanel => ({
        kind: 'rows',
        key: `${panel.title} ends`,
        title: panel.title,
        note: `filled: ours, n = ${n}; open: theirs`,
        x: { label: alike ? 'return at the end' : `return at the end, ${panel.title}`, scale: panel.scale ?? 'linear' },
        better: 'higher',
        bars: false,
        level: null,
        rows: own.map((one) => ({
          name: one.name,
          method: one.method,
          value: one.ours[0],
          low: one.ours[1],
          high: one.ours[2],
          marks: [],
          text: said(one.ours[0]),
          reference: referenceOf(one),
        })),
      })),
      more: parts.map(({ panel, compared: own }): PlotPanel => ({
        kind: 'plot',
        key: `${panel.title} curves`,
        title: `${panel.title}: over counted steps`,
        note: `interquartile mean of ${n} seeds, band: its 95 % interval; at the right edge: theirs, ± ${DEVIATIONS} sd`,
        x: STEPS,
        y: {
          label: alike ? 'return of an episode' : `return of an episode, ${panel.title}`,
          scale: panel.scale ?? 'linear',
        },
        better: 'higher',
        joined: true,
        level: null,
        floor: null,
        lines: panel.rows.map((row, place) => ({
          name: methods[row.method].short === row.name ? row.name : row.name.replace('λ ', ''),
          method: row.method,
          points: curve(evidence, row, panel.until, draws),
          end: '',
          reference: referenceOf(own[place]!),
        })),
      })),
    },
  };
}
