import * as v from 'valibot';
import { methodOf, methods as known, type MethodKind } from '../src/methods/registry.ts';
import { sharedCost } from '../src/trust-regions/cost.ts';
import type { Parameter, Problem, Shape, TrustRegion } from '../src/trust-regions/trust-region.ts';
import { Refusal, shown } from './refusal.ts';

/** One checked question: the trust-region problem over all states, and the metric and radius or multiplier asked for. */
export interface Instance {
  readonly id: string | number | null;
  /** as sentences call it */
  readonly name: string;
  readonly region: TrustRegion;
  readonly problem: Problem;
  /** δ, null where only β is given */
  readonly radius: number | null;
  /** a fixed β, null where the dual's minimiser is wanted */
  readonly beta: number | null;
  /** the numbers that the metric itself has */
  readonly shape: Shape;
}

/** Probabilities of a row may miss 1 by this much. */
const SUM_TOLERANCE = 1e-6;

/** Every method that has a dual, by its name in links. */
const regions: Readonly<Record<string, TrustRegion>> = Object.fromEntries(
  (Object.keys(known) as MethodKind[]).flatMap((kind) => {
    const { mover } = methodOf(kind);
    return mover.kind === 'region' ? [[kind, mover.of]] : [];
  }),
);

/** Shorter names: what chips say, and a letter for the two of the paper. */
const aliases: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(regions).map((kind) => [known[kind as MethodKind].short.toLowerCase(), kind])),
  w: 'wasserstein',
  s: 'sinkhorn',
};

/** The region that a name means; undefined where it means none. */
function regionNamed(name: string): TrustRegion | undefined {
  const lower = name.toLowerCase();
  const kind = Object.hasOwn(aliases, lower) ? aliases[lower]! : lower;
  return Object.hasOwn(regions, kind) ? regions[kind] : undefined;
}

/** Names of the regions, as links have them. */
export const regionNames = Object.keys(regions);

type Check<T> = v.GenericSchema<unknown, T>;

/** Every message is the end of a sentence that begins with the place of the value. */
const wanted =
  (what: string) =>
  (issue: { readonly input: unknown }): string =>
    `is ${shown(issue.input)}; it should be ${what}`;

const finite = (what: string) => v.pipe(v.number(wanted(what)), v.finite(wanted(what)));
const atLeast = (least: number, what: string) => v.pipe(finite(what), v.minValue(least, wanted(what)));
const count = v.pipe(atLeast(1, 'a whole number from 1'), v.integer(wanted('a whole number from 1')));
const probability = v.pipe(
  atLeast(0, 'a number from 0 to 1'),
  v.maxValue(1 + SUM_TOLERANCE, wanted('a number from 0 to 1')),
);
const nonNegativeOrInfinite = v.pipe(
  v.custom<number | 'inf'>(
    (value) => value === 'inf' || (typeof value === 'number' && Number.isFinite(value) && value >= 0),
    wanted('a number from 0, or "inf"'),
  ),
  v.transform((value) => (value === 'inf' ? Infinity : value)),
);

/** A list whose length `symbol` tells. */
function list<T>(entry: Check<T>, length: number, symbol: string, what: string) {
  return v.pipe(
    v.array(entry, wanted(`a list of ${what}`)),
    v.length(length, (issue) => `has length ${issue.input.length}; it should have length ${length}, as ${symbol} says`),
  );
}

const header = v.object({
  id: v.nullish(v.union([v.string(), v.number()], wanted('a text or a number')), null),
  S: count,
  A: count,
  method: v.nullish(
    v.custom<string>(
      (value) => typeof value === 'string' && regionNamed(value) !== undefined,
      wanted(`one of ${Object.keys(regions).join(', ')}`),
    ),
  ),
});

/** Checks one instance in the schema of the golden numbers. Throws a `Refusal` whose sentence begins with `name`. */
export function readInstance(given: unknown, name: string): Instance {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new Refusal(`${name} is ${shown(given)}; it should be an object with S, A, pi, adv, rho and delta.`);
  }
  const called = 'id' in given && given.id != null ? `${name} (id ${shown(given.id)})` : name;
  const { id, S, A, method: methodName } = parse(header, given, called);
  const has = (key: string): boolean => (given as Record<string, unknown>)[key] != null;
  const inferred = has('lambda') ? 'sinkhorn' : has('M') ? 'wasserstein' : 'kl';
  const region = regionNamed(methodName ?? inferred)!;

  const body = parse(
    v.object({
      pi: list(list(probability, A, 'A', 'probabilities'), S, 'S', 'rows'),
      adv: list(list(finite('a finite number'), A, 'A', 'numbers'), S, 'S', 'rows'),
      rho: list(atLeast(0, 'a number from 0'), S, 'S', 'weights'),
    }),
    given,
    called,
  );
  body.pi.forEach((row, s) => checkSum(row, `${called}: pi[${s}]`));
  const { beta } = parse(v.object({ beta: v.nullish(nonNegativeOrInfinite, null) }), given, called);
  const delta = beta === null ? nonNegativeOrInfinite : v.nullish(nonNegativeOrInfinite, null);
  const { delta: radius } = parse(v.object({ delta }), given, called);
  const cost = region.usesCost ? readCost(given, A, called) : new Float64Array(A * A);
  const shape = readShape(region, given, called);
  const problem: Problem = {
    states: S,
    actions: A,
    policy: Float64Array.from(body.pi.flat()),
    advantage: Float64Array.from(body.adv.flat()),
    weight: Float64Array.from(body.rho),
    cost: sharedCost(A, cost),
  };
  return { id, name: called, region, problem, radius, beta, shape };
}

/** The numbers of the metric itself, by their names. */
function readShape({ parameters }: TrustRegion, given: object, called: string): Shape {
  const shape: Record<string, number> = {};
  for (const [key, parameter] of Object.entries<Parameter>(parameters)) {
    const { expected, allows, otherwise } = parameter;
    const number = v.pipe(finite(expected), v.check(allows, wanted(expected)));
    const entry = otherwise === undefined ? number : v.nullish(number, otherwise);
    // the sentence about a key that is not there names what it should be
    if (otherwise === undefined && (given as Record<string, unknown>)[key] === undefined) {
      throw new Refusal(`${called}: ${key} is missing; it should be ${expected}.`);
    }
    shape[key] = parse(v.object({ [key]: entry }), given, called)[key]!;
  }
  return shape;
}

function readCost(given: object, actions: number, called: string): Float64Array {
  const costs = list(list(atLeast(0, 'a cost from 0'), actions, 'A', 'costs'), actions, 'A', 'rows');
  const { M } = parse(v.object({ M: costs }), given, called);
  M.forEach((row, i) => {
    if (row[i] !== 0)
      throw new Refusal(`${called}: M[${i}][${i}] is ${shown(row[i])}; it should be 0, as staying is free.`);
  });
  return Float64Array.from(M.flat());
}

function checkSum(row: readonly number[], place: string): void {
  const sum = row.reduce((total, entry) => total + entry, 0);
  if (Math.abs(sum - 1) <= SUM_TOLERANCE) return;
  throw new Refusal(`${place} sums to ${sum}; it should sum to 1 (within ${SUM_TOLERANCE}).`);
}

function parse<T>(schema: Check<T>, given: object, called: string): T {
  const result = v.safeParse(schema, given, { abortEarly: true, abortPipeEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const place = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : String(key))).join('');
  const message = issue.kind === 'schema' && issue.input === undefined ? missing(place) : issue.message;
  throw new Refusal(`${called}: ${place} ${message}.`);
}

const absent: Readonly<Record<string, string>> = {
  S: 'the number of states',
  A: 'the number of actions',
  pi: 'the old policy, S rows of A probabilities',
  adv: 'the advantages, S rows of A numbers',
  rho: 'the weights of the states, S numbers from 0',
  delta: 'the radius, a number from 0 or "inf"',
  M: 'the costs of moves, A rows of A numbers from 0',
};

function missing(place: string): string {
  return `is missing; it should be ${absent[place] ?? 'there'}`;
}
