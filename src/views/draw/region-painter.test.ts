import { describe, expect, it } from 'vitest';
import { regionGeometry } from './region-geometry.ts';
import { drawRegion, type RegionContent } from './region-painter.ts';
import { recordedContext } from './testing-context.ts';

const light = { ground: '#fff', ink: '#111', faint: '#ddd', hatch: '#aaa' };
const dark = { ground: '#111', ink: '#eee', faint: '#333', hatch: '#555' };

const triangle: RegionContent = {
  geometry: regionGeometry(220, 190, 3, 12),
  colors: light,
  look: { color: '#0072B2', mark: 'circle' },
  corners: [
    { sign: '←', gain: 'gain −.6' },
    { sign: '→', gain: 'gain 1.4' },
    { sign: '↑', gain: 'gain .1' },
  ],
  gains: [[0.25, 0, 0.5, 0.4]],
  border: Float64Array.of(0.4, 0.2, 0.6, 0.2, 0.5, 0.4),
  derived: true,
  path: Float64Array.of(0.5, 0.3, 0.7, 0.2, NaN, NaN, 0.9, 0.1, 1, 0),
  trail: Float64Array.of(0.3, 0.2, 0.4, 0.25),
  before: { x: 0.5, y: 0.3 },
  after: { x: 0.6, y: 0.25 },
  ghost: null,
  cursor: null,
};

function drawn(content: RegionContent): readonly string[] {
  const { context, lines } = recordedContext();
  drawRegion(context, content);
  return lines;
}

describe('the picture of a trust region', () => {
  it('is a triangle with its region, path and policies', () => {
    expect(drawn(triangle)).toMatchSnapshot();
  });

  it('is a segment for two actions', () => {
    const corners = triangle.corners.slice(0, 2);
    expect(
      drawn({
        ...triangle,
        geometry: regionGeometry(220, 190, 2, 12),
        corners,
        gains: [],
        border: Float64Array.of(0.3, 0, 0.6, 0),
        derived: false,
        path: Float64Array.of(0.4, 0, 1, 0),
        trail: Float64Array.of(0.2, 0),
        before: { x: 0.4, y: 0 },
        after: { x: 0.6, y: 0 },
      }),
    ).toMatchSnapshot();
  });

  it('takes its colours from the theme', () => {
    const lines = drawn({ ...triangle, colors: dark });
    const used = new Set(lines.filter((line) => /^(fill|stroke)Style/.test(line)).map((line) => line.split(' = ')[1]));
    expect(used).toEqual(new Set(['#eee', '#333', '#555', '#111', '#0072B2']));
  });

  it('shows the next update as a dashed ring, and β under the pointer as a ring', () => {
    const lines = drawn({ ...triangle, after: null, ghost: { x: 0.7, y: 0.2 }, cursor: { x: 0.9, y: 0.1 } });
    expect(lines.filter((line) => line.startsWith('arc')).length).toBe(2 + 3);
    expect(lines).toContain('setLineDash [3 2.5]');
  });

  it('shows the old row where nothing moved, and nothing that there is not', () => {
    const still = drawn({ ...triangle, trail: new Float64Array(0), after: triangle.before });
    expect(still.filter((line) => line.startsWith('arc')).length).toBe(3);
    const bare = drawn({
      ...triangle,
      trail: new Float64Array(0),
      gains: [],
      border: null,
      path: null,
      before: null,
      after: null,
    });
    expect(bare.filter((line) => line.startsWith('arc'))).toEqual([]);
    expect(bare.filter((line) => line === 'stroke').length).toBe(2);
  });

  it('leaves out what corners gain where there is no room', () => {
    const texts = drawn({ ...triangle, geometry: regionGeometry(110, 150, 3, 12) }).filter((line) =>
      line.startsWith('fillText'),
    );
    expect(texts).toHaveLength(3);
  });
});
