import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeLink, encodeLink } from '../src/config/link.ts';
import { measureIndex } from '../src/training/measure.ts';
import { openSession } from '../src/training/open-session.ts';
import { sessionConfig } from '../src/training/session-config.ts';
import { engineFiles } from './engine-files.ts';

/** A link of version 1, and what its columns were at an iteration. */
interface KnownLink {
  readonly link: string;
  readonly iterations: number;
  /** expected returns as version 0.1.0 had them; null in a physics task */
  readonly returns: readonly (number | null)[];
  /** of this version of the numerics */
  readonly digests: readonly string[];
}

const file = new URL('fixtures/links.json', import.meta.url);
const known = JSON.parse(readFileSync(file, 'utf8')) as readonly KnownLink[];

const isPhysics = ({ returns }: KnownLink): boolean => returns.every((value) => value === null);

test('there are enough links to speak of', () => {
  expect(known.length).toBeGreaterThan(200);
  expect(known.filter(isPhysics).length).toBeGreaterThan(5);
});

test.each([
  ['finite worlds', false],
  ['physics tasks', true],
])(
  'ordinary links of version 1 give what they always gave, bit for bit: %s',
  async (_, physics) => {
    for (const { link, iterations, returns, digests } of known.filter((one) => isPhysics(one) === physics)) {
      const { config, problems } = decodeLink(link);
      expect(problems, link).toEqual([]);
      expect(decodeLink(encodeLink(config)), link).toEqual({ config, problems: [] });
      for (const [column] of config.runs.entries()) {
        const session = await openSession(sessionConfig(config, column), () => 0, engineFiles);
        const { row } = iterations === 0 ? session.frame() : session.advance(iterations);
        const place = `${link}, column ${column}`;
        expect(session.digest(), place).toBe(digests[column]);
        session.close();
        const before = returns[column];
        if (before === null) continue;
        expect(Math.abs(row[measureIndex.return]! - before!), place).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(before!)),
        );
      }
    }
  },
  120_000,
);
