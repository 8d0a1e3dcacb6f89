import type { ParticlePlan } from '../../training/frame.ts';

/** Particles at one place of the axis that is drawn: one of them, or several that were clipped to the same edge. */
interface Site {
  /** In [−1, 1]. */
  readonly at: number;
  readonly count: number;
  /** Mass before and after the update. */
  readonly before: number;
  readonly after: number;
  /** Mean advantage of its particles. */
  readonly advantage: number;
}

/** A particle plan seen along one component of the action. */
export interface AxisPlan {
  readonly particles: number;
  /** In the order of the axis. */
  readonly sites: readonly Site[];
  /** [sites²] mass from site j to site i, row i */
  readonly flows: Float64Array;
  /** Mass that changes its place on this axis. */
  readonly moved: number;
  /** Σ plan · M, over all components. */
  readonly meanCost: number;
}

/** Places that are nearer than this are one. */
const SAME = 1e-6;

/** Gathers a plan along one component: what lies at the same place of the axis cannot be told apart there. */
export function alongAxis(plan: ParticlePlan, components: number, component: number): AxisPlan {
  const n = plan.advantage.length;
  const place = (particle: number): number =>
    Math.min(1, Math.max(-1, plan.particles[particle * components + component]!));
  const order = Array.from({ length: n }, (_, particle) => particle).sort((a, b) => place(a) - place(b));
  const siteOf = new Int32Array(n);
  const groups: number[][] = [];
  for (const particle of order) {
    const last = groups.at(-1);
    if (last !== undefined && place(particle) - place(last[0]!) < SAME) last.push(particle);
    else groups.push([particle]);
    siteOf[particle] = groups.length - 1;
  }
  const sum = (group: readonly number[], of: Float64Array): number => group.reduce((all, i) => all + of[i]!, 0);
  const sites = groups.map((group) => ({
    at: place(group[0]!),
    count: group.length,
    before: group.length / n,
    after: sum(group, plan.target),
    advantage: sum(group, plan.advantage) / group.length,
  }));
  const flows = new Float64Array(sites.length * sites.length);
  let moved = 0;
  let meanCost = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      const mass = plan.plan[i * n + j]!;
      // an unbounded price of a move that is not made costs nothing
      if (!(mass > 0)) continue;
      const [to, from] = [siteOf[i]!, siteOf[j]!];
      flows[to * sites.length + from]! += mass;
      meanCost += mass * plan.cost[i * n + j]!;
      if (to !== from) moved += mass;
    }
  }
  return { particles: n, sites, flows, moved, meanCost };
}

/** One flow of an axis plan: from site to site. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  readonly mass: number;
}

/** All flows, the largest first; what could not be seen in any picture is left out. */
export function flowsOf({ sites, flows }: AxisPlan): Flow[] {
  const n = sites.length;
  const list: Flow[] = [];
  for (let to = 0; to < n; to += 1) {
    for (let from = 0; from < n; from += 1) {
      const mass = flows[to * n + from]!;
      if (mass > 1e-5) list.push({ from, to, mass });
    }
  }
  return list.sort((a, b) => b.mass - a.mass);
}

/** A Gaussian on [−1, 1] whose mass beyond the box stands at its edges. */
export interface ClippedGaussian {
  readonly mean: number;
  readonly std: number;
  readonly peak: number;
  readonly density: (at: number) => number;
  /** Mass at the lower and at the upper edge. */
  readonly atoms: readonly [number, number];
}

export function clippedGaussian(mean: number, std: number): ClippedGaussian {
  const density = (at: number): number => Math.exp(-0.5 * ((at - mean) / std) ** 2) / (std * Math.sqrt(2 * Math.PI));
  return {
    mean,
    std,
    peak: density(Math.min(1, Math.max(-1, mean))),
    density,
    atoms: [below((-1 - mean) / std), below((mean - 1) / std)],
  };
}

/** Φ, to seven digits (Abramowitz and Stegun 26.2.17): finer than a pixel. */
function below(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z < 0 ? tail : 1 - tail;
}
