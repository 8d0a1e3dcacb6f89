import { createStore } from 'zustand/vanilla';

/** What was said to the reader. */
export interface Said {
  /** Sentences about the link that was opened. */
  readonly problems: readonly string[];
  /** What a screen reader is told: deliberate steps, pauses, the end. */
  readonly announcement: string;
  /** True while the announcement only says that it plays, which all can see. */
  readonly plain: boolean;
}

export const createSaidStore = () => createStore<Said>(() => ({ problems: [], announcement: '', plain: false }));
