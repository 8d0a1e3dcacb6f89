import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultTraining } from '../../config/playground-config.ts';
import { defaultRun, withSetting } from '../../config/run-fields.ts';
import type { Dynamics } from '../../environments/physics.ts';
import { makeTask } from '../../environments/registry.ts';
import { StreamDealer } from '../../math/random.ts';
import type { MassMethod } from '../../methods/method.ts';
import { methodOf } from '../../methods/registry.ts';
import { standing } from '../experience/testing-dynamics.ts';
import type { GaussianFrame } from '../frame.ts';
import { prepareTestBackend } from '../nets/testing-backend.ts';
import { BranchLearner } from './branch-learner.ts';
import type { IterationReport } from './learner.ts';
import { slicePoints } from './slice-points.ts';

const world = { ...makeTask('pendulum', {}), horizon: 8 };
const training = {
  ...defaultTraining('pendulum'),
  learner: 'branch',
  width: '16',
  gamma: 0.5,
  environments: 4,
  iterationSteps: 64,
  minibatch: 16,
  particles: 8,
  states: 32,
  lookAhead: 2,
} as const;

let learner: BranchLearner | undefined;

beforeAll(prepareTestBackend);
afterEach(() => {
  learner?.dispose();
  learner = undefined;
});

/** Some iterations of a method on made-up dynamics: their reports, and what is seen in the middle of a slice. */
function learnt(dynamics: Dynamics, iterations: number, kind: 'kl' | 'wasserstein' | 'sinkhorn' = 'kl') {
  const method = methodOf(kind) as MassMethod;
  const run = withSetting(defaultRun(kind, 'pendulum'), 'delta', 0.05);
  const dealer = new StreamDealer(1);
  learner = new BranchLearner({ world, dynamics, training, dealer }, method);
  const settings = { iteration: 0, run, training, memory: method.open(0, 0) };
  const reports: IterationReport[] = [];
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    reports.push(learner.iterate({ ...settings, iteration }, dealer));
  }
  const points = slicePoints(world, { slice: 0, state: 0, rest: [] });
  const state = (points.count - 1) / 2;
  const view = learner.content({ points, state, settings, point: reports.at(-1)!.point }) as GaussianFrame;
  return { reports, view, state };
}

/** Torque is worth itself: what is best lies at the edge of the box. */
const pushing = standing((action) => action, false);

describe('a policy whose particles the simulator values', () => {
  it.each(['kl', 'wasserstein', 'sinkhorn'] as const)('goes to where rewards are (%s)', (kind) => {
    const { reports, view, state } = learnt(pushing, 12, kind);
    expect(view.gaussian.mean[state]).toBeGreaterThan(0.5);
    for (const { ahead, measures } of reports) {
      expect(ahead).toBe(2 * 32 * 8 * 2);
      // nothing but the first action makes a difference, and it makes the same one at each valuing
      expect(measures.ranking).toBeCloseTo(1, 6);
      expect(measures.kl).toBeLessThan(2 * training.fitBound);
    }
  });

  it('shows particles in pairs, valued by rewards where there is nothing else', () => {
    const { view } = learnt(pushing, 2);
    const { particles, advantage, target } = view.particles!;
    const mean = particles.reduce((sum, action) => sum + action, 0) / 8;
    // reward is torque, and the box goes from −2 to 2
    particles.forEach((action, i) => expect(advantage[i]).toBeCloseTo(2 * (action - mean), 4));
    expect(target.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 9);
    // where it stands, and two steps on
    for (const path of Object.values(view.particles!.branches!)) expect(path).toHaveLength(3 * 2);
  });

  it('stays as it is where no particle is better, and says so', () => {
    const { reports } = learnt(
      standing(() => 1, true),
      1,
    );
    expect(reports[0]!.measures.kl).toBe(0);
    // new particles are drawn with the noise of the old ones: a policy that stayed is no distance away, nor is its target
    for (const key of ['wasserstein', 'fitError'] as const) expect(reports[0]!.measures[key]).toBeLessThan(1e-7);
    expect(reports[0]!.measures.ranking).toBeNaN();
    expect(reports[0]!.note).toMatch(/./);
  });

  it('goes on where a branch explodes, and shuns what leads there', () => {
    let acting = true;
    // only what no acting does explodes: a column whose own states explode has nothing to go on with
    const dynamics: Dynamics = {
      ...pushing,
      step: (state, action, next) => {
        next.set(state);
        if (!acting && action[0]! > 0) next[1] = NaN;
        return !acting && action[0]! > 0 ? NaN : 1;
      },
    };
    const method = methodOf('kl') as MassMethod;
    const dealer = new StreamDealer(1);
    learner = new BranchLearner({ world, dynamics, training, dealer }, method);
    const run = defaultRun('kl', 'pendulum');
    const settings = { iteration: 0, run, training, memory: method.open(0, 0) };
    const fit = learner['critic'].fit.bind(learner['critic']);
    learner['critic'].fit = (...all) => {
      const loss = fit(...all);
      acting = false;
      return loss;
    };
    const points = slicePoints(world, { slice: 0, state: 0, rest: [] });
    for (let iteration = 0; iteration < 8; iteration += 1) {
      acting = true;
      const { measures } = learner.iterate({ ...settings, iteration }, dealer);
      for (const key of ['kl', 'entropy', 'criticLoss', 'spent'] as const)
        expect(measures[key]).toSatisfy(Number.isFinite);
    }
    const view = learner.content({ points, state: 220, settings, point: null }) as GaussianFrame;
    expect(view.gaussian.mean[220]).toBeLessThan(-0.1);
  });
});
