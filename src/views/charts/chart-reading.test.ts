import { expect, test } from 'vitest';
import type { ChartLine } from '../chart/chart-content.ts';
import { placeAfter, readingAt } from './chart-reading.ts';

const line = (label: string, xs: readonly number[]): ChartLine =>
  ({ label, length: xs.length, x: (n: number) => xs[n]!, y: (n: number) => 10 * xs[n]! }) as unknown as ChartLine;

test('keys go along the points of the longest line, from its first to its last', () => {
  const lines = [line('KL', [0, 1, 2]), line('WPO', [0, 1, 2, 4, 8])];
  expect(placeAfter(lines, 2, 0)).toBe(2);
  expect(placeAfter(lines, 2, 1)).toBe(4);
  expect(placeAfter(lines, 2, -1)).toBe(1);
  expect(placeAfter(lines, 2.2, 10)).toBe(8);
  expect(placeAfter(lines, 2, -Infinity)).toBe(0);
  expect(placeAfter(lines, 0, Infinity)).toBe(8);
  expect(placeAfter([], 3, 1)).toBe(0);
});

test('what is read there is what every line has there', () => {
  expect(readingAt({ lines: [line('KL', [0, 1]), line('WPO', [0, 1])], xLabel: 'update' }, 0.9)).toBe(
    'update 1: KL 10 · WPO 10',
  );
});
