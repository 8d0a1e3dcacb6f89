import { expect, test } from 'vitest';
import { decodeLink } from '../config/link.ts';
import type { FiniteModel } from '../environments/environment.ts';
import { measureIndex, type Measure } from '../training/measure.ts';
import { sessionConfig } from '../training/session-config.ts';
import { TableSession } from '../training/table-session.ts';
import { openProbes, probes, type Probe } from './probes.ts';

/** The probes and some measures at each iteration, the first one included. */
function probed(link: string, iterations: number): Record<Probe | Measure, number>[] {
  const config = sessionConfig(decodeLink(link).config, 0);
  const session = new TableSession(config, () => 0);
  const read = openProbes(
    config,
    probes.map(({ key }) => key),
  );
  return Array.from({ length: iterations + 1 }, (_, k) => {
    const frame = k === 0 ? session.frame() : session.advance(1);
    const row = Object.entries(measureIndex).map(([key, place]) => [key, frame.row[place]!]);
    return Object.fromEntries([...row, ...read(frame)]) as Record<Probe | Measure, number>;
  });
}

const worlds = ['chain', 'frozen-lake', 'cliff-walking'];

test.each(
  worlds.flatMap((world) =>
    ['kl', 'wasserstein', 'sinkhorn'].flatMap((method) =>
      ['rule:optimal', 'rule:fixed,beta:0.3', 'rule:harmonic,beta:3', 'rule:fixed,beta:0'].map((rule) => [
        world,
        method,
        rule,
      ]),
    ),
  ),
)('with exact advantages no step falls below its bound: %s %s %s', (world, method, rule) => {
  const [first, ...steps] = probed(`world=${world}&run=${method},${rule}`, 12);
  for (const { key } of probes) expect(first![key]).toBeNaN();
  for (const [n, step] of steps.entries()) {
    const before = n === 0 ? first! : steps[n - 1]!;
    expect(step.improvement).toBe(step.return - before.return);
    if (Number.isFinite(step.beta)) expect(step.boundSlack).toBeGreaterThan(-1e-8);
    else expect(step.boundSlack).toBeNaN();
  }
});

test.each(['chain', 'frozen-lake', 'taxi'] as const)(
  'the bound weighs by visits as they are, not normalised: %s',
  (kind) => {
    const config = sessionConfig(
      decodeLink(`world=${kind}&gamma=0.9&run=wasserstein,rule:fixed,beta:0.0001`).config,
      0,
    );
    const session = new TableSession(config, () => 0);
    const read = openProbes(config, ['improvement', 'boundSlack']);
    read(session.frame());
    const frame = session.advance(1);
    const measured = read(frame);
    const visits = visitsOf(session.world.model, frame.policy, 0.9);
    let moved = 0;
    frame.policy.forEach((share, pair) => {
      // with the 0/1 cost the distance is the total variation
      moved += (visits[Math.floor(pair / session.world.model.actions)]! * Math.abs(share - frame.previous[pair]!)) / 2;
    });
    expect(moved).toBeGreaterThan(0.05);
    const term = measured.get('improvement')! - measured.get('boundSlack')!;
    expect(term / 0.0001).toBeCloseTo(moved, 6);
  },
);

/** Σ_t γᵗ P(s_t = s), summed up step by step. */
function visitsOf(
  { states, actions, start, ...model }: FiniteModel,
  policy: Float64Array,
  gamma: number,
): Float64Array {
  const visits = new Float64Array(states);
  let now = start.slice();
  for (let t = 0; t < 400; t += 1) {
    const next = new Float64Array(states);
    for (let s = 0; s < states; s += 1) visits[s] = visits[s]! + now[s]!;
    for (let pair = 0; pair < states * actions; pair += 1) {
      const mass = gamma * now[Math.floor(pair / actions)]! * policy[pair]!;
      for (let o = model.offsets[pair]!; o < model.offsets[pair + 1]!; o += 1) {
        if (model.terminated[o] === 0) next[model.next[o]!] = next[model.next[o]!]! + mass * model.probability[o]!;
      }
    }
    now = next;
  }
  return visits;
}

test('Wasserstein’s own step is no distance from Wasserstein’s step, and Sinkhorn’s comes nearer as λ grows', () => {
  for (const rule of [
    'rule:fixed,beta:1',
    'rule:optimal,delta:0.05',
    'rule:optimal-then-fixed,delta:0.05,switchAt:2',
  ]) {
    const own = probed(`world=chain&run=wasserstein,${rule}`, 4).slice(1);
    expect(own.map(({ toWasserstein }) => toWasserstein)).toEqual([0, 0, 0, 0]);
    const [near, far] = [100, 3].map(
      (lambda) => probed(`world=chain&run=sinkhorn,lambda:${lambda},${rule}`, 1)[1]!.toWasserstein,
    );
    expect(near).toBeLessThan(far!);
    expect(near).toBeGreaterThanOrEqual(0);
  }
});

test('states of which nothing is known count nowhere', () => {
  for (const { toWasserstein } of probed('world=taxi&estimator=model&episodes=1&run=wasserstein', 3).slice(1)) {
    expect(toWasserstein).toBe(0);
  }
});

test('a method without a trust region has an improvement and no more', () => {
  const [, step] = probed('world=chain&run=trpo', 1);
  expect(step!.improvement).toBeGreaterThan(0);
  expect(step!.boundSlack).toBeNaN();
  expect(step!.toWasserstein).toBeNaN();
});

test('in a physics task all are NaN', () => {
  const config = sessionConfig(decodeLink('world=cart-pole').config, 0);
  const read = openProbes(config, ['improvement', 'boundSlack']);
  const frame = new TableSession(sessionConfig(decodeLink('world=chain').config, 0), () => 0).advance(1);
  expect([...read(frame)]).toEqual([
    ['improvement', NaN],
    ['boundSlack', NaN],
  ]);
});
