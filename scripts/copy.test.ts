import { IntlMessageFormat } from 'intl-messageformat';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import type { Picture } from '../src/claims/pictures/picture.ts';
import { firstCatalogues, firstWritten } from '../src/copy/es/first-words.ts';
import { localeOf } from '../src/copy/language.ts';
import { dataTexts } from './data-texts.ts';

const source = fileURLToPath(new URL('../src', import.meta.url));
const spanish = path.join(source, 'copy/es');

const catalogues = readdirSync(spanish)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    name,
    sentences: JSON.parse(readFileSync(path.join(spanish, name), 'utf8')) as Record<string, string>,
  }));
/** Of sentences that come finished, with their numbers in them. */
const written = catalogues.filter(({ name }) => name.startsWith('written-'));
const known = new Map(catalogues.flatMap(({ sentences }) => Object.entries(sentences)));

/** What says a sentence, on the page or later on the page, and which of its arguments are keys. */
const SAYING: Readonly<Record<string, readonly number[]>> = {
  say: [0],
  sayCount: [2],
  unsaid: [0],
  words: [0],
  problemOf: [0, 1],
};

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** Words that only English has. */
const ENGLISH =
  /\b(the|of|and|with|at|from|seeds?|worlds?|settings?|ours|theirs|wanted|ends|reached|every|each|by|which|is|are|it|that|until|after|not|to)\b/;

/** Every text that stands in the sources or is made of them in registries, and those that are said, each with its file. */
const texts = new Set(dataTexts().map(({ text }) => text));
const quasis = new Set<string>();
const said: { readonly file: string; readonly sentence: string }[] = [];
const wrong: string[] = [];

for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
  if (!/\.tsx?$/.test(name) || /\.test\.|\/testing-/.test(name)) continue;
  const text = readFileSync(path.join(source, name), 'utf8');
  walk(parseSync(name, text).program as unknown as Node, name, false);
}

function walk(node: Node, file: string, inFunction: boolean): void {
  const inside = inFunction || /Function|Method/.test(node.type);
  if (node.type === 'Literal' && typeof node['value'] === 'string') texts.add(node['value']);
  if (node.type === 'TemplateElement') quasis.add((node['value'] as { readonly cooked: string }).cooked);
  const called = node.type === 'CallExpression' && isNode(node['callee']) ? node['callee']['name'] : undefined;
  if (typeof called === 'string' && Object.hasOwn(SAYING, called)) {
    const given = node['arguments'] as readonly Node[];
    if (!inside) wrong.push(`${file}: said while the module is loaded, before a language is known`);
    for (const key of SAYING[called]!) collect(given[key]!, file);
  }
  if (node.type === 'JSXOpeningElement' && isNode(node['name']) && node['name']['name'] === 'Rich') {
    for (const attribute of node['attributes'] as readonly Node[]) {
      if (isNode(attribute['name']) && attribute['name']['name'] === 'of' && isNode(attribute['value'])) {
        collect(attribute['value'], file);
      }
    }
  }
  for (const child of Object.values(node)) {
    for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) walk(one, file, inside);
  }
}

/** The sentences that an expression may be: of a choice both; none where it is a name, as of a label. */
function collect(node: Node, file: string): void {
  if (node.type === 'JSXExpressionContainer') return collect(node['expression'] as Node, file);
  if (node.type === 'ParenthesizedExpression') return collect(node['expression'] as Node, file);
  if (node.type === 'Literal') said.push({ file, sentence: String(node['value']) });
  if (node.type === 'ConditionalExpression') {
    collect(node['consequent'] as Node, file);
    collect(node['alternate'] as Node, file);
  }
  if (node.type === 'TemplateLiteral') {
    const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
    if (quasis.length > 1) wrong.push(`${file}: a sentence is glued: ${quasis.map((q) => q.value.cooked).join('{}')}`);
    else {
      texts.add(quasis[0]!.value.cooked);
      said.push({ file, sentence: quasis[0]!.value.cooked });
    }
  }
  if (node.type === 'BinaryExpression') wrong.push(`${file}: a sentence is glued by +`);
}

/** What stands at the places of a sentence, and what is marked in it. */
const placesOf = (sentence: string): string[] =>
  [
    ...new Set([...sentence.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map(([, place, mark]) => place ?? `<${mark}>`)),
  ].toSorted();

test('sentences are said whole, when the language is known', () => {
  expect(said.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

test('every sentence that is said is said in Spanish too', () => {
  const missing = said.filter(({ sentence }) => /[a-z]{2}/i.test(sentence) && !known.has(sentence));
  expect(missing.map(({ file, sentence }) => `${file}: ${sentence}`)).toEqual([]);
});

/** Every text of the files that pages fetch. */
function fetched(): string[] {
  const found: string[] = [];
  const take = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(take);
  };
  for (const folder of ['claims', 'sweeps'])
    for (const name of readdirSync(path.join(source, '../public', folder)))
      if (name.endsWith('.json')) take(JSON.parse(readFileSync(path.join(source, '../public', folder, name), 'utf8')));
  return found;
}

test('nothing is translated that is said no more, or twice', () => {
  const all = catalogues.flatMap(({ sentences }) => Object.keys(sentences));
  const whole = new Set([...texts, ...fetched()]);
  const patterns = new Set(written.flatMap(({ sentences }) => Object.keys(sentences)));
  expect(all.filter((sentence) => !whole.has(sentence) && !patterns.has(sentence))).toEqual([]);
  // a pattern is made of parts of templates
  const words = new Set([...whole, ...quasis].flatMap((text) => text.match(/[\p{L}’]{3,}/gu) ?? []));
  const unknown = [...patterns].filter((pattern) =>
    (pattern.replaceAll(/\{\w+\}/g, ' ').match(/[\p{L}’]{3,}/gu) ?? []).some((word) => !words.has(word)),
  );
  expect(unknown).toEqual([]);
  expect(all.filter((sentence, n) => all.indexOf(sentence) !== n)).toEqual([]);
});

test('what the page of claims fetches is said in Spanish to its last clause', async () => {
  const { translation } = await import('../src/copy/es/translation.ts');
  const { say, speak } = await import('../src/copy/say.ts');
  const of = (name: string): unknown =>
    JSON.parse(readFileSync(path.join(source, `../public/claims/${name}.json`), 'utf8'));
  const verdicts = of('verdicts') as readonly { readonly condition: string; readonly sentences: readonly string[] }[];
  const cards = Object.values(of('pictures') as Record<string, { readonly picture: Picture }>);
  const sentences = [
    ...verdicts.flatMap(({ condition, sentences: told }) => [condition, ...told]),
    ...cards.flatMap(({ picture: { title, line, words, panels } }) => [
      title,
      line,
      words,
      ...panels.flatMap((panel) => [panel.title, panel.note]),
    ]),
  ];
  speak('es', translation);
  const left = sentences.filter((sentence) => ENGLISH.test(say(sentence))).map((sentence) => say(sentence));
  speak('en');
  expect(sentences.length).toBeGreaterThan(100);
  expect(left).toEqual([]);
});

test('a translation is a message with the same places and marks', () => {
  for (const [english, message] of known) {
    // a number of things may be said without the number
    const places = placesOf(message).filter((place) => place !== 'count');
    expect(places, english).toEqual(placesOf(english).filter((place) => place !== 'count'));
    expect(message.trim(), english).not.toBe('');
    expect(() => new IntlMessageFormat(message, localeOf.es, undefined, { ignoreTag: true }), english).not.toThrow();
  }
});

test('every text that pages show of registries is said in Spanish too', () => {
  const alike = new Set('rad|rad/s|ms|nats|TRPO|PPO|Kullback–Leibler|Wasserstein|Sinkhorn|Monte Carlo'.split('|'));
  for (const formula of ['β ln 2 / ln(k+2)', 'β ln 2/ln(k+2)', 'λ · ln²(t+1)', 'ln²(t+1)', 'KL(π′‖π)'])
    alike.add(formula);
  const missing = dataTexts().filter(({ text }) => !known.has(text) && !alike.has(text));
  expect(missing.map(({ where, text }) => `${where}: ${text}`)).toEqual([]);
});

/** A module and all that comes with it: what it imports, but not what it imports later. */
function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const { program } = parseSync(file, readFileSync(path.join(source, file), 'utf8'));
  for (const node of program.body as unknown as Node[]) {
    const from = isNode(node['source']) && node['importKind'] !== 'type' ? String(node['source']['value']) : '';
    if (/^\..*\.tsx?$/.test(from)) withImports(path.join(path.dirname(file), from), found);
  }
  return found;
}

test('what the playground says before all words are there is among the first', () => {
  const first = withImports('main.tsx');
  const sentences = new Set([...firstCatalogues, firstWritten].flatMap((catalogue) => Object.keys(catalogue)));
  const early = said.filter(({ file, sentence }) => first.has(file) && known.has(sentence));
  expect(early.length).toBeGreaterThan(100);
  expect(early.filter(({ sentence }) => !sentences.has(sentence))).toEqual([]);
});
