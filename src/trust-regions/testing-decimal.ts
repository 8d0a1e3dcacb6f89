import { Decimal } from 'decimal.js';
import type { Problem, SharedProblem } from './trust-region.ts';

/** Decimals in which sums and products of doubles are exact, and exponentials have at least sixty digits. */
const D = Decimal.clone({ precision: 60, maxE: 9e15, minE: -9e15, toExpNeg: -20, toExpPos: 20 });
const Exact = Decimal.clone({ precision: 4000, maxE: 9e15, minE: -9e15 });

/** The row of a state as decimals. */
function row(values: Float64Array, state: number, n: number, Kind = D): Decimal[] {
  return [...values.subarray(state * n, (state + 1) * n)].map((value) => new Kind(value));
}

const sum = (terms: readonly Decimal[], Kind = D): Decimal =>
  terms.reduce((total, term) => total.add(term), new Kind(0));

/** What an update is, in sixty digits. */
export interface DecimalUpdate {
  /** π' [S·N] */
  readonly policy: readonly Decimal[];
  readonly value: Decimal;
  readonly spent: Decimal;
  /** D(β) */
  readonly dual: Decimal;
}

/** KL's update at β, its value, what it spends, and the dual at a radius. */
export function decimalKl(
  { states, actions: n, policy, advantage, weight }: Problem,
  beta: number,
  radius: number,
): DecimalUpdate {
  const rows: Decimal[] = [];
  let value = new D(0);
  let spent = new D(0);
  let dual = new D(beta).mul(radius);
  for (let s = 0; s < states; s += 1) {
    const rho = new D(weight[s]!);
    const pi = row(policy, s, n);
    const mass = sum(pi);
    const gain = row(advantage, s, n);
    const best = pi.reduce((most, p, a) => (p.gt(0) && gain[a]!.gt(most) ? gain[a]! : most), new D(-Infinity));
    const weights = pi.map((p, a) => {
      if (p.eq(0)) return new D(0);
      const below = gain[a]!.sub(best);
      if (beta === 0) return below.eq(0) ? p.div(mass) : new D(0);
      return p.div(mass).mul(below.div(beta).exp());
    });
    const total = sum(weights);
    const next = weights.map((weight_) => weight_.div(total));
    rows.push(...next);
    value = value.add(rho.mul(sum(next.map((p, a) => p.mul(gain[a]!)))));
    const entropy = next.map((p, a) => (p.eq(0) ? new D(0) : p.mul(p.mul(mass).div(pi[a]!).ln())));
    spent = spent.add(rho.mul(sum(entropy)));
    dual = dual.add(rho.mul(best.add(beta === 0 ? 0 : new D(beta).mul(total.ln()))));
  }
  return { policy: rows, value, spent, dual };
}

/** Sinkhorn's update at β and λ, with `plan` [S·N·N]. */
export function decimalSinkhorn(
  { states, actions: n, policy, advantage, weight, cost }: SharedProblem,
  beta: number,
  lambda: number,
  radius: number,
): DecimalUpdate & { readonly plan: readonly Decimal[] } {
  const rows: Decimal[] = [];
  const plans: Decimal[] = [];
  const price = [...cost.matrix].map((c) => new D(c));
  let value = new D(0);
  let spent = new D(0);
  let dual = new D(beta).mul(radius);
  for (let s = 0; s < states; s += 1) {
    const rho = new D(weight[s]!);
    const pi = row(policy, s, n);
    const gain = row(advantage, s, n);
    const best = Decimal.max(...gain);
    const plan = Array.from({ length: n * n }, () => new D(0));
    let soft = new D(0);
    for (let j = 0; j < n; j += 1) {
      const exponents = gain.map((g, i) => {
        const tilt = beta === 0 ? (g.eq(best) ? new D(0) : new D(-Infinity)) : g.sub(best).mul(lambda).div(beta);
        return tilt.sub(price[i * n + j]!.mul(lambda));
      });
      const weights = exponents.map((exponent) => (exponent.isFinite() ? exponent.exp() : new D(0)));
      const total = sum(weights);
      weights.forEach((weight_, i) => (plan[i * n + j] = pi[j]!.mul(weight_.div(total))));
      soft = soft.add(pi[j]!.mul(total.ln()));
    }
    const entropyOfOld = sum(pi.map((p) => (p.eq(0) ? new D(0) : p.mul(p.ln()).neg())));
    const next = Array.from({ length: n }, (_, i) => sum(plan.slice(i * n, (i + 1) * n)));
    rows.push(...next);
    plans.push(...plan);
    value = value.add(rho.mul(sum(next.map((p, i) => p.mul(gain[i]!)))));
    const terms = plan.map((q, cell) => (q.eq(0) ? new D(0) : q.mul(price[cell]!.add(q.ln().div(lambda)))));
    spent = spent.add(rho.mul(sum(terms)));
    dual = dual.add(rho.mul(best.add(new D(beta).div(lambda).mul(soft.add(entropyOfOld)))));
  }
  return { policy: rows, plan: plans, value, spent, dual };
}

/** Of a Wasserstein plan [S·N·N]: what it is worth, what it spends, how far its sums miss the old rows; and D(β): all exact. */
export function exactWasserstein(
  { states, actions: n, policy, advantage, weight, cost }: SharedProblem,
  plan: Float64Array,
  beta: number,
  radius: number,
): { readonly value: Decimal; readonly spent: Decimal; readonly dual: Decimal; readonly missed: Decimal } {
  const price = [...cost.matrix].map((c) => new Exact(c));
  let value = new Exact(0);
  let spent = new Exact(0);
  let missed = new Exact(0);
  let dual = new Exact(radius > 0 ? beta : 0).mul(radius);
  for (let s = 0; s < states; s += 1) {
    const rho = new Exact(weight[s]!);
    const pi = row(policy, s, n, Exact);
    const gain = row(advantage, s, n, Exact);
    const q = row(plan, s, n * n, Exact);
    for (let j = 0; j < n; j += 1) {
      const column = Array.from({ length: n }, (_, i) => q[i * n + j]!);
      missed = Decimal.max(missed, sum(column, Exact).sub(pi[j]!).abs());
      column.forEach((mass, i) => {
        value = value.add(rho.mul(mass).mul(gain[i]!));
        spent = spent.add(rho.mul(mass).mul(price[i * n + j]!));
      });
      const scores = gain.map((g, k) => {
        const c = price[k * n + j]!;
        return beta === Infinity ? (c.eq(0) ? g : new Exact(-Infinity)) : g.sub(c.mul(beta));
      });
      dual = dual.add(rho.mul(pi[j]!).mul(Decimal.max(...scores)));
    }
  }
  return { value, spent, dual, missed };
}

/** Σ_s ρ_s max_a |A_a| */
export function decimalScale({ states, actions: n, advantage, weight }: Problem): Decimal {
  return sum(
    Array.from({ length: states }, (_, s) =>
      new D(weight[s]!).mul(Decimal.max(...row(advantage, s, n).map((g) => g.abs()))),
    ),
  );
}
