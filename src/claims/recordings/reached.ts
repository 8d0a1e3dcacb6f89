import { decodeLink } from '../../config/link.ts';
import { methods, type MethodKind } from '../../methods/registry.ts';
import { kept } from './recorded-curve.ts';
import { lineOf } from './recorded-line.ts';
import { recordedSettings } from './recorded-settings.ts';
import { recordedLink, type RecordedCurve, type Recording } from './recording.ts';

/** What a method reached in a physics task, in numbers; null is what no episode, no clock or no count said. */
export interface Reached {
  readonly method: MethodKind;
  readonly seeds: number;
  /** To the end of the seed that ends first. */
  readonly steps: number;
  readonly ahead: number | null;
  /** Of training, a seed. */
  readonly minutes: number | null;
  /** The return there: the median, the worst and the best seed. */
  readonly end: number | null;
  readonly worst: number | null;
  readonly best: number | null;
  /** The highest median on the way, and after how many steps it was. */
  readonly highest: number | null;
  readonly after: number | null;
  /** Whether it learned with the settings that the task comes with. */
  readonly usual: boolean;
  /** What was run, where lines differ in their seed alone once, with all seeds. */
  readonly commands: readonly string[];
  readonly link: string;
  readonly dates: readonly string[];
  /** Hashes of the code; none where they were not recorded. */
  readonly codes: readonly string[];
  /** Seeds that went on beyond that end, and the return at theirs. */
  readonly beyond: readonly { readonly seed: number; readonly steps: number; readonly end: number | null }[];
}

/** What every method of a recording reached, in the order of the methods. */
export function reachedBy(recording: Recording): Reached[] {
  const order = Object.keys(methods);
  return recording.curves
    .toSorted((one, other) => order.indexOf(one.method) - order.indexOf(other.method))
    .map((curve) => reached(recording, curve));
}

function reached(recording: Recording, curve: RecordedCurve): Reached {
  const { method, steps, returns, final, runs = [] } = curve;
  const line = lineOf(recording, curve);
  const last = steps.at(-1) ?? 0;
  const known = returns.map((value) => value ?? -Infinity);
  const place = known.indexOf(Math.max(...known));
  const ends = final.filter((value) => value !== null);
  const all = ends.length === final.length && ends.length > 0;
  const link = recordedLink(line.command);
  return {
    method,
    seeds: final.length,
    steps: last,
    ahead: curve.ahead ?? null,
    minutes: curve.minutes,
    end: returns.at(-1) ?? null,
    worst: all ? kept(Math.min(...ends)) : null,
    best: ends.length > 0 ? kept(Math.max(...ends)) : null,
    highest: returns[place] ?? null,
    after: (returns[place] ?? null) === null ? null : steps[place]!,
    usual: recordedSettings(decodeLink(link).config, 0, line).usual,
    commands: commandsOf(
      line.command,
      runs.map(({ command, seed }) => ({ command, seed })),
    ),
    link,
    dates: distinct(runs.length > 0 ? runs.map(({ date }) => date) : [curve.date ?? recording.date]),
    codes: distinct(runs.length > 0 ? runs.map(({ code }) => code) : [recording.code ?? '']).filter(
      (code) => code !== '',
    ),
    beyond: runs
      .filter((run) => run.steps.at(-1)! > last)
      .map((run) => ({ seed: run.seed, steps: run.steps.at(-1)!, end: run.returns.at(-1)! })),
  };
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)].toSorted();

/** Commands with the seeds of each; such as differ in their seed alone are one, with a word that stands for it. */
function commandsOf(command: string, runs: readonly { readonly command: string; readonly seed: number }[]): string[] {
  const seeds = new Map<string, number[]>();
  for (const run of runs) {
    const plain = run.command.replace(/([&'])seed=\d+(?=[&'])/, '$1seed=…');
    seeds.set(plain, [...(seeds.get(plain) ?? []), run.seed]);
  }
  if (seeds.size === 0) return [command];
  return [...seeds].map(([plain, all]) =>
    plain.includes('seed=…')
      ? all.length === 1
        ? plain.replace('…', String(all[0]))
        : `${plain}, seeds ${all.join(', ')}`
      : plain,
  );
}
