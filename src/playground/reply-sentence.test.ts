import { expect, it } from 'vitest';
import { makePicture } from '../environments/registry.ts';
import { TableSession } from '../training/table-session.ts';
import { replySentence } from './reply-sentence.ts';
import { configOf } from './testing-client.ts';

const LINK = 'v=2&run=kl,rule:matched&run=wasserstein,rule:fixed,beta:1e6&play=0&end';
const picture = makePicture('cliff-walking', configOf(LINK).world.parameters);

/** A column as it stands, with the update that would be next. */
function column(index: number) {
  const config = configOf(LINK, index);
  return { config, preview: new TableSession(config, () => 0).advance(1) };
}

it('says of every column how many states the next update would move, and where most', () => {
  expect(replySentence([column(0), column(1)], picture)).toBe(
    'With these settings the next update: KL would move 48 states, most at row 3, column 10 (cliff); WPO would move nothing.',
  );
});

it('says nothing where the next update is not known, or is of another world', () => {
  expect(replySentence([{ ...column(0), preview: null }], picture)).toBe('');
  expect(replySentence([column(0)], makePicture('chain', configOf('world=chain&end').world.parameters))).toBe('');
});
