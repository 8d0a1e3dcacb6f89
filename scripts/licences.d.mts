import type { Plugin } from 'vite';

/** Vite plugins that write the licences of everything that ships. */
export function licences(): { readonly page: Plugin; readonly worker: () => Plugin };
