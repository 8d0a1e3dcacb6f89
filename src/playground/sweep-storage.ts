import { sha256 } from '@noble/hashes/sha2.js';
import { createStore, promisifyRequest } from 'idb-keyval';
import { lineOf } from '../sweeps/record.ts';
import type { Sweep } from '../sweeps/sweep.ts';
import { ownCode } from './made.ts';
import type { SweepStorage } from './sweep-runner.ts';

/**
 * What is kept between visits, in one store: under `last` the text of the sweep that was run last, under `recent` the identities
 * of the last few, and under [identity, index] a run's line. The identity is of the sweep and of the code that runs it: tabs with different sweeps, and
 * versions with different numbers, never see each other's results.
 */
const sweeps = () => createStore('trust-region-sweeps', 'runs');

/** The first 16 hexadecimal digits of SHA-256 over a sweep and the code that runs it. */
function identityOf(sweep: Sweep): string {
  const bytes = sha256(new TextEncoder().encode(lineOf({ sweep, by: ownCode })));
  return [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The sweep that this tab ran last, or else any tab, as a value to be read; null where there is none. Rejects where nothing is kept. */
export async function lastSweep(): Promise<unknown> {
  const own = tabStorage()?.getItem(OWN) ?? null;
  const text = own ?? (await sweeps()('readonly', (store) => promisifyRequest<unknown>(store.get('last'))));
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/** What this tab ran last. */
const OWN = 'trust-region-sweep';

/** Storage of this tab alone; null where the browser has none for this page. */
function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

function rememberOwn(text: string): void {
  try {
    tabStorage()?.setItem(OWN, text);
  } catch {
    // full: then the last sweep of any tab is shown
  }
}

/** Keeps a sweep's results in IndexedDB. */
export function browserStorage(sweep: Sweep): SweepStorage {
  const identity = identityOf(sweep);
  // arrays sort after texts, and [x, …] between [x] and [x, []]
  const own = (): IDBKeyRange => IDBKeyRange.bound([identity], [identity, []]);
  const waiting = new Map<number, string>();
  let writing: Promise<void> | undefined;
  // results that come while one is written go into the next transaction together
  const write = async (): Promise<void> => {
    while (waiting.size > 0) {
      const lines = [...waiting];
      waiting.clear();
      await sweeps()('readwrite', (store) => {
        for (const [index, line] of lines) store.put(line, [identity, index]);
        return promisifyRequest(store.transaction);
      });
    }
  };
  return {
    load: async () => {
      const lines = await sweeps()('readonly', (store) => promisifyRequest<unknown[]>(store.getAll(own())));
      return lines.filter((line) => typeof line === 'string');
    },
    save: async (index, line) => {
      waiting.set(index, line);
      writing ??= write().finally(() => (writing = undefined));
      await writing;
    },
    clear: () =>
      sweeps()('readwrite', (store) => {
        store.delete(own());
        return promisifyRequest(store.transaction);
      }),
    begin: async () => {
      const release = await hold(identity);
      if (release === null) return null;
      rememberOwn(lineOf(sweep));
      const busy = await heldElsewhere();
      await sweeps()('readwrite', (store) => {
        store.put(lineOf(sweep), 'last');
        forgetOld(store, identity, busy);
        return promisifyRequest(store.transaction);
      });
      return release;
    },
  };
}

/** Sweeps whose results are kept, the one that runs included: another tab may show one of them. */
const MOST_KEPT = 4;

/** Notes a sweep as the newest, and deletes the results of those that are old and that nobody runs. */
function forgetOld(store: IDBObjectStore, identity: string, busy: ReadonlySet<string>): void {
  const reading = store.get('recent');
  reading.addEventListener('success', () => {
    const before: unknown[] = Array.isArray(reading.result) ? reading.result : [];
    const recent = [identity, ...before.filter((other) => other !== identity)].slice(0, MOST_KEPT);
    store.put(recent, 'recent');
    const listing = store.getAllKeys();
    listing.addEventListener('success', () => {
      for (const key of listing.result) {
        const [of] = Array.isArray(key) ? key : [identity];
        if (typeof of === 'string' && !recent.includes(of) && !busy.has(of)) store.delete(key);
      }
    });
  });
}

const LOCK = 'trust-region-sweep ';

/** Takes a sweep for this tab, until the function that is given back is called; null where another tab has it. */
function hold(identity: string): Promise<(() => void) | null> {
  // only safe addresses have locks; without them two tabs may do the same work twice
  if (navigator.locks === undefined) return Promise.resolve(() => undefined);
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(LOCK + identity, { ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(null);
        return new Promise<void>((release) => resolve(release));
      })
      .catch(reject);
  });
}

async function heldElsewhere(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.flatMap(({ name }) => (name?.startsWith(LOCK) === true ? [name.slice(LOCK.length)] : [])));
}
