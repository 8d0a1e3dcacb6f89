import { say } from '../../copy/say.ts';
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
  const said = { method: short, place };
  if (untouched && Number.isNaN(point.share)) return say('{method} has made no update yet.', said);
  if (untouched) return say('{method} left {place} as it was: nothing is known of it, since it was not visited.', said);
  const name = (a: number): string => say(actions[a]!.label);
  const best = at(advantage, Math.max);
  const worst = at(advantage, Math.min);
  const pull =
    advantage[best]! - advantage[worst]! < 1e-12
      ? say('At {place} all actions are worth the same, so nothing pulls.', said)
      : say('At {place} {best} is worth {more} more than the old policy’s mean, {worst} {less} less.', {
          place,
          best: name(best),
          more: brief(advantage[best]!),
          worst: name(worst),
          less: brief(-advantage[worst]!),
        });
  const moved = before.reduce((sum, value, a) => sum + Math.abs(value - after[a]!), 0) / 2;
  const how =
    methodOf(method).mover.kind === 'gradient'
      ? say('{method} takes a step along a gradient, which raised {action} most.', {
          method: said.method,
          action: name(at(differences(plan), Math.max)),
        })
      : planning.kind === 'own'
        ? carried(plan, said.method, name)
        : factors(plan, said.method, name, best, worst);
  const [was, is] = [at(before, Math.max), at(after, Math.max)];
  const arrow =
    moved < LEAST
      ? say('Nothing moved, and {action} stays the likeliest.', { action: name(is) })
      : say(
          was === is
            ? '{moved} of the probability moved; {action} stays the likeliest, from {from} to {to}.'
            : '{moved} of the probability moved, and the likeliest is no longer {was} but {action}: {from} became {to}.',
          {
            moved: share(moved),
            was: name(was),
            action: name(is),
            from: share(before[is]!),
            to: share(after[is]!),
          },
        );
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
  method: string,
  name: (a: number) => string,
  best: number,
  worst: number,
): string {
  const factor = (a: number): string =>
    say(before[a]! > 0 ? '{action} times {factor}' : '{action} still nothing, since it had nothing', {
      action: name(a),
      factor: brief(after[a]! / before[a]!),
    });
  return say(
    Number.isFinite(point.beta)
      ? '{method} multiplies every action by a factor of its own at the price β = {beta}: {factors}.'
      : '{method} multiplies every action by a factor of its own: {factors}.',
    {
      method,
      beta: brief(point.beta),
      factors: (best === worst ? [best] : [best, worst]).map(factor).join(', '),
    },
  );
}

/** Of methods that carry: the largest move with its gain and its price, what was too dear, and what was blurred. */
function carried(plan: StatePlan, method: string, name: (a: number) => string): string {
  const { advantage, point, actions, before } = plan;
  const priced = Number.isFinite(point.beta) ? point.beta : NaN;
  const gain = (from: number, to: number): number => advantage[to]! - advantage[from]!;
  const price = (from: number, to: number): number => priceAt(priced, priceOf(plan, { from, to }));
  const moving = (from: number, to: number) => ({
    from: name(from),
    to: name(to),
    gain: brief(gain(from, to)),
    price: brief(price(from, to)),
  });
  const move = largestMove(plan);
  const sentences: string[] = [];
  if (move !== null) {
    const { from, to } = move;
    sentences.push(
      say(
        gain(from, to) >= price(from, to) - 1e-9
          ? '{method} carried {mass} from {from} to {to}: the gain is {gain}, the price of the way β·M = {price}.'
          : '{method} carried {mass} from {from} to {to}: the blur carries it all the same: the gain is {gain}, the price of the way β·M = {price}.',
        { method, mass: share(massAt(plan, move)), ...moving(from, to) },
      ),
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
      say('From {from} to {to} would gain {gain}, less than its price {price}: it stayed.', moving(dear.from, dear.to)),
    );
  if (blurred >= 0.005)
    sentences.push(say('Of what moved, {mass} is blur, which does not pay.', { mass: share(blurred) }));
  if (sentences.length === 0) sentences.push(say('{method} found nothing that pays for its way.', { method }));
  return sentences.join(' ');
}
