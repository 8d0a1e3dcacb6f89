import { useEffect, useState } from 'react';
import { readRecord } from '../../sweeps/record.ts';
import type { SweepRecord } from '../../sweeps/sweep.ts';

/** Results of sweeps by file, as they come; a sentence where one cannot be had. */
export interface Loaded {
  readonly records: ReadonlyMap<string, SweepRecord>;
  readonly problem: string;
}

const nothing: Loaded = { records: new Map(), problem: '' };

/** Fetches the committed results of some files once they are wanted. */
export function useRecords(files: readonly string[], wanted: boolean): Loaded {
  const [loaded, setLoaded] = useState<Loaded>(nothing);
  const names = files.join();
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    const load = async (file: string): Promise<void> => {
      const found = await fetchRecord(file);
      if (!current) return;
      setLoaded(({ records, problem }) =>
        'problem' in found
          ? { records, problem: found.problem }
          : { records: new Map([...records, [file, found.record]]), problem },
      );
    };
    for (const file of names.split(',')) void load(file);
    return () => {
      current = false;
    };
  }, [names, wanted]);
  return loaded;
}

async function fetchRecord(file: string): Promise<{ record: SweepRecord } | { problem: string }> {
  try {
    const response = await fetch(`./claims/results/${file}.json`);
    if (!response.ok)
      return { problem: `The results of ${file} could not be had: the server answered ${response.status}.` };
    const read = readRecord(await response.json());
    return 'problem' in read ? { problem: `${file}: ${read.problem}` } : read;
  } catch (error) {
    return {
      problem: `The results of ${file} could not be had: ${error instanceof Error ? error.message : 'no answer'}.`,
    };
  }
}
