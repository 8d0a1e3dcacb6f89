import { createStore } from 'zustand/vanilla';
import type { Verdict } from './reproduction.ts';

/** What was said to the reader. */
export interface Said {
  /** Sentences about the link that was opened. */
  readonly problems: readonly string[];
  /** What a screen reader is told: deliberate steps, pauses, the end. */
  readonly announcement: string;
  /** True while the announcement only says that it plays, which all can see. */
  readonly plain: boolean;
  /** What came of comparing this run with the one that it should be, or of keeping it; null where there is nothing to say. */
  readonly note: Verdict | null;
}

export const createSaidStore = () =>
  createStore<Said>(() => ({ problems: [], announcement: '', plain: false, note: null }));
