import { translationOf } from '../catalogue.ts';
import { localeOf } from '../language.ts';
import claims from './claims.json' with { type: 'json' };
import frame from './frame.json' with { type: 'json' };
import writtenClaims from './written-claims.json' with { type: 'json' };

export const translation = translationOf([frame, claims], writtenClaims, localeOf.es);
