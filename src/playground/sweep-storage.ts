import { clear, createStore, get, set, setMany, values } from 'idb-keyval';
import { lineOf } from '../sweeps/record.ts';
import type { Sweep } from '../sweeps/sweep.ts';
import type { SweepStorage } from './sweep-runner.ts';

/** The one sweep that is kept between visits: its text, and a line for each result. */
const sweeps = () => createStore('trust-region-sweep', 'sweep');
const results = () => createStore('trust-region-sweep-results', 'results');

/** The sweep that was open last, as JSON; null where there is none, or the browser keeps nothing. */
export async function lastSweep(): Promise<unknown> {
  try {
    const text = await get<string>('sweep', sweeps());
    return text === undefined ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Keeps a sweep's results in IndexedDB; those of another sweep are forgotten first. */
export function browserStorage(sweep: Sweep): SweepStorage {
  const text = lineOf(sweep);
  let ready: Promise<void> | undefined;
  const own = (): Promise<void> =>
    (ready ??= (async () => {
      if ((await get<string>('sweep', sweeps())) === text) return;
      await clear(results());
      await set('sweep', text, sweeps());
    })());
  const waiting = new Map<number, string>();
  let writing: Promise<void> | undefined;
  // results that come while one is written go into the next transaction together
  const write = async (): Promise<void> => {
    await own();
    while (waiting.size > 0) {
      const lines = [...waiting];
      waiting.clear();
      await setMany(lines, results());
    }
  };
  return {
    load: async () => {
      await own();
      return values<string>(results());
    },
    save: async (index, line) => {
      waiting.set(index, line);
      writing ??= write().finally(() => (writing = undefined));
      await writing;
    },
    clear: async () => {
      await own();
      await clear(results());
    },
  };
}
