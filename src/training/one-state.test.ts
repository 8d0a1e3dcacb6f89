import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink } from '../config/link.ts';
import { actionCost } from '../environments/action-cost.ts';
import { methodOf, methods, settingsOf, type MethodKind } from '../methods/registry.ts';
import { checkedSolution } from '../trust-regions/checked-solution.ts';
import { sharedCost } from '../trust-regions/cost.ts';
import type { Problem } from '../trust-regions/trust-region.ts';
import { measureIndex } from './measure.ts';
import { sessionConfig } from './session-config.ts';
import { TableSession } from './table-session.ts';

function opened(fragment: string): TableSession {
  const { config, problems } = decodeLink(fragment);
  expect(problems).toEqual([]);
  return new TableSession(sessionConfig(config, 0), () => 0);
}

const kinds = Object.keys(methods) as MethodKind[];
const regions = kinds.filter((kind) => methodOf(kind).mover.kind === 'region');

describe('a one-state world', () => {
  it.each(regions)('makes as its first update what `solve` says of its row (%s)', (kind) => {
    const mover = methodOf(kind).mover;
    if (mover.kind !== 'region') throw new TypeError(`${kind} has no region`);
    const delta = 0.1;
    const given = 'world.rewards=1,0.2,-0.5,0.8&world.policy=0.4,0.3,0.2,0.1&world.places=0,0;1,0;0.3,0.8;-0.5,0.5';
    const { config } = decodeLink(`world=one-state&${given}&run=${kind},rule:optimal,delta:${delta}`);
    const session = opened(`world=one-state&${given}&run=${kind},rule:optimal,delta:${delta}`);
    const policy = Float64Array.of(0.4, 0.3, 0.2, 0.1);
    const value = 0.4 * 1 + 0.3 * 0.2 - 0.2 * 0.5 + 0.1 * 0.8;
    const problem: Problem = {
      states: 1,
      actions: 4,
      policy,
      advantage: Float64Array.of(1 - value, 0.2 - value, -0.5 - value, 0.8 - value),
      weight: Float64Array.of(1),
      cost: sharedCost(4, actionCost('places', session.world.actions)),
    };
    const settings = settingsOf(config.runs[0]!);
    const names = Object.keys(mover.of.parameters);
    const shape = Object.fromEntries(names.map((key) => [key, Number(settings[key === 'tau' ? 'entropy' : key])]));
    const solution = checkedSolution({ region: mover.of, problem, radius: delta, beta: null, shape });
    if (typeof solution === 'string') throw new Error(solution);
    const frame = session.advance(1);
    expect(frame.point!.beta).toBeCloseTo(solution.beta, 6);
    solution.policy.forEach((mass, action) => expect(frame.policy[action]).toBeCloseTo(mass, 7));
  });

  it('learns from its own policy, and measures values as if from the uniform one', () => {
    const session = opened('world=one-state&world.rewards=0+4&world.policy=1+3&run=kl');
    expect([...session.frame().policy]).toEqual([0.25, 0.75]);
    expect([...session.frame().previous]).toEqual([0.25, 0.75]);
    expect(session.frame().row[measureIndex.return]).toBeCloseTo(3, 12);
    expect(session.reference.valueDomain).toEqual([2, 4]);
    expect(session.reference.expectedReturn).toBe(4);
    const worse = opened('world=one-state&world.rewards=0+4&world.policy=3+1&run=kl');
    expect(worse.reference.valueDomain[0]).toBeCloseTo(1, 12);
  });

  it('starts from the same policy as the uniform one where it is given as such', () => {
    for (const method of kinds) {
      const [bare, told] = ['', '&world.policy=1,1,1'].map((policy) =>
        opened(`world=one-state${policy}&run=${method}`),
      );
      const [a, b] = [bare!.advance(3), told!.advance(3)];
      a.policy.forEach((mass, action) => expect(b.policy[action]).toBeCloseTo(mass, 9));
    }
  });

  it.each(kinds)('starts from it in every method, and stays a policy from whatever is given (%s)', (method) => {
    const number = fc.constantFrom('0', '1', '-1', '0.3', '100', '-100', '1e-9', '1e-300');
    const mass = fc.constantFrom('0', '1', '0.5', '1e-9', '1e-300', '1000');
    const place = fc.constantFrom('0,0', '1,0', '0.5,0.8', '100,100', '-100,1e-9');
    const whole = fc.integer({ min: 2, max: 6 }).chain((n) => {
      const many = (one: fc.Arbitrary<string>): fc.Arbitrary<string[]> => fc.array(one, { minLength: n, maxLength: n });
      return fc.record({ rewards: many(number), policy: many(mass), places: many(place) });
    });
    fc.assert(
      fc.property(whole, fc.constantFrom('exact', 'model', 'monte-carlo', 'gae'), (given, estimator) => {
        fc.pre(given.policy.some((text) => Number(text) > 0));
        const world = `world.rewards=${given.rewards.join()}&world.policy=${given.policy.join()}`;
        const session = opened(
          `world=one-state&${world}&world.places=${given.places.join(';')}&estimator=${estimator}&episodes=5&run=${method}`,
        );
        const sum = given.policy.reduce((total, text) => total + Number(text), 0);
        expect([...session.frame().policy]).toEqual(given.policy.map((text) => Number(text) / sum));
        const { policy, value } = session.advance(4);
        expect(Math.abs(policy.reduce((total, p) => total + p, 0) - 1)).toBeLessThan(1e-9);
        expect(policy.every((p) => p >= 0 && p <= 1 + 1e-12)).toBe(true);
        expect(value.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it.each(kinds)('gives the same bits twice, and after going back (%s)', (method) => {
    const link = `world=one-state&world.policy=.6,.4,0&run=${method}&estimator=gae`;
    const [one, two] = [opened(link), opened(link)];
    const start = two.snapshot();
    one.advance(7);
    two.advance(3);
    two.restore(start);
    two.advance(7);
    expect(two.digest()).toBe(one.digest());
  });
});
