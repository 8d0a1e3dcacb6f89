/**
 * Where the multiplier of a step comes from: set, scheduled, the dual's optimum for a radius, or matched to a movement. Each rule says what
 * it reads of a column's settings, and whether the next step would be made just like this one.
 */
import type { ChoiceField, FieldValues, Fields, NumberField } from '../field.ts';
import { multiplierForVariation } from './matched.ts';
import { afterOptimum, betaAfter, betaAt, betaSchedules, type AfterOptimum, type BetaSchedule } from './schedule.ts';
import type { MassMover, Multiplier, Optimum, Problem, Shape, TrustRegion } from './trust-region.ts';

const number = (field: Omit<NumberField, 'kind'>): NumberField => ({ kind: 'number', ...field });

/** The settings that rules read. */
export const ruleFields = {
  delta: number({
    label: 'radius',
    symbol: 'δ',
    default: 0.01,
    min: 0,
    max: 10,
    step: 120,
    scale: 'log',
    help: 'How far the policy may move in one iteration, in this column’s own metric. Not comparable across metrics.',
  }),
  beta: number({
    label: 'multiplier',
    symbol: 'β',
    default: 1,
    min: 0,
    max: 1000,
    step: 140,
    scale: 'log',
    help: 'Price of movement: small is greedy, large hardly moves. In units of advantage per unit of distance.',
  }),
  ratio: number({
    label: 'ratio',
    symbol: 'r',
    default: 0.9,
    min: 0.01,
    max: 1,
    step: 0.01,
    scale: 'linear',
    help: 'Factor by which β falls at each iteration.',
  }),
  tau: number({
    label: 'movement',
    symbol: 'τ',
    default: 0.05,
    min: 0.0001,
    max: 1,
    step: 100,
    scale: 'log',
    help: 'Mean total variation between old and new policy that each iteration is to have.',
  }),
  switchAt: number({
    label: 'switch at',
    symbol: 'K',
    default: 20,
    min: 1,
    max: 100_000,
    step: 80,
    scale: 'log',
    integer: true,
    unit: 'iterations',
    help: 'The iteration from which the dual optimum is no longer solved for.',
  }),
} satisfies Fields;

export const tiesField = {
  kind: 'choice',
  label: 'critical mass',
  symbol: 'θ',
  default: 'split',
  options: [
    {
      value: 'split',
      label: 'split',
      help: 'The exact optimum: of the mass that is tied at β, the share that spends δ is moved.',
    },
    {
      value: 'stay',
      label: 'stays',
      help: 'A deterministic argmax that keeps all mass tied at β where it is: δ is not spent.',
    },
    { value: 'move', label: 'moves', help: 'A deterministic argmax that moves all mass tied at β: δ is overstepped.' },
  ],
  help: 'At the dual optimum some mass is tied between staying and going; the paper’s deterministic argmax moves all of it or none.',
} as const satisfies ChoiceField;

/** What is done with tied mass at the dual's optimum. */
type Ties = (typeof tiesField)['options'][number]['value'];

export interface RuleSettings extends FieldValues<typeof ruleFields> {
  /** Of regions that split; the others have none. */
  readonly ties?: Ties;
}

/** A multiplier that was solved for, and when. */
export interface LastOptimum {
  readonly beta: number;
  readonly iteration: number;
}

/** What a rule chooses from. */
interface Situation<M extends MassMover> {
  readonly mover: M;
  readonly problem: Problem;
  readonly shape: Shape;
  readonly settings: RuleSettings;
  /** k of the step k → k+1 */
  readonly iteration: number;
  /** The last β that a dual gave. */
  readonly last: LastOptimum | null;
}

/** A chosen multiplier, the radius it answers to (NaN without one), and what the reader should know. */
interface Choice extends Multiplier {
  readonly radius: number;
  readonly note: string;
}

/** A rule, with what the reader is told of it. */
interface Rule<M extends MassMover> {
  readonly label: string;
  readonly help: string;
  readonly reads: readonly (keyof RuleSettings)[];
  /** True where the choice depends on the problem alone, not on the iteration. */
  readonly repeats: boolean;
  readonly choose: (situation: Situation<M>) => Choice;
}

/** Rules for whatever moves mass along a path of multipliers. */
export const pathRules = {
  fixed: { ...scheduled('fixed'), label: 'fixed β', repeats: true },
  harmonic: scheduled('harmonic'),
  geometric: { ...scheduled('geometric'), reads: ['beta', 'ratio'] },
  logarithmic: scheduled('logarithmic'),
  matched: {
    label: 'matched movement τ',
    help: 'The β at which the realised total variation equals τ: the fair comparison across metrics.',
    reads: ['tau'],
    repeats: true,
    choose: ({ mover, problem, shape, settings }) => {
      const matched = multiplierForVariation(mover, problem, settings.tau, shape);
      const short = matched.variation < settings.tau;
      const note = matched.reached
        ? ''
        : short
          ? 'Even the step at β = 0 moves less than τ: it is taken.'
          : 'The blur alone moves more than τ at every β: the smallest movement is taken.';
      return { beta: matched.beta, share: matched.share, radius: NaN, note };
    },
  },
} as const satisfies Record<string, Rule<MassMover>>;

/** Rules that solve a dual for a radius, now or until a switch. */
export const dualRules = {
  optimal: {
    label: 'dual optimum for δ',
    help: 'β minimises the dual for the radius δ at every iteration.',
    reads: ['delta', 'ties'],
    repeats: true,
    choose: atOptimum,
  },
  'optimal-then-fixed': { ...untilSwitch('constant'), label: 'dual optimum, then constant' },
  'optimal-then-decay': { ...untilSwitch('decay'), label: 'dual optimum, then decay' },
} as const satisfies Record<string, Rule<TrustRegion>>;

function scheduled(schedule: BetaSchedule): Rule<MassMover> {
  const { formula, help } = betaSchedules[schedule];
  return {
    label: formula,
    help,
    reads: ['beta'],
    repeats: false,
    choose: ({ settings: { beta, ratio }, iteration }) => {
      return { beta: betaAt(schedule, beta, ratio, iteration), share: 0, radius: NaN, note: '' };
    },
  };
}

function untilSwitch(after: AfterOptimum): Rule<TrustRegion> {
  return {
    label: '',
    help: `The authors’ schedule: the dual optimum for δ until the switch; then ${afterOptimum[after].help}`,
    reads: ['delta', 'switchAt', 'ties'],
    repeats: false,
    choose: (situation) => {
      const { iteration, last, settings } = situation;
      if (iteration < settings.switchAt || last === null) return atOptimum(situation);
      return { beta: betaAfter(after, last.beta, last.iteration, iteration), share: 0, radius: NaN, note: '' };
    },
  };
}

function atOptimum({ mover, problem, shape, settings: { delta, ties = 'split' } }: Situation<TrustRegion>): Choice {
  const optimum = mover.optimum(problem, delta, shape);
  const share = ties === 'split' ? optimum.share : ties === 'stay' ? 0 : 1;
  return { beta: optimum.beta, share, radius: delta, note: noteOf(optimum) };
}

function noteOf({ binding, spent }: Optimum): string {
  switch (binding) {
    case 'infeasible':
      return 'No policy is inside the radius: the blur alone is farther than δ allows. The nearest one is taken.';
    case 'greedy':
      return spent < 0 ? 'Entropy pays for the step: δ limits nothing.' : 'The radius holds the greedy step: β = 0.';
    case 'tight':
      return '';
  }
}
