import { decodeLink } from '../src/config/link.ts';
import { curveOf } from '../src/claims/recordings/recorded-curve.ts';
import {
  readRecording,
  recordedLink,
  type RecordedCurve,
  type RecordedRun,
  type Recording,
} from '../src/claims/recordings/recording.ts';
import { methodOf, methods, type MethodKind } from '../src/methods/registry.ts';
import { readData } from './files.ts';
import { Refusal, shown } from './refusal.ts';

/**
 * One recording of several of the same task, by method and seed: the median over all seeds of a method that have the same settings,
 * and the episode of the highest return, by a method that moves mass where there is one: they are what the page is about. Of a seed
 * that several have, the points of both where one is the other carried on; else, and of a method with other settings or without
 * single seeds, the last file's is kept.
 *
 * @param says where what is not mixed, or is of two codes, is told
 * @throws Refusal where a file is no recording, or of another task than the first
 */
export function mergeRecordings(files: readonly string[], says: (sentence: string) => void): Recording {
  const recordings = files.map(read);
  const [first] = recordings;
  if (first === undefined) throw new Refusal('There is nothing to merge; wanted are files of recordings.');
  recordings.forEach((one, n) => {
    const [is, was] = [taskOf(one), taskOf(first)];
    if (is !== was)
      throw new Refusal(`${shown(files[n]!)} is of ${is}; expected is ${was}, as in ${shown(files[0]!)}.`);
  });
  const curves = new Map<MethodKind, RecordedCurve>();
  recordings.forEach(({ command, date, curves: own }, n) => {
    for (const curve of own) {
      const named = { ...curve, command: curve.command ?? command, date: curve.date ?? date };
      const before = curves.get(curve.method);
      const why = before === undefined ? '' : whyApart(before, named);
      if (why !== '')
        says(
          `${shown(files[n]!)}: ${methods[curve.method].short} is not put together with what was before, ${why}; this file’s is kept.`,
        );
      curves.set(curve.method, before === undefined || why !== '' ? named : together(before, named, says));
    }
  });
  const all = [...curves.values()];
  const own = recordings.filter(({ method }) => methodOf(method).mover.kind !== 'gradient');
  const best = (own.length > 0 ? own : recordings).reduce((most, one) => (one.total > most.total ? one : most));
  return { ...best, seeds: Math.max(best.seeds, ...all.map(({ final }) => final.length)), curves: all };
}

/** Why two curves of a method are not of one experiment; empty where they are. */
function whyApart(one: RecordedCurve, other: RecordedCurve): string {
  if (one.runs === undefined || other.runs === undefined) return 'since single seeds are not in both files';
  const settings = new Set([...one.runs, ...other.runs].map(({ command }) => settingsOf(command, one.method)));
  return settings.size > 1 ? 'since its settings are others' : '';
}

function together(one: RecordedCurve, other: RecordedCurve, says: (sentence: string) => void): RecordedCurve {
  const runs = new Map<number, RecordedRun>();
  for (const run of [...one.runs!, ...other.runs!]) {
    const before = runs.get(run.seed);
    runs.set(run.seed, before === undefined ? run : wentOn(before, run));
  }
  const codes = new Set([...runs.values()].map(({ code }) => code));
  if (codes.size > 1)
    says(`The seeds of ${methods[one.method].short} were made by ${codes.size} codes: ${[...codes].join(', ')}.`);
  return curveOf(one.method, [...runs.values()]);
}

/**
 * The same run at the points of both, where one of them went on and all points that they share are equal: fewer points stand for a longer
 * run, and what it had at the end of the shorter one is not lost. Otherwise the later one.
 */
function wentOn(before: RecordedRun, run: RecordedRun): RecordedRun {
  const shared = run.steps.filter((at) => before.steps.includes(at));
  const had = ({ steps, returns, ahead }: RecordedRun, at: number) =>
    [returns, ahead].map((of) => of[steps.indexOf(at)]);
  const equal = shared.every((at) => had(before, at).every((value, n) => value === had(run, at)[n]));
  const [short, long] = before.steps.at(-1)! < run.steps.at(-1)! ? [before, run] : [run, before];
  if (shared.length === 0 || !equal || short.steps.at(-1) === long.steps.at(-1)) return run;
  const steps = [...new Set([...short.steps, ...long.steps])].toSorted((a, b) => a - b);
  const points = steps.map((at) => had(short.steps.includes(at) ? short : long, at));
  return {
    ...long,
    steps,
    returns: points.map(([value]) => value ?? null),
    ahead: points.map(([, ahead]) => ahead!),
  };
}

/** What a method was trained with, but for its seed. */
function settingsOf(command: string, method: MethodKind): string {
  const { world, training, runs, changes } = decodeLink(recordedLink(command)).config;
  return JSON.stringify([world, training, runs.find((run) => run.method === method), changes]);
}

const taskOf = ({ command }: Recording): string => decodeLink(recordedLink(command)).config.world.kind;

function read(file: string): Recording {
  const recording = readRecording(readData(file, 'a recording'));
  if (recording === null)
    throw new Refusal(`${shown(file)} is no recording; expected is what the record command prints.`);
  return recording;
}
