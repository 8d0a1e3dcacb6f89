import packageFile from '../package.json' with { type: 'json' };
import { codeHash } from '../scripts/code-hash.mjs';
import type { Made } from '../src/sweeps/sweep.ts';

/** The code of this checkout. */
export const ownCode: Pick<Made, 'version' | 'code'> = { version: packageFile.version, code: codeHash() };
