import { expect, it } from 'vitest';
import { decodeLink } from '../../config/link.ts';
import { makePicture } from '../../environments/registry.ts';
import { methods } from '../../methods/registry.ts';
import { planAt } from '../../playground/plan.ts';
import { sessionConfig } from '../../training/session-config.ts';
import { TableSession } from '../../training/table-session.ts';
import { whyWords } from './why-words.ts';

function why(link: string, state: number, iterations = 1): string {
  const { config } = decodeLink(link);
  const picture = makePicture(config.world.kind, config.world.parameters);
  if (picture.kind !== 'table') throw new Error('A table was expected.');
  const session = new TableSession(sessionConfig(config, 0), () => 0);
  const frame = iterations === 0 ? session.frame() : session.advance(iterations);
  const { method } = config.runs[0]!;
  return whyWords({ plan: planAt(method, frame, picture, state), method, actions: picture.actions, place: 'here' });
}

const ONE = 'v=2&world=one-state&world.policy=0.5,0.3,0.2&end';
const one = (run: string): string => ONE.replace('&end', `&run=${run}&end`);

it('KL multiplies', () => {
  expect(why(one('kl,rule:fixed,beta:0.5'), 0)).toBe(
    'At here C is worth .59 more than the old policy’s mean, A .41 less. KL multiplies every action by a factor of its own at the price β = .5: C times 2.3, A times .31. .34 of the probability moved, and the likeliest is no longer A but C: .20 became .46.',
  );
});

it('Wasserstein carries what pays, and says what did not', () => {
  const said = why(one('wasserstein,rule:fixed,beta:1'), 0);
  expect(said).toContain('WPO carried .50 from A to B: the gain is .7, the price of the way β·M = .5.');
  expect(said).toContain('From B to C would gain .3, less than its price .5: it stayed.');
  expect(why(one('wasserstein,rule:fixed,beta:9'), 0)).toContain('Nothing moved, and A stays the likeliest.');
});

it('Sinkhorn blurs', () => {
  expect(why(one('sinkhorn,rule:fixed,beta:1,lambda:2').replace('0.5,0.3,0.2', '0.05,0.05,0.9'), 0)).toMatch(
    /is blur, which does not pay/,
  );
});

it('before the first update, and where nothing is known, that is what is said', () => {
  expect(why(one('kl'), 0, 0)).toBe('KL has made no update yet.');
  const said = Array.from({ length: 48 }, (_, state) => why('v=2&estimator=monte-carlo&episodes=1&run=kl&end', state));
  expect(
    said.filter((text) => text.includes('nothing is known of it, since it was not visited')).length,
  ).toBeGreaterThan(0);
});

it.each(Object.keys(methods))('has a paragraph for %s, at every state of the cliff', (method) => {
  for (let state = 0; state < 48; state += 5) {
    const said = why(`v=2&run=${method}&end`, state, 2);
    expect(said).toMatch(/\.$/);
    expect(said).not.toMatch(/NaN|undefined|Infinity/);
  }
});
