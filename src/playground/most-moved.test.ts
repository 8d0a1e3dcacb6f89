import { expect, it } from 'vitest';
import type { TableFrame } from '../training/frame.ts';
import { mostMoved } from './most-moved.ts';

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
