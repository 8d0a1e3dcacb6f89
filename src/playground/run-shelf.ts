import { createStore, del, entries, set } from 'idb-keyval';
import { readRecord, type RunRecord } from './run-record.ts';

/** A run on the shelf of this browser. */
export interface ShelvedRun {
  readonly id: string;
  readonly pinned: boolean;
  readonly record: RunRecord;
}

/** Most runs that are kept; the oldest that is not pinned makes room. */
const MOST = 60;

const shelf = () => createStore('trust-region-runs', 'runs');

/** All runs that this browser keeps, pinned ones first, then the newest; what cannot be read any more is left out. Rejects where nothing is kept. */
export async function shelvedRuns(): Promise<readonly ShelvedRun[]> {
  const all = await entries<string, unknown>(shelf());
  return all
    .flatMap(([id, value]): ShelvedRun[] => {
      if (typeof value !== 'object' || value === null || !('record' in value)) return [];
      const read = readRecord(value.record);
      return read.problem === undefined
        ? [{ id, pinned: 'pinned' in value && value.pinned === true, record: read.record }]
        : [];
    })
    .toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || b.record.made.date.localeCompare(a.record.made.date));
}

/** Puts a run on the shelf, or puts it back as it is now. */
export async function shelve(run: ShelvedRun): Promise<void> {
  const { id, ...kept } = run;
  await set(id, kept, shelf());
  const loose = (await shelvedRuns()).filter(({ pinned }) => !pinned);
  for (const old of loose.slice(MOST)) await del(old.id, shelf());
}

export const unshelve = (id: string): Promise<void> => del(id, shelf());
