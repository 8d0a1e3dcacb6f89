import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './root.mjs';

/** What the playground is made of, but for installed packages. */
const PARTS = [
  'LICENSE',
  'cli',
  'public',
  'scripts',
  'src',
  'claims.html',
  'lessons.html',
  'index.html',
  'sweeps.html',
  'package.json',
  'package-lock.json',
  'tsconfig.app.json',
  'tsconfig.base.json',
  'tsconfig.core.json',
  'tsconfig.json',
  'tsconfig.node.json',
  'vite.config.ts',
];

/**
 * A copy of the playground that has one more method, written as CONTRIBUTING says: its file, and its line in the registry.
 * Returns the copy's folder, in `.cache`, with what takes it away again.
 */
export function withToyMethod(name) {
  const copy = inRoot('.cache', name);
  const remove = () => rmSync(copy, { recursive: true, force: true });
  remove();
  mkdirSync(copy, { recursive: true });
  for (const part of PARTS) cpSync(inRoot(part), path.join(copy, part), { recursive: true });
  symlinkSync(inRoot('node_modules'), path.join(copy, 'node_modules'), 'junction');
  cpSync(inRoot('scripts', 'fixtures', 'toy-method.ts'), path.join(copy, 'src', 'methods', 'toy.ts'));
  const registry = path.join(copy, 'src', 'methods', 'registry.ts');
  const before = readFileSync(registry, 'utf8');
  const after = before
    .replace("import { trpo } from './trpo.ts';", "import { toy } from './toy.ts';\n$&")
    .replace('\n  trpo,\n', '\n  toy,\n  trpo,\n');
  if (after.split('toy').length < 4)
    throw new Error('The registry of methods has no line beside which a method is added.');
  writeFileSync(registry, after);
  return { copy, remove };
}
