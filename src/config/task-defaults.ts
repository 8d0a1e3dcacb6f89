import type { PhysicsKind } from '../environments/registry.ts';
import type { TrustRegionKind } from '../trust-regions/registry.ts';
import type { TrainingSettings } from './training-fields.ts';

/** Settings at which a physics task is learned; what is not named has the field's own default. */
interface TaskDefaults {
  readonly training: Partial<TrainingSettings>;
  /** δ of each method. */
  readonly delta: Readonly<Record<TrustRegionKind, number>>;
  /** λ of Sinkhorn. */
  readonly lambda: number;
}

const continuous = {
  environments: 8,
  iterationSteps: 1000,
  minibatch: 128,
  updateRatio: 0.25,
} as const satisfies Partial<TrainingSettings>;

const locomotion = {
  training: { ...continuous, updateRatio: 0.3, warmup: 5000, spreadBound: 0.001 },
  delta: { kl: 0.1, wasserstein: 0.1, sinkhorn: 0.05 },
  lambda: 50,
} as const satisfies TaskDefaults;

/** Tasks in which what trembles falls, or misses: the spread may narrow faster. */
const narrowing = {
  ...locomotion,
  training: { ...locomotion.training, spreadBound: 0.02 },
} as const satisfies TaskDefaults;

/** Found by the sweeps that docs/physics.md records. */
export const taskDefaults: Readonly<Record<PhysicsKind, TaskDefaults>> = {
  'cart-pole': { training: {}, delta: { kl: 0.01, wasserstein: 0.03, sinkhorn: 0.01 }, lambda: 20 },
  acrobot: { training: {}, delta: { kl: 0.01, wasserstein: 0.03, sinkhorn: 0.01 }, lambda: 20 },
  pendulum: {
    training: continuous,
    delta: { kl: 0.1, wasserstein: 0.06, sinkhorn: 0.03 },
    lambda: 50,
  },
  'mountain-car': {
    training: { ...continuous, warmup: 5000, hold: 15, gamma: 0.99 },
    delta: { kl: 0.1, wasserstein: 0.06, sinkhorn: 0.03 },
    lambda: 50,
  },
  reacher: narrowing,
  hopper: narrowing,
  walker2d: locomotion,
  'half-cheetah': locomotion,
};
