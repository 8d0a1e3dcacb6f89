import { createContext } from 'react';
import type { Language } from '../../lessons/copy/language.ts';

/** The language in which words are explained. */
export const LanguageContext = createContext<Language>('en');
