import type { PlaygroundConfig } from '../config/playground-config.ts';
import { isPhysicsKind, makePicture, type WorldKind } from '../environments/registry.ts';
import type { Picture } from '../environments/picture.ts';
import type { View } from './view-store.ts';

/** The likeliest start that a layer shows, else its first state. */
export function firstState({ lattice, begins }: Picture, layer: readonly number[]): number {
  const fitting = layer.length === lattice.layers.length ? layer : lattice.layers.map(() => 0);
  const cells = lattice.statesAt(fitting);
  return cells.find((state) => state >= 0 && begins(state)) ?? cells.find((state) => state >= 0) ?? 0;
}

/** The first layer in which episodes begin. */
export function firstLayer({ lattice, begins: first }: Picture): number[] {
  const layers = lattice.layers.reduce<number[][]>(
    (partial, { options }) => partial.flatMap((chosen) => options.map((_, option) => [...chosen, option])),
    [[]],
  );
  const begins = (layer: number[]): boolean => lattice.statesAt(layer).some((state) => state >= 0 && first(state));
  return layers.find(begins) ?? layers[0]!;
}

/** Pictures of worlds: that of the world shown last is made once. */
export class Pictures {
  #last: { readonly key: string; readonly picture: Picture } | null = null;

  of(kind: WorldKind, parameters: Readonly<Record<string, number | string>>): Picture {
    const key = JSON.stringify([kind, parameters]);
    if (this.#last?.key !== key) this.#last = { key, picture: makePicture(kind, parameters) };
    return this.#last.picture;
  }
}

/** Where a config opens: at its moment; a table that opens paused, or must not play by itself, is where its link stops; all else is at the start. */
export function opensAt({ play, stop, world, moment }: PlaygroundConfig, autoplay: boolean): number {
  if (moment.k !== null) return moment.k;
  return stop !== null && !(play && autoplay) && !isPhysicsKind(world.kind) ? stop : 0;
}

/** Whether two plain values are alike. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Where we look at first in a world. */
export function firstView(picture: Picture): Partial<View> {
  return {
    pinned: null,
    hovered: null,
    layer: firstLayer(picture),
    slice: 0,
    component: 0,
    rest: [],
    face: null,
    cursorBeta: null,
    marked: null,
  };
}
