import type { PhysicsWorld, Scene } from '../../environments/physics.ts';
import type { Episode } from '../../training/frame.ts';
import { drawFilmstrip, drawStrobe, type SceneColors } from '../draw/scene.ts';
import { stepsOf } from './episode-player.ts';

/** The last step of an episode; 0 without one. */
export function lastOf(episode: Episode | null, world: PhysicsWorld): number {
  return episode === null ? 0 : stepsOf(episode, world.variables.length);
}

export function secondsOf(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}

/** A state of an episode; without one, the state of rest. */
export function stateOf(episode: Episode | null, index: number, world: PhysicsWorld): ArrayLike<number> {
  const { length } = world.variables;
  return episode === null ? world.rest : episode.states.subarray(index * length, (index + 1) * length);
}

const STILLS = 8;
const STRIP = 6;

/** An episode in one picture: stills over each other, or side by side where the camera goes along. */
export function drawStills(
  context: CanvasRenderingContext2D,
  world: PhysicsWorld,
  episode: Episode,
  width: number,
  height: number,
  colors: SceneColors,
): void {
  const last = lastOf(episode, world);
  const scenesAt = (count: number): { scene: Scene; time: string }[] => {
    const steps = new Set(Array.from({ length: count }, (_, n) => Math.round((n * last) / (count - 1))));
    return [...steps].map((step) => ({
      scene: world.sceneOf(stateOf(episode, step, world)),
      time: secondsOf(step * world.timestep),
    }));
  };
  const stills = scenesAt(STILLS);
  const follows = stills.some(({ scene }) => scene.center[0] !== stills[0]!.scene.center[0]);
  if (follows) {
    drawFilmstrip(context, scenesAt(STRIP), width, height, colors);
  } else {
    const scenes = stills.map(({ scene }) => scene);
    drawStrobe(context, scenes, width, height, colors);
  }
}
