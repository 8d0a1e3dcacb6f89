/** Fuzzed links: not part of the program. */
import fc from 'fast-check';
import { decodeLink, encodeLink } from '../src/config/link.ts';
import { pack } from '../src/config/link-packing.ts';
import { runField, runKeys } from '../src/config/run-fields.ts';
import { trainingFields } from '../src/config/training-fields.ts';
import { worlds } from '../src/environments/registry.ts';
import type { Field, Fields } from '../src/field.ts';
import { sessionConfig } from '../src/training/session-config.ts';
import { methods } from '../src/methods/registry.ts';
import { TableSession } from '../src/training/table-session.ts';
import { isPhysicsKind } from '../src/environments/registry.ts';
import { anyText, requires, sentencesAreClean, type FuzzKind } from './testing-fuzz-inputs.ts';
/** Right and wrong values of a field, as text. */
function valueOf(field: Field): fc.Arbitrary<string> {
  const right =
    field.kind === 'number'
      ? fc
          .double({ min: field.min, max: field.max, noNaN: true })
          .map((value) => String(field.integer === true ? Math.round(value) : value))
      : field.kind === 'choice'
        ? fc.constantFrom(...field.options.map(({ value }) => value))
        : fc.constant(field.default);
  return fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: anyText });
}

const maps = fc.oneof(
  fc
    .array(fc.string({ unit: fc.constantFrom('#', '.', 'S', 'G', 'H', ' '), maxLength: 12 }), { maxLength: 12 })
    .map((rows) => rows.join('/')),
  fc
    .array(fc.string({ unit: fc.constantFrom('.', 'S', 'G'), minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((rows) => rows.join('/')),
  fc.constantFrom('/', 'S', 'SG', `${'.'.repeat(64)}/`.repeat(64), `${'S'.repeat(65)}G`, 'S.G/...\n', 'S..G/..', 's.g'),
);

/** Rows of numbers, and pairs of them. */
const numbers = fc
  .array(fc.oneof(fc.constantFrom('0', '1', '.5', '-1', '1e-300', '99', '1e9', '', 'NaN'), fc.nat(9).map(String)), {
    maxLength: 8,
  })
  .chain((entries) => fc.constantFrom(' ', ',', ';', ', ').map((separator) => entries.join(separator)));
const TEXTS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  map: maps,
  rewards: numbers,
  policy: numbers,
  places: fc.array(numbers, { maxLength: 7 }).map((pairs) => pairs.join(';')),
};

// lone halves of letters cannot be escaped
const escaped = (text: string): string => encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/g, '?'));

function entriesOf(fields: Fields, prefix = ''): fc.Arbitrary<string>[] {
  return Object.entries(fields).map(([key, field]) =>
    (TEXTS[key] ?? valueOf(field)).map((value) => `${prefix}${key}=${escaped(value)}`),
  );
}

const run = fc
  .tuple(
    fc.oneof(fc.constantFrom(...Object.keys(methods)), anyText),
    fc.array(
      fc
        .constantFrom(...runKeys(), '__proto__', 'beauty')
        .chain((key) =>
          (runField(key) === undefined ? anyText : valueOf(runField(key)!)).map((value) => `${key}:${value}`),
        ),
      { maxLength: 5 },
    ),
  )
  .map(([method, settings]) => `run=${escaped([method, ...settings].join(','))}`);

const change = fc
  .tuple(
    fc.oneof(fc.nat(20).map(String), anyText),
    fc.constantFrom('0', '1', '5', '9', 'all', ''),
    fc.constantFrom(...runKeys(), 'cost', 'costMatrix', 'gamma'),
    anyText,
  )
  .map(([at, column, key, value]) => `at=${escaped(`${at},${column},${key}:${value}`)}`);

const part = fc.constantFrom(...Object.keys(worlds)).chain((kind) => {
  const { fields } = worlds[kind as keyof typeof worlds] as { readonly fields: Fields };
  return fc.oneof(fc.constant(`world=${kind}`), ...entriesOf(fields, 'world.'), fc.constant(`world=${kind}&end`));
});

const parts = fc.array(
  fc.oneof(
    part,
    run,
    change,
    ...entriesOf(trainingFields),
    fc.constantFrom('v=1', 'v=2', 'v=x', 'end', 'play=0', 'play=7', 'stop=4', 'stop=4)', 'seed=-1', '&&&'),
    fc.tuple(anyText, anyText).map(([key, value]) => `${escaped(key)}=${value}`),
  ),
  { maxLength: 14 },
);

export const plain = parts.map((all) => all.join('&'));

/** A text with a few letters changed, doubled, lost, or something nasty put in. */
export const mutated = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(texts, fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3), anyText), { maxLength: 4 }))
    .map(([text, edits]) =>
      edits.reduce((now, [where, what, put]) => {
        const at = Math.floor(where * now.length);
        if (what === 0) return now.slice(0, at) + put + now.slice(at);
        if (what === 1) return now.slice(0, at) + now.slice(at + 1 + put.length);
        if (what === 2) return now.slice(0, at);
        return now.slice(0, at) + now.slice(Math.max(0, at - 20), at) + now.slice(at);
      }, text),
    );

const packed = fc.oneof(
  plain.map((text) => pack(text, 1, 'end')),
  fc.constantFrom(1e3, 1e5, 1e6).map((length) => pack('a='.repeat(length), 2, 'end')),
  fc
    .constantFrom('a&', '+=%&', 'run=kl&', 'at=1,0,beta:2&')
    .map((part) => pack(part.repeat(190_000 / part.length), 2, 'end')),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => `z1=${Buffer.from(bytes).toString('base64url')}`),
);

const links = fc.oneof(
  { weight: 3, arbitrary: plain },
  { weight: 3, arbitrary: mutated(plain) },
  mutated(packed),
  packed,
  anyText,
);

/** Opens a small table of a link and takes some steps: rows stay probabilities. */
function trains(link: string): void {
  const { config } = decodeLink(link);
  if (isPhysicsKind(config.world.kind) || config.world.kind === 'taxi') return;
  const column = Math.max(0, config.runs.length - 1);
  const session = new TableSession(
    sessionConfig({ ...config, training: { ...config.training, episodes: 1 } }, column),
    () => 0,
  );
  if (session.world.model.states > 100) return;
  const { policy, value } = session.advance(2);
  requires(value.every(Number.isFinite), 'a value is no finite number');
  const actions = policy.length / value.length;
  for (let s = 0; s < value.length; s += 1) {
    const sum = policy.subarray(s * actions, (s + 1) * actions).reduce((total, p) => total + p, 0);
    requires(Math.abs(sum - 1) < 1e-6, `a row sums to ${sum}`);
  }
}

let linksSeen = 0;

export const link: FuzzKind<string> = {
  inputs: links,
  judge: (text) => {
    const { config, problems } = decodeLink(text);
    const again = decodeLink(encodeLink(config));
    requires(again.problems.length === 0, `what was read is written wrong: ${again.problems[0]}`);
    requires(JSON.stringify(again.config) === JSON.stringify(config), 'what was read is not read again');
    requires(problems.length <= 13, `there are ${problems.length} sentences`);
    sentencesAreClean(problems);
    linksSeen += 1;
    if (linksSeen % 20 === 0) trains(text);
  },
};
