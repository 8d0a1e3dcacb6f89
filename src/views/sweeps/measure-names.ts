import { say } from '../../copy/say.ts';
import type { CellStatistic } from '../../sweeps/summary.ts';
import { axisName, valueSaid } from '../../sweeps/settings.ts';
import { baseConfig } from '../../sweeps/sweep-size.ts';
import { betterOf, sweepMeasures, type Better } from '../../sweeps/sweep-measures.ts';
import type { Sweep, SweepMeasure } from '../../sweeps/sweep.ts';

/** What a measure is called in the language of the page, with its unit. */
function measureName(measure: SweepMeasure): string {
  const found = sweepMeasures.find(({ key }) => key === measure);
  if (found === undefined) return measure;
  return found.unit === '' ? say(found.label) : `${say(found.label)} (${say(found.unit)})`;
}

/** The name, and which way it is better, where it is a matter of that. */
export function judgedName(measure: SweepMeasure): string {
  return [measureName(measure), betterWords(betterOf(measure))].filter((words) => words !== '').join(', ');
}

/** "lower is better", or "". */
export function betterWords(better: Better | null): string {
  return better === null ? '' : say(better === 'lower' ? 'lower is better' : 'higher is better');
}

/** Which way one number of a run is better: sooner at the goal is better, and the way of a measure is that of its last value, mean and extremes. */
export function betterStatistic(statistic: CellStatistic, measure: SweepMeasure): Better | null {
  return statistics.some(({ key, ofGoal }) => key === statistic && ofGoal) ? 'lower' : betterOf(measure);
}

const statistics: readonly { readonly key: CellStatistic; readonly label: string; readonly ofGoal: boolean }[] = [
  { key: 'final', label: 'last value', ofGoal: false },
  { key: 'mean', label: 'mean over the run', ofGoal: false },
  { key: 'smallest', label: 'smallest value of the run', ofGoal: false },
  { key: 'largest', label: 'largest value of the run', ofGoal: false },
  { key: 'goalIteration', label: 'iterations to the goal', ofGoal: true },
  { key: 'goalSteps', label: 'environment steps to the goal', ofGoal: true },
  { key: 'goalMilliseconds', label: 'milliseconds to the goal', ofGoal: true },
];

/** The numbers of a run that a sweep has. */
export function statisticsOf(sweep: Sweep): { readonly key: CellStatistic; readonly label: string }[] {
  return statistics.filter(({ ofGoal }) => !ofGoal || sweep.goal !== null);
}

/** What one number of a run is called, with its unit. */
export function statisticName(statistic: CellStatistic, measure: SweepMeasure): string {
  const found = statistics.find(({ key }) => key === statistic);
  if (found === undefined) return statistic;
  return found.ofGoal ? say(found.label) : `${say(found.label)}, ${measureName(measure)}`;
}

/** What runs over the axis of curves. */
export const timeAxes = [
  { key: 'iteration', label: 'iterations', name: 'iteration' },
  { key: 'steps', label: 'environment steps', name: 'environment steps' },
  { key: 'elapsed', label: 'milliseconds', name: 'time of all iterations (ms)' },
] as const;

export type TimeAxis = (typeof timeAxes)[number]['key'];

/** A combination of values in words. */
export function cellName(sweep: Sweep, cell: readonly number[]): string {
  const world = baseConfig(sweep).world.kind;
  return cell
    .map((value, place) => {
      const axis = sweep.vary[place]!;
      return `${axisName(axis, world)} = ${valueSaid(axis.values[value]!.label)}`;
    })
    .join(', ');
}
