import { expect, it } from 'vitest';
import { actionCost } from '../../environments/action-cost.ts';
import { compass } from '../../environments/compass.ts';
import { tableOf, withCost } from './cost-table.ts';
import { blindWords, costWords } from './cost-words.ts';

const equal = tableOf(actionCost('zero-one', compass), 4);

it('says nothing of a metric', () => expect(costWords(equal, compass)).toEqual([]));

it('names a move for each thing that a metric has and this has not', () => {
  expect(costWords(withCost(equal, 0, 3, 4, true), compass)).toEqual([
    expect.stringMatching(
      /^north to west costs 4, by way of east it would be 2: the triangle inequality does not hold/,
    ),
  ]);
  expect(costWords(withCost(equal, 0, 1, 1.5, false), compass)).toEqual([
    expect.stringMatching(/^north to east costs 1.5, back it costs 1:/),
  ]);
  const free = costWords(withCost(equal, 1, 2, 0, true), compass);
  expect(free).toEqual([expect.stringMatching(/^east to south costs nothing/)]);
});

it('says which columns do not see M', () => {
  expect(blindWords(['wasserstein', 'sinkhorn', 'bridge'])).toBe('');
  expect(blindWords(['kl', 'wasserstein', 'kl'])).toBe('KL does not see M: its updates stay as they are.');
  expect(blindWords(['kl', 'ppo', 'wasserstein', 'trpo'])).toBe(
    'KL, PPO and TRPO do not see M: their updates stay as they are.',
  );
});
