/**
 * What a reader is told of a method, as data: its look, its formula with the numbers of a step, and its words. One component renders them
 * for all methods.
 */
import { say } from '../copy/say.ts';
import { wholePower } from '../math/whole-power.ts';
import type { Point } from '../trust-regions/trust-region.ts';

/** Colours that a method may have; `views/draw/palette.ts` says which they are on light and on dark ground. */
export type Hue =
  | 'blue'
  | 'vermilion'
  | 'green'
  | 'brown'
  | 'purple'
  | 'grey'
  | 'magenta'
  | 'indigo'
  | 'teal'
  | 'olive'
  | 'red'
  | 'steel';

/** Shapes of marks on lines. */
export type MarkShape =
  | 'circle'
  | 'square'
  | 'diamond'
  | 'triangle'
  | 'cross'
  | 'wye'
  | 'star'
  | 'wedge'
  | 'lozenge'
  | 'hexagon'
  | 'pentagon'
  | 'bar';

/** How a method is drawn wherever it is: colour is never alone. */
interface Look {
  readonly hue: Hue;
  /** Lengths of dashes and gaps in pixels; empty is a solid line. */
  readonly dash: readonly number[];
  readonly mark: MarkShape;
  /** A setting from 0 to 1 along which the colour goes from one hue to another. */
  readonly ramp?: { readonly key: string; readonly from: Hue; readonly to: Hue };
}

/** One state's step from old row to new row, with what made it. */
export interface RowStep {
  /** N */
  readonly actions: number;
  /** π_{k−1}(·|s) [N] */
  readonly before: Float64Array;
  /** π_k(·|s) [N]: where a network was fitted, its target's row, which the plan leads to */
  readonly after: Float64Array;
  /** A(s,·) [N] */
  readonly advantage: Float64Array;
  /** mass from j to i [N·N], row i */
  readonly plan: Float64Array;
  /** M [N·N], from column j to row i */
  readonly cost: Float64Array;
  readonly point: Point;
}

/** A cell of a plan: mass from action `from` to action `to`. */
export interface Move {
  readonly from: number;
  readonly to: number;
}

/** A part of a formula: symbols, and numbers that light up what they stand for in the picture. */
export type Term =
  | { readonly kind: 'symbol' | 'operator' | 'words'; readonly text: string }
  /** `source` names what it is in the pictures: "advantage-2", "beta", "cost-0-3". */
  | { readonly kind: 'number'; readonly value: number; readonly source: string; readonly text?: string }
  /** The action that mass leaves, or the one that it goes to. */
  | { readonly kind: 'old' | 'new' }
  | { readonly kind: 'power'; readonly base: readonly Term[]; readonly exponent: readonly Term[] };

/** What stands beside the matrix of a plan. */
type Scores =
  /** A number for every move, the best of each old action in bold. */
  | { readonly kind: 'moves'; readonly title: string; readonly entry: (step: RowStep, move: Move) => number }
  /** Each action's probability times its factor: no mass has an address. */
  | { readonly kind: 'factors'; readonly title: string };

/** A method as it is told. */
export interface Told {
  readonly label: string;
  /** Short name for chips: "KL", "WPO", "SPO". */
  readonly short: string;
  /** One sentence on what keeps the step small. */
  readonly summary: string;
  readonly look: Look;
  readonly scores: Scores;
  /** The update with the numbers of a move in it. */
  readonly formula: (step: RowStep, move: Move) => readonly Term[];
  /** What it does to particles of a continuous action, in a sentence. */
  readonly ofParticles: string;
}

export const symbol = (text: string): Term => ({ kind: 'symbol', text });
export const operator = (text: string): Term => ({ kind: 'operator', text });
/** English words between the numbers, said in the language of the page: a formula is made where it is shown. */
export const words = (text: string): Term => ({ kind: 'words', text: say(text) });
const oldAction: Term = { kind: 'old' };
export const newAction: Term = { kind: 'new' };
export const power = (base: readonly Term[], exponent: readonly Term[]): Term => ({ kind: 'power', base, exponent });
export const number = (value: number, source: string, text?: string): Term => {
  return { kind: 'number', value, source, ...(text === undefined ? {} : { text }) };
};

/** The numbers of a step, each as the pictures name it. */
export const of = {
  before: ({ before }: RowStep, action: number): Term => number(before[action]!, `before-${action}`),
  after: ({ after }: RowStep, action: number): Term => number(after[action]!, `after-${action}`),
  advantage: ({ advantage }: RowStep, action: number): Term => number(advantage[action]!, `advantage-${action}`),
  factor: ({ before, after }: RowStep, action: number): Term =>
    number(after[action]! / before[action]!, `factor-${action}`),
  beta: ({ point }: RowStep): Term => number(point.beta, 'beta'),
  cost: (step: RowStep, move: Move): Term => number(priceOf(step, move), `cost-${move.from}-${move.to}`),
  mass: (step: RowStep, move: Move): Term => number(massAt(step, move), `mass-${move.from}-${move.to}`),
};

/** M of a move. */
export function costAt({ cost, actions }: RowStep, { from, to }: Move): number {
  return cost[to * actions + from]!;
}

/** Mᵖ of a move: what a method with a power charges for it. */
export function priceOf(step: RowStep, move: Move): number {
  return wholePower(costAt(step, move), step.point.power ?? 1);
}

/** Mass that a move carries. */
export function massAt({ plan, actions }: RowStep, { from, to }: Move): number {
  return plan[to * actions + from]!;
}

/** β times a price: a free move stays free at β = ∞. */
export function priceAt(beta: number, cost: number): number {
  return cost === 0 ? 0 : beta * cost;
}

/** "π′(a)" */
export const newPolicy: readonly Term[] = [symbol('π′'), operator('('), newAction, operator(')')];

/** "→ from old to new: " */
export const moveName: readonly Term[] = [
  oldAction,
  { kind: 'words', text: '→' },
  newAction,
  { kind: 'words', text: ': ' },
];
