import { expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../config/link.ts';
import { measureIndex } from '../training/measure.ts';
import { sessionConfig } from '../training/session-config.ts';
import { TableSession } from '../training/table-session.ts';
import { gridToDraw, ownMapDiffers, withOwnMap } from './own-map-edit.ts';

it.each(['world=four-rooms', 'world=frozen-lake&at=2,1,delta:0.1', 'world=cliff-walking&world.slip=0.1&gamma=0.9'])(
  'of %s the columns learn the same on a map of their own',
  (link) => {
    const { config } = decodeLink(`v=2&${link}&end`);
    expect(gridToDraw(config)).toBe(true);
    const own = withOwnMap(config);
    expect(gridToDraw(own)).toBe(false);
    expect(decodeLink(encodeLink(own))).toEqual({ config: own, problems: [] });
    for (const index of config.runs.keys()) {
      const [before, after] = [config, own].map((whole) => {
        const session = new TableSession(sessionConfig(whole, index), () => 0);
        return session.advance(6).rows;
      }) as [Float64Array, Float64Array];
      const returns = (rows: Float64Array): number[] =>
        [...rows.keys()].filter((at) => at % measureLength(rows) === measureIndex.return).map((at) => rows[at]!);
      // equations of another order round otherwise in the last digits
      returns(after).forEach((value, n) => expect(value / returns(before)[n]!).toBeCloseTo(1, 9));
    }
  },
);

it('is of worlds of cells that are not drawn yet', () => {
  const { config } = decodeLink('v=2&world=taxi&end');
  expect(gridToDraw(config)).toBe(false);
  expect(withOwnMap(config)).toBe(config);
  expect(ownMapDiffers(config)).toEqual([]);
});

/** Measures of one of six rows. */
function measureLength(rows: Float64Array): number {
  return rows.length / 6;
}
