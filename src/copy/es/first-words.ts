import { translationOf } from '../catalogue.ts';
import { localeOf } from '../language.ts';
import fields from './fields.json' with { type: 'json' };
import frame from './frame.json' with { type: 'json' };
import link from './link.json' with { type: 'json' };
import methods from './methods.json' with { type: 'json' };
import page from './page.json' with { type: 'json' };
import playground from './playground.json' with { type: 'json' };
import scenes from './scenes.json' with { type: 'json' };
import worlds from './worlds.json' with { type: 'json' };
import writtenWorkers from './written-workers.json' with { type: 'json' };

export const firstCatalogues = [fields, frame, link, methods, page, playground, scenes, worlds];
export const firstWritten = writtenWorkers;

/** What the first screen of the playground says: a third of all. */
export const firstWords = translationOf(firstCatalogues, firstWritten, localeOf.es);
