/** Pure steps of the bench's editor. */
import {
  FEWEST_ACTIONS,
  lineOfPlaces,
  MOST_ACTIONS,
  MOST_PLACE,
  type Place,
} from '../../environments/one-state-text.ts';
import type { OneState } from '../../environments/one-state.ts';
import type { Face, Shares } from '../../trust-regions/face.ts';

/** Digits of a probability that is worked out: what they miss of 1 is made up for where the world is read. */
const MASS_STEP = 1e-6;

/** A number with few digits, as a drag gives it. */
export function rounded(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(Math.max(0, -Math.floor(Math.log10(step))))) + 0;
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

/** The old policy as numbers, the uniform one where none is given. */
export function policyOf({ policy, rewards }: OneState): readonly number[] {
  return policy ?? rewards.map(() => 1 / rewards.length);
}

/** The places as numbers, a line where none are given. */
export function placesOf({ places, rewards }: OneState): readonly Place[] {
  return places ?? lineOfPlaces(rewards.length);
}

/** Upper ends that axes may have. */
const ENDS = [1, 1.5, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200];

/** The range of the reward axis: room above the largest, and half as much below 0. */
export function rewardRange(rewards: readonly number[]): readonly [number, number] {
  const most = Math.max(...rewards, ...rewards.map((reward) => -2 * reward));
  const end = ENDS.find((candidate) => candidate > most) ?? ENDS.at(-1)!;
  return [-end / 2, end];
}

/** The square of the plane that is shown: its lower left corner and its side. */
export function planeRange(places: readonly Place[]): { readonly low: number; readonly side: number } {
  if (places.every((place) => place.every((x) => x >= 0 && x <= 1))) return { low: 0, side: 1 };
  const most = Math.max(...places.flat().map(Math.abs));
  const end = Math.min(MOST_PLACE, ENDS.find((candidate) => candidate >= most) ?? MOST_PLACE);
  return { low: -end, side: 2 * end };
}

/** Probabilities nearest to numbers that sum to 1 or not: what is below 0 is shared out among the others. */
export function nearestShares(wanted: readonly number[]): number[] {
  const sorted = wanted.toSorted((a, b) => b - a);
  let sum = 0;
  let shift = 0;
  for (const [n, value] of sorted.entries()) {
    sum += value;
    const next = (sum - 1) / (n + 1);
    if (value > next) shift = next;
  }
  return wanted.map((value) => Math.max(0, value - shift));
}

const HEIGHT = Math.sqrt(3) / 2;

/** The shares at a point of a face's plane, as near as they come, in whole hundredths. */
export function sharesAt(face: Face, x: number, y: number): Shares {
  const third = face.length > 2 ? y / HEIGHT : 0;
  const second = x - third / 2;
  const near = nearestShares(face.length > 2 ? [1 - second - third, second, third] : [1 - second, second]);
  const [b, c] = [rounded(near[1]!, 0.01), rounded(near[2] ?? 0, 0.01)];
  const over = Math.max(0, b + c - 1);
  return [rounded(Math.max(0, 1 - b - c), 0.01), rounded(b - over, 0.01), c];
}

/** A policy in which one action has a probability, and the others keep their proportions. */
export function withMass(policy: readonly number[], action: number, mass: number): number[] {
  const rest = policy.reduce((sum, p, other) => (other === action ? sum : sum + p), 0);
  const left = 1 - mass;
  return policy.map((p, other) => {
    if (other === action) return mass;
    return rounded(rest > 0 ? (p / rest) * left : left / (policy.length - 1), MASS_STEP);
  });
}

/** With one action more: its reward is 0, a policy of one's own gives it its share, and it stands where there is most room. */
export function withMore({ rewards, policy, places }: OneState): OneState {
  const n = rewards.length;
  if (n >= MOST_ACTIONS) return { rewards, policy, places };
  return {
    rewards: [...rewards, 0],
    policy:
      policy === null
        ? null
        : [...policy.map((p) => rounded((p * n) / (n + 1), MASS_STEP)), rounded(1 / (n + 1), MASS_STEP)],
    places: places === null ? null : [...places, roomiest(places)],
  };
}

/** Without the last action, whose mass the others take over in their proportions. */
export function withFewer({ rewards, policy, places }: OneState): OneState {
  const n = rewards.length;
  if (n <= FEWEST_ACTIONS) return { rewards, policy, places };
  const kept = policy?.slice(0, -1) ?? null;
  const sum = kept?.reduce((total, p) => total + p, 0) ?? 0;
  return {
    rewards: rewards.slice(0, -1),
    policy: kept === null || sum === 0 ? null : kept.map((p) => rounded(p / sum, MASS_STEP)),
    places: places?.slice(0, -1) ?? null,
  };
}

/** The point of a lattice over the plane that is farthest from all places. */
function roomiest(places: readonly Place[]): Place {
  const { low, side } = planeRange(places);
  const steps = [0.1, 0.3, 0.5, 0.7, 0.9];
  const points = steps.flatMap((x) => steps.map((y): Place => [low + x * side, low + y * side]));
  const room = (point: Place): number => Math.min(...places.map((place) => apart(point, place)));
  const best = points.reduce((one, other) => (room(other) > room(one) ? other : one));
  return [rounded(best[0], side / 100), rounded(best[1], side / 100)];
}

/** How far apart two places are. */
export function apart(a: Place, b: Place): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
