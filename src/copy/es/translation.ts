import { translationOf } from '../catalogue.ts';
import { localeOf } from '../language.ts';
import claims from './claims.json' with { type: 'json' };
import fields from './fields.json' with { type: 'json' };
import frame from './frame.json' with { type: 'json' };
import link from './link.json' with { type: 'json' };
import methods from './methods.json' with { type: 'json' };
import page from './page.json' with { type: 'json' };
import parts from './parts.json' with { type: 'json' };
import playground from './playground.json' with { type: 'json' };
import scenes from './scenes.json' with { type: 'json' };
import sweepFiles from './sweep-files.json' with { type: 'json' };
import sweeps from './sweeps.json' with { type: 'json' };
import worlds from './worlds.json' with { type: 'json' };
import writtenClaims from './written-claims.json' with { type: 'json' };
import writtenWorkers from './written-workers.json' with { type: 'json' };

export const translation = translationOf(
  [claims, fields, frame, link, methods, page, parts, playground, scenes, sweepFiles, sweeps, worlds],
  { ...writtenClaims, ...writtenWorkers },
  localeOf.es,
);
