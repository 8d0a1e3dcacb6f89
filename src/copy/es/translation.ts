import { translationOf } from '../catalogue.ts';
import { localeOf } from '../language.ts';
import frame from './frame.json' with { type: 'json' };

export const translation = translationOf([frame], localeOf.es);
