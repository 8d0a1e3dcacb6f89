import { translationOf } from '../catalogue.ts';
import { localeOf } from '../language.ts';
import claims from './claims.json' with { type: 'json' };
import { firstCatalogues, firstWritten } from './first-words.ts';
import parts from './parts.json' with { type: 'json' };
import sweepFiles from './sweep-files.json' with { type: 'json' };
import sweeps from './sweeps.json' with { type: 'json' };
import writtenClaims from './written-claims.json' with { type: 'json' };

/** What all pages say. */
export const translation = translationOf(
  [...firstCatalogues, claims, parts, sweepFiles, sweeps],
  { ...writtenClaims, ...firstWritten },
  localeOf.es,
);
