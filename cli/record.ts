import { decodeLink } from '../src/config/link.ts';
import type { PlaygroundConfig } from '../src/config/playground-config.ts';
import { methods, type MethodKind } from '../src/methods/registry.ts';
import { isPhysicsKind } from '../src/environments/registry.ts';
import type { Episode } from '../src/training/frame.ts';
import { measureIndex, type Measure } from '../src/training/measure.ts';
import { openSession } from '../src/training/open-session.ts';
import { sessionConfig } from '../src/training/session-config.ts';
import { curveOf, kept } from '../src/claims/recordings/recorded-curve.ts';
import type { Recording, RecordedCurve, RecordedRun } from '../src/claims/recordings/recording.ts';
import { engineFiles } from './engine-files.ts';
import { print } from './json.ts';
import { ownCode } from './made.ts';
import { mergeRecordings } from './merge-recordings.ts';
import { Refusal, shown } from './refusal.ts';

const HELP = `npm run --silent record -- LINK STEPS [SEEDS]

Trains the columns of a physics task's link, one after another, for STEPS environment steps with each of SEEDS seeds (the link's
and those after it; 1 without the word), and prints a recording: each method's curve of returns, of every seed and their median, and
the last episode of the best. public/recordings holds one for each task; its command, date and code are in the file.

npm run --silent record -- merge FILE FILE…

Puts recordings of one task together, by method and seed, and prints one with the medians over all seeds: so seeds can be run one by
one, with seed=1, seed=2 and so on in the link, on as many machines. Of a seed that several files have, the last file's is kept; so is
the last file's curve of a method, where settings differ or single seeds are not in the file. The episode is that of the highest return.`;

/** Points kept of a curve, and steps of the episode. */
const MOST_POINTS = 60;
const MOST_STEPS = 400;

/** Records what a page shows of a task before it has learned anything itself. */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return print(HELP);
  if (args[0] === 'merge')
    return print(JSON.stringify(mergeRecordings(args.slice(1), (sentence) => console.error(sentence))));
  const [link = '', stepsText = '', seedsText = '1'] = args;
  const steps = Number(stepsText);
  const seeds = Number(seedsText);
  const { config, problems } = decodeLink(link.slice(link.indexOf('#') + 1));
  for (const problem of problems) console.error(problem);
  if (!isPhysicsKind(config.world.kind))
    throw new Refusal(`The world is ${config.world.kind}; expected is a physics task.`);
  if (!(Number.isInteger(steps) && steps > 0))
    throw new Refusal(`STEPS is ${shown(stepsText)}; expected is a whole number above 0.`);
  if (!(Number.isInteger(seeds) && seeds > 0))
    throw new Refusal(`SEEDS is ${shown(seedsText)}; expected is a whole number above 0.`);
  const twice = config.runs.find(({ method }, n) => config.runs.findIndex((one) => one.method === method) < n);
  if (twice !== undefined)
    throw new Refusal(`The link has ${methods[twice.method].short} twice; expected is one column of each method.`);

  const made = {
    command: `npm run --silent record -- '${link}' ${steps} ${seeds}`,
    date: new Date().toISOString().slice(0, 10),
    code: ownCode.code,
  };
  const curves: RecordedCurve[] = [];
  let best: { readonly score: number; readonly method: MethodKind; readonly episode: Episode } | null = null;
  for (const [column, { method }] of config.runs.entries()) {
    const runs: RecordedRun[] = [];
    for (let seed = config.seed; seed < config.seed + seeds; seed += 1) {
      const { score, episode, ...run } = await trained({ ...config, seed }, column, steps);
      runs.push({ seed, ...made, ...run });
      if (episode !== null && (best === null || score > best.score)) best = { score, method, episode };
    }
    curves.push(curveOf(method, runs));
  }
  if (best === null) throw new Refusal(`No episode ended within ${steps} steps; expected is at least one.`);
  const recording: Recording = {
    command: made.command,
    steps,
    seeds,
    date: made.date,
    code: made.code,
    curves,
    method: best.method,
    total: kept(best.episode.total),
    states: shortened(best.episode, best.episode.states.length),
  };
  await print(JSON.stringify(recording));
}

/** Trains one column for so many steps: points of its curve, the last return, and the last episode. */
async function trained(config: PlaygroundConfig, column: number, steps: number) {
  const session = await openSession(sessionConfig(config, column), () => performance.now(), engineFiles);
  const rows: Float64Array[] = [];
  for (;;) {
    const frame = session.advance(1);
    rows.push(frame.row.slice());
    const of = (measure: Measure): number => frame.row[measureIndex[measure]]!;
    if (session.iteration % 20 === 0) {
      const minutes = (of('elapsed') / 60_000).toFixed(1);
      console.error(
        config.runs[column]!.method,
        config.seed,
        of('steps'),
        of('sampledReturn').toFixed(1),
        `${minutes} min`,
      );
    }
    if (of('steps') < steps) continue;
    session.close();
    return {
      ...points(rows),
      minutes: Number((of('elapsed') / 60_000).toFixed(2)),
      score: of('sampledReturn'),
      episode: frame.kind === 'table' ? null : frame.latest,
    };
  }
}

/** Evenly spaced points of a curve, the last one included; a return is null before any episode has ended. */
function points(rows: readonly Float64Array[]): Pick<RecordedRun, 'steps' | 'ahead' | 'returns'> {
  const every = Math.max(1, Math.ceil(rows.length / MOST_POINTS));
  const places = rows.filter((_, n) => (rows.length - 1 - n) % every === 0);
  return {
    steps: places.map((row) => row[measureIndex.steps]!),
    ahead: places.map((row) => row[measureIndex.ahead]!),
    returns: places.map((row) => {
      const value = row[measureIndex.sampledReturn]!;
      return Number.isNaN(value) ? null : kept(value);
    }),
  };
}

/** The first states of an episode, to four digits. */
function shortened({ states, steps }: Episode, length: number): number[][] {
  const width = length / (steps + 1);
  return Array.from({ length: Math.min(steps, MOST_STEPS) + 1 }, (_, t) =>
    [...states.subarray(t * width, (t + 1) * width)].map((value) => Number(value.toFixed(4))),
  );
}
