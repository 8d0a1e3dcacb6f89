import type { Action } from '../../environments/environment.ts';
import { methodOf, methods, type MethodKind } from '../../methods/registry.ts';
import { massAt, priceAt, priceOf } from '../../methods/story.ts';
import type { StatePlan } from '../../playground/plan.ts';
import { brief, share } from '../format.ts';
import { largestMove } from './update-words.ts';

/** Mass that counts as none. */
const LEAST = 5e-7;

interface Asked {
  readonly plan: StatePlan;
  readonly method: MethodKind;
  readonly actions: readonly Action[];
  /** The state in words. */
  readonly place: string;
}

/** Why the arrow of one state is what it is after an update: a paragraph made of that state's numbers, for any method. */
export function whyWords({ plan, method, actions, place }: Asked): string {
  const { before, after, advantage, untouched, point } = plan;
  const { short, planning } = methods[method];
  if (untouched && Number.isNaN(point.share)) return `${short} has made no update yet.`;
  if (untouched) return `${short} left ${place} as it was: nothing is known of it, since it was not visited.`;
  const name = (a: number): string => actions[a]!.label;
  const best = at(advantage, Math.max);
  const worst = at(advantage, Math.min);
  const pull =
    advantage[best]! - advantage[worst]! < 1e-12
      ? `At ${place} all actions are worth the same, so nothing pulls.`
      : `At ${place} ${name(best)} is worth ${brief(advantage[best]!)} more than the old policy’s mean, ${name(worst)} ${brief(-advantage[worst]!)} less.`;
  const moved = before.reduce((sum, value, a) => sum + Math.abs(value - after[a]!), 0) / 2;
  const how =
    methodOf(method).mover.kind === 'gradient'
      ? `${short} takes a step along a gradient, which raised ${name(at(differences(plan), Math.max))} most.`
      : planning.kind === 'own'
        ? carried(plan, short, name)
        : factors(plan, short, name, best, worst);
  const [was, is] = [at(before, Math.max), at(after, Math.max)];
  const arrow =
    moved < LEAST
      ? `Nothing moved, and ${name(is)} stays the likeliest.`
      : was === is
        ? `${share(moved)} of the probability moved; ${name(is)} stays the likeliest, from ${share(before[is]!)} to ${share(after[is]!)}.`
        : `${share(moved)} of the probability moved, and the likeliest is no longer ${name(was)} but ${name(is)}: ${share(before[is]!)} became ${share(after[is]!)}.`;
  return `${pull} ${how} ${arrow}`;
}

const differences = ({ before, after }: StatePlan): Float64Array => after.map((value, a) => value - before[a]!);

/** Where the extreme of numbers is, the first of several. */
function at(values: Float64Array, extreme: (...all: number[]) => number): number {
  return values.indexOf(extreme(...values));
}

/** Of methods that multiply: the factors of the best and of the worst action. */
function factors(
  { before, after, point }: StatePlan,
  short: string,
  name: (a: number) => string,
  best: number,
  worst: number,
): string {
  const factor = (a: number): string =>
    before[a]! > 0 ? `times ${brief(after[a]! / before[a]!)}` : 'still nothing, since it had nothing';
  const price = Number.isFinite(point.beta) ? ` at the price β = ${brief(point.beta)}` : '';
  const other = best === worst ? '' : `, ${name(worst)} ${factor(worst)}`;
  return `${short} multiplies every action by a factor of its own${price}: ${name(best)} ${factor(best)}${other}.`;
}

/** Of methods that carry: the largest move with its gain and its price, what was too dear, and what was blurred. */
function carried(plan: StatePlan, short: string, name: (a: number) => string): string {
  const { advantage, point, actions, before } = plan;
  const priced = Number.isFinite(point.beta) ? point.beta : NaN;
  const gain = (from: number, to: number): number => advantage[to]! - advantage[from]!;
  const price = (from: number, to: number): number => priceAt(priced, priceOf(plan, { from, to }));
  const move = largestMove(plan);
  const sentences: string[] = [];
  if (move !== null) {
    const { from, to } = move;
    const worth = gain(from, to) >= price(from, to) - 1e-9 ? 'the gain' : 'the blur carries it all the same: the gain';
    sentences.push(
      `${short} carried ${share(massAt(plan, move))} from ${name(from)} to ${name(to)}: ${worth} is ${brief(gain(from, to))}, the price of the way β·M = ${brief(price(from, to))}.`,
    );
  }
  // the best move that was not made, of an action that has something to give
  let dear: { readonly from: number; readonly to: number } | null = null;
  let blurred = 0;
  for (let from = 0; from < actions; from += 1) {
    for (let to = 0; to < actions; to += 1) {
      if (from === to || before[from]! < LEAST) continue;
      const mass = massAt(plan, { from, to });
      if (gain(from, to) < price(from, to) - 1e-9) blurred += mass;
      if (mass >= LEAST || gain(from, to) <= 0 || gain(from, to) >= price(from, to)) continue;
      if (dear === null || gain(from, to) > gain(dear.from, dear.to)) dear = { from, to };
    }
  }
  if (dear !== null)
    sentences.push(
      `From ${name(dear.from)} to ${name(dear.to)} would gain ${brief(gain(dear.from, dear.to))}, less than its price ${brief(price(dear.from, dear.to))}: it stayed.`,
    );
  if (blurred >= 0.005) sentences.push(`Of what moved, ${share(blurred)} is blur, which does not pay.`);
  if (sentences.length === 0) sentences.push(`${short} found nothing that pays for its way.`);
  return sentences.join(' ');
}
