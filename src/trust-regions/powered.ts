import { wholePower } from '../math/whole-power.ts';
import { costToThe, type Cost } from './cost.ts';
import { writePlan } from './plan.ts';
import type { MassMover, Parameter, Problem, Shape, TrustRegion } from './trust-region.ts';

/** p: the cost of a move is M^p, whole numbers from 1. */
export type Powered<S extends Shape> = S & { readonly power: number };

/** Highest power: what M^p may be in doubles and in pictures. */
export const MOST_POWER = 4;

const parameter: Parameter = {
  expected: `a whole number from 1 to ${MOST_POWER}`,
  otherwise: 1,
  allows: (power) => Number.isInteger(power) && power >= 1 && power <= MOST_POWER,
};

/** Powers of the costs that are in use, made once. */
const made = new WeakMap<Cost, Cost[]>();

function powerOf(cost: Cost, power: number): Cost {
  if (power === 1) return cost;
  let known = made.get(cost);
  if (known === undefined) made.set(cost, (known = []));
  return (known[power] ??= costToThe(cost, power));
}

function withPower(problem: Problem, power: number): Problem {
  return power === 1 ? problem : { ...problem, cost: powerOf(problem.cost, power) };
}

/**
 * A region of transport, with M^p for its cost (W_p to the power of p; Terpin et al. 2022, arXiv 2210.11137, for p = 2): the higher p, the more
 * a far move costs than several short ones. p = 1 is the region itself.
 */
export function powered<S extends Shape>(region: TrustRegion<S>): TrustRegion<Powered<S>> {
  return {
    ...region,
    parameters: { ...region.parameters, power: parameter },
    costExponent: (shape) => region.costExponent(shape) * shape.power,
    scaled: (shape, a, m) => ({ ...region.scaled(shape, a, m * shape.power), power: shape.power }),
    refusal: (shape, largestCost) => region.refusal(shape, wholePower(largestCost, shape.power)),
    objective: (problem, shape, next) => region.objective(problem, shape, next),
    planning: planning(region),
    improve: (problem, point, next) => region.improve(withPower(problem, point.power), point, next),
    spent: (problem, point) => region.spent(withPower(problem, point.power), point),
    distance: (problem, next, shape) => region.distance(withPower(problem, shape.power), next, shape),
    dual: (problem, radius, point) => region.dual(withPower(problem, point.power), radius, point),
    optimum: (problem, radius, shape) => region.optimum(withPower(problem, shape.power), radius, shape),
  };
}

function planning<S extends Shape>(region: MassMover<S>): MassMover<Powered<S>>['planning'] {
  return {
    kind: 'own',
    write: (problem, state, point, plan) => writePlan(region, withPower(problem, point.power), state, point, plan),
  };
}
