/** Symmetric matrices are held whole, row by row: entry (i, j) of size k is `matrix[i * k + j]`. */
export interface Solution {
  /** `null` where a column adds nothing the columns before it do not already say. */
  readonly coefficients: readonly (number | null)[];
  /** Inverse of the normal matrix over the columns kept, zero elsewhere: times σ² it is the covariance. */
  readonly inverse: Float64Array;
  readonly rank: number;
}

/**
 * Solves XᵀX β = Xᵀy by the sweep operator, column by column; a column whose remaining pivot falls
 * below `tolerance` of its own size is dropped (so collinear columns never give NaN).
 * Source: Goodnight (1979), "A tutorial on the SWEEP operator".
 */
export function solveNormal(matrix: Float64Array, right: Float64Array, tolerance = 1e-9): Solution {
  const size = right.length;
  const width = size + 1;
  const work = new Float64Array(width * width);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) work[i * width + j] = matrix[i * size + j] ?? 0;
    work[i * width + size] = right[i] ?? 0;
    work[size * width + i] = right[i] ?? 0;
  }
  const kept: boolean[] = [];
  for (let k = 0; k < size; k += 1) {
    const pivot = work[k * width + k] ?? 0;
    const own = matrix[k * size + k] ?? 0;
    kept.push(own > 0 && pivot > tolerance * own);
    if (kept[k]) sweep(work, width, k, pivot);
  }
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) if (kept[i] && kept[j]) inverse[i * size + j] = -(work[i * width + j] ?? 0);
  }
  return {
    coefficients: kept.map((is, i) => (is ? (work[i * width + size] ?? 0) : null)),
    inverse,
    rank: kept.filter(Boolean).length,
  };
}

/** Sweeps row and column `k`, leaving −inverse in the swept block and coefficients in the last column. */
function sweep(work: Float64Array, width: number, k: number, pivot: number): void {
  for (let i = 0; i < width; i += 1) {
    if (i === k) continue;
    const factor = (work[i * width + k] ?? 0) / pivot;
    if (factor === 0) continue;
    for (let j = 0; j < width; j += 1) {
      if (j !== k) work[i * width + j] = (work[i * width + j] ?? 0) - factor * (work[k * width + j] ?? 0);
    }
  }
  for (let j = 0; j < width; j += 1) {
    if (j === k) continue;
    work[k * width + j] = (work[k * width + j] ?? 0) / pivot;
    work[j * width + k] = (work[j * width + k] ?? 0) / pivot;
  }
  work[k * width + k] = -1 / pivot;
}

/** x′Ax for a matrix as above. */
export function quadraticForm(matrix: Float64Array, x: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < x.length; i += 1) {
    for (let j = 0; j < x.length; j += 1) sum += (x[i] ?? 0) * (matrix[i * x.length + j] ?? 0) * (x[j] ?? 0);
  }
  return sum;
}
