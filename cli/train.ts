import { decodeLink } from '../src/config/link.ts';
import { MAX_ITERATION } from '../src/config/playground-config.ts';
import { MEASURES, measures } from '../src/training/measure.ts';
import { sessionConfig } from '../src/training/session-config.ts';
import { openSession } from '../src/training/open-session.ts';
import { engineFiles } from './engine-files.ts';
import { print, toJson } from './json.ts';
import { Refusal, shown } from './refusal.ts';

/** Where neither the caller nor the link says how far. */
const DEFAULT_ITERATIONS = 20;

const HELP = `npm run --silent train -- LINK --iterations N

Trains what a link describes, as the page does, and prints one line of JSON for each column and iteration, iteration 0
included, and at the end one for each column with the digest of its policy and values: the same as on the page.

LINK           a whole link, its #fragment, or the fragment alone; without it, what the page opens with. Quote it: & and #
               mean something to the shell. What was wrong with a link is told on standard error, as on the page.
--iterations N a whole number from 0 to ${MAX_ITERATION}; without it the link's own stop, or else ${DEFAULT_ITERATIONS}

Not a number is null, infinity is "inf". Wrong use: one sentence on standard error, exit code 2.`;

/** Trains the columns of a link in lockstep and prints what they measure. */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return print(HELP);
  const { link, iterations } = readArguments(args);
  const { config, problems } = decodeLink(fragmentOf(link));
  for (const problem of problems) console.error(problem);
  const last = iterations ?? config.stop ?? DEFAULT_ITERATIONS;

  const now = (): number => performance.now();
  const columns = await Promise.all(
    config.runs.map(async ({ method }, column) => {
      const session = await openSession(sessionConfig(config, column), now, engineFiles);
      return { column, method, session };
    }),
  );
  for (let iteration = 0; iteration <= last; iteration += 1) {
    const lines = columns.map(({ column, method, session }) => {
      const { rows } = iteration === 0 ? session.frame() : session.advance(1);
      return toJson({ column, method, ...measured(rows) });
    });
    await print(lines.join('\n'));
  }
  const digests = columns.map(({ column, method, session }) =>
    toJson({ column, method, iteration: session.iteration, digest: session.digest() }),
  );
  await print(digests.join('\n'));
}

/** The one row of a frame, by the measures' keys. */
function measured(row: Float64Array): Record<string, number> {
  if (row.length !== MEASURES) throw new Error(`A row of measures has ${row.length} entries, not ${MEASURES}.`);
  return Object.fromEntries(measures.map(({ key }, n) => [key, row[n]!]));
}

function fragmentOf(link: string): string {
  const at = link.indexOf('#');
  if (at >= 0) return link.slice(at + 1);
  return link.includes('://') ? '' : link;
}

function readArguments(args: readonly string[]): { link: string; iterations: number | null } {
  let link: string | undefined;
  let iterations: number | null = null;
  for (let n = 0; n < args.length; n += 1) {
    const arg = args[n]!;
    if (arg === '--iterations') iterations = readIterations(args[(n += 1)]);
    else if (arg.startsWith('--iterations=')) iterations = readIterations(arg.slice('--iterations='.length));
    else if (arg.startsWith('-'))
      throw new Refusal(`The option ${shown(arg)} is not known; expected is --iterations or --help.`);
    else if (link === undefined) link = arg;
    else throw new Refusal(`A second link, ${shown(arg)}, was given; expected is one, in quotes.`);
  }
  return { link: link ?? '', iterations };
}

function readIterations(given: string | undefined): number {
  const count = given !== undefined && /^\d+$/.test(given) ? Number(given) : NaN;
  if (count <= MAX_ITERATION) return count;
  const seen = given === undefined ? 'missing' : shown(given);
  throw new Refusal(`The number of iterations is ${seen}; it should be a whole number from 0 to ${MAX_ITERATION}.`);
}
