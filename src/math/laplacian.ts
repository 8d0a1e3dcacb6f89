/**
 * Solves L x = g for the Laplacian of a weighted graph, L_ii = Σ_k W_ik, L_ik = −W_ik, with x = 0 at each component's last node.
 *
 * Elimination in the order of the nodes without any subtraction (Grassmann, Taksar, Heyman 1985): weights of very different
 * size keep their digits.
 * @param weights W [n·n] ≥ 0, symmetric, the diagonal is not read; destroyed
 * @param x in: g [n], of sum 0 over each component; out: the solution
 * @param floor size of rounding in g: what gathers to no more than it is taken for 0, so that weak links do not blow it up
 */
export function solveLaplacian(n: number, weights: Float64Array, x: Float64Array, floor: number): void {
  for (let p = 0; p < n; p += 1) {
    let degree = 0;
    for (let k = p + 1; k < n; k += 1) degree += weights[p * n + k]!;
    // kept on the diagonal for the way back
    weights[p * n + p] = degree;
    if (degree === 0) continue;
    for (let i = p + 1; i < n; i += 1) {
      const share = weights[p * n + i]! / degree;
      if (share === 0) continue;
      x[i] = x[i]! + x[p]! * share;
      for (let k = i + 1; k < n; k += 1) weights[i * n + k] = weights[i * n + k]! + share * weights[p * n + k]!;
    }
  }
  for (let p = n - 1; p >= 0; p -= 1) {
    const degree = weights[p * n + p]!;
    if (degree === 0) {
      x[p] = 0;
      continue;
    }
    let sum = Math.abs(x[p]!) > floor ? x[p]! : 0;
    for (let k = p + 1; k < n; k += 1) sum += weights[p * n + k]! * x[k]!;
    x[p] = sum / degree;
  }
}
