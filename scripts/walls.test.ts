import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Floors from left to right. */
const order = [
  'math',
  'copy',
  'field.ts',
  'environments',
  'trust-regions',
  'methods',
  'config',
  'training',
  'sweeps',
  'claims',
  'lessons',
  'worker',
  'playground',
  'views',
  'main.tsx',
  'sweeps-page.tsx',
  'claims-page.tsx',
  'lessons-page.tsx',
];

/** What each may import: all that is left of it, but for the floors that do not see each other. */
const leftOf: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(order.map((floor, n) => [floor, order.slice(0, n)])),
  copy: [],
  'field.ts': ['copy'],
  environments: ['math', 'copy', 'field.ts'],
  'trust-regions': ['math', 'copy', 'field.ts'],
  'sweeps-page.tsx': ['views'],
  'claims-page.tsx': ['views'],
  'lessons-page.tsx': ['views'],
};

/** Packages that belong to some floors or files alone, each with where; a type of one is as good as a value. */
const packages: readonly (readonly [RegExp, readonly string[], string])[] = [
  [/^comlink(\/|$)/, ['worker/'], 'Comlink belongs in src/worker.'],
  [
    /^zustand\/vanilla$/,
    ['playground/'],
    'Stores belong in src/playground; views reach them through use-playground.ts.',
  ],
  [
    /^zustand(?!\/vanilla)(\/|$)/,
    ['views/use-playground.ts'],
    'Only views/use-playground.ts knows both React and stores.',
  ],
  [/^(react|react-dom|react-error-boundary|d3|d3-[a-z-]+)(\/|$)/, ['views/'], 'React and d3 belong in src/views.'],
  [
    /^@tensorflow\//,
    ['training/nets/mlp.ts', 'training/nets/backend.ts', 'worker/engine-files.ts'],
    'TensorFlow.js belongs in nets/mlp.ts and backend.ts, in a lazy chunk of the worker.',
  ],
];

const core = order.slice(0, order.indexOf('worker'));

const source = fileURLToPath(new URL('../src', import.meta.url));

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => {
    const file = name.split(path.sep).join('/');
    return { file, floor: file.split('/')[0]!, text: readFileSync(path.join(source, name), 'utf8') };
  });

/** Everything that a file names as a module: imports of all kinds, re-exports, and the URL of a worker. */
function modulesIn(text: string): string[] {
  const named = text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\bURL\()\s*(['"`])([^'"`\n]+)\1/g);
  return [...named].map((match) => match[2]!);
}

test('there are sources to look at', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(new Set(files.map(({ floor }) => floor))).toEqual(new Set(Object.keys(leftOf)));
});

test('imports of every kind go left only', () => {
  const wrong = files.flatMap(({ file, floor, text }) =>
    modulesIn(text)
      .filter((name) => name.startsWith('.'))
      .map((name) => path.posix.normalize(path.posix.join(path.posix.dirname(file), name)))
      .filter((name) => !name.startsWith(`${floor}/`) && !leftOf[floor]!.includes(name.split('/')[0]!))
      .map((name) => `src/${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('packages stay where they belong', () => {
  const wrong = files
    .filter(({ file }) => !/\.test\.tsx?$|\/testing-/.test(file))
    .flatMap(({ file, text }) =>
      modulesIn(text).flatMap((name) =>
        packages
          .filter(([known, places]) => known.test(name) && !places.some((place) => file.startsWith(place)))
          .map(([, , why]) => `src/${file} imports ${name}: ${why}`),
      ),
    );
  expect(wrong).toEqual([]);
});

test('the core raises to powers by multiplication: engines differ in the last bit of **', () => {
  const wrong = files
    .filter(({ file, floor }) => core.includes(floor) && !/\.(test|bench)\.tsx?$|\/testing-/.test(file))
    .filter(({ text }) => withoutCommentsAndStrings(text).includes('**'))
    .map(({ file }) => `src/${file}`);
  expect(wrong).toEqual([]);
});

function withoutCommentsAndStrings(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, '');
}
