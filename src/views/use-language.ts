import { useSyncExternalStore } from 'react';
import type { Language } from '../copy/language.ts';
import { language } from '../playground/language.ts';

/** The language in which the page speaks. */
export function useLanguage(): Language {
  return useSyncExternalStore(language.subscribe, language.getState);
}
