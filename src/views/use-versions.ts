import { useSyncExternalStore } from 'react';
import { versions, type Versions } from '../playground/offline.ts';

/** What is known of the page's versions. */
export function useVersions(): Versions {
  return useSyncExternalStore(versions.subscribe, versions.getState);
}
