import { say } from '../copy/say.ts';
import { formatNumber, type NumberField } from '../field.ts';
import type { Grid } from './grid.ts';
import { gridworld } from './gridworld.ts';
import { writeTextMap } from './text-map.ts';

/** A world of cells as a gridworld: its parameters, and in sentences what is not the same there. */
export interface OwnMap {
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly differs: readonly string[];
}

/** Numbers that both have, and what is said where one cannot be the same. */
const NUMBERS = {
  slip: 'The slip was {was}; here it is {is}, the nearest that can be set.',
  stepReward: 'The reward of a step was {was}; here it is {is}, the nearest that can be set.',
  goalReward: 'The reward of the goal was {was}; here it is {is}, the nearest that can be set.',
  hazardReward: 'The reward of a hazard was {was}; here it is {is}, the nearest that can be set.',
} as const;

/** A world of cells as a map of one's own, with the same cells, rewards and slip where that can be. */
export function ownMap({ map, rules }: Grid): OwnMap {
  const parameters: Record<string, number | string> = { map: writeTextMap(map), hazard: rules.hazard };
  const differs: string[] = [];
  for (const [key, sentence] of Object.entries(NUMBERS) as [keyof typeof NUMBERS, string][]) {
    const { min, max }: NumberField = gridworld.fields[key];
    const value = Math.min(max, Math.max(min, rules[key]));
    parameters[key] = value;
    if (value !== rules[key]) {
      const [was, is] = [rules[key], value].map((number) => formatNumber(number).replace('-', '−')) as [string, string];
      differs.push(say(sentence, { was, is }));
    }
  }
  const { horizon } = gridworld.grid(parameters as Parameters<typeof gridworld.grid>[0]).rules;
  if (horizon !== rules.horizon) {
    const values = { was: rules.horizon, is: horizon };
    differs.push(say('A sampled episode was cut off after {was} steps; here it is after {is}.', values));
  }
  return { parameters, differs };
}
