import { translationOf } from '../catalogue.ts';
import { localeOf } from '../language.ts';
import frame from './frame.json' with { type: 'json' };
import page from './page.json' with { type: 'json' };
import parts from './parts.json' with { type: 'json' };

export const translation = translationOf([frame, page, parts], localeOf.es);
