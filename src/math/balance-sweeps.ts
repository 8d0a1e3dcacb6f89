const MAX_SWEEPS = 6;
/** Factor by which the last sweep may still change a potential. */
const SETTLED = 2;

/**
 * First potentials of an entropic coupling u_i K_ij v_j where staying is free, K_ii = 1.
 *
 * Plain Sinkhorn iterations hardly move when K is almost the identity. These sweeps give each action in turn the factor that makes
 * its arrivals less its departures exactly a_i − b_i, others' held (Osborne's balancing 1960, with sources): what stays, u_i v_i,
 * is left as it is, and then the columns are scaled to b.
 * @param kernel K [n·n] > 0 with unit diagonal
 * @param u out: row factors [n], 0 where a is
 * @param v out: column factors [n], 0 where b is
 */
export function balanceSweeps(
  n: number,
  kernel: Float64Array,
  a: Float64Array,
  b: Float64Array,
  u: Float64Array,
  v: Float64Array,
): void {
  for (let i = 0; i < n; i += 1) {
    u[i] = Math.sqrt(a[i]!);
    v[i] = Math.sqrt(b[i]!);
  }
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    let change = 1;
    for (let i = 0; i < n; i += 1) {
      let arrive = 0;
      let depart = 0;
      for (let k = 0; k < n; k += 1) {
        if (k === i) continue;
        arrive += kernel[i * n + k]! * v[k]!;
        depart += kernel[k * n + i]! * u[k]!;
      }
      if (a[i] === 0 || b[i] === 0) {
        if (a[i]! > 0) u[i] = a[i]! / arrive;
        if (b[i]! > 0) v[i] = b[i]! / depart;
        continue;
      }
      arrive *= u[i]!;
      depart *= v[i]!;
      const d = a[i]! - b[i]!;
      const root = Math.sqrt(d * d + 4 * arrive * depart);
      // arrive·f − depart/f = d, by the form without cancellation
      const factor = d > 0 ? (d + root) / (2 * arrive) : (2 * depart) / (root - d);
      if (!(factor > 0 && factor < Infinity)) continue;
      u[i] = u[i]! * factor;
      v[i] = v[i]! / factor;
      change = Math.max(change, factor, 1 / factor);
    }
    for (let j = 0; j < n; j += 1) {
      let sum = 0;
      for (let i = 0; i < n; i += 1) sum += kernel[i * n + j]! * u[i]!;
      v[j] = b[j]! > 0 ? b[j]! / sum : 0;
    }
    if (change < SETTLED) break;
  }
}
