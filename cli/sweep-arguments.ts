import { availableParallelism } from 'node:os';
import { Refusal, shown } from './refusal.ts';

/** What the command line asks for. */
export interface SweepArguments {
  readonly files: readonly string[];
  readonly merge: boolean;
  readonly small: boolean;
  readonly out: string | null;
  readonly shard: { readonly part: number; readonly of: number };
  readonly workers: number;
}

const MOST_WORKERS = 256;
const MOST_SHARDS = 10_000;

/** Reads the arguments; throws a Refusal that names what is wrong. */
export function readArguments(args: readonly string[]): SweepArguments {
  const given = new Map<string, string>();
  const flags = new Set<string>();
  const files: string[] = [];
  for (let n = 0; n < args.length; n += 1) {
    const [name = '', ...rest] = args[n]!.split('=');
    if (name === '--merge' || name === '--small') flags.add(name);
    else if (['--out', '--shard', '--workers'].includes(name)) {
      const value = rest.length > 0 ? rest.join('=') : args[(n += 1)];
      if (value === undefined) throw new Refusal(`The option ${name} has no value; expected is one after it.`);
      given.set(name, value);
    } else if (name.startsWith('-')) {
      throw new Refusal(
        `The option ${shown(name)} is not known; expected is --shard, --workers, --out, --small, --merge or --help.`,
      );
    } else files.push(args[n]!);
  }
  const merge = flags.has('--merge');
  if (merge ? files.length === 0 : files.length !== 1) {
    throw new Refusal(`There are ${files.length} files; expected is ${merge ? 'at least one record' : 'one sweep'}.`);
  }
  return {
    files,
    merge,
    small: flags.has('--small'),
    out: given.get('--out') ?? null,
    shard: readShard(given.get('--shard') ?? '1/1'),
    workers: readWorkers(given.get('--workers') ?? String(availableParallelism())),
  };
}

function readShard(text: string): { part: number; of: number } {
  const [, part = NaN, of = NaN] = (/^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []).map(Number);
  if (part >= 1 && part <= of && of <= MOST_SHARDS) return { part, of };
  throw new Refusal(`The shard is ${shown(text)}; expected is one such as 2/8, of at most ${MOST_SHARDS}.`);
}

function readWorkers(text: string): number {
  const count = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (count >= 1 && count <= MOST_WORKERS) return count;
  throw new Refusal(`The number of workers is ${shown(text)}; expected is a whole number from 1 to ${MOST_WORKERS}.`);
}
