import type { Picture } from '../environments/picture.ts';

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
