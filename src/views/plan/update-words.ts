import { say } from '../../copy/say.ts';
import type { Action } from '../../environments/environment.ts';
import { priceAt, priceOf, type Move } from '../../methods/story.ts';
import type { StatePlan } from '../../playground/plan.ts';
import { brief, readable, share } from '../format.ts';

/** Mass below which nothing is said to have moved. */
const LEAST = 5e-7;

/** Probability that the plan carries to other actions; of a derived plan, the total variation. */
function movedMass({ plan, actions }: StatePlan): number {
  let moved = 0;
  for (let to = 0; to < actions; to += 1) {
    for (let from = 0; from < actions; from += 1) if (from !== to) moved += plan[to * actions + from]!;
  }
  return moved;
}

/** The move that carries most, from one action to another; null where none does. */
export function largestMove({ plan, actions }: StatePlan): Move | null {
  let best: Move | null = null;
  let mass = LEAST;
  for (let to = 0; to < actions; to += 1) {
    for (let from = 0; from < actions; from += 1) {
      const value = plan[to * actions + from]!;
      if (to === from || value <= mass * (1 + 1e-12)) continue;
      mass = value;
      best = { from, to };
    }
  }
  return best;
}

/** Two decimals, or two digits of what they would round to none. */
const massInWords = (mass: number): string => (mass < 0.005 ? readable(mass, 2) : share(mass));

/** What an update did at one state, in one sentence with its numbers. */
export function updateWords(plan: StatePlan, actions: readonly Action[], own: boolean): string {
  const moved = movedMass(plan);
  const move = largestMove(plan);
  if (move === null) return say('nothing moved here');
  const { from, to } = move;
  if (!own) {
    const factor = plan.after[to]! / plan.before[to]!;
    return say(
      plan.before[to]! > 0
        ? 'every action × its own factor: {action} × {factor}; {moved} moved'
        : 'every action × its own factor; {moved} moved',
      { action: actions[to]!.glyph, factor: brief(factor), moved: massInWords(moved) },
    );
  }
  const gain = plan.advantage[to]! - plan.advantage[from]!;
  const { beta } = plan.point;
  const price = priceAt(beta, priceOf(plan, move));
  const most = plan.plan[to * plan.actions + from]!;
  return say(
    most > 0.98 * moved
      ? 'carries {moved}, all {from} to {to}: gain {gain}, price {price}'
      : 'carries {moved}, most {from} to {to}: gain {gain}, price {price}',
    {
      moved: massInWords(moved),
      from: actions[from]!.glyph,
      to: actions[to]!.glyph,
      gain: brief(gain),
      price: brief(price),
    },
  );
}
