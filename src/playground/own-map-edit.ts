import { defaultWorld, type PlaygroundConfig } from '../config/playground-config.ts';
import { ownMap } from '../environments/own-map.ts';
import { gridOf } from '../environments/registry.ts';
import type { Playground } from './playground.ts';

/** Whether a world is one of cells that is not drawn by hand yet. */
export function gridToDraw({ world: { kind, parameters } }: PlaygroundConfig): boolean {
  return kind !== 'gridworld' && gridOf(kind, parameters) !== null;
}

/** What is not the same in a map of one's own, in sentences. */
export function ownMapDiffers({ world: { kind, parameters } }: PlaygroundConfig): readonly string[] {
  const grid = gridOf(kind, parameters);
  return grid === null ? [] : ownMap(grid).differs;
}

/** Makes the world that is open a map of one's own, in a step of its own. */
export function takeOwnMap(playground: Playground): void {
  playground.undoing.seal();
  playground.edit(withOwnMap);
  playground.undoing.seal();
}

/** A world of cells as a map of one's own: the columns, and all that they share, stay as they are. */
export function withOwnMap(config: PlaygroundConfig): PlaygroundConfig {
  const { kind, parameters } = config.world;
  const grid = gridOf(kind, parameters);
  if (kind === 'gridworld' || grid === null) return config;
  const own = defaultWorld('gridworld');
  return { ...config, world: { ...own, parameters: { ...own.parameters, ...ownMap(grid).parameters } } };
}
