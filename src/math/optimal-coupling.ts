/** What one coupling after another works in; it grows to the largest size seen. */
interface Workspace {
  readonly size: number;
  /** Mass that rows still want and columns still have. */
  readonly demand: Float64Array;
  readonly supply: Float64Array;
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
  /** Distance of each row, and of each column of the tree, from the column that is being emptied. */
  readonly rowDistance: Float64Array;
  readonly columnDistance: Float64Array;
  /** The column from which a row is reached, and the row from which a column is. */
  readonly rowParent: Int32Array;
  readonly columnParent: Int32Array;
  readonly rowDone: Uint8Array;
  readonly columnDone: Uint8Array;
}

let shared = workspace(8);

function workspace(size: number): Workspace {
  return {
    size,
    demand: new Float64Array(size),
    supply: new Float64Array(size),
    rowPotential: new Float64Array(size),
    columnPotential: new Float64Array(size),
    rowDistance: new Float64Array(size),
    columnDistance: new Float64Array(size),
    rowParent: new Int32Array(size),
    columnParent: new Int32Array(size),
    rowDone: new Uint8Array(size),
    columnDone: new Uint8Array(size),
  };
}

/**
 * Cheapest coupling of two distributions: min_Q ⟨Q, C⟩ with Σ_j Q_ij = a_i and Σ_i Q_ij = b_j. Exact, by successive shortest paths.
 *
 * Orientation: mass goes from column j to row i. Sums that differ by rounding leave that rounding unsent. Among several
 * cheapest couplings the one found depends on the order of the indices alone.
 * @param a new row [rows] ≥ 0
 * @param b old row [columns] ≥ 0, of the same sum
 * @param cost C [rows·columns] row-major
 * @param plan out: Q [rows·columns]
 * @returns ⟨Q, C⟩
 */
export function optimalCoupling(
  rows: number,
  columns: number,
  a: Float64Array,
  b: Float64Array,
  cost: Float64Array,
  plan: Float64Array,
): number {
  if (shared.size < Math.max(rows, columns)) shared = workspace(Math.max(rows, columns));
  const { demand, supply } = shared;
  plan.fill(0, 0, rows * columns);
  for (let i = 0; i < rows; i += 1) demand[i] = a[i]!;
  for (let j = 0; j < columns; j += 1) supply[j] = b[j]!;
  startPotentials(rows, columns, cost, plan);
  for (let j = 0; j < columns; j += 1) {
    while (supply[j]! > 0 && sendFrom(j, rows, columns, cost, plan));
  }
  let total = 0;
  for (let cell = 0; cell < rows * columns; cell += 1) {
    if (plan[cell]! > 0) total += plan[cell]! * cost[cell]!;
  }
  return total;
}

/** Potentials with C_ij + p_j − p_i ≥ 0; where staying is free and nothing costs less than 0, what can stay does. */
function startPotentials(rows: number, columns: number, cost: Float64Array, plan: Float64Array): void {
  const { demand, supply, rowPotential, columnPotential } = shared;
  columnPotential.fill(0, 0, columns);
  let free = rows === columns;
  for (let i = 0; i < rows; i += 1) {
    let least = Infinity;
    for (let j = 0; j < columns; j += 1) least = Math.min(least, cost[i * columns + j]!);
    rowPotential[i] = least;
    free &&= least === 0 && cost[i * columns + i] === 0;
  }
  if (!free) return;
  for (let i = 0; i < rows; i += 1) {
    const stays = Math.min(supply[i]!, demand[i]!);
    plan[i * columns + i] = stays;
    supply[i] = supply[i]! - stays;
    demand[i] = demand[i]! - stays;
  }
}

/** Sends mass from a column along the shortest path to a row that wants some; false when none wants any. */
function sendFrom(start: number, rows: number, columns: number, cost: Float64Array, plan: Float64Array): boolean {
  const { demand, rowDistance, columnDistance, columnParent, rowDone, columnDone } = shared;
  rowDistance.fill(Infinity, 0, rows);
  rowDone.fill(0, 0, rows);
  columnDone.fill(0, 0, columns);
  columnDistance[start] = 0;
  columnParent[start] = -1;
  reach(start, rows, columns, cost);
  for (;;) {
    // the nearest row not yet done (Dijkstra)
    let nearest = -1;
    for (let i = 0; i < rows; i += 1) {
      if (rowDone[i] === 0 && (nearest < 0 || rowDistance[i]! < rowDistance[nearest]!)) nearest = i;
    }
    if (nearest < 0) return false;
    rowDone[nearest] = 1;
    if (demand[nearest]! > 0) {
      updatePotentials(rows, columns, rowDistance[nearest]!);
      augment(start, nearest, columns, plan);
      return true;
    }
    // mass that arrives here can push out what came from other columns
    for (let j = 0; j < columns; j += 1) {
      if (columnDone[j] === 1 || plan[nearest * columns + j]! <= 0) continue;
      columnDistance[j] = rowDistance[nearest]!;
      columnParent[j] = nearest;
      reach(j, rows, columns, cost);
    }
  }
}

/** Takes a column into the tree and shortens the rows' distances through it. */
function reach(column: number, rows: number, columns: number, cost: Float64Array): void {
  const { rowDistance, columnDistance, rowPotential, columnPotential, rowParent, rowDone, columnDone } = shared;
  columnDone[column] = 1;
  const reached = columnDistance[column]!;
  const offset = reached + columnPotential[column]!;
  for (let i = 0; i < rows; i += 1) {
    if (rowDone[i] === 1) continue;
    const distance = Math.max(reached, offset + cost[i * columns + column]! - rowPotential[i]!);
    if (distance < rowDistance[i]!) {
      rowDistance[i] = distance;
      rowParent[i] = column;
    }
  }
}

/** Keeps reduced costs ≥ 0, and 0 along the path. */
function updatePotentials(rows: number, columns: number, length: number): void {
  const { rowDistance, columnDistance, rowPotential, columnPotential, rowDone, columnDone } = shared;
  for (let i = 0; i < rows; i += 1) {
    if (rowDone[i] === 1) rowPotential[i] = rowPotential[i]! + rowDistance[i]! - length;
  }
  for (let j = 0; j < columns; j += 1) {
    if (columnDone[j] === 1) columnPotential[j] = columnPotential[j]! + columnDistance[j]! - length;
  }
}

/** Moves as much as the ends and the flows to be pushed back allow. */
function augment(start: number, end: number, columns: number, plan: Float64Array): void {
  const { demand, supply, rowParent, columnParent } = shared;
  let mass = Math.min(supply[start]!, demand[end]!);
  for (let column = rowParent[end]!; column !== start;) {
    const row = columnParent[column]!;
    mass = Math.min(mass, plan[row * columns + column]!);
    column = rowParent[row]!;
  }
  for (let row = end; ;) {
    const column = rowParent[row]!;
    plan[row * columns + column] = plan[row * columns + column]! + mass;
    if (column === start) break;
    row = columnParent[column]!;
    plan[row * columns + column] = plan[row * columns + column]! - mass;
  }
  supply[start] = supply[start]! - mass;
  demand[end] = demand[end]! - mass;
}
