import type { Action } from '../../environments/environment.ts';
import type { StateRegion } from '../../playground/state-region.ts';
import { brief, readable, share } from '../format.ts';

/** Mass below which nothing is said to have moved. */
const LEAST = 5e-7;

/** Extent, as a share of a side, below which a region is a point to the eye. */
const POINT = 0.002;

/** What stands under the picture of a state's region: its level, and what is not drawn. */
export function regionCaption(region: StateRegion, actions: readonly Action[]): string {
  // nothing that is kept is not worth the room
  const kept = region.mover === 'gradient' || region.kept < LEAST ? '' : keptWords(region, actions);
  return [levelWords(region), kept].filter((words) => words !== '').join('; ');
}

/** The picture in words, for those who do not see it. */
export function regionInWords(region: StateRegion, actions: readonly Action[], next: boolean): string {
  const row = (shares: Float64Array): string =>
    actions.map(({ label }, a) => `${label} ${share(shares[a]!).replace('·', '0')}`).join(', ');
  const { before, after, point, mover, usesCost } = region;
  const moved = before.reduce((sum, value, a) => sum + Math.abs(after[a]! - value), 0) / 2;
  const said = [`Old row: ${row(before)}`];
  if (point !== null) {
    said.push(`${next ? 'next' : 'new'} row: ${row(after)}`, moved < LEAST ? 'nothing moved' : `moved ${brief(moved)}`);
    if (!Number.isNaN(point.beta)) said.push(`price β ${readable(point.beta)}`);
  }
  said.push([levelWords(region), faceWords(region, actions)].filter((words) => words !== '').join('; '));
  if (point !== null && mover !== 'gradient')
    said.push(usesCost ? 'the action cost M shapes it' : 'the action cost M plays no part');
  return `${said.join('. ')}.`;
}

/** Where an update at β would lead, by the signs of the actions that are shown. */
export function rowInWords({ face }: StateRegion, actions: readonly Action[], beta: number, row: Float64Array): string {
  return `at β ${readable(beta)}: ${face.map((action) => `${actions[action]!.glyph} ${share(row[action]!)}`).join('  ')}`;
}

function levelWords({ point, mover, level, border, kept }: StateRegion): string {
  if (mover === 'gradient') return 'TRPO, PPO, A2C step along a gradient: there is no region to draw';
  if (point === null) return 'no update of this state yet';
  if (mover === 'flow' || level === null) return 'a flow has a path, and no border';
  const amount = readable(level.value);
  const name = level.kind === 'radius' ? `δ = ${amount}` : `this state’s share of δ: ${amount}`;
  if (border === null) {
    if (kept > 1 - LEAST) return `${name}; nothing of the old row is in this picture`;
    return kept < LEAST ? `${name}: no policy at all is inside` : `${name}: nothing in this picture is inside`;
  }
  return extentOf(border.points) < POINT ? `${name}, the old row alone` : name;
}

function faceWords(region: StateRegion, actions: readonly Action[]): string {
  const { face, before } = region;
  if (before.length === face.length) return '';
  return `shown: ${face.map((action) => actions[action]!.label).join(', ')}; ${keptWords(region, actions)}`;
}

/** What the actions keep that are not shown. */
function keptWords({ face, kept, before }: StateRegion, actions: readonly Action[]): string {
  const others = actions.filter((_, action) => !face.includes(action));
  if (others.length === 0 || before.length !== actions.length) return '';
  const keep = others.length === 1 ? `${others[0]!.glyph} keeps` : `the other ${others.length} keep`;
  return `${keep} ${kept < LEAST ? 'nothing' : brief(kept)}`;
}

/** The larger side of what holds all points. */
function extentOf(points: Float64Array): number {
  const size = (from: number): number => {
    let least = Infinity;
    let most = -Infinity;
    for (let n = from; n < points.length; n += 2) {
      least = Math.min(least, points[n]!);
      most = Math.max(most, points[n]!);
    }
    return most - least;
  };
  return Math.max(size(0), size(1));
}
