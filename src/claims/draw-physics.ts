import type { PhysicsKind } from '../environments/registry.ts';
import type { Card } from './draw-pictures.ts';
import { physicsId } from './physics-id.ts';
import { physicsPicture } from './pictures/physics-picture.ts';
import { reachedBy } from './recordings/reached.ts';
import type { Recording } from './recordings/recording.ts';

/** The cards of the physics tasks by id; of the panels that are drawn only where there is room they have all but the lines. */
export function drawPhysics(recordings: ReadonlyMap<PhysicsKind, Recording>): Record<string, Card> {
  return Object.fromEntries(
    [...recordings].map(([kind, recording]) => {
      const picture = physicsPicture(kind, recording);
      const more = picture.more.map((panel) => (panel.kind === 'plot' ? { ...panel, lines: [] } : panel));
      return [physicsId(kind), { picture: { ...picture, more }, reached: reachedBy(recording) }];
    }),
  );
}
