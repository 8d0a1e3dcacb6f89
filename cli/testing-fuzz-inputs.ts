/** What fuzzing makes inputs from, and what must be true of all sentences: not part of the program. */
import fc from 'fast-check';

export interface FuzzKind<Input> {
  readonly inputs: fc.Arbitrary<Input>;
  readonly judge: (input: Input) => void;
}

/** What breaks parsers, pages and terminals. */
const NASTY = [
  '',
  ' ',
  '\u0000',
  '\u001b[2J',
  '\u202e',
  '\u2066\u2069',
  '\ufeff',
  '%',
  '%00',
  '%E2%80%AE',
  '%zz',
  '&amp;',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e309',
  '-1e309',
  '1e-400',
  '-0',
  '0x10',
  '1_000',
  '١٢',
  '9'.repeat(400),
  '1'.repeat(5000) + 'x',
  '0.'.repeat(2000),
  'e'.repeat(300),
  ':'.repeat(200),
  ','.repeat(200),
  ';'.repeat(200),
  '/'.repeat(200),
  '=&'.repeat(200),
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '${alert(1)}',
  '../../etc/passwd',
  '🦊'.repeat(40),
  '\ud800',
];
const nasty = fc.constantFrom(...NASTY);
export const anyText = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 30 }));

/** Letters that no sentence may hold: they move cursors, turn lines round, or are not seen. */
const HIDDEN = /[\p{Cc}\p{Cf}]/u;

export function requires(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence);
}

export function sentencesAreClean(sentences: readonly string[]): void {
  for (const sentence of sentences) {
    requires(!HIDDEN.test(sentence), `a sentence holds hidden letters: ${JSON.stringify(sentence)}`);
    requires(sentence.length < 2000, `a sentence has ${sentence.length} letters`);
  }
}

const json: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  anyText,
  fc.constantFrom<unknown>(null, NaN, Infinity, -0, [], {}, { __proto__: null }, [[[[[[]]]]]]),
);

/** An object whose keys are right, wrong or gone. */
export function record(keys: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> {
  const values = Object.fromEntries(
    Object.entries(keys).map(([key, right]) => [key, fc.oneof({ weight: 6, arbitrary: right }, json)]),
  );
  return fc.oneof({ weight: 8, arbitrary: fc.record(values, { requiredKeys: [] }) }, json);
}
