/** The customers a cell of a two-by-two table would have with its margins kept and the odds ratio exactly this. */
export function fittedCell(row: number, column: number, total: number, oddsRatio: number): number {
  const product = oddsRatio * row * column;
  const middle = total - row - column + oddsRatio * (row + column);
  // middle² + 4 (1 - odds ratio) product, as a sum in which nothing is subtracted.
  const root = Math.sqrt(
    (oddsRatio * (row - column)) ** 2 +
      (total - row - column) ** 2 +
      2 * oddsRatio * (row * (total - row) + column * (total - column)),
  );
  // Two forms of the same root: each avoids subtracting nearly equal numbers on its side.
  return middle >= 0 ? (2 * product) / (middle + root) : (root - middle) / (2 * (1 - oddsRatio));
}
