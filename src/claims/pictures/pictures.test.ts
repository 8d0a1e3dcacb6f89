import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { physicsTasks, type PhysicsKind } from '../../environments/registry.ts';
import type { SweepMeasure, SweepRecord } from '../../sweeps/sweep.ts';
import type { CellStatistic } from '../../sweeps/summary.ts';
import { readAuthors } from '../authors.ts';
import type { Claim } from '../claim.ts';
import { drawPhysics } from '../draw-physics.ts';
import { drawClaim, drawPictures } from '../draw-pictures.ts';
import { paperFigures } from '../paper/paper-figures.ts';
import { claims, extras } from '../registry.ts';
import { readRecording } from '../recordings/recording.ts';
import { shrink } from '../shrink.ts';
import { committedRecord, readClaimsJson, tipped } from '../testing-records.ts';
import { panelWords } from './panel-words.ts';
import type { Picture } from './picture.ts';

const all = [...claims, ...extras];
const files = [...new Set([...all.flatMap(({ drawing }) => drawing.needs), ...paperFigures.map(({ file }) => file)])];
const committed = new Map(files.map((file) => [file, committedRecord(file)]));
const authors = readAuthors(readClaimsJson('authors'))!;

const draw = (claim: Claim, records: ReadonlyMap<string, SweepRecord> = committed): Picture =>
  drawClaim(claim, records, 0)!;

/** As JSON has it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it('the committed pictures are what the committed records say', () => {
  const recordings = (Object.keys(physicsTasks) as PhysicsKind[]).map((kind) => {
    const file = path.resolve(import.meta.dirname, `../../../public/recordings/${kind}.json`);
    return [kind, readRecording(JSON.parse(readFileSync(file, 'utf8')))!] as const;
  });
  const drawn = { ...drawPictures(all, committed, authors), ...drawPhysics(new Map(recordings)) };
  expect(readClaimsJson('pictures')).toEqual(plain(drawn));
}, 60_000);

it('are light: the page has them all before anything is opened', () => {
  expect(JSON.stringify(readClaimsJson('pictures')).length).toBeLessThan(136_000);
});

type Where = Parameters<typeof tipped>[1];

const where = (
  measure: SweepMeasure,
  statistic: CellStatistic,
  rest: Pick<Where, 'labels' | 'columns'> = {},
): Where => ({
  measure,
  statistic,
  ...rest,
});

interface Tip {
  readonly file: string;
  readonly where: Where;
  readonly turn: (value: number) => number;
  /** What the picture's title says then. */
  readonly says: RegExp;
}

const WPO = [1];
const SPO = [2];

/** Two for each claim: numbers that speak for it, and numbers that speak against it. */
const tips: Readonly<Record<string, readonly Tip[]>> = {
  monotonic: [
    {
      file: '1-sampled',
      where: where('improvement', 'mean', { columns: WPO }),
      turn: () => 1,
      says: /neither with exact nor with sampled/,
    },
    {
      file: '1-exact',
      where: where('improvement', 'mean', { columns: WPO }),
      turn: () => -1,
      says: /Even with exact advantages \d+ of/,
    },
  ],
  limit: [
    {
      file: '2-limit',
      where: where('toWasserstein', 'final', { labels: ['1000'] }),
      turn: () => 0.5,
      says: /The distance stays: 0\.5/,
    },
    {
      file: '2-limit',
      where: where('toWasserstein', 'final', { labels: ['1000', 'Chain, own optimum'] }),
      turn: () => 0.5,
      says: /and stays at the same radius/,
    },
  ],
  decay: [
    { file: '3-exact', where: where('gap', 'mean', { labels: ['β fixed'] }), turn: () => 0, says: /either β/ },
    {
      file: '3-exact',
      where: where('gap', 'mean', { labels: ['β/(k+1)'] }),
      turn: () => 1,
      says: /some do not arrive/,
    },
  ],
  scarcity: [
    { file: '4-few', where: where('return', 'final', { columns: WPO }), turn: () => 99, says: /bears both better/ },
    {
      file: '4-bias',
      where: where('sampledReturn', 'final', { columns: WPO, labels: ['0.6'] }),
      turn: () => -9999,
      says: /loses as much as KL/,
    },
  ],
  speed: [
    {
      file: '5-movement',
      where: where('gap', 'goalIteration', { columns: SPO }),
      turn: (value) => value / 10,
      says: /and at the same movement/,
    },
    {
      file: '5-radius',
      where: where('gap', 'goalIteration', { columns: SPO }),
      turn: (value) => value * 100,
      says: /no fewer updates/,
    },
  ],
  baselines: [
    {
      file: '6-defaults',
      where: where('sampledReturn', 'final', { columns: [1, 2] }),
      turn: () => 1e9,
      says: /^4 of 13 rows are full/,
    },
    { file: '6-matched', where: where('return', 'final', { columns: [3] }), turn: () => 1e9, says: /^0 of 13 rows/ },
  ],
  geometry: [
    {
      file: '7-geometry',
      where: where('gap', 'goalIteration', { labels: ['angle'] }),
      turn: (value) => value / 5,
      says: /^A sensible cost saves/,
    },
    {
      file: '7-geometry',
      where: where('gap', 'goalIteration', { labels: ['angle'] }),
      turn: (value) => value * 5,
      says: /^Both costs need more/,
    },
  ],
  split: [
    { file: '8-split', where: where('gap', 'final', { labels: ['stays'] }), turn: () => 0, says: /^No line goes flat/ },
    { file: '8-split', where: where('gap', 'final', { labels: ['stays'] }), turn: () => 1, says: /the line goes flat/ },
  ],
  dial: [
    { file: '9-dial', where: where('gap', 'mean', { labels: ['1'] }), turn: () => -1, says: /in 0 of 15/ },
    { file: '9-dial', where: where('gap', 'mean', { labels: ['0.5'] }), turn: () => -1, says: /in 15 of 15/ },
  ],
  milliseconds: [
    {
      file: '5-movement',
      where: where('elapsed', 'final', { columns: SPO }),
      turn: () => 1e-3,
      says: /does not take longest/,
    },
    { file: '5-movement', where: where('elapsed', 'final', { columns: SPO }), turn: () => 1e6, says: /takes longest/ },
  ],
};

describe.each(all.map((claim) => [claim.id, claim] as const))('the picture of %s', (id, claim) => {
  it('is not there without its records', () => {
    expect(drawClaim(claim, new Map())).toBeNull();
  });

  it.each(tips[id]!.map((tip) => [String(tip.says), tip] as const))('says what its numbers say: %s', (_, tip) => {
    const records = new Map([...committed, [tip.file, tipped(committed.get(tip.file)!, tip.where, tip.turn)]]);
    const picture = draw(claim, records);
    expect(picture.title).toMatch(tip.says);
    expect(plain(picture.panels)).not.toEqual(plain(draw(claim).panels));
  });

  it('has words for whoever does not see it, and numbers in them', () => {
    const picture = draw(claim);
    for (const words of [
      picture.title,
      picture.line,
      picture.words,
      ...[...picture.panels, ...picture.more].map(panelWords),
    ]) {
      expect(words).not.toMatch(/NaN|undefined|Infinity|null/);
      expect(words.length).toBeGreaterThan(10);
    }
    expect(picture.words).toMatch(/\d/);
  });

  it('has a line for each name, and panels with keys of their own', () => {
    const { panels, more } = draw(claim);
    const keys = [...panels, ...more].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const panel of [...panels, ...more]) {
      const names = panel.kind === 'plot' ? panel.lines.map(({ name }) => name) : panel.rows.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('is drawn of a smaller version with nothing run yet, in the same panels', () => {
    const small = new Map(
      claim.experiments.map(({ file, small: part }) => {
        const { sweep, made } = committed.get(file) ?? committedRecord(file);
        return [file, { sweep: part === null ? sweep : shrink(sweep, part), results: [], made }] as const;
      }),
    );
    const whole = draw(claim);
    const keys = new Set([...whole.panels, ...whole.more].map(({ key }) => key));
    const { panels } = draw(claim, small);
    expect(panels.length).toBeGreaterThan(0);
    for (const { key } of panels) expect(keys).toContain(key);
  });
});

it('a line that comes to nothing ends there, with a word', () => {
  const [, falls] = draw(claims.find(({ id }) => id === 'decay')!).panels;
  if (falls?.kind !== 'plot') throw new Error('The picture of decay has no plot.');
  for (const { points, end } of falls.lines) {
    expect(end).toMatch(/^solved after \d+$/);
    expect(points.slice(0, -1).every(([, value]) => value > 1e-9)).toBe(true);
    expect(points.at(-1)![1]).toBeLessThanOrEqual(1e-9);
  }
});

it('the words of the fourth say how each goes as the error grows', () => {
  const { words } = draw(claims.find(({ id }) => id === 'scarcity')!);
  expect(words).toMatch(/KL falls from [\d,]+ to [\d,]+; WPO stays at [\d,]+ until 0\.3, and ends at [\d,]+/);
});
