import { describe, expect, it } from 'vitest';
import type { SweepMeasure, SweepRecord } from '../sweeps/sweep.ts';
import type { CellStatistic } from '../sweeps/summary.ts';
import type { Word } from './claim.ts';
import { Evidence } from './evidence.ts';
import { judge } from './judge.ts';
import { claims, extras } from './registry.ts';
import { committedRecord, tipped } from './testing-records.ts';

const all = [...claims, ...extras];
const files = [...new Set(all.flatMap(({ tests }) => tests.flatMap(({ needs }) => needs)))];
const committed = new Map(files.map((file) => [file, committedRecord(file)]));

const [KL, WPO, SPO, SPO_3] = [0, 1, 2, 3];
const OURS = [WPO, SPO];

type Turn = (value: number) => number;
const to =
  (value: number): Turn =>
  () =>
    value;
const times =
  (factor: number): Turn =>
  (value) =>
    value * factor;

interface Change {
  readonly file: string;
  readonly labels?: readonly string[];
  readonly columns?: readonly number[];
  readonly measure: SweepMeasure;
  readonly statistic: CellStatistic;
  readonly turn: Turn;
}

/** Numbers that a test reads, turned so that it tips. Without a word only its sentence turns. */
interface Tip {
  readonly changes: readonly Change[];
  readonly word?: Word;
  readonly condition?: string;
}

const change = (
  file: string,
  measure: SweepMeasure,
  statistic: CellStatistic,
  turn: Turn,
  where: Pick<Change, 'labels' | 'columns'> = {},
): Change => ({ file, measure, statistic, turn, ...where });

const HALF_DIALS = ['0.5'];
const baselineFiles = [
  ['6-defaults', 'sampledReturn'],
  ['6-matched', 'return'],
  ['6-networks', 'sampledReturn'],
] as const;
const lifted = baselineFiles.map(([file, measure]) => change(file, measure, 'final', to(1e9), { columns: OURS }));

/** By claim and test. */
const tips: Readonly<Record<string, Readonly<Record<string, Tip>>>> = {
  monotonic: {
    exact: {
      changes: [change('1-exact', 'improvement', 'smallest', to(-1), { columns: [WPO], labels: ['Taxi'] })],
      word: 'does not hold here',
    },
    blur: { changes: [change('1-exact', 'improvement', 'smallest', to(-5), { columns: [SPO, SPO_3] })] },
    error: {
      changes: [change('1-error', 'improvement', 'smallest', to(-1e9), { columns: [WPO], labels: ['Chain', '3'] })],
      word: 'does not hold here',
    },
    sampled: {
      changes: [change('1-sampled', 'improvement', 'smallest', to(0), { columns: [WPO] })],
      word: 'holds',
      condition: 'exact and sampled',
    },
  },
  limit: {
    'same β': {
      changes: [change('2-limit', 'toWasserstein', 'final', to(0.5), { labels: ['1000', 'Chain, same β'] })],
      word: 'does not hold here',
    },
    'own optimum': {
      changes: [change('2-limit', 'toWasserstein', 'final', to(0.5), { labels: ['1000', 'Chain, own optimum'] })],
      word: 'holds under conditions',
      condition: 'only at the same price β',
    },
    return: { changes: [change('2-return', 'sampledReturn', 'final', to(99), { labels: ['50'] })] },
  },
  decay: {
    exact: {
      changes: [change('3-exact', 'gap', 'final', to(1), { columns: [WPO], labels: ['Chain', 'β/(k+1)'] })],
      word: 'does not hold here',
    },
    'other decays': { changes: [change('3-exact', 'gap', 'final', to(1), { labels: ['β·.9ᵏ'] })] },
    sampled: {
      changes: ['Chain', 'Cliff walking', 'Four rooms'].map((world) =>
        change('3-sampled', 'gap', 'final', to(0), { labels: ['Monte Carlo', `${world}, β/(k+1)`] }),
      ),
      word: 'holds',
      condition: 'exact and sampled',
    },
  },
  scarcity: {
    'few samples': {
      changes: [change('4-few', 'return', 'final', to(1e3), { columns: [WPO] })],
      word: 'holds',
      condition: 'in both experiments',
    },
    'error by hand': {
      changes: [change('4-bias', 'sampledReturn', 'final', to(-1e6), { columns: [WPO], labels: ['0.6'] })],
      word: 'does not hold here',
    },
  },
  speed: {
    'equal radius': {
      changes: [change('5-radius', 'gap', 'goalIteration', times(100), { columns: [SPO] })],
      word: 'does not hold here',
    },
    'equal movement': {
      changes: [change('5-movement', 'gap', 'goalIteration', times(0.1), { columns: [SPO] })],
      word: 'holds',
    },
    geometry: { changes: [change('5-movement', 'gap', 'goalIteration', times(10), { columns: [KL] })] },
    rivals: { changes: [change('5-rivals', 'gap', 'goalIteration', times(10))] },
  },
  baselines: {
    defaults: { changes: [lifted[0]!] },
    // more than half of all settings are in this file
    matched: { changes: [lifted[1]!], word: 'holds under conditions', condition: 'in most settings' },
    networks: { changes: [lifted[2]!] },
    all: { changes: lifted, word: 'holds', condition: 'in every setting' },
    most: { changes: [lifted[1]!], word: 'holds under conditions', condition: 'in most settings' },
    rivals: { changes: [change('6-rivals', 'return', 'final', to(1e9))] },
  },
  geometry: {
    iterations: {
      changes: [
        change('7-geometry', 'gap', 'goalIteration', times(0.2), { labels: ['angle'] }),
        change('7-geometry', 'gap', 'goalIteration', times(5), { labels: ['wrong'] }),
      ],
      condition: 'a sensible one helps, a wrong one hurts',
    },
  },
  split: {
    stays: {
      changes: [change('8-split', 'gap', 'final', to(0), { labels: ['stays'] })],
      condition: 'all or none oversteps',
    },
    moves: {
      changes: [change('8-split', 'spent', 'largest', to(0.001), { labels: ['moves'] })],
      condition: 'all or none sticks',
    },
  },
  dial: {
    exact: {
      changes: [change('9-dial', 'gap', 'mean', to(-1e3), { labels: HALF_DIALS })],
      condition: 'exactly mostly, with samples mostly',
    },
    sampled: {
      changes: [change('9-dial', 'gap', 'mean', to(-1e3), { labels: ['1'] })],
      condition: 'exactly seldom, with samples seldom',
    },
  },
  milliseconds: {
    milliseconds: {
      changes: [change('5-movement', 'elapsed', 'final', times(0.001), { columns: [SPO] })],
      condition: 'SPO’s does not cost most',
    },
  },
};

function after(changes: readonly Change[]): ReadonlyMap<string, SweepRecord> {
  const records = new Map(committed);
  for (const { file, turn, ...where } of changes) records.set(file, tipped(records.get(file)!, where, turn));
  return records;
}

describe.each(all.map((claim) => [claim.id, claim] as const))('the verdict on %s', (id, claim) => {
  it('is “not run” without records, and names what is missing', () => {
    const { word, condition, sentences } = judge(claim, new Map());
    expect(word).toBe('not run');
    for (const file of claim.tests.flatMap(({ needs }) => needs)) expect(condition).toContain(file);
    expect(sentences).toEqual([]);
  });

  it('is “not run” where one file is missing', () => {
    for (const file of new Set(claim.tests.flatMap(({ needs }) => needs))) {
      const records = new Map(committed);
      records.delete(file);
      expect(judge(claim, records)).toMatchObject({ word: 'not run', condition: `without ${file}` });
    }
  });

  it('has a tip for each of its tests', () => {
    expect(Object.keys(tips[id] ?? {})).toEqual(claim.tests.map(({ name }) => name));
  });

  it.each(claim.tests.map((test) => [test.name, test] as const))('turns with its test “%s”', (name, test) => {
    const { changes, word, condition } = tips[id]![name]!;
    const before = judge(claim, committed);
    const records = after(changes);
    const turned = judge(claim, records);
    const said = [committed, records].map(
      (of) => test.finds(...test.needs.map((file) => new Evidence(of.get(file)!))).sentence,
    );
    // a test without a sentence of its own is read from the verdict alone
    if (said[0] !== '') {
      expect(before.sentences).toContain(said[0]);
      expect(turned.sentences).toContain(said[1]);
      expect(said[1]).not.toBe(said[0]);
    }
    if (word === undefined && condition === undefined) {
      expect(turned).toMatchObject({ word: before.word, condition: before.condition });
      return;
    }
    expect([turned.word, turned.condition]).not.toEqual([before.word, before.condition]);
    if (word !== undefined) expect(turned.word).toBe(word);
    if (condition !== undefined) expect(turned.condition).toBe(condition);
  });
});

describe('what a record does not have', () => {
  const evidence = new Evidence(committed.get('4-bias')!);

  it('is refused by name: a measure, a series, a label, an axis', () => {
    expect(() => evidence.values('kl', 'final', 'wasserstein')).toThrow(/has no measure kl; it has sampledReturn/);
    expect(() => evidence.values('gap', 'final', 'trpo')).toThrow(/has no column trpo; it has kl, wasserstein/);
    expect(() => evidence.values('gap', 'final', 'kl 2')).toThrow(/has no column kl 2/);
    expect(() => evidence.at('gap', 'final', ['0.9'], 'kl')).toThrow(/has no 0\.9; its first is 0/);
    expect(() => evidence.labels(1)).toThrow(/has no axis 2/);
  });

  it('is refused where a verdict is concluded from a test that is none', () => {
    const claim = {
      ...claims[0]!,
      concludes: (held: (test: string) => boolean) => ({ word: 'holds' as const, condition: String(held('nonsense')) }),
    };
    expect(() => judge(claim, committed)).toThrow('No test is called “nonsense”.');
  });
});
