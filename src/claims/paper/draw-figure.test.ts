import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../sweeps/sweep-size.ts';
import type { SweepRecord } from '../../sweeps/sweep.ts';
import { readAuthors } from '../authors.ts';
import { committedRecord, readClaimsJson, tipped } from '../testing-records.ts';
import { drawFigure } from './draw-figure.ts';
import type { Compared, PaperFigure } from './paper-figure.ts';
import { paperFigures } from './paper-figures.ts';

const authors = readAuthors(readClaimsJson('authors'))!;
const records = new Map(paperFigures.map(({ file }) => [file, committedRecord(file)]));
const figureOf = (id: string): PaperFigure => paperFigures.find((figure) => figure.id === id)!;
const compare = (figure: PaperFigure, record: SweepRecord = records.get(figure.file)!): readonly Compared[] =>
  drawFigure(figure, record, authors, 200).compared;

describe.each(paperFigures.map((figure) => [figure.title, figure] as const))('the figure “%s”', (_, figure) => {
  it('has a word for each number, and a reason for each that is outside or in doubt', () => {
    for (const { name, word, why, ours } of compare(figure)) {
      expect(ours[0], name).not.toBeNaN();
      if (word === 'outside their spread' || word === 'their file is in doubt') expect(why, name).not.toBe('');
    }
  });

  it('is drawn over counted environment steps, which grow', () => {
    const { more } = drawFigure(figure, records.get(figure.file)!, authors, 0).picture;
    for (const panel of more) {
      if (panel.kind !== 'plot') throw new Error('A curve is no plot.');
      expect(panel.x.label).toContain('environment steps');
      for (const { name, points } of panel.lines) {
        const steps = points.map(([at]) => at);
        expect(steps.length, name).toBeGreaterThan(10);
        expect(steps, name).toEqual(steps.toSorted((a, b) => a - b));
      }
    }
  });

  it('names no run of ours that is not there, and no log of theirs', () => {
    const lost: PaperFigure = {
      ...figure,
      panels: [{ ...figure.panels[0]!, rows: [{ ...figure.panels[0]!.rows[0]!, theirs: 'nothing' }] }],
    };
    expect(() => compare(lost)).toThrow(`The authors’ logs have no “nothing” on ${figure.panels[0]!.world}.`);
    const strange: PaperFigure = {
      ...figure,
      panels: [{ ...figure.panels[0]!, rows: [{ ...figure.panels[0]!.rows[0]!, labels: ['nowhere'] }] }],
    };
    expect(() => compare(strange)).toThrow(/has no nowhere; it has/);
  });
});

describe('the word', () => {
  const figure = figureOf('paper-methods');
  const record = records.get(figure.file)!;
  const kl = (compared: readonly Compared[]): Compared => compared[0]!;

  it('turns when our numbers go out of their spread, and back', () => {
    const away = tipped(record, { measure: 'sampledReturn', statistic: 'mean', columns: [0] }, () => -5000);
    expect(kl(compare(figure, away))).toMatchObject({ word: 'outside their spread' });
    const home = tipped(record, { measure: 'sampledReturn', statistic: 'mean', columns: [0] }, () => -20.5);
    expect(kl(compare(figure, home))).toMatchObject({ word: 'inside their spread', why: '' });
  });

  it('stays “in doubt” whatever ours is, where their file is', () => {
    const doubted = (compared: readonly Compared[]): readonly Compared[] =>
      compared.filter(({ word }) => word === 'their file is in doubt');
    const away = tipped(record, { measure: 'sampledReturn', statistic: 'mean' }, () => -5000);
    expect(doubted(compare(figure)).map(({ panel, name }) => [panel, name])).toEqual([['Cliff walking', 'SPO']]);
    expect(doubted(compare(figure, away))[0]?.why).toContain('byte-identical to the KL file');
    expect(doubted(compare(figureOf('paper-geometry'))).map(({ name }) => name)).toEqual(['√|i−j|']);
  });

  it('says how many of our runs ended no episode', () => {
    const columns = columnsOf(record.sweep).length;
    const silent: SweepRecord = {
      ...record,
      results: record.results.map((result) =>
        // the first three seeds of the first column
        result.index < 3 && columns > 1
          ? { ...result, curves: { ...result.curves, sampledReturn: result.at.map(() => NaN) } }
          : result,
      ),
    };
    expect(kl(compare(figure, silent)).why).toContain('3 of our 10 runs ended no episode there.');
  });
});
