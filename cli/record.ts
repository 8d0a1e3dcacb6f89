import { decodeLink } from '../src/config/link.ts';
import type { MethodKind } from '../src/methods/registry.ts';
import { isPhysicsKind } from '../src/environments/registry.ts';
import type { Episode } from '../src/training/frame.ts';
import { measureIndex } from '../src/training/measure.ts';
import { openSession } from '../src/training/open-session.ts';
import { sessionConfig } from '../src/training/session-config.ts';
import type { Recording, RecordedCurve } from '../src/playground/recording.ts';
import { engineFiles } from './engine-files.ts';
import { print } from './json.ts';
import { mergeRecordings } from './merge-recordings.ts';
import { Refusal, shown } from './refusal.ts';

const HELP = `npm run --silent record -- LINK STEPS [SEEDS]

Trains the columns of a physics task's link, one after another, for STEPS environment steps with each of SEEDS seeds (the link's
and those after it; 1 without the word), and prints a recording: each method's median curve of returns, and the last episode of
the best. public/recordings holds one for each task; its command is in the file.

npm run --silent record -- merge FILE FILE…

Puts recordings of one task together: every method's curve, the last file's where several have one, and the episode of the highest
return.`;

/** Points kept of a curve, and steps of the episode. */
const MOST_POINTS = 60;
const MOST_STEPS = 400;

/** Records what a page shows of a task before it has learned anything itself. */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return print(HELP);
  if (args[0] === 'merge') return print(JSON.stringify(mergeRecordings(args.slice(1))));
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

  const curves: RecordedCurve[] = [];
  let best: { readonly score: number; readonly method: MethodKind; readonly episode: Episode } | null = null;
  for (const [column, { method }] of config.runs.entries()) {
    const all: { readonly steps: number[]; readonly returns: number[] }[] = [];
    let minutes = 0;
    let ahead = 0;
    for (let seed = config.seed; seed < config.seed + seeds; seed += 1) {
      const session = await openSession(
        sessionConfig({ ...config, seed }, column),
        () => performance.now(),
        engineFiles,
      );
      const curve = { steps: [] as number[], returns: [] as number[] };
      for (;;) {
        const frame = session.advance(1);
        const { row } = frame;
        const at = row[measureIndex.steps]!;
        curve.steps.push(at);
        curve.returns.push(row[measureIndex.sampledReturn]!);
        if (session.iteration % 20 === 0) {
          console.error(
            method,
            seed,
            at,
            curve.returns.at(-1)!.toFixed(1),
            `${(row[measureIndex.elapsed]! / 60_000).toFixed(1)} min`,
          );
        }
        if (at < steps) continue;
        minutes += row[measureIndex.elapsed]! / 60_000 / seeds;
        ahead += row[measureIndex.ahead]! / seeds;
        const score = curve.returns.at(-1)!;
        const latest = frame.kind === 'table' ? null : frame.latest;
        if (latest !== null && (best === null || score > best.score)) best = { score, method, episode: latest };
        break;
      }
      session.close();
      all.push(curve);
    }
    curves.push({ ...summary(method, all, minutes), ahead: Math.round(ahead) });
  }
  if (best === null) throw new Refusal(`No episode ended within ${steps} steps; expected is at least one.`);
  const recording: Recording = {
    command: `npm run --silent record -- '${link}' ${steps} ${seeds}`,
    steps,
    seeds,
    date: new Date().toISOString().slice(0, 10),
    curves,
    method: best.method,
    total: round(best.episode.total),
    states: shortened(best.episode, best.episode.states.length),
  };
  await print(JSON.stringify(recording));
}

const round = (value: number): number => Number(value.toPrecision(4));

/** Medians over seeds at evenly spaced points; null before any episode has ended. */
function summary(
  method: MethodKind,
  runs: readonly { readonly steps: readonly number[]; readonly returns: readonly number[] }[],
  minutes: number,
): RecordedCurve {
  const { length } = runs[0]!.steps;
  const every = Math.max(1, Math.ceil(length / MOST_POINTS));
  const places = Array.from({ length: Math.floor(length / every) }, (_, n) => length - 1 - n * every).toReversed();
  return {
    method,
    minutes: Number(minutes.toFixed(2)),
    final: runs.map(({ returns }) => round(returns.at(-1)!)),
    steps: places.map((place) => runs[0]!.steps[place]!),
    returns: places.map((place) => {
      const values = runs.map(({ returns }) => returns[place]!).filter((value) => !Number.isNaN(value));
      return values.length < runs.length ? null : round(median(values));
    }),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The first states of an episode, to four digits. */
function shortened({ states, steps }: Episode, length: number): number[][] {
  const width = length / (steps + 1);
  return Array.from({ length: Math.min(steps, MOST_STEPS) + 1 }, (_, t) =>
    [...states.subarray(t * width, (t + 1) * width)].map((value) => Number(value.toFixed(4))),
  );
}
