import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultTraining } from '../../config/playground-config.ts';
import { defaultRun, withSetting } from '../../config/run-fields.ts';
import type { Dynamics, PhysicsWorld } from '../../environments/physics.ts';
import { makeTask } from '../../environments/registry.ts';
import { StreamDealer } from '../../math/random.ts';
import type { MassMethod } from '../../methods/method.ts';
import { methodOf } from '../../methods/registry.ts';
import { behaviourIn, collect } from '../experience/batch.ts';
import { Normaliser } from '../experience/normaliser.ts';
import { clock, standing } from '../experience/testing-dynamics.ts';
import { VectorEnv } from '../experience/vector-env.ts';
import type { CategoricalFrame } from '../frame.ts';
import { initialWeights, layoutOf } from '../nets/layout.ts';
import { PlainForward } from '../nets/plain-forward.ts';
import { prepareTestBackend } from '../nets/testing-backend.ts';
import { CategoricalLearner } from './categorical-learner.ts';
import type { IterationReport, IterationSettings } from './learner.ts';
import { slicePoints } from './slice-points.ts';

const HORIZON = 8;
const world = { ...makeTask('cart-pole', {}), horizon: HORIZON };
const training = {
  ...defaultTraining('cart-pole'),
  width: '16',
  gamma: 0.5,
  environments: 4,
  iterationSteps: 64,
  minibatch: 16,
  criticRate: 0.01,
} as const;
const DELTA = 0.01;
const run = withSetting(defaultRun('kl', 'cart-pole'), 'delta', DELTA);
const method = methodOf('kl') as MassMethod;

let learner: CategoricalLearner | undefined;

beforeAll(prepareTestBackend);
afterEach(() => {
  learner?.dispose();
  learner = undefined;
});

/** Some iterations on made-up dynamics; the last report, and what is seen at rest. */
function learnt(
  dynamics: Dynamics,
  iterations: number,
  task: PhysicsWorld = world,
): { report: IterationReport; view: CategoricalFrame; middle: number } {
  const dealer = new StreamDealer(1);
  learner = new CategoricalLearner({ world: task, dynamics, training, dealer }, method);
  const settings: IterationSettings = {
    iteration: 0,
    run,
    training,
    memory: method.open(0, 0),
  };
  let report: IterationReport | undefined;
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    report = learner.iterate({ ...settings, iteration }, dealer);
  }
  const points = slicePoints(task, { slice: 0, state: 0, rest: [] });
  // at rest, in the middle of the slice
  const middle = (points.count - 1) / 2;
  return {
    report: report!,
    view: learner.content({ points, state: 0, settings, point: report!.point }) as CategoricalFrame,
    middle,
  };
}

describe('the value that a learner fits', () => {
  it('goes on beyond the step that cut an episode off: r/(1 − γ)', () => {
    const { view, middle, report } = learnt(
      standing(() => 1, false),
      12,
    );
    expect(view.value[middle]).toBeCloseTo(2, 1);
    expect(report.measures.criticLoss).toBeLessThan(0.01);
  });

  it('knows nothing of the episode that comes after one that was cut off', () => {
    // each episode stands at 1 or at −1, as chance has it, and brings just that: the value is ±1/(1 − γ)
    const sides: Dynamics = {
      ...standing(() => 0, false),
      reset: (uniform, state) => state.fill(uniform() < 0.5 ? -1 : 1),
      step: (state, _, next) => {
        next.set(state);
        return state[0]!;
      },
    };
    const observe: PhysicsWorld['observe'] = (state, out, offset) => {
      for (let i = 0; i < 4; i += 1) out[offset + i] = state[i]!;
    };
    const variables = world.variables.map((variable) => ({ ...variable, low: -1, high: 1 }));
    const task = { ...world, horizon: 2, observe, variables, rest: [1, 1, 1, 1] };
    const { view } = learnt(sides, 12, task);
    // the upper right corner of the slice
    expect(Math.abs(view.value.at(-1)! - 2)).toBeLessThan(0.2);
  });

  it('ends with an episode that ended by itself: r', () => {
    const { view, middle } = learnt(
      standing(() => 1, true),
      12,
    );
    expect(view.value[middle]).toBeCloseTo(1, 1);
  });
});

describe('the advantage by looking one step ahead', () => {
  it('is what an action brings more than the policy does, of every action whether it was taken or not', () => {
    const { view } = learnt(
      standing((action) => 3 * action, false),
      4,
    );
    const { advantage, previous } = view;
    for (let s = 0; s < advantage.length / 2; s += 1) {
      // both actions lead to the same state
      expect(advantage[2 * s + 1]! - advantage[2 * s]!).toBeCloseTo(3, 5);
      expect(previous[2 * s]! * advantage[2 * s]! + previous[2 * s + 1]! * advantage[2 * s + 1]!).toBeCloseTo(0, 12);
    }
  });

  it('moves the policy to the better action, by as much as the radius has and the network follows', () => {
    const { view, report, middle } = learnt(
      standing((action) => action, false),
      8,
    );
    const [before, target, fitted] = [view.previous, view.target!, view.policy].map((rows) => rows[2 * middle + 1]!);
    expect(target).toBeGreaterThan(before!);
    expect(fitted).toBeGreaterThan(before!);
    expect(fitted).toBeGreaterThan(0.6);
    expect(report.measures.spent).toBeCloseTo(DELTA, 10);
    expect(report.measures.fitError).toBeLessThan(report.measures.variation!);
  });
});

describe('a batch', () => {
  it('holds each step’s state, what is seen before and after it, its reward and its ending', () => {
    const dealer = new StreamDealer(5);
    const env = new VectorEnv(
      world,
      clock((action, count) => 10 * count + action, 5),
      4,
      dealer.next().uniform,
    );
    const layout = layoutOf([4, 8, 2]);
    const weights = initialWeights(layout, dealer.next(), 1);
    const plain = new PlainForward(layout);
    const actor = { plain, weights, normaliser: new Normaliser(4), behaviour: behaviourIn(world) };
    const { uniform } = dealer.next();
    const batch = collect(env, actor, training.iterationSteps, { uniform, normal: () => NaN });
    expect(batch.size).toBe(64);
    for (let k = 0; k < batch.size; k += 1) {
      const count = Math.floor(k / 4) % 5;
      expect(batch.states[k * 4]).toBe(count);
      expect(batch.inputs[k * 4]).toBe(count);
      // the end of an episode is seen, not the beginning of the next
      expect(batch.nextInputs[k * 4]).toBe(count + 1);
      expect(batch.reward[k]).toBe(10 * (count + 1) + batch.nextInputs[k * 4 + 1]!);
      expect(batch.ending[k]).toBe(count === 4 ? 1 : 0);
    }
    expect(new Set(batch.reward.map((reward) => reward % 10))).toEqual(new Set([0, 1]));
  });
});
