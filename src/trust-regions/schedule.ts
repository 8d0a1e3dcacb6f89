/**
 * How β and λ change with the iteration k = 0, 1, 2, …, where they are not solved for. Pure functions, the same bits in every engine.
 */
import { ln } from '../math/ln.ts';
import { wholePower } from '../math/whole-power.ts';

/** A rule with what the reader is told of it. */
interface Schedule<Rule> {
  readonly label: string;
  /** In the paper's symbols. */
  readonly formula: string;
  /** One sentence. */
  readonly help: string;
  readonly at: Rule;
}

type BetaRule = (beta: number, ratio: number, k: number) => number;
type LambdaRule = (lambda: number, t: number) => number;
type AfterRule = (last: number, since: number) => number;

/** Schedules of the multiplier, from β₀ at k = 0. */
export const betaSchedules = {
  fixed: {
    label: 'fixed',
    formula: 'β',
    help: 'β stays as it is set.',
    at: (beta) => beta,
  },
  harmonic: {
    label: 'harmonic',
    formula: 'β / (k+1)',
    help: 'β falls as 1/(k+1) with the iteration k.',
    at: (beta, _, k) => beta / (k + 1),
  },
  geometric: {
    label: 'geometric',
    formula: 'β · rᵏ',
    help: 'β falls by a constant ratio r an iteration.',
    at: (beta, ratio, k) => beta * wholePower(ratio, k),
  },
  logarithmic: {
    label: 'logarithmic',
    formula: 'β ln 2 / ln(k+2)',
    help: 'β falls as the inverse logarithm of the iteration.',
    at: (beta, _, k) => (beta * ln(2)) / ln(k + 2),
  },
} as const satisfies Record<string, Schedule<BetaRule>>;

/** What follows a multiplier that was the dual's optimum until a switch, since iterations after it (since ≥ 1). */
export const afterOptimum = {
  constant: {
    label: 'then constant',
    formula: 'β_K',
    help: 'β keeps the last value that the dual gave.',
    at: (last) => last,
  },
  decay: {
    label: 'then decay',
    formula: 'β_K / (k−K+1)²',
    help: 'β falls from the last value that the dual gave by the square of the iterations since.',
    at: (last, since) => last / (since * since),
  },
} as const satisfies Record<string, Schedule<AfterRule>>;

/** Schedules of the entropic weight, from t = k+1. */
export const lambdaSchedules = {
  constant: { label: 'constant', formula: 'λ', help: 'λ stays as it is set.', at: (lambda) => lambda },
  linear: { label: 'linear', formula: 'λ · t', help: 'λ grows with t = k+1.', at: (lambda, t) => lambda * t },
  quadratic: { label: 'quadratic', formula: 'λ · t²', help: 'λ grows with t².', at: (lambda, t) => lambda * t * t },
  'log-squared': {
    label: 'squared logarithm',
    formula: 'λ · ln²(t+1)',
    help: 'λ grows with the squared logarithm of t+1.',
    at: (lambda, t) => lambda * ln(t + 1) * ln(t + 1),
  },
  inverse: {
    label: 'inverse',
    formula: 'λ / t',
    help: 'λ falls as 1/t: the blur grows.',
    at: (lambda, t) => lambda / t,
  },
} as const satisfies Record<string, Schedule<LambdaRule>>;

export type BetaSchedule = keyof typeof betaSchedules;
export type AfterOptimum = keyof typeof afterOptimum;
export type LambdaSchedule = keyof typeof lambdaSchedules;

/** Bounds of a scheduled λ: beyond them a smear is uniform, or sharp, to the last digit that matters. */
export const LAMBDA_BOUNDS = { min: 1e-3, max: 1e4 } as const;

/** β_k of a schedule; `ratio` r is read by the geometric one. */
export function betaAt(schedule: BetaSchedule, beta: number, ratio: number, k: number): number {
  return betaSchedules[schedule].at(beta, ratio, k);
}

/** β at iteration k after the dual was last solved, at iteration `lastIteration` < k, with optimum `last`. */
export function betaAfter(schedule: AfterOptimum, last: number, lastIteration: number, k: number): number {
  return afterOptimum[schedule].at(last, k - lastIteration + 1);
}

/** λ_k of a schedule, kept inside LAMBDA_BOUNDS. */
export function lambdaAt(schedule: LambdaSchedule, lambda: number, k: number): number {
  return Math.min(LAMBDA_BOUNDS.max, Math.max(LAMBDA_BOUNDS.min, lambdaSchedules[schedule].at(lambda, k + 1)));
}
