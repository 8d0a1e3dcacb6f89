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

test('numbers along x do not run into each other, however many digits they have', () => {
  for (const far of [10, 1000, 30_000, 1_300_000]) {
    for (const width of [180, 300, 900]) {
      const long = { ...content([1, 2, 3]), width };
      const lines = long.lines.map((line) => ({ ...line, x: (n: number) => (n * far) / 2 }));
      const { x, xTicks } = chartScales({ ...long, lines }, widthOf);
      expect(xTicks.length).toBeGreaterThanOrEqual(2);
      xTicks.slice(1).forEach(({ value, label }, n) => {
        const before = xTicks[n]!;
        const between = (widthOf(label) + widthOf(before.label)) / 2;
        expect(x(value) - x(before.value)).toBeGreaterThan(between);
      });
    }
  }
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
