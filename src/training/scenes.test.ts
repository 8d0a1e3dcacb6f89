import { expect, it } from 'vitest';
import { decodeLink } from '../config/link.ts';
import { scenes } from '../config/scenes.ts';
import { measureIndex, MEASURES } from './measure.ts';
import { sessionConfig } from './session-config.ts';
import { TableSession } from './table-session.ts';

/** Distances to the optimum of each column of a scene, from iteration 0. */
function gapsOf(name: string, iterations: number): number[][] {
  const scene = scenes.find((candidate) => candidate.name.startsWith(name));
  const { config, problems } = decodeLink(scene!.link);
  expect(problems).toEqual([]);
  return config.runs.map((_, column) => {
    const session = new TableSession(sessionConfig(config, column), () => 0);
    const rows = [...session.frame().rows, ...session.advance(iterations).rows];
    return Array.from({ length: rows.length / MEASURES }, (__, k) => rows[k * MEASURES + measureIndex.gap]!);
  });
}

/** The first iteration within 1 % of the first distance. */
const arrival = (gaps: readonly number[]): number => gaps.findIndex((gap) => gap <= 0.01 * gaps[0]!);

it.each([
  ['One dial', [23, 31, 42, 35, 23, 14]],
  ['W₁ and W₂', [16, 19]],
  ['Walls', [23, 16]],
])('the scene “%s” arrives when it says', (name, iterations) => {
  expect(gapsOf(name, 50).map(arrival)).toEqual(iterations);
});

it('in “Which way round?” forward KL finds the better way long before KL', () => {
  const [backward, forward] = gapsOf('Which way round', 300);
  expect(Math.abs(backward![30]! - forward![30]!)).toBeLessThan(0.01);
  // the way along the far side is a plateau 1.9 from the best
  const leaves = [forward!, backward!].map((gaps) => gaps.findIndex((gap, k) => k > 20 && gap < 1));
  expect(leaves[0]).toBeLessThan(50);
  expect(leaves[1]! - leaves[0]!).toBeGreaterThan(150);
});

it('every scene opens without a complaint', () => {
  for (const { link } of scenes) expect(decodeLink(link).problems).toEqual([]);
});
