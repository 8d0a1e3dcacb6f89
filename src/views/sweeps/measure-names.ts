import type { CellStatistic } from '../../sweeps/summary.ts';
import { betterOf, sweepMeasures, type Better } from '../../sweeps/sweep-measures.ts';
import type { Sweep, SweepMeasure } from '../../sweeps/sweep.ts';

/** What a measure is called, with its unit. */
function measureName(measure: SweepMeasure): string {
  const found = sweepMeasures.find(({ key }) => key === measure);
  if (found === undefined) return measure;
  return found.unit === '' ? found.label : `${found.label} (${found.unit})`;
}

/** The name, and which way it is better, where it is a matter of that. */
export function judgedName(measure: SweepMeasure): string {
  return [measureName(measure), betterWords(betterOf(measure))].filter((words) => words !== '').join(', ');
}

/** "lower is better", or "". */
export function betterWords(better: Better | null): string {
  return better === null ? '' : `${better} is better`;
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
  return found.ofGoal ? found.label : `${found.label}, ${measureName(measure)}`;
}

/** What runs over the axis of curves. */
export const timeAxes = [
  { key: 'iteration', label: 'iterations', name: 'iteration' },
  { key: 'steps', label: 'environment steps', name: 'environment steps' },
  { key: 'elapsed', label: 'milliseconds', name: 'time of all iterations (ms)' },
] as const;

export type TimeAxis = (typeof timeAxes)[number]['key'];

/** A combination of values in words. */
export function cellName({ vary }: Sweep, cell: readonly number[]): string {
  return cell.map((value, axis) => `${vary[axis]!.name} = ${vary[axis]!.values[value]!.label}`).join(', ');
}
