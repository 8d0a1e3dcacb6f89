/** Methods that move mass along a path of multipliers: a metric, or a flow, and the rules by which its multiplier is chosen. */
import type { ChoiceField, Fields, FieldValues } from '../field.ts';
import {
  dualRules,
  pathRules,
  ruleFields,
  type LastOptimum,
  type RuleSettings,
} from '../trust-regions/multiplier-rules.ts';
import type { MassMover, Multiplier, Shape, TrustRegion } from '../trust-regions/trust-region.ts';
import type { MassMethod } from './method.ts';
import type { Told } from './story.ts';

const rules = { ...pathRules, ...dualRules };

/** Rules of a trust region, in the order of the picker, and those of what has no dual. */
const REGION_RULES = [
  'optimal',
  'fixed',
  'harmonic',
  'geometric',
  'logarithmic',
  'optimal-then-fixed',
  'optimal-then-decay',
  'matched',
] as const satisfies readonly (keyof typeof rules)[];
const FLOW_RULES = ['fixed', 'harmonic', 'geometric', 'logarithmic', 'matched'] as const;

function ruleField<Name extends keyof typeof rules>(names: readonly Name[]): ChoiceField<Name> {
  return {
    kind: 'choice',
    label: 'from',
    symbol: 'β',
    default: names[0]!,
    options: names.map((value) => ({ value, label: rules[value].label, help: rules[value].help })),
    help: 'Where β comes from: set, scheduled, the dual optimum for a radius, or matched to a movement.',
  };
}

const regionFields = { rule: ruleField(REGION_RULES), ...ruleFields };
const flowFields = {
  rule: ruleField(FLOW_RULES),
  beta: ruleFields.beta,
  ratio: ruleFields.ratio,
  tau: ruleFields.tau,
};

/** What later steps of a mass method need of earlier ones. */
interface Memory {
  last: LastOptimum | null;
}

/** What a method adds to the rules of the multiplier. */
interface Own<F extends Fields, S extends Shape> {
  /** Fields of its own, with defaults for tables. */
  readonly fields: F;
  /** The numbers of its metric at the step k → k+1. */
  readonly shape: (settings: FieldValues<F>, iteration: number) => S;
  /** Whether those are the same at every iteration. */
  readonly steady: (settings: FieldValues<F>) => boolean;
  /** How a column of it opens in tables, where not as the others. */
  readonly opens?: { readonly rule: (typeof REGION_RULES)[number]; readonly tau: number };
  readonly defaults?: MassMethod['defaults'];
}

/** Of a metric that has no numbers of its own. */
export const noneOfItsOwn: Own<{}, Readonly<Record<never, number>>> = {
  fields: {},
  shape: () => ({}),
  steady: () => true,
};

/**
 * A trust region as a method.
 * @param delta δ at which it takes a time comparable to the others' on the shipped worlds, as measured
 */
export function regionMethod<F extends Fields, S extends Shape>(
  told: Told,
  region: TrustRegion<S>,
  delta: number,
  own: Own<F, S>,
): MassMethod<typeof regionFields & F, Memory> {
  const { rule, tau } = regionFields;
  const fields = {
    ...regionFields,
    rule: { ...rule, default: own.opens?.rule ?? rule.default },
    tau: { ...tau, default: own.opens?.tau ?? tau.default },
    delta: { ...regionFields.delta, default: delta },
    ...own.fields,
  };
  return massMethod(told, region, { kind: 'region', of: region as unknown as TrustRegion }, fields, own);
}

/** A flow as a method: it has no dual, so its β is set, scheduled or matched. */
export function flowMethod<F extends Fields, S extends Shape>(
  told: Told,
  flow: MassMover<S>,
  beta: number,
  own: Own<F, S>,
): MassMethod<typeof flowFields & F, Memory> {
  const fields = { ...flowFields, beta: { ...flowFields.beta, default: beta }, ...own.fields };
  return massMethod(told, flow, { kind: 'flow', of: flow as unknown as MassMover }, fields, own);
}

function massMethod<Of extends Fields, S extends Shape, F extends Fields & Of>(
  told: Told,
  moving: MassMover<S>,
  mover: MassMethod['mover'],
  fields: F,
  { fields: ownFields, shape, steady, defaults }: Own<Of, S>,
): MassMethod<F, Memory> {
  const ruleOf = (settings: FieldValues<F>) => rules[(settings as unknown as { rule: keyof typeof rules }).rule];
  return {
    ...told,
    fields,
    ...(defaults === undefined ? {} : { defaults: defaults as NonNullable<MassMethod<F>['defaults']> }),
    mover,
    planning: moving.planning,
    reads: (settings) => {
      const read: readonly string[] = ['rule', ...ruleOf(settings).reads];
      return Object.keys(fields).filter(
        (key) => read.includes(key) || (key !== 'ties' && Object.hasOwn(ownFields, key)),
      );
    },
    open: () => ({ last: null }),
    copy: ({ last }) => ({ last }),
    step: ({ problem, iteration }, settings, { last }, next) => {
      const own = shape(settings, iteration);
      const { beta, share, radius, note } = ruleOf(settings).choose({
        // a rule that asks for a dual stands only among the rules of trust regions
        mover: moving as unknown as TrustRegion,
        problem,
        shape: own,
        settings: settings as unknown as RuleSettings,
        iteration,
        last,
      });
      const point: Multiplier & S = { ...own, beta, share };
      moving.improve(problem, point, next);
      return { point, radius, note, spent: () => moving.spent(problem, point) };
    },
    remember: (memory, { point, radius }, iteration) => {
      if (!Number.isNaN(radius)) memory.last = { beta: point.beta, iteration };
    },
    repeats: (settings) => ruleOf(settings).repeats && steady(settings),
  };
}
