import { expect, test } from 'vitest';
import { measureIndex, MEASURES } from '../training/measure.ts';
import { History } from './history.ts';
import { judge, proofOf, type Standing } from './reproduction.ts';

function column(name: string, last: number, options: { digest?: string | null; leaves?: number } = {}): Standing {
  const history = new History();
  for (let k = 0; k <= last; k += 1) {
    const row = new Float64Array(MEASURES).fill(NaN);
    row[measureIndex.iteration] = k;
    row[measureIndex.return] = k + (k >= (options.leaves ?? Infinity) ? 1e-13 : 0);
    history.add(row);
  }
  const { digest = '2.0123456789abcdef' } = options;
  return { name, digest, history };
}

const made = proofOf([column('KL', 9), column('WPO', 9)], 9)!;

test('a run that came out the same is said to be', () => {
  expect(judge(made, [column('KL', 9), column('WPO', 9)], 9, false)).toEqual({
    same: true,
    says: 'Reproduced exactly: update 9 is what it was, bit for bit, in all columns.',
  });
  expect(judge(made, [column('KL', 20), column('WPO', 20)], 20, false)?.says).toMatch(/up to update 9 is the same/);
});

test('one that did not is said to differ, in which column and from where on', () => {
  const other = column('WPO', 9, { digest: '2.ffff456789abcdef', leaves: 6 });
  expect(judge(made, [column('KL', 9), other], 9, false)?.says).toBe(
    'Not as it was: WPO differs from update 6 on. Tables give the same bits everywhere, so what made it was not this run.',
  );
  expect(judge(made, [column('KL', 9), other], 9, true)?.says).toContain('same WebAssembly backend only');
  const late = column('WPO', 9, { digest: '2.ffff456789abcdef' });
  expect(judge(made, [column('KL', 9), late], 9, false)?.says).toContain('WPO differs from update 9 on');
  const newer = [column('KL', 9, { digest: '3.ffff456789abcdef' }), column('WPO', 9)];
  expect(judge(made, newer, 9, false)?.says).toContain('version 2 of the numerics, and this page has 3');
});

test('nothing is said before it can be', () => {
  expect(judge(made, [column('KL', 4), column('WPO', 4)], 4, false)).toBeNull();
  expect(judge(made, [column('KL', 9, { digest: null }), column('WPO', 9)], 9, false)).toBeNull();
  expect(judge(made, [column('KL', 9)], 9, false)).toMatchObject({ same: false });
  expect(proofOf([column('KL', 9, { digest: null })], 9)).toBeNull();
});
