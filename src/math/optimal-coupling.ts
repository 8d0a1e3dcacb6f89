/** Arrays that one coupling after another uses; they grow to the largest size seen. */
let supply = new Float64Array(0);
let demand = new Float64Array(0);
let columnPotential = new Float64Array(0);
let rowPotential = new Float64Array(0);
/** Distance of each row, and of each column of the tree, from the column that is being emptied. */
let rowDistance = new Float64Array(0);
let columnDistance = new Float64Array(0);
/** The column from which a row is reached, and the row from which a column is. */
let rowParent = new Int32Array(0);
let columnParent = new Int32Array(0);
let rowDone = new Uint8Array(0);
let columnDone = new Uint8Array(0);

function reserve(rows: number, columns: number): void {
  if (demand.length < rows) {
    demand = new Float64Array(rows);
    rowPotential = new Float64Array(rows);
    rowDistance = new Float64Array(rows);
    rowParent = new Int32Array(rows);
    rowDone = new Uint8Array(rows);
  }
  if (supply.length < columns) {
    supply = new Float64Array(columns);
    columnPotential = new Float64Array(columns);
    columnDistance = new Float64Array(columns);
    columnParent = new Int32Array(columns);
    columnDone = new Uint8Array(columns);
  }
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
  reserve(rows, columns);
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
  columnDone[column] = 1;
  const offset = columnDistance[column]! + columnPotential[column]!;
  for (let i = 0; i < rows; i += 1) {
    if (rowDone[i] === 1) continue;
    const distance = Math.max(columnDistance[column]!, offset + cost[i * columns + column]! - rowPotential[i]!);
    if (distance < rowDistance[i]!) {
      rowDistance[i] = distance;
      rowParent[i] = column;
    }
  }
}

/** Keeps reduced costs ≥ 0, and 0 along the path. */
function updatePotentials(rows: number, columns: number, length: number): void {
  for (let i = 0; i < rows; i += 1) {
    if (rowDone[i] === 1) rowPotential[i] = rowPotential[i]! + rowDistance[i]! - length;
  }
  for (let j = 0; j < columns; j += 1) {
    if (columnDone[j] === 1) columnPotential[j] = columnPotential[j]! + columnDistance[j]! - length;
  }
}

/** Moves as much as the ends and the flows to be pushed back allow. */
function augment(start: number, end: number, columns: number, plan: Float64Array): void {
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
