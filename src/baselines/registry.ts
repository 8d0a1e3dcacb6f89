import { a2c } from './a2c.ts';
import type { Baseline } from './baseline.ts';
import { ppo } from './ppo.ts';
import { trpo } from './trpo.ts';

/** Every baseline, by the name that links and pickers know it by. */
export const baselines = { trpo, ppo, a2c } as const satisfies Record<string, Baseline>;

export type BaselineKind = keyof typeof baselines;
