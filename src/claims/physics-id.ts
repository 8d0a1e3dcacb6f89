import type { PhysicsKind } from '../environments/registry.ts';

/** Under which id a task's card is. */
export const physicsId = (kind: PhysicsKind): string => `physics-${kind}`;
