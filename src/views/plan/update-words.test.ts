import { expect, it } from 'vitest';
import { decodeLink } from '../../config/link.ts';
import { makePicture } from '../../environments/registry.ts';
import { planAt } from '../../playground/plan.ts';
import { sessionConfig } from '../../training/session-config.ts';
import { TableSession } from '../../training/table-session.ts';
import { updateWords } from './update-words.ts';

/** What is said of the one state after an update by this column. */
function said(run: string): string {
  const { config } = decodeLink(`v=2&world=one-state&world.policy=0.5,0.3,0.2&run=${run}&end`);
  const picture = makePicture(config.world.kind, config.world.parameters);
  if (picture.kind !== 'table') throw new Error('A table was expected.');
  const frame = new TableSession(sessionConfig(config, 0), () => 0).advance(1);
  const { method } = config.runs[0]!;
  return updateWords(planAt(method, frame, picture, 0), picture.actions, method !== 'kl');
}

it('names what was carried, with its gain and its price', () => {
  expect(said('wasserstein,rule:fixed,beta:1')).toMatch(/^carries \.50, .+ A to B: gain \.7, price \.5$/);
  expect(said('wasserstein,rule:fixed,beta:9')).toBe('nothing moved here');
  expect(said('kl,rule:fixed,beta:0.5')).toMatch(/^every action × its own factor: .+ moved$/);
});

it('says how little was carried, where two decimals have none of it', () => {
  const words = said('kl,rule:fixed,beta:500');
  expect(words).not.toContain('.00 moved');
  expect(words).toMatch(/; 0?\.000\d+ moved$/);
});
