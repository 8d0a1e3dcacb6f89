import { expect, test } from 'vitest';
import { makeWorld } from '../environments/registry.ts';
import { StreamDealer } from '../math/random.ts';
import { emptyEstimate } from './advantage.ts';
import { Batch, rollOut } from './rollout.ts';
import { monteCarloAdvantage } from './sampled-advantage.ts';
import { decodeLink } from '../config/link.ts';
import { sessionConfig } from './session-config.ts';
import { TableSession } from './table-session.ts';

const GAMMA = 0.9;
const world = makeWorld('chain', {});
const { states, actions, reward } = world.model;
const policy = new Float64Array(states * actions).fill(1 / actions);

function sampled(): Batch {
  const batch = new Batch();
  rollOut(world, policy, 0, 3, new StreamDealer(4), batch);
  return batch;
}

/** The discounted return after each step of a batch, summed from there on. */
function returnsOf(batch: Batch): number[] {
  return Array.from({ length: batch.length }, (_, t) => {
    const end = batch.offsets.find((offset) => offset > t)!;
    let [sum, weight] = [0, 1];
    for (let later = t; later < end; later += 1) {
      sum += weight * reward[batch.outcome[later]!]!;
      weight *= GAMMA;
    }
    return sum;
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value / values.length, 0);

/** Mean over the visits of each pair of what is left of a return, as straight as it can be written. */
function straight(batch: Batch, baseline: (state: number, returns: readonly number[]) => number): number[] {
  const returns = returnsOf(batch);
  const steps = returns.map((_, t) => t);
  return Array.from({ length: states * actions }, (_, pair) => {
    const visits = steps.filter((t) => batch.state[t]! * actions + batch.action[t]! === pair);
    return visits.length === 0 ? 0 : mean(visits.map((t) => returns[t]! - baseline(batch.state[t]!, returns)));
  });
}

test('Monte Carlo advantages are returns less each state’s mean, one constant, or what was learned', () => {
  const batch = sampled();
  const stateMean = (state: number, returns: readonly number[]): number =>
    mean(returns.filter((_, t) => batch.state[t] === state));
  const critic = Float64Array.from({ length: states }, (_, s) => 10 * s);
  const before = critic.slice();
  for (const [baseline, of] of [
    ['state', stateMean],
    ['constant', (_: number, returns: readonly number[]) => mean(returns)],
    ['critic', (state: number) => before[state]!],
  ] as const) {
    const out = emptyEstimate(world.model);
    monteCarloAdvantage(world, batch, critic, GAMMA, { baseline, scale: 'raw' }, out);
    straight(batch, of).forEach((advantage, pair) => expect(out.advantage[pair], baseline).toBeCloseTo(advantage, 7));
  }
  // the critic goes half the way to what its states were worth
  const returns = returnsOf(batch);
  for (let s = 0; s < states; s += 1) expect(critic[s]).toBeCloseTo((before[s]! + stateMean(s, returns)) / 2, 9);
});

test('states that no episode came through stay, or are blurred as the authors’ are', () => {
  const opened = (link: string): TableSession => new TableSession(sessionConfig(decodeLink(link).config, 0), () => 0);
  const link = 'world=taxi&estimator=monte-carlo&episodes=1&exploration=0&run=sinkhorn,rule:fixed,beta:3,lambda:3';
  const stays = opened(link);
  const [kept, zero] = [stays.advance(3), opened(`${link}&unvisited=zero`).advance(3)];
  const untouched = Array.from({ length: stays.world.model.states }, (_, s) => s).filter((s) => kept.known[s] === 0);
  expect(untouched.length).toBeGreaterThan(100);
  expect([...zero.known].every((known) => known === 1)).toBe(true);
  expect(opened(`${link.replace('monte-carlo', 'exact')}&unvisited=zero`).advance(2).policy).toEqual(
    opened(link.replace('monte-carlo', 'exact')).advance(2).policy,
  );
});
