import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A path inside the repository. */
export const inRoot = (...parts) => path.join(root, ...parts);

/** The environment in which installed programs are found by their name, as npm has it. */
export const environment = { ...process.env };
const pathKey = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
environment[pathKey] = [inRoot('node_modules', '.bin'), environment[pathKey]].join(path.delimiter);
