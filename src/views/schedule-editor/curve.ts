/** The curves of scheduled numbers, and which settings let them go through a point. Pure. */
import type { NumberField } from '../../field.ts';
import type { Settings } from '../../methods/method.ts';
import {
  afterOptimum,
  betaAfter,
  betaAt,
  betaSchedules,
  lambdaAt,
  lambdaSchedules,
  type AfterOptimum,
  type BetaSchedule,
  type LambdaSchedule,
} from '../../trust-regions/schedule.ts';

export type Scheduled = 'beta' | 'lambda';

/** Bounds of the settings that a handle sets. */
export type Bounds = Readonly<Record<string, Pick<NumberField, 'min' | 'max'>>>;

/** A number that follows a formula: where it is at the step k → k+1, and what lets it go through a value there. */
export interface Curve {
  readonly at: (k: number) => number;
  /** Settings with which it begins at a value. */
  readonly from: (value: number) => Settings;
  /** Settings with which it has a value at k > 0: another rate where it has one, else another beginning. */
  readonly through: (k: number, value: number) => Settings;
  /** What the end's handle sets. */
  readonly turns: 'ratio' | Scheduled;
}

/** The curve of a column's number; null where it is solved for. */
export function curveOf(of: Scheduled, settings: Settings, bounds: Bounds): Curve | null {
  return of === 'lambda' ? lambdaCurve(settings, bounds) : betaCurve(settings, bounds);
}

function betaCurve(settings: Settings, bounds: Bounds): Curve | null {
  const rule = String(settings['rule']);
  if (!Object.hasOwn(betaSchedules, rule)) return null;
  const schedule = rule as BetaSchedule;
  const [beta, ratio] = [Number(settings['beta']), Number(settings['ratio'])];
  const unit = (k: number): number => betaAt(schedule, 1, ratio, k);
  return {
    at: (k) => betaAt(schedule, beta, ratio, k),
    from: (value) => ({ beta: within(bounds, 'beta', value / unit(0), 3) }),
    through: (k, value) =>
      schedule === 'geometric'
        ? { ratio: within(bounds, 'ratio', (value / beta) ** (1 / k), 5) }
        : { beta: within(bounds, 'beta', value / unit(k), 3) },
    turns: schedule === 'geometric' ? 'ratio' : 'beta',
  };
}

function lambdaCurve(settings: Settings, bounds: Bounds): Curve {
  const schedule = settings['lambdaRule'] as LambdaSchedule;
  const lambda = Number(settings['lambda']);
  const to = (k: number, value: number): Settings => ({
    lambda: within(bounds, 'lambda', value / lambdaSchedules[schedule].at(1, k + 1), 3),
  });
  return { at: (k) => lambdaAt(schedule, lambda, k), from: (value) => to(0, value), through: to, turns: 'lambda' };
}

/** What follows the dual's optimum from a switch on: the rule, and the first step k that it makes; null where no rule does. */
export function switchOf(
  of: Scheduled,
  settings: Settings,
): { readonly after: AfterOptimum; readonly at: number } | null {
  const after = { 'optimal-then-fixed': 'constant', 'optimal-then-decay': 'decay' }[String(settings['rule'])];
  if (of === 'lambda' || after === undefined || !Object.hasOwn(afterOptimum, after)) return null;
  return { after: after as AfterOptimum, at: Number(settings['switchAt']) };
}

/** β at a step after a switch, from the last optimum. */
export function afterSwitch(after: AfterOptimum, last: number, switchAt: number, k: number): number {
  return betaAfter(after, last, switchAt - 1, k);
}

/** The last update that a chart shows, so that the one that is shown, and a switch, have room to their right. */
export function lastShown(iteration: number, switchAt: number): number {
  const wanted = Math.max(40, 1.25 * iteration, 1.6 * switchAt);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((digit) => digit * power).find((end) => end >= wanted)!;
}

/** Decades of y that hold all values: at least two, at most twelve, the upper ones where they are more. */
export function decadesOf(values: readonly number[]): readonly [number, number] {
  const logs = values.filter((value) => value > 0 && Number.isFinite(value)).map(Math.log10);
  if (logs.length === 0) return [1e-2, 10];
  const high = Math.ceil(Math.max(...logs) + 0.15);
  const low = Math.max(high - 12, Math.min(high - 2, Math.floor(Math.min(...logs) - 0.15)));
  return [Number(`1e${low}`), Number(`1e${high}`)];
}

function within(bounds: Bounds, key: string, value: number, digits: number): number {
  const { min, max } = bounds[key]!;
  return Math.min(max, Math.max(min, Number(value.toPrecision(digits))));
}
