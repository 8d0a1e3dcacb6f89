import { say, sayCount, type Values } from '../copy/say.ts';
import { formatNumber, isDecimal, quote } from '../field.ts';

/** A point in the plane, y upwards. */
export type Place = readonly [number, number];

export const FEWEST_ACTIONS = 2;
export const MOST_ACTIONS = 6;
export const MOST_REWARD = 100;
/** Largest coordinate of a place, in both directions. */
export const MOST_PLACE = 100;
/** Largest weight of an action in the old policy, before the weights are made to sum to 1. */
const MOST_WEIGHT = 1000;

/** Rewards, as many as there are actions. */
export function splitRewards(text: string): number[] {
  return splitNumbers(text).map(plainNumber);
}

/** The old policy, summing to 1; null where the text is empty, which stands for the uniform one. */
export function splitPolicy(text: string): number[] | null {
  if (text.trim() === '') return null;
  const weights = splitNumbers(text).map(plainNumber);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Places, in order of action; null where the text is empty, which stands for a line. */
export function splitPlaces(text: string): Place[] | null {
  if (text.trim() === '') return null;
  return splitPairs(text).map((pair) => pair.map(plainNumber) as unknown as Place);
}

/** Places by default: n points at equal distances on a line, 1 from end to end. */
export function lineOfPlaces(n: number): Place[] {
  return Array.from({ length: n }, (_, action) => [action / (n - 1), 0.5]);
}

/** A sentence about what is wrong with a text of rewards, or undefined. */
export function rewardsProblem(text: string): string | undefined {
  const entries = splitNumbers(text);
  if (entries.length < FEWEST_ACTIONS || entries.length > MOST_ACTIONS) {
    const wanted = { min: FEWEST_ACTIONS, max: MOST_ACTIONS };
    if (text.trim() === '') return say('There are no rewards; {min} to {max} are wanted, one for each action.', wanted);
    return sayCount(
      entries.length,
      'There is {count} reward; {min} to {max} are wanted, one for each action.',
      'There are {count} rewards; {min} to {max} are wanted, one for each action.',
      wanted,
    );
  }
  const wrong = wrongEntry(entries, -MOST_REWARD, MOST_REWARD);
  return wrong && say('The rewards have {seen} at position {at}; a number from {min} to {max} is wanted.', wrong);
}

/** A sentence about what is wrong with a text of probabilities, or undefined; whether there are enough is seen with the rewards. */
export function policyProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const entries = splitNumbers(text);
  if (entries.length > MOST_ACTIONS) {
    const values = { n: entries.length, most: MOST_ACTIONS };
    return say('The old policy has {n} probabilities; at most {most} are read.', values);
  }
  const wrong = wrongEntry(entries, 0, MOST_WEIGHT);
  if (wrong !== undefined) {
    return say('The old policy has {seen} at position {at}; a number from {min} to {max} is wanted.', wrong);
  }
  if (entries.some((entry) => Number(entry) > 0)) return undefined;
  return say('The old policy sums to 0; at least one probability above 0 is wanted.');
}

/** A sentence about what is wrong with a text of places, or undefined; whether there are enough is seen with the rewards. */
export function placesProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const pairs = splitPairs(text);
  if (pairs.length > MOST_ACTIONS) {
    return say('There are {n} places; at most {most} are read.', { n: pairs.length, most: MOST_ACTIONS });
  }
  for (const [n, pair] of pairs.entries()) {
    const place = n + 1;
    if (pair.length !== 2) {
      return sayCount(
        pair.length,
        'Place {place} has {count} coordinate; 2 are wanted, as in 0.5,1.',
        'Place {place} has {count} coordinates; 2 are wanted, as in 0.5,1.',
        { place },
      );
    }
    const wrong = wrongEntry(pair, -MOST_PLACE, MOST_PLACE);
    if (wrong === undefined) continue;
    const values = { place, ...wrong };
    return say('Place {place} has {seen} at position {at}; a number from {min} to {max} is wanted.', values);
  }
  return undefined;
}

/** Numbers apart by spaces, commas or both; nothing between two commas is an entry too. */
function splitNumbers(text: string): string[] {
  return text.trim().split(/\s*,\s*|\s+/);
}

function splitPairs(text: string): string[][] {
  return text.split(';').map(splitNumbers);
}

/** The first entry that is no number within bounds, as sentences name it. */
function wrongEntry(entries: readonly string[], min: number, max: number): Values | undefined {
  const wrong = entries.findIndex((entry) => !isDecimal(entry) || Number(entry) < min || Number(entry) > max);
  if (wrong < 0) return undefined;
  return { seen: quote(entries[wrong]!), at: wrong + 1, min: formatNumber(min), max: formatNumber(max) };
}

/** −0 is 0. */
function plainNumber(text: string): number {
  return Number(text) + 0;
}
