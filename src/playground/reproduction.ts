import { say } from '../copy/say.ts';
import type { Proof } from '../config/moment.ts';
import type { History } from './history.ts';
import { parting, traceOf } from './trace.ts';

/** A column as it stands: its name, its digest where that is known, its measures. */
export interface Standing {
  readonly name: string;
  readonly digest: string | null;
  readonly history: History;
}

/** What is known of a run that these columns should be. */
export interface Witness {
  /** "The link", "The file". */
  readonly from: string;
  readonly iteration: number;
  /** NaN where it is not known. */
  readonly numerics: number;
  /** Of each column, the digest after its version, or its beginning. */
  readonly digests: readonly string[];
  /** The first iteration at which a column may have left what it was, and the first at which it has; null where it has not. */
  readonly parting: (column: number, history: History) => readonly [number, number] | null;
}

/** What a comparison came to. */
export interface Verdict {
  readonly same: boolean;
  readonly says: string;
}

/** What a link says of where these columns stand, so that whoever opens it can compare; null while a digest is not known. */
export function proofOf(columns: readonly Standing[], iteration: number): Proof | null {
  const digests = columns.map(({ digest }) => (digest === null ? null : digestParts(digest)));
  const numerics = digests[0]?.numerics;
  if (numerics === undefined || digests.includes(null)) return null;
  return {
    iteration,
    numerics,
    digests: digests.map((digest) => digest!.hash.slice(0, 8)),
    traces: iteration === 0 ? [] : columns.map(({ history }) => traceOf(history, iteration)),
  };
}

/** What a link knows of the run that it was made of. */
function witnessOf(proof: Proof): Witness {
  return {
    from: 'The link',
    ...proof,
    parting: (column, history) => parting(history, proof.iteration, proof.traces[column] ?? ''),
  };
}

/** A digest's version of the numerics, and its digits. */
export function digestParts(digest: string): { readonly numerics: number; readonly hash: string } {
  const at = digest.indexOf('.');
  return { numerics: Number(digest.slice(0, at)), hash: digest.slice(at + 1) };
}

/**
 * Compares what stands here with what stood elsewhere, and says it in a sentence. Null while that cannot be said: the iteration is not reached, or a digest is
 * not known yet.
 *
 * @param networks whether networks learn, whose bits hang on the machine's SIMD
 */
export function judge(
  known: Witness | Proof,
  columns: readonly Standing[],
  iteration: number,
  networks: boolean,
): Verdict | null {
  const witness = 'parting' in known ? known : witnessOf(known);
  if (iteration < witness.iteration) return null;
  const many = witness.digests.length;
  if (columns.length !== many) {
    const says = say('{from} tells how {many} columns stood, and here are {n}: nothing was compared.', {
      from: say(witness.from),
      many,
      n: columns.length,
    });
    return { same: false, says };
  }
  const there = iteration === witness.iteration;
  if (there && columns.some(({ digest }) => digest === null)) return null;
  const apart = columns.flatMap(({ name, digest, history }, n) => {
    const left = witness.parting(n, history);
    const other = there && !digestParts(digest!).hash.startsWith(witness.digests[n]!);
    if (left === null && !other) return [];
    const [from, to] = left ?? [witness.iteration, witness.iteration];
    return [
      from >= to
        ? say('{name} differs from update {to} on', { name, to })
        : say('{name} differs from update {from} to {to} on', { name, from, to }),
    ];
  });
  if (apart.length > 0)
    return {
      same: false,
      says: `${say('Not as it was: {apart}.', { apart: apart.join('; ') })} ${reason(witness, columns, networks)}`,
    };
  const [one, all] = there
    ? [
        'Reproduced exactly: update {at} is what it was, bit for bit.',
        'Reproduced exactly: update {at} is what it was, bit for bit, in all columns.',
      ]
    : [
        'Reproduced exactly: all that was compared up to update {at} is the same.',
        'Reproduced exactly: all that was compared up to update {at} is the same, in all columns.',
      ];
  return { same: true, says: say(many > 1 ? all : one, { at: witness.iteration }) };
}

function reason({ from, numerics }: Witness, columns: readonly Standing[], networks: boolean): string {
  const digest = columns.find((column) => column.digest !== null)?.digest ?? null;
  const here = digest === null ? numerics : digestParts(digest).numerics;
  if (here !== numerics)
    return say('{from} was made with version {numerics} of the numerics, and this page has {here}.', {
      from: say(from),
      numerics,
      here,
    });
  return networks
    ? say('Networks give the same bits on the same WebAssembly backend only.')
    : say('Tables give the same bits everywhere, so what made it was not this run.');
}
