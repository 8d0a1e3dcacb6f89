import type { PhysicsKind } from '../environments/registry.ts';
import type { MethodKind } from '../methods/registry.ts';
import type { TrainingSettings } from './training-fields.ts';

/** Settings at which a physics task is learned; what is not named has the field's own default. */
interface TaskDefaults {
  readonly training: Partial<TrainingSettings>;
  /** Of columns, by their method. */
  readonly runs: Readonly<Partial<Record<MethodKind, Readonly<Record<string, number>>>>>;
}

const continuous = {
  environments: 8,
  iterationSteps: 1000,
  minibatch: 128,
  updateRatio: 0.25,
} as const satisfies Partial<TrainingSettings>;

const swinging = {
  kl: { delta: 0.1 },
  wasserstein: { delta: 0.06 },
  sinkhorn: { delta: 0.03, lambda: 50 },
} as const satisfies TaskDefaults['runs'];

const locomotion = {
  training: { ...continuous, updateRatio: 0.3, warmup: 5000, spreadBound: 0.001 },
  runs: { kl: { delta: 0.1 }, wasserstein: { delta: 0.1 }, sinkhorn: { delta: 0.05, lambda: 50 } },
} as const satisfies TaskDefaults;

/** Where a wide spread makes the body fall, or the arm miss, it may narrow faster. */
const narrowing = {
  ...locomotion,
  training: { ...locomotion.training, spreadBound: 0.02 },
} as const satisfies TaskDefaults;

/** Found by the sweeps that docs/physics.md records. */
export const taskDefaults: Readonly<Record<PhysicsKind, TaskDefaults>> = {
  'cart-pole': { training: {}, runs: {} },
  acrobot: { training: {}, runs: {} },
  pendulum: { training: continuous, runs: swinging },
  'mountain-car': { training: { ...continuous, warmup: 5000, hold: 15, gamma: 0.99 }, runs: swinging },
  reacher: narrowing,
  hopper: narrowing,
  walker2d: locomotion,
  'half-cheetah': locomotion,
};
