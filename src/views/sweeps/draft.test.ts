import { describe, expect, it } from 'vitest';
import { readSweep } from '../../sweeps/read-sweep.ts';
import { sweepOf } from '../../sweeps/testing-sweeps.ts';
import { contentOf, draftOf, newDraft, parseValues, spacedValues } from './draft.ts';

describe('a sweep that is written on the page', () => {
  it('reads back as the same sweep, whatever form its axes have', () => {
    const sweep = sweepOf({
      vary: [
        { key: 'run.delta', values: [0.01, 0.1] },
        { name: 'how far', values: [{ label: 'near', set: { gamma: 0.9, 'world.length': 5 } }] },
      ],
      seeds: { first: 3, count: 2 },
      goal: { measure: 'gap', share: 0.1 },
    });
    const draft = draftOf(sweep);
    expect(draft.vary.map(({ kind }) => kind)).toEqual(['key', 'given']);
    expect(readSweep(contentOf(draft))).toEqual({ sweep });
  });

  it('keeps the name that a file gives to an axis', () => {
    const given = { name: 'how far', values: [1, 2].map((n) => ({ label: String(n), set: { 'run.delta': n } })) };
    const sweep = sweepOf({ vary: [given] });
    expect(draftOf(sweep).vary[0]).toMatchObject({ kind: 'key', name: 'how far' });
    expect(readSweep(contentOf(draftOf(sweep)))).toEqual({ sweep });
  });

  it('is a sweep from the beginning', () => {
    expect(readSweep(contentOf(newDraft('world=chain')))).toHaveProperty('sweep');
  });

  it('says what was written where it is no number', () => {
    const read = readSweep(contentOf({ ...newDraft('world=chain'), iterations: 'many' }));
    expect(read).toEqual({ problem: 'The sweep’s iterations is "many"; expected is a whole number from 1 to 100000.' });
  });
});

describe('values of an axis', () => {
  it('are separated by spaces or commas', () => {
    expect(parseValues(' 0.1, 1e-3  exact;2 ')).toEqual([0.1, 0.001, 'exact', 2]);
  });

  it('are spaced evenly, or in even ratios', () => {
    expect(spacedValues(0, 1, 5, false, false)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(spacedValues(0.001, 1, 4, true, false)).toEqual([0.001, 0.01, 0.1, 1]);
    expect(spacedValues(1, 3, 9, false, true)).toEqual([1, 2, 3]);
    expect(spacedValues(0, 1, 4, true, false)).toEqual([]);
    expect(spacedValues(1, 2, 1, false, false)).toEqual([]);
  });
});
