/** Products of a symmetric positive definite matrix. */
export type Product = (direction: Float32Array) => Float32Array;

/** Solves F x = g by conjugate gradients (Hestenes and Stiefel 1952), as TRPO does: a few steps, no further than it matters. */
export function conjugateGradients(product: Product, g: Float32Array, most: number, residual: number): Float32Array {
  const x = new Float32Array(g.length);
  const r = g.slice();
  const p = g.slice();
  let square = dot(r, r);
  for (let step = 0; step < most && square > residual; step += 1) {
    const fp = product(p);
    const along = dot(p, fp);
    if (!(along > 0)) break;
    const alpha = square / along;
    for (let i = 0; i < x.length; i += 1) {
      x[i] = x[i]! + alpha * p[i]!;
      r[i] = r[i]! - alpha * fp[i]!;
    }
    const next = dot(r, r);
    for (let i = 0; i < p.length; i += 1) p[i] = r[i]! + (next / square) * p[i]!;
    square = next;
  }
  return x;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
