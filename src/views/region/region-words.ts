import { listed } from '../../copy/listed.ts';
import { say } from '../../copy/say.ts';
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
    actions.map(({ label }, a) => `${say(label)} ${share(shares[a]!).replace('·', '0')}`).join(', ');
  const { before, after, point, mover, usesCost } = region;
  const moved = before.reduce((sum, value, a) => sum + Math.abs(after[a]! - value), 0) / 2;
  const said = [say('Old row: {row}', { row: row(before) })];
  if (point !== null) {
    said.push(
      say(next ? 'next row: {row}' : 'new row: {row}', { row: row(after) }),
      say(moved < LEAST ? 'nothing moved' : 'moved {mass}', { mass: brief(moved) }),
    );
    if (!Number.isNaN(point.beta)) said.push(say('price β {beta}', { beta: readable(point.beta) }));
  }
  said.push([levelWords(region), faceWords(region, actions)].filter((words) => words !== '').join('; '));
  if (point !== null && mover !== 'gradient')
    said.push(say(usesCost ? 'the action cost M shapes it' : 'the action cost M plays no part'));
  return `${said.join('. ')}.`;
}

/** Where an update at β would lead, by the signs of the actions that are shown. */
export function rowInWords({ face }: StateRegion, actions: readonly Action[], beta: number, row: Float64Array): string {
  return say('at β {beta}: {row}', {
    beta: readable(beta),
    row: face.map((action) => `${actions[action]!.glyph} ${share(row[action]!)}`).join('  '),
  });
}

function levelWords({ point, mover, level, border, kept }: StateRegion): string {
  if (mover === 'gradient') return say('TRPO, PPO, A2C step along a gradient: there is no region to draw');
  if (point === null) return say('no update of this state yet');
  if (mover === 'flow' || level === null) return say('a flow has a path, and no border');
  const amount = readable(level.value);
  const name = level.kind === 'radius' ? `δ = ${amount}` : say('this state’s share of δ: {amount}', { amount });
  const said = { level: name };
  if (border === null) {
    if (kept > 1 - LEAST) return say('{level}; nothing of the old row is in this picture', said);
    return say(
      kept < LEAST ? '{level}: no policy at all is inside' : '{level}: nothing in this picture is inside',
      said,
    );
  }
  return extentOf(border.points) < POINT ? say('{level}, the old row alone', said) : name;
}

function faceWords(region: StateRegion, actions: readonly Action[]): string {
  const { face, before } = region;
  if (before.length === face.length) return '';
  return say('shown: {actions}; {kept}', {
    actions: listed(face.map((action) => say(actions[action]!.label))),
    kept: keptWords(region, actions),
  });
}

/** What the actions keep that are not shown. */
function keptWords({ face, kept, before }: StateRegion, actions: readonly Action[]): string {
  const others = actions.filter((_, action) => !face.includes(action));
  if (others.length === 0 || before.length !== actions.length) return '';
  if (others.length === 1)
    return say(kept < LEAST ? '{action} keeps nothing' : '{action} keeps {mass}', {
      action: others[0]!.glyph,
      mass: brief(kept),
    });
  return say(kept < LEAST ? 'the other {n} keep nothing' : 'the other {n} keep {mass}', {
    n: others.length,
    mass: brief(kept),
  });
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
