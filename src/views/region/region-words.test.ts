import { describe, expect, it } from 'vitest';
import { pictureOfFinite } from '../../environments/picture.ts';
import { shownFace } from '../../playground/shown-face.ts';
import { stateRegion } from '../../playground/state-region.ts';
import { configOf } from '../../playground/testing-client.ts';
import { TableSession } from '../../training/table-session.ts';
import { regionCaption, regionInWords } from './region-words.ts';

/** Caption and text of a link's first column, at the state that moved most. */
function said(link: string, iterations = 1): { caption: string; words: string } {
  const config = configOf(link);
  const session = new TableSession(config, () => 0);
  const frame = iterations > 0 ? session.advance(iterations) : session.frame();
  const picture = pictureOfFinite(session.world);
  const n = picture.actions.length;
  const moved = (state: number): number => {
    let sum = 0;
    for (let pair = state * n; pair < (state + 1) * n; pair += 1)
      sum += Math.abs(frame.policy[pair]! - frame.previous[pair]!);
    return sum;
  };
  const states = Array.from({ length: picture.states }, (_, state) => state);
  const state = states.reduce((best, other) => (moved(other) > moved(best) ? other : best), 0);
  const face = shownFace(picture, state, [frame], null);
  const region = stateRegion(config.run.method, frame, picture, state, face);
  return { caption: regionCaption(region, picture.actions), words: regionInWords(region, picture.actions, false) };
}

describe('a trust region in words', () => {
  it('says the level, what is not shown, and whether the cost plays a part', () => {
    const { caption, words } = said('world=cliff-walking&run=kl,rule:optimal');
    expect(caption).toMatch(/^this state’s share of δ: \S+; . keeps \.25$/);
    expect(words).toMatch(/^Old row: .*new row: .*moved .*price β .*shown: .*M plays no part\.$/);
    expect(said('world=cliff-walking&run=wasserstein').words).toMatch(/M shapes it\.$/);
    expect(said('world=taxi&run=sinkhorn').caption).toMatch(/the other 3 keep \.5$/);
  });

  it('says where there is nothing to draw', () => {
    expect(said('world=chain&run=kl', 0).caption).toBe('no update of this state yet');
    expect(said('world=chain&run=trpo').caption).toBe(
      'TRPO, PPO, A2C step along a gradient: there is no region to draw',
    );
    expect(said('world=chain&run=replicator').caption).toBe('a flow has a path, and no border');
  });
});
