import type { TrainingSettings } from '../config/training-fields.ts';
import { actionCost } from '../environments/action-cost.ts';
import { behaviourCost } from '../environments/behaviour-cost.ts';
import type { Action, FiniteWorld } from '../environments/environment.ts';
import { sharedCost, type Cost } from '../trust-regions/cost.ts';

/** What moves cost, as settings say it. */
export type CostSetting = Pick<TrainingSettings, 'cost' | 'costMatrix'>;

/** What a cost is made for: a finite world, or a task with discrete actions. */
export type Acted = FiniteWorld | { readonly actions: readonly Action[] };

const made = new WeakMap<Acted, { readonly key: string; readonly cost: Cost }>();

/** The cost of a problem in a world, made once for as long as the settings are the same. */
export function costIn(world: Acted, setting: CostSetting): Cost {
  const key = setting.cost === 'custom' ? setting.costMatrix : setting.cost;
  const known = made.get(world);
  if (known?.key === key) return known.cost;
  const cost = makeCost(world, setting);
  made.set(world, { key, cost });
  return cost;
}

function makeCost(world: Acted, { cost: kind, costMatrix }: CostSetting): Cost {
  if (kind !== 'behaviour') return sharedCost(world.actions.length, actionCost(kind, world.actions, costMatrix));
  if (!('model' in world)) throw new TypeError('Only a finite world knows where its actions lead.');
  return { kind: 'own', matrices: behaviourCost(world) };
}
