import type { WorldKind } from '../environments/registry.ts';
import type { MethodKind } from '../methods/registry.ts';
import type { TrainingSettings } from './training-fields.ts';

/** Settings at which a world is learned; what is not named has the field's own default. */
interface WorldDefaults {
  readonly training: Partial<TrainingSettings>;
  /** Of columns, by their method. */
  readonly runs: Readonly<Partial<Record<MethodKind, Readonly<Record<string, number>>>>>;
}

const none: WorldDefaults = { training: {}, runs: {} };

const continuous = {
  environments: 8,
  iterationSteps: 1000,
  minibatch: 128,
  updateRatio: 0.25,
  learner: 'replay',
} as const satisfies Partial<TrainingSettings>;

/** Of trust regions on particles, besides the three. */
const particles = {
  bridge: { tau: 0.3 },
  'forward-kl': { delta: 0.1 },
  'chi-squared': { delta: 0.2 },
  'entropy-kl': { delta: 0.1 },
} as const satisfies WorldDefaults['runs'];

const swinging = {
  ...particles,
  kl: { delta: 0.1 },
  wasserstein: { delta: 0.06 },
  sinkhorn: { delta: 0.03, lambda: 50 },
} as const satisfies WorldDefaults['runs'];

/** Of bodies: TRPO as it was recorded with them. */
const moving = { ...particles, trpo: { delta: 0.02 } } as const satisfies WorldDefaults['runs'];

/** What seldom falls: few steps ahead from many states, and long steps. */
const running = {
  training: { environments: 8, gamma: 0.99, minibatch: 128, particles: 8, lookAhead: 2, states: 512, fitBound: 0.05 },
  runs: { ...moving, kl: { delta: 0.1 }, wasserstein: { delta: 0.06 }, sinkhorn: { delta: 0.04, lambda: 50 } },
} as const satisfies WorldDefaults;

/** Bodies whose steps are so short that a critic cannot tell what one action is worth: the simulator values it. */
const hopping = {
  training: { iterationSteps: 4096, gamma: 0.995, gaeLambda: 0.97, particles: 8, lookAhead: 15, states: 170 },
  runs: {
    ...moving,
    kl: { delta: 0.01 },
    wasserstein: { delta: 0.06 },
    sinkhorn: { delta: 0.08, lambda: 50 },
  },
} as const satisfies WorldDefaults;

/** The same with smaller batches, fewer particles at more states, and longer steps, which carry a body that has two legs farther. */
const walking = {
  training: { gamma: 0.99, particles: 4, states: 512, fitBound: 0.05 },
  runs: { ...moving, kl: { delta: 0.1 }, wasserstein: { delta: 0.06 }, sinkhorn: { delta: 0.04, lambda: 50 } },
} as const satisfies WorldDefaults;

/** Where all rewards are within [0, 1], what is in units of advantage is smaller. */
const small = {
  training: {},
  runs: { replicator: { beta: 0.01 }, 'wasserstein-flow': { beta: 0.01 }, 'entropy-kl': { entropy: 0.0001 } },
} as const satisfies WorldDefaults;

/** Radii that are seen in a triangle, and a bridge that gets over the middle of the line. */
const bandit = {
  training: { cost: 'places' },
  runs: {
    ...small.runs,
    kl: { delta: 0.05 },
    wasserstein: { delta: 0.08 },
    sinkhorn: { delta: 0.05 },
    bridge: { tau: 0.1 },
  },
} as const satisfies WorldDefaults;

/** Those of tasks were found by the sweeps that docs/physics.md records. */
export const worldDefaults: Readonly<Record<WorldKind, WorldDefaults>> = {
  'one-state': bandit,
  chain: none,
  'cliff-walking': none,
  taxi: none,
  'frozen-lake': small,
  'four-rooms': small,
  gridworld: {
    training: {},
    runs: { replicator: { beta: 0.1 }, 'wasserstein-flow': { beta: 0.1 }, 'entropy-kl': { entropy: 0.001 } },
  },
  'cart-pole': none,
  acrobot: none,
  pendulum: {
    training: {
      ...continuous,
      learner: 'branch',
      lookAhead: 10,
      fitBound: 0.04,
      particles: 8,
      epochs: 8,
    },
    runs: {
      ...particles,
      kl: { delta: 0.05 },
      wasserstein: { delta: 0.12 },
      sinkhorn: { delta: 0.08, lambda: 50 },
    },
  },
  'mountain-car': { training: { ...continuous, warmup: 5000, hold: 15, gamma: 0.99 }, runs: swinging },
  reacher: { ...running, training: { ...running.training, gamma: 0.95 } },
  hopper: hopping,
  walker2d: walking,
  'half-cheetah': running,
  ant: running,
};
