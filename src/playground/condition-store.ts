import { createStore } from 'zustand/vanilla';

/** What holds: whether columns are opening, stand, play, or have all failed. */
export interface Condition {
  readonly status: 'opening' | 'ready' | 'playing' | 'failed';
}

export const createConditionStore = () => createStore<Condition>(() => ({ status: 'opening' }));
