import { describe, expect, it } from 'vitest';
import { decodeLink } from '../config/link.ts';
import { sessionConfig } from '../training/session-config.ts';
import { TableSession } from '../training/table-session.ts';
import { measureIndex } from '../training/measure.ts';
import { pictureOfFinite } from '../environments/picture.ts';
import { planAt, spentAt } from './plan.ts';

const FRAGMENTS = [
  'world=cliff-walking',
  'world=taxi&estimator=model&episodes=5',
  'world=four-rooms&cost=angle&run=kl,rule:matched&run=wasserstein,rule:matched&run=sinkhorn,rule:matched',
  'world=frozen-lake&estimator=gae&episodes=3&run=wasserstein,rule:fixed,beta:0.01&run=sinkhorn,rule:fixed,lambda:0.3',
  'world=cliff-walking&run=trpo&run=ppo&run=a2c',
  'world=chain&run=kl,rule:fixed,beta:0&run=wasserstein,rule:fixed,beta:0&run=sinkhorn,rule:fixed,beta:0',
];

describe('the plan that the page recomputes', () => {
  it.each(FRAGMENTS)('is the step that the session made, at every state: %s', (fragment) => {
    const { config } = decodeLink(fragment);
    config.runs.forEach((run, index) => {
      const session = new TableSession(sessionConfig(config, index), () => 0);
      const { states, actions } = session.world.model;
      const picture = pictureOfFinite(session.world);
      for (let k = 0; k <= 4; k += 1) {
        const frame = session.frame();
        for (let s = 0; s < states; s += 1) {
          const { plan, before, after } = planAt(run.method, frame, picture, s);
          for (let a = 0; a < actions; a += 1) {
            let row = 0;
            let column = 0;
            for (let b = 0; b < actions; b += 1) {
              row += plan[b * actions + a]!;
              column += plan[a * actions + b]!;
            }
            expect(Math.abs(row - before[a]!)).toBeLessThan(1e-12);
            expect(Math.abs(column - after[a]!)).toBeLessThan(1e-12);
          }
        }
        session.advance(1);
      }
    });
  });

  it('uses what the states use together: the weighted sum is the left side of the constraint', () => {
    const { config } = decodeLink('world=four-rooms&cost=angle');
    config.runs.forEach((run, index) => {
      const session = new TableSession(sessionConfig(config, index), () => 0);
      for (let k = 0; k < 5; k += 1) {
        const frame = session.advance(1);
        const picture = pictureOfFinite(session.world);
        let total = 0;
        frame.weight.forEach((weight, s) => (total += weight * spentAt(run.method, frame, picture, s)));
        expect(Math.abs(total - frame.row[measureIndex.spent]!)).toBeLessThan(1e-12);
      }
    });
  });
});
