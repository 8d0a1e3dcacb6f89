import { createStore } from 'zustand/vanilla';
import type { Run } from './run.ts';

/** What holds: whether columns are opening, stand, play, or have all failed. */
export interface Condition {
  readonly status: 'opening' | 'ready' | 'playing' | 'failed';
}

export const createConditionStore = () => createStore<Condition>(() => ({ status: 'opening' }));

/** What holds of columns, as long as they play or not. */
export function statusOf(runs: readonly Pick<Run, 'status'>[], playing: boolean): Condition['status'] {
  if (runs.every(({ status }) => status === 'failed')) return 'failed';
  if (runs.some(({ status }) => status === 'opening')) return 'opening';
  return playing ? 'playing' : 'ready';
}
