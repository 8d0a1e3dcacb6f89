import { expect, it } from 'vitest';
import type { SlicePicture } from '../environments/picture.ts';
import { makePicture } from '../environments/registry.ts';
import type { Episode, Frame, TableFrame } from '../training/frame.ts';
import { Follower, mostMoved, visitedCell } from './most-moved.ts';

const frame = (previous: number[], policy: number[], weight = [0.5, 0.5]): TableFrame =>
  ({
    kind: 'table',
    point: { beta: 1, share: 0 },
    policy: Float64Array.from(policy),
    previous: Float64Array.from(previous),
    weight: Float64Array.from(weight),
  }) as unknown as TableFrame;

const cells = Int32Array.of(0, -1, 1);
const half = [0.5, 0.5, 0.5, 0.5];

it('finds the state that moved most in any column', () => {
  const little = frame(half, [0.6, 0.4, 0.5, 0.5]);
  const much = frame(half, [0.5, 0.5, 1, 0]);
  expect(mostMoved([little], 2, cells)).toBe(0);
  expect(mostMoved([little, null, much], 2, cells)).toBe(1);
});

it('takes the more visited of two that moved alike', () => {
  expect(mostMoved([frame(half, [0.7, 0.3, 0.7, 0.3], [0.2, 0.8])], 2, cells)).toBe(1);
  expect(mostMoved([frame(half, [0.7, 0.3, 0.7, 0.3], [0.8, 0.2])], 2, cells)).toBe(0);
});

it('finds none where nothing moved, or before the first update', () => {
  expect(mostMoved([frame(half, half)], 2, cells)).toBeNull();
  expect(mostMoved([{ ...frame(half, [1, 0, 1, 0]), point: null }], 2, cells)).toBeNull();
  expect(mostMoved([null], 2, cells)).toBeNull();
});

it('looks at no state that is not shown', () => {
  expect(mostMoved([frame(half, [1, 0, 0.5, 0.5])], 2, Int32Array.of(1))).toBeNull();
});

it('of a physics task looks where an episode came through, and stays there', () => {
  const picture = makePicture('pendulum', {}) as SlicePicture;
  const { variables, slices } = picture.world;
  const { x, y } = slices[0]!;
  // three states: the middle one counts
  const states = new Float32Array(3 * variables.length);
  [-1, 0.5, 3].forEach((angle, n) => {
    states[n * variables.length + x] = angle;
    states[n * variables.length + y] = [7, -4, 1][n]!;
  });
  const episode = { states, total: -1, steps: 2 } as unknown as Episode;
  const state = visitedCell(picture, 0, episode)!;
  expect(picture.describe(state, 0)).toMatch(/angle 0\.\d+ rad, angular velocity (0|1)\.\d+/);
  const follower = new Follower();
  const frame = (latest: Episode | null): Frame => ({ kind: 'continuous', latest }) as unknown as Frame;
  const rest = follower.at(picture, [], 0, [{ frame: frame(null) }]);
  expect(follower.at(picture, [], 0, [{ frame: frame(episode) }])).toBe(state);
  expect(follower.at(picture, [], 0, [{ frame: frame(null) }])).toBe(state);
  expect(rest).not.toBe(state);
});
