import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

test('every dependency is pinned, and it is said why it is there', () => {
  const document = read('docs/dependencies.md');
  const all = { ...dependencies, ...devDependencies };
  for (const [name, version] of Object.entries(all)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    if (!name.startsWith('@types/')) expect(document, name).toContain(`\`${name}\``);
  }
  const named = [...document.matchAll(/`(@?[a-z][\w./-]*)`/g)].map(([, name]) => name!);
  const others = ['package.json', 'package-lock.json', 'licences.txt'];
  expect(named.filter((name) => !others.includes(name) && !(name in all))).toEqual([]);
});
