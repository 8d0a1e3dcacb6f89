import { expect, test } from 'vitest';
import { chartScales } from './chart-axes.ts';
import type { ChartContent } from './chart-content.ts';

const widthOf = (text: string): number => 6 * text.length;
const content = (values: readonly number[]): ChartContent => ({
  width: 300,
  height: 160,
  xLabel: 'iteration',
  yLabel: 'spent',
  logX: false,
  logY: true,
  lines: [{ label: '', color: '', dash: [], mark: 'circle', length: values.length, x: (n) => n, y: (n) => values[n]! }],
  references: [],
  playhead: null,
  changes: [],
  ink: '',
  faint: '',
  ground: '',
});

test('the plot begins right of the widest label and of the axis’ name', () => {
  for (const values of [
    [1, 10],
    [1e-9, 3e-9],
    [1.23456e-9, 1.23457e-9],
  ]) {
    const { box, yTicks } = chartScales(content(values), widthOf);
    const widest = Math.max(...yTicks.map(({ label }) => widthOf(label)));
    // the name is turned and half a line wide on either side of 8 px
    expect(box.left - widest).toBeGreaterThanOrEqual(8 + 6 + 5);
    expect(box.right).toBeGreaterThan(box.left);
  }
});
