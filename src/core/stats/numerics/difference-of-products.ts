const splitter = 2 ** 27 + 1;

/**
 * `a b - c d` without the cancellation of two rounded products: right to the last digits even where both are nearly equal.
 * Factors up to about 1e150. Source: Dekker (1971), exact products.
 * Example: `differenceOfProducts(0.1, 3, 0.3, 1)` is 2.7755575615628914e-17, what those numbers really differ by.
 */
export function differenceOfProducts(a: number, b: number, c: number, d: number): number {
  const left = a * b;
  const right = c * d;
  const corrected = left - right + (productError(a, b, left) - productError(c, d, right));
  return Number.isFinite(corrected) ? corrected : left - right;
}

/** What the exact product of two numbers has more than its rounded `product`. */
function productError(a: number, b: number, product: number): number {
  const highA = upperHalf(a);
  const highB = upperHalf(b);
  const [lowA, lowB] = [a - highA, b - highB];
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

function upperHalf(value: number): number {
  const spread = splitter * value;
  return spread - (spread - value);
}
