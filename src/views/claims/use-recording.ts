import { useEffect, useState } from 'react';
import type { Recording } from '../../claims/recordings/recording.ts';
import { fetchRecording } from '../../playground/recording.ts';

/** What was recorded of a task: null until it came, and where it cannot be had. */
export function useRecording(kind: string): { readonly recording: Recording | null; readonly missing: boolean } {
  const [found, setFound] = useState<Recording | null | undefined>(undefined);
  useEffect(() => {
    let current = true;
    void fetchRecording(kind).then((recording) => {
      if (current) setFound(recording);
    });
    return () => {
      current = false;
    };
  }, [kind]);
  return { recording: found ?? null, missing: found === null };
}
