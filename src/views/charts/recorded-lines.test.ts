import { expect, test } from 'vitest';
import { lineOf } from '../../claims/recordings/recorded-line.ts';
import type { RecordedCurve, RecordedRun, Recording } from '../../claims/recordings/recording.ts';
import { decodeLink } from '../../config/link.ts';
import type { TimeAxis } from '../../playground/view-store.ts';
import { History } from '../../playground/history.ts';
import { MEASURES, writeRow } from '../../training/measure.ts';
import { sessionConfig } from '../../training/session-config.ts';
import { readingAt } from './chart-reading.ts';
import { recordedLines } from './recorded-lines.ts';
import { recordedWords } from './recorded-words.ts';

const COMMAND = "npm run --silent record -- 'world=hopper&run=kl&run=sinkhorn' 64000 2";
const STEPS = Array.from({ length: 16 }, (_, n) => 4000 * (n + 1));

const ran = (seed: number, best: number): RecordedRun => ({
  seed,
  command: COMMAND,
  date: '2026-11-01',
  code: 'c0de',
  minutes: 2,
  steps: STEPS,
  ahead: STEPS.map((at) => 5 * at),
  returns: STEPS.map((_, n) => (n === 0 ? null : best * n)),
});
const curve = (method: 'kl' | 'sinkhorn', runs?: RecordedRun[]): RecordedCurve => ({
  method,
  minutes: 2,
  final: [1500, 1700],
  steps: STEPS,
  returns: STEPS.map((_, n) => (n === 0 ? null : 100 * n)),
  ...(runs === undefined ? {} : { ahead: 5 * STEPS.at(-1)!, runs }),
});
const recording: Recording = {
  command: COMMAND,
  steps: 64_000,
  seeds: 2,
  date: '2026-11-01',
  method: 'kl',
  total: 1500,
  states: [[0], [0]],
  curves: [curve('kl', [ran(1, 90), ran(2, 110)]), curve('sinkhorn')],
};
const lines = recording.curves.map((one) => lineOf(recording, one));

/** Columns of a link that have taken so many updates of 4,096 steps. */
function columns(link: string, updates: number) {
  const { config } = decodeLink(link);
  return config.runs.map((_, n) => {
    const history = new History();
    for (let iteration = 0; iteration <= updates; iteration += 1) {
      const row = new Float64Array(MEASURES);
      const steps = 4096 * iteration;
      writeRow(row, 0, { iteration, steps, simulated: 6 * steps, elapsed: iteration, sampledReturn: iteration });
      history.add(row);
    }
    return { config: sessionConfig(config, n), history };
  });
}

const drawn = (link: string, updates: number, axis: TimeAxis, log = false) =>
  recordedLines(lines, columns(link, updates), 'grey', axis, log).map((line) => ({
    ...line,
    at: Array.from({ length: line.length }, (_, n) => line.x(n)),
  }));

test('each method of a column has its recorded line once, on the axis of acted and of all steps', () => {
  const both = 'world=hopper&run=kl&run=kl,delta:0.2&run=sinkhorn&run=trpo';
  const acted = drawn(both, 16, 'steps');
  expect(acted.map(({ reading }) => reading)).toEqual(['recorded KL', 'recorded SPO']);
  expect(acted[0]!.at).toEqual(STEPS);
  expect(Number.isNaN(acted[0]!.y(0))).toBe(true);
  expect(acted[0]!.y(3)).toBe(300);
  // what has no count of its look-ahead is not there
  const simulated = drawn(both, 16, 'simulated');
  expect(simulated.map(({ reading }) => reading)).toEqual(['recorded KL']);
  expect(simulated[0]!.at).toEqual(STEPS.map((at) => 6 * at));
  expect(drawn(both, 16, 'elapsed')).toEqual([]);
  expect(drawn('world=hopper&run=trpo', 16, 'steps')).toEqual([]);
});

test('by updates a recorded line is where the column has acted as many steps', () => {
  const { at } = drawn('world=hopper&run=kl', 16, 'iteration')[0]!;
  expect(at[3]).toBeCloseTo(16_000 / 4096, 12);
  expect(drawn('world=hopper&run=kl', 16, 'iteration', true)[0]!.at[3]).toBeCloseTo(16_000 / 4096 + 1, 12);
});

test('a band goes from the worst to the best seed, where single seeds are known', () => {
  const [kl, sinkhorn] = drawn('world=hopper&run=kl&run=sinkhorn', 16, 'steps');
  expect([kl!.band!.low(3), kl!.band!.high(3)]).toEqual([270, 330]);
  expect(sinkhorn!.band).toBeUndefined();
});

test('the live lines keep at least a quarter of the axis, until all of the recording is there', () => {
  const far = (updates: number, log = false) => drawn('world=hopper&run=kl', updates, 'steps', log)[0]!.at.at(-1);
  expect(far(0)).toBe(4000);
  expect(far(1)).toBe(16_000);
  expect(far(2)).toBe(32_000);
  expect(far(4)).toBe(64_000);
  expect(far(40)).toBe(64_000);
  expect(far(0, true)).toBe(64_000);
});

test('beyond what was learned here, the reading is of the recording alone', () => {
  const live = {
    label: 'KL',
    color: '',
    dash: [],
    mark: 'circle',
    length: 5,
    x: (n: number) => 4096 * n,
    y: () => 7,
  } as const;
  const content = { lines: [...drawn('world=hopper&run=kl', 4, 'steps'), live], xLabel: 'steps' };
  expect(readingAt(content, 12_000)).toBe('steps 12288: KL 7 · recorded KL 200');
  expect(readingAt(content, 40_500)).toBe('steps 40000: recorded KL 900');
});

test('the legend says of how many seeds, and where settings are others', () => {
  const said = (link: string, axis: TimeAxis = 'steps') => recordedWords(decodeLink(link).config, lines, axis);
  expect(said('world=hopper&run=kl&seed=9')?.legend).toBe('grey: recorded beforehand, same method, median of 2 seeds');
  expect(said('world=hopper&run=kl')?.says).toContain(
    'KL: 1500 after 64,000 steps, median of 2 seeds, from 1350 to 1650.',
  );
  const other = said('world=hopper&run=kl&run=sinkhorn,delta:0.2');
  expect(other?.legend).toBe('grey: recorded with the default settings, same method, median of 2 seeds');
  expect(other?.says).toContain('SPO was recorded with the default settings, and learns with its own here.');
  expect(said('world=hopper&run=kl&run=sinkhorn', 'simulated')?.says).toContain(
    'Look-ahead was not counted when SPO was recorded, so it is not on this axis.',
  );
  expect(said('world=hopper&run=kl', 'elapsed')).toBeNull();
  expect(said('world=hopper&run=trpo')).toBeNull();
  // shared settings and live changes are settings too
  for (const part of ['gamma=0.9', 'at=3,0,delta:0.3'])
    expect(said(`world=hopper&run=kl&${part}`)?.legend).toContain('with the default settings');
});

test('what was recorded with settings of its own is not called the default', () => {
  const own = "npm run --silent record -- 'world=hopper&run=kl,delta:0.3' 64000 2";
  const line = lineOf({ ...recording, command: own }, recording.curves[0]!);
  const legend = (link: string) => recordedWords(decodeLink(link).config, [line], 'steps')?.legend;
  expect(legend('world=hopper&run=kl')).toContain('recorded with other settings');
  expect(legend('world=hopper&run=kl,delta:0.3')).toContain('recorded beforehand');
});
