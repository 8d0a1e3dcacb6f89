import type { ChoiceField, FieldValues, Fields, NumberField } from '../field.ts';
import { isPhysicsKind, type WorldKind } from '../environments/registry.ts';
import type { MethodKind } from './methods.ts';
import { baselineOf, methods } from './methods.ts';
import { isTrustRegionKind } from '../trust-regions/registry.ts';
import { afterOptimum, betaSchedules, lambdaSchedules } from '../trust-regions/schedule.ts';
import { taskDefaults } from './task-defaults.ts';

/** How a column's multiplier is had. */
const ruleField = {
  kind: 'choice',
  label: 'from',
  symbol: 'β',
  default: 'optimal',
  options: [
    {
      value: 'optimal',
      label: 'dual optimum for δ',
      help: 'β minimises the dual for the radius δ at every iteration.',
    },
    { value: 'fixed', label: 'fixed β', help: betaSchedules.fixed.help },
    { value: 'harmonic', label: betaSchedules.harmonic.formula, help: betaSchedules.harmonic.help },
    { value: 'geometric', label: betaSchedules.geometric.formula, help: betaSchedules.geometric.help },
    { value: 'logarithmic', label: betaSchedules.logarithmic.formula, help: betaSchedules.logarithmic.help },
    {
      value: 'optimal-then-fixed',
      label: 'dual optimum, then constant',
      help: `The authors’ schedule: the dual optimum for δ until the switch; then ${afterOptimum.constant.help}`,
    },
    {
      value: 'optimal-then-decay',
      label: 'dual optimum, then decay',
      help: `The authors’ schedule: the dual optimum for δ until the switch; then ${afterOptimum.decay.help}`,
    },
    {
      value: 'matched',
      label: 'matched movement τ',
      help: 'The β at which the realised total variation equals τ: the fair comparison across metrics.',
    },
  ],
  help: 'Where β comes from: set, scheduled, the dual optimum for a radius, or matched to a movement.',
} as const satisfies ChoiceField;

const lambdaRuleField = {
  kind: 'choice',
  label: 'over time',
  symbol: 'λ',
  default: 'constant',
  options: [
    { value: 'constant', label: 'constant', help: lambdaSchedules.constant.help },
    { value: 'linear', label: lambdaSchedules.linear.formula, help: lambdaSchedules.linear.help },
    { value: 'quadratic', label: lambdaSchedules.quadratic.formula, help: lambdaSchedules.quadratic.help },
    { value: 'log-squared', label: lambdaSchedules['log-squared'].formula, help: lambdaSchedules['log-squared'].help },
    { value: 'inverse', label: lambdaSchedules.inverse.formula, help: lambdaSchedules.inverse.help },
  ],
  help: 'How the entropic weight λ changes with the iteration.',
} as const satisfies ChoiceField;

const tiesField = {
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

const number = (field: Omit<NumberField, 'kind'>): NumberField => ({ kind: 'number', ...field });

/** A column's fields, whatever its method and world; defaults are in `runFields`. */
export const columnFields = {
  rule: ruleField,
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
  lambda: number({
    label: 'entropic weight',
    symbol: 'λ',
    default: 20,
    min: 0.1,
    max: 1000,
    step: 120,
    scale: 'log',
    help: 'Sharpness of Sinkhorn’s plan: small smears mass over all actions, large tends to Wasserstein.',
  }),
  lambdaRule: lambdaRuleField,
  ties: tiesField,
  learningRate: number({
    label: 'learning rate',
    symbol: 'η',
    default: 0.05,
    min: 0.00001,
    max: 1,
    step: 100,
    scale: 'log',
    help: 'Step size of the optimiser: Adam in PPO, RMSprop in A2C.',
  }),
  clip: number({
    label: 'clip range',
    symbol: 'ε',
    default: 0.2,
    min: 0.01,
    max: 1,
    step: 0.01,
    scale: 'linear',
    help: 'PPO’s surrogate stops paying once π′/π has left 1 ± ε.',
  }),
  passes: number({
    label: 'epochs',
    symbol: 'E',
    default: 10,
    min: 1,
    max: 100,
    step: 40,
    scale: 'log',
    integer: true,
    help: 'Times that PPO goes through one batch.',
  }),
  entropyBonus: number({
    label: 'entropy coefficient',
    symbol: 'c',
    default: 0,
    min: 0,
    max: 1,
    step: 0.01,
    scale: 'linear',
    help: 'Weight of the entropy in the objective: a little keeps the policy from settling early.',
  }),
} satisfies Fields;

export type RunFields = typeof columnFields;
export type RunSettings = FieldValues<RunFields>;
export type RunKey = keyof RunSettings;

/** A column: a method and its settings. All of them change live, but the method. */
export interface RunConfig extends RunSettings {
  readonly method: MethodKind;
}

const rules: readonly string[] = ['fixed', 'harmonic', 'geometric', 'logarithmic'];

/** The radius at which each method takes a comparable time on the shipped worlds, as measured; TRPO's usual one. */
const DEFAULT_DELTA: Record<MethodKind, number> = {
  kl: 0.01,
  wasserstein: 0.03,
  sinkhorn: 0.01,
  trpo: 0.01,
  ppo: 0.01,
  a2c: 0.01,
};

/** Step sizes for networks: stable-baselines3's defaults. A table's scores want larger ones. */
const NETWORK_RATE: Partial<Record<MethodKind, number>> = { ppo: 0.0003, a2c: 0.0007 };

/** A column's fields, with the defaults of its method in a world. */
export function runFields(method: MethodKind, world: WorldKind): RunFields {
  const task = isPhysicsKind(world) ? taskDefaults[world] : null;
  const delta = (isTrustRegionKind(method) ? task?.delta[method] : undefined) ?? DEFAULT_DELTA[method];
  const rate = task === null ? undefined : NETWORK_RATE[method];
  return {
    ...columnFields,
    delta: { ...columnFields.delta, default: delta },
    lambda: { ...columnFields.lambda, default: task?.lambda ?? columnFields.lambda.default },
    learningRate: { ...columnFields.learningRate, default: rate ?? columnFields.learningRate.default },
  };
}

/** Whether a method has a setting at all, whatever its rule. */
export function methodHas(method: MethodKind, key: RunKey): boolean {
  const baseline = baselineOf(method);
  if (baseline !== null) return (baseline.reads as readonly string[]).includes(key);
  if (key === 'lambda' || key === 'lambdaRule') return methods[method].usesLambda;
  if (key === 'ties') return method === 'wasserstein';
  return !['learningRate', 'clip', 'passes', 'entropyBonus'].includes(key);
}

/** Whether a setting has a meaning for a column's method and rule. */
export function runKeyMatters(key: RunKey, run: RunConfig): boolean {
  const baseline = baselineOf(run.method);
  if (baseline !== null) return (baseline.reads as readonly string[]).includes(key);
  switch (key) {
    case 'rule':
      return true;
    case 'delta':
      return run.rule.startsWith('optimal');
    case 'beta':
      return rules.includes(run.rule);
    case 'ratio':
      return run.rule === 'geometric';
    case 'tau':
      return run.rule === 'matched';
    case 'switchAt':
      return run.rule === 'optimal-then-fixed' || run.rule === 'optimal-then-decay';
    case 'lambda':
    case 'lambdaRule':
      return methods[run.method].usesLambda;
    case 'ties':
      return run.method === 'wasserstein' && run.rule.startsWith('optimal');
    default:
      return false;
  }
}
