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
    const seen = text.trim() === '' ? 'There are no rewards' : `There ${plural(entries.length, 'reward')}`;
    return `${seen}; ${FEWEST_ACTIONS} to ${MOST_ACTIONS} are wanted, one for each action.`;
  }
  return entryProblem('The rewards have', entries, -MOST_REWARD, MOST_REWARD);
}

/** A sentence about what is wrong with a text of probabilities, or undefined; whether there are enough is seen with the rewards. */
export function policyProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const entries = splitNumbers(text);
  if (entries.length > MOST_ACTIONS) {
    return `The old policy has ${entries.length} probabilities; at most ${MOST_ACTIONS} are read.`;
  }
  const wrong = entryProblem('The old policy has', entries, 0, MOST_WEIGHT);
  if (wrong !== undefined) return wrong;
  if (entries.some((entry) => Number(entry) > 0)) return undefined;
  return 'The old policy sums to 0; at least one probability above 0 is wanted.';
}

/** A sentence about what is wrong with a text of places, or undefined; whether there are enough is seen with the rewards. */
export function placesProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const pairs = splitPairs(text);
  if (pairs.length > MOST_ACTIONS) return `There are ${pairs.length} places; at most ${MOST_ACTIONS} are read.`;
  for (const [n, pair] of pairs.entries()) {
    if (pair.length !== 2) {
      return `Place ${n + 1} has ${pair.length} coordinate${pair.length === 1 ? '' : 's'}; 2 are wanted, as in 0.5,1.`;
    }
    const wrong = entryProblem(`Place ${n + 1} has`, pair, -MOST_PLACE, MOST_PLACE);
    if (wrong !== undefined) return wrong;
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

function entryProblem(has: string, entries: readonly string[], min: number, max: number): string | undefined {
  const wrong = entries.findIndex((entry) => !isDecimal(entry) || Number(entry) < min || Number(entry) > max);
  if (wrong < 0) return undefined;
  const wanted = `a number from ${formatNumber(min)} to ${formatNumber(max)} is wanted`;
  return `${has} ${quote(entries[wrong]!)} at position ${wrong + 1}; ${wanted}.`;
}

function plural(count: number, noun: string): string {
  return count === 1 ? `is 1 ${noun}` : `are ${count} ${noun}s`;
}

/** −0 is 0. */
function plainNumber(text: string): number {
  return Number(text) + 0;
}
