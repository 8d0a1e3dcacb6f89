/**
 * A sparse linear system A x = b (or Aᵀ x = b) whose A is an M-matrix: I − γP with rows of P summing to at most 1.
 *
 * BiCGSTAB (van der Vorst 1992) with an incomplete LU factorisation on A's own pattern (ILU(0), Saad 2003, §10.3), wrapped in
 * iterative refinement: the true residual is recomputed until it stops shrinking. Where the Krylov method breaks down, plain
 * steps with the same factors take over: they converge for every M-matrix (a regular splitting, Meijerink & van der Vorst 1977). Arithmetic is in a fixed order: the same bits everywhere.
 */
export class SparseSystem {
  /** [nonzeros] entries, row by row, columns ascending; the diagonal is in the pattern. */
  readonly values: Float64Array;
  readonly #size: number;
  readonly #rows: Int32Array;
  readonly #columns: Int32Array;
  readonly #diagonal: Int32Array;
  readonly #factors: Float64Array;
  readonly #position: Int32Array;
  readonly #work: readonly Float64Array[];

  /** @param rows [n+1] offsets of the rows; @param columns [nonzeros] ascending in each row, the diagonal among them */
  constructor(rows: Int32Array, columns: Int32Array) {
    const size = rows.length - 1;
    this.#size = size;
    this.#rows = rows;
    this.#columns = columns;
    this.values = new Float64Array(columns.length);
    this.#factors = new Float64Array(columns.length);
    this.#diagonal = new Int32Array(size);
    for (let i = 0; i < size; i += 1) {
      for (let k = rows[i]!; k < rows[i + 1]!; k += 1) if (columns[k] === i) this.#diagonal[i] = k;
    }
    this.#position = new Int32Array(size).fill(-1);
    this.#work = Array.from({ length: 9 }, () => new Float64Array(size));
  }

  /** A ← I */
  setIdentity(): void {
    this.values.fill(0);
    for (let i = 0; i < this.#size; i += 1) this.values[this.#diagonal[i]!] = 1;
  }

  /** Recomputes the preconditioner after `values` changed. */
  factorise(): void {
    const factors = this.#factors;
    const columns = this.#columns;
    const position = this.#position;
    factors.set(this.values);
    for (let i = 0; i < this.#size; i += 1) {
      const from = this.#rows[i]!;
      const to = this.#rows[i + 1]!;
      for (let k = from; k < to; k += 1) position[columns[k]!] = k;
      for (let k = from; k < this.#diagonal[i]!; k += 1) {
        if (factors[k] === 0) continue;
        const row = columns[k]!;
        const ratio = factors[k]! / factors[this.#diagonal[row]!]!;
        factors[k] = ratio;
        for (let m = this.#diagonal[row]! + 1; m < this.#rows[row + 1]!; m += 1) {
          const place = position[columns[m]!]!;
          if (place >= 0) factors[place] = factors[place]! - ratio * factors[m]!;
        }
      }
      for (let k = from; k < to; k += 1) position[columns[k]!] = -1;
    }
  }

  /** Solves A x = b, or Aᵀ x = b; `x` holds the first guess on entry and the solution on return. */
  solve(b: Float64Array, x: Float64Array, transposed: boolean): void {
    const residual = this.#work[0]!;
    const correction = this.#work[1]!;
    const scale = largest(b);
    let last = Infinity;
    // refine until the true residual is down to rounding
    for (let round = 0; round < 12; round += 1) {
      this.#residual(b, x, transposed, residual);
      const size = largest(residual);
      const floor = 4e-16 * (scale + 2 * largest(x));
      if (size <= floor || size > last * 0.5) break;
      last = size;
      if (!this.#krylov(residual, correction, transposed, Math.max(floor / 2, 1e-9 * size))) {
        last = Infinity;
        if (!this.#sweep(b, x, transposed)) return;
        continue;
      }
      for (let i = 0; i < x.length; i += 1) x[i] = x[i]! + correction[i]!;
    }
  }

  #residual(b: Float64Array, x: Float64Array, transposed: boolean, out: Float64Array): void {
    this.#multiply(x, transposed, out);
    for (let i = 0; i < b.length; i += 1) out[i] = b[i]! - out[i]!;
  }

  #multiply(x: Float64Array, transposed: boolean, out: Float64Array): void {
    const values = this.values;
    const columns = this.#columns;
    const rows = this.#rows;
    if (transposed) {
      out.fill(0);
      for (let i = 0; i < this.#size; i += 1) {
        const xi = x[i]!;
        for (let k = rows[i]!; k < rows[i + 1]!; k += 1) out[columns[k]!] = out[columns[k]!]! + values[k]! * xi;
      }
      return;
    }
    for (let i = 0; i < this.#size; i += 1) {
      let sum = 0;
      for (let k = rows[i]!; k < rows[i + 1]!; k += 1) sum += values[k]! * x[columns[k]!]!;
      out[i] = sum;
    }
  }

  /** out ← (LU)⁻¹ b, or (LU)⁻ᵀ b */
  #precondition(b: Float64Array, transposed: boolean, out: Float64Array): void {
    const factors = this.#factors;
    const columns = this.#columns;
    const rows = this.#rows;
    const diagonal = this.#diagonal;
    out.set(b);
    if (transposed) {
      for (let i = 0; i < this.#size; i += 1) {
        const xi = out[i]! / factors[diagonal[i]!]!;
        out[i] = xi;
        for (let k = diagonal[i]! + 1; k < rows[i + 1]!; k += 1)
          out[columns[k]!] = out[columns[k]!]! - factors[k]! * xi;
      }
      for (let i = this.#size - 1; i >= 0; i -= 1) {
        const xi = out[i]!;
        for (let k = rows[i]!; k < diagonal[i]!; k += 1) out[columns[k]!] = out[columns[k]!]! - factors[k]! * xi;
      }
      return;
    }
    for (let i = 0; i < this.#size; i += 1) {
      let sum = out[i]!;
      for (let k = rows[i]!; k < diagonal[i]!; k += 1) sum -= factors[k]! * out[columns[k]!]!;
      out[i] = sum;
    }
    for (let i = this.#size - 1; i >= 0; i -= 1) {
      let sum = out[i]!;
      for (let k = diagonal[i]! + 1; k < rows[i + 1]!; k += 1) sum -= factors[k]! * out[columns[k]!]!;
      out[i] = sum / factors[diagonal[i]!]!;
    }
  }

  /** BiCGSTAB from zero until the residual's norm is at most `goal`; false on breakdown. */
  #krylov(b: Float64Array, x: Float64Array, transposed: boolean, goal: number): boolean {
    const [, , r, shadow, p, v, ph, t, sh] = this.#work as unknown as readonly [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const size = this.#size;
    x.fill(0);
    r.set(b);
    // any fixed vector serves; b itself, often a single entry, would soon be orthogonal to the residual
    const spread = Math.sqrt(dot(b, b) / size);
    for (let i = 0; i < size; i += 1) shadow[i] = b[i]! + spread * (0.5 + ((i * 7) % 11) / 11);
    p.fill(0);
    v.fill(0);
    let rho = 1;
    let alpha = 1;
    let omega = 1;
    const target = goal * goal;
    for (let iteration = 0; iteration < 400; iteration += 1) {
      const product = dot(shadow, r);
      if (product === 0 || omega === 0) return false;
      const ratio = (product / rho) * (alpha / omega);
      rho = product;
      for (let i = 0; i < size; i += 1) p[i] = r[i]! + ratio * (p[i]! - omega * v[i]!);
      this.#precondition(p, transposed, ph);
      this.#multiply(ph, transposed, v);
      alpha = rho / dot(shadow, v);
      if (!Number.isFinite(alpha)) return false;
      let square = 0;
      for (let i = 0; i < size; i += 1) {
        x[i] = x[i]! + alpha * ph[i]!;
        const left = r[i]! - alpha * v[i]!;
        r[i] = left;
        square += left * left;
      }
      if (square <= target) return true;
      this.#precondition(r, transposed, sh);
      this.#multiply(sh, transposed, t);
      const length = dot(t, t);
      if (length === 0) return false;
      omega = dot(t, r) / length;
      square = 0;
      for (let i = 0; i < size; i += 1) {
        x[i] = x[i]! + omega * sh[i]!;
        const left = r[i]! - omega * t[i]!;
        r[i] = left;
        square += left * left;
      }
      if (square <= target) return true;
    }
    return false;
  }

  /** x ← x + (LU)⁻¹ residual until rounding: slow, but it cannot break down. */
  #sweep(b: Float64Array, x: Float64Array, transposed: boolean): boolean {
    const residual = this.#work[0]!;
    const step = this.#work[2]!;
    const floor = 4e-16 * (largest(b) + 2 * largest(x));
    for (let sweep = 0; sweep < 20_000; sweep += 1) {
      this.#residual(b, x, transposed, residual);
      if (largest(residual) <= floor) return true;
      this.#precondition(residual, transposed, step);
      for (let i = 0; i < x.length; i += 1) x[i] = x[i]! + step[i]!;
    }
    return false;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

function largest(a: Float64Array): number {
  let most = 0;
  for (let i = 0; i < a.length; i += 1) most = Math.max(most, Math.abs(a[i]!));
  return most;
}
