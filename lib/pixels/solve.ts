/** Solves A·x = b for a symmetric positive definite A (row by row), by Cholesky; A is overwritten. */
export function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const at = (row: number, column: number) => matrix[row * size + column] as number;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = at(row, column);
      for (let k = 0; k < column; k++) sum -= at(row, k) * at(column, k);
      matrix[row * size + column] = row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(column, column);
    }
  }
  const values = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) values[row] = (values[row] as number) - at(row, k) * (values[k] as number);
    values[row] = (values[row] as number) / at(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) values[row] = (values[row] as number) - at(k, row) * (values[k] as number);
    values[row] = (values[row] as number) / at(row, row);
  }
  return values;
}
