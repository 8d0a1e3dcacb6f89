import type { TrainingSettings } from '../config/training-fields.ts';
import { actionCost } from '../environments/action-cost.ts';
import type { Action } from '../environments/environment.ts';
import { sharedCost, type Cost } from '../trust-regions/cost.ts';

/** What moves cost, as settings say it. */
export type CostSetting = Pick<TrainingSettings, 'cost' | 'costMatrix'>;

/** What a cost is made for: a finite world, or a task with discrete actions. */
export interface Acted {
  readonly actions: readonly Action[];
}

const made = new WeakMap<Acted, { readonly key: string; readonly cost: Cost }>();

/** The cost of a problem in a world, made once for as long as the settings are the same. */
export function costIn(world: Acted, { cost: kind, costMatrix }: CostSetting): Cost {
  const key = kind === 'custom' ? costMatrix : kind;
  const known = made.get(world);
  if (known?.key === key) return known.cost;
  const cost = sharedCost(world.actions.length, actionCost(kind, world.actions, costMatrix));
  made.set(world, { key, cost });
  return cost;
}
