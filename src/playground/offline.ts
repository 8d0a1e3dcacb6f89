import { createStore } from 'zustand/vanilla';

/** What is known of the page's versions. */
export interface Versions {
  /** True while a newer version waits until this one is left. */
  readonly newer: boolean;
  /** True when another tab has gone over to a newer version: parts of this one may be gone. */
  readonly left: boolean;
}

export const versions = createStore<Versions>(() => ({ newer: false, left: false }));

let waiting: ServiceWorker | null = null;
/** Whether this tab asked for the newer version. */
let asked = false;

/**
 * Keeps the page for visits without a network, where the browser has a place for it. A frame of another page keeps nothing, and neither does what `npm start` serves:
 * after a change its reader would see the page of before.
 */
export async function keepOffline(): Promise<void> {
  if (window.parent !== window || location.hostname === 'localhost' || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const first = serviceWorker.controller === null;
  const registration = await serviceWorker.register(new URL('./offline.js', document.baseURI), {
    updateViaCache: 'none',
  });
  const watch = (worker: ServiceWorker | null): void => {
    worker?.addEventListener('statechange', () => {
      if (worker.state !== 'installed' || serviceWorker.controller === null) return;
      waiting = worker;
      versions.setState({ newer: true });
    });
  };
  if (registration.waiting !== null && !first) {
    waiting = registration.waiting;
    versions.setState({ newer: true });
  }
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload();
    else if (!first) versions.setState({ left: true });
  });
  await forgetOldParts();
}

/** Goes over to the newer version. */
export function goOver(): void {
  asked = true;
  if (waiting === null) location.reload();
  else waiting.postMessage({ type: 'SKIP_WAITING' });
}

/** Engines, recordings and results of other versions make room. */
async function forgetOldParts(): Promise<void> {
  const own = `parts-${String(import.meta.env.PLAYGROUND_PARTS)}`;
  for (const name of await caches.keys()) if (name.startsWith('parts-') && name !== own) await caches.delete(name);
}
