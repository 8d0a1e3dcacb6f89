import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeLink } from '../config/link.ts';
import { sessionConfig } from '../training/session-config.ts';
import { TableSession } from '../training/table-session.ts';
import { History } from './history.ts';
import { judge } from './reproduction.ts';
import { readRecord, readRunFile, recordOf, referenceOf, witnessOfRecord, type Kept } from './run-record.ts';

const LINK = 'world=chain&run=kl&run=wasserstein&run=sinkhorn';
const { config } = decodeLink(LINK);

/** The columns of the link after some iterations. */
function trained(iterations: number, link = LINK): Kept[] {
  const { config: asked } = decodeLink(link);
  return asked.runs.map(({ method }, index) => {
    const session = new TableSession(sessionConfig(asked, index), () => 0);
    const history = new History();
    history.add(session.frame().rows);
    history.add(session.advance(iterations).rows);
    return { name: method, method, digest: session.digest(), history };
  });
}

const record = recordOf('A run', config, 12, trained(12), { date: '2026-01-01', version: '1', code: 'x' });
const text = JSON.stringify(record);

test('what is saved is read again, to the last bit', () => {
  const read = readRecord(JSON.parse(text));
  expect(read.problem).toBeUndefined();
  if (read.problem !== undefined) return;
  expect(read.record).toEqual(JSON.parse(text));
  const columns = trained(12);
  expect(judge(witnessOfRecord(read.record), columns, 12, false)).toMatchObject({ same: true });
  for (const [n, column] of referenceOf('x', read.record).columns.entries()) {
    expect(column.history.length).toBe(13);
    for (const measure of ['return', 'beta', 'variation', 'spent'] as const)
      for (let k = 0; k <= 12; k += 1) expect(column.history.at(k, measure)).toBe(columns[n]!.history.at(k, measure));
  }
});

test('another run is told apart from the first update on which it is another', () => {
  const other = trained(12, 'world=chain&run=kl&run=wasserstein&run=sinkhorn&at=4,1,delta:0.5');
  expect(judge(witnessOfRecord(record), other, 12, false)?.says).toMatch(
    /^Not as it was: wasserstein differs from update 5 on/,
  );
});

test.each([
  ['null', /The run is "?null"?; expected is a run as this page saves it/],
  ['{}', /format is missing/],
  [text.replace('playground run', 'playground walk'), /format is "trust-region-playground walk"/],
  [text.replace('"version":1', '"version":7'), /version is 7; expected is 1/],
  [text.replace('"method":"kl"', '"method":"magic"'), /expected is a method of this page/],
  [text.replace('world=chain', 'world=mars'), /The link of the run: world = "mars"/],
  [text.replace('"iteration":[0,1,2', '"iteration":[0,2,1'), /do not rise/],
  [text.replace('"iteration":[0,1,', '"iteration":[0,'), /numbers; expected are as many of each/],
  [text.replace('"iteration":12', '"iteration":1.5'), /iteration is 1.5; expected is a whole number/],
  [text.replace(/,\{"name":"sinkhorn".*$/, ']}'), /has 2 columns, and its link 3/],
  [JSON.stringify({ sweep: {}, results: [] }), /It is a sweep/],
])('a damaged or foreign file is refused in a sentence (%#)', (given, sentence) => {
  expect(readRecord(JSON.parse(given))).toEqual({ problem: expect.stringMatching(sentence) as string });
});

test('so are a file that is no JSON, and a huge one', async () => {
  expect(await readRunFile(new File(['{"for'], 'a.json'))).toMatchObject({
    problem: expect.stringContaining('a.json: It is not JSON'),
  });
  const huge = Object.defineProperty(new File([''], 'b.json'), 'size', { value: 5e9 });
  expect(await readRunFile(huge)).toMatchObject({ problem: expect.stringContaining('5000000000 bytes') });
});

test('a file that is mutilated in a thousand ways is read or refused, and never more than that', () => {
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 12 }), (at, cut, put) => {
      const mutilated = text.slice(0, at) + put + text.slice(at + cut);
      let value: unknown;
      try {
        value = JSON.parse(mutilated);
      } catch {
        return;
      }
      const read = readRecord(value);
      if (read.problem !== undefined) expect(read.problem).toMatch(/\.$/);
      else expect(referenceOf('x', read.record).columns.length).toBe(3);
    }),
    { numRuns: 1000, seed: 13 },
  );
});
