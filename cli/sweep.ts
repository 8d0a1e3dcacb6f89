import { readSweep } from '../src/sweeps/read-sweep.ts';
import { mergeRecords, readRecord, recordText } from '../src/sweeps/record.ts';
import { DistinctRuns } from '../src/sweeps/repeats.ts';
import { taskCount } from '../src/sweeps/sweep-size.ts';
import type { Sweep, SweepRecord, TaskResult } from '../src/sweeps/sweep.ts';
import { expandSweep, idleAxes } from '../src/sweeps/tasks.ts';
import { readData, writablePlace, writeWhole } from './files.ts';
import { print } from './json.ts';
import { ownCode } from './made.ts';
import { Refusal, shown } from './refusal.ts';
import { readArguments, type SweepArguments } from './sweep-arguments.ts';
import { openPartial } from './sweep-partial.ts';
import { runInThreads } from './sweep-pool.ts';

const HELP = `npm run --silent sweep -- FILE [--out RESULT] [--workers N] [--shard K/N] [--small]
npm run --silent sweep -- --merge RESULT … [--out RESULT]

Runs a sweep: the columns of a link, at every combination of values of up to two axes, over seeds; and prints the record of
all runs, which the page opens. FILE is JSON or YAML; docs/sweeps.md says what is in it.

--out RESULT   writes the record there. Runs that are done are kept in RESULT.partial until all are: a sweep that was
               stopped goes on from there when it is started again.
--workers N    threads; without it as many as there are cores
--shard K/N    only the K-th of N parts of the runs, for several machines
--merge        puts the records of such parts together
--small        at most 2 seeds and 20 iterations: to try a file out

Progress is on standard error. The same sweep gives the same record on every machine but for times, however it is split.
Wrong use: one sentence on standard error, exit code 2.`;

/** Runs a sweep, or merges the records of its parts. */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return print(HELP);
  const options = readArguments(args);
  if (options.merge) return merge(options);
  const sweep = readSweepFile(options);
  const { tasks, series, problems, notes } = expandSweep(sweep);
  if (problems.length > 0) throw new Refusal(problems.join('\n'));
  for (const note of notes) console.error(note);
  const { part, of } = options.shard;
  const own = tasks.filter(({ index }) => index % of === part - 1);
  const out = options.out === null ? null : writablePlace(options.out);
  const partial = out === null ? null : openPartial(out, sweep, ownCode);
  const results = [...(partial?.results ?? [])];
  const done = new Set(results.map(({ index }) => index));
  const left = new DistinctRuns(own.filter(({ index }) => !done.has(index)));
  const tell = progress(own.length, own.length - done.size);
  await runInThreads(sweep, left.tasks, options.workers, (result) => {
    for (const one of left.spread(result)) {
      partial?.add(one);
      results.push(one);
      tell(one);
    }
  });
  const digests = new Map(results.map(({ index, digest }) => [index, digest]));
  for (const idle of idleAxes(sweep, own, series, (index) => digests.get(index))) console.error(idle);
  const record: SweepRecord = { sweep, made: madeBy(args), results: results.toSorted((a, b) => a.index - b.index) };
  if (partial === null) await print(recordText(record).trimEnd());
  else partial.finish(recordText(record));
}

async function merge({ files, out }: SweepArguments): Promise<void> {
  const place = out === null ? null : writablePlace(out);
  const records = files.map((file) => {
    const read = readRecord(readData(file, 'a record of a sweep'));
    if ('problem' in read) throw new Refusal(`${shown(file)}: ${read.problem}`);
    return read.record;
  });
  const merged = mergeRecords(records);
  if ('problem' in merged) throw new Refusal(merged.problem);
  const { sweep, results } = merged.record;
  const lacking = taskCount(sweep) - results.length;
  if (lacking > 0) console.error(`${lacking} of ${taskCount(sweep)} runs are missing.`);
  if (place === null) await print(recordText(merged.record).trimEnd());
  else writeWhole(place, recordText(merged.record));
}

function readSweepFile({ files: [file = ''], small }: SweepArguments): Sweep {
  if (!/\.(json|ya?ml)$/i.test(file)) {
    throw new Refusal(`The file is ${shown(file)}; expected is one that ends in .json, .yaml or .yml.`);
  }
  const read = readSweep(readData(file, 'a sweep'));
  if ('problem' in read) throw new Refusal(read.problem);
  const { sweep } = read;
  if (!small) return sweep;
  const seeds = { ...sweep.seeds, count: Math.min(2, sweep.seeds.count) };
  return { ...sweep, seeds, iterations: Math.min(20, sweep.iterations) };
}

function madeBy(args: readonly string[]): SweepRecord['made'] {
  const words = args.map((word) => (/^[\w./:=-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`));
  return {
    command: ['npm run --silent sweep --', ...words].join(' '),
    date: new Date().toISOString().slice(0, 10),
    ...ownCode,
  };
}

/** Says on standard error how far the runs are, every two seconds at most, and what failed. */
function progress(all: number, left: number): (result: TaskResult) => void {
  const began = performance.now();
  let said = began;
  let done = 0;
  console.error(left < all ? `${all - left} of ${all} runs are there already.` : `${all} runs.`);
  return ({ index, failure }) => {
    done += 1;
    if (failure !== '') console.error(`Run ${index} failed: ${failure}`);
    const now = performance.now();
    if (now - said < 2000 && done < left) return;
    said = now;
    const seconds = ((now - began) / done / 1000) * (left - done);
    const time = seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
    console.error(`${all - left + done} of ${all} runs${done < left ? `, about ${time} left` : ''}`);
  };
}
