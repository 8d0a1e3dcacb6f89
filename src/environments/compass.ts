import type { Action } from './environment.ts';

/** The four moves of a grid: N, E, S, W (0 to 3). Moves that oppose each other are two right angles apart. */
export const compass: readonly Action[] = [
  { label: 'north', glyph: '↑', direction: [0, -1], embedding: [0, -1] },
  { label: 'east', glyph: '→', direction: [1, 0], embedding: [1, 0] },
  { label: 'south', glyph: '↓', direction: [0, 1], embedding: [0, 1] },
  { label: 'west', glyph: '←', direction: [-1, 0], embedding: [-1, 0] },
];

/** What a move on a lattice may turn into. */
interface SlippedMove {
  readonly probability: number;
  /** x to the right, y down */
  readonly direction: readonly [number, number];
}

/** The move itself with probability 1 − slip, and each direction at a right angle to it with slip/2. */
export function slippedMoves(direction: readonly [number, number], slip: number): readonly SlippedMove[] {
  const [x, y] = direction;
  return [
    { probability: 1 - slip, direction },
    { probability: slip / 2, direction: [-y, x] },
    { probability: slip / 2, direction: [y, -x] },
  ];
}

/** A reward as a reader is told it: "+1", "−100", "0". */
export function signed(reward: number): string {
  if (reward === 0) return '0';
  return reward > 0 ? `+${reward}` : `−${-reward}`;
}
