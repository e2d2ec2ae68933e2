/** The fields that the constructions need: prime, exponent, and the digits that x^exponent stands for, lowest first. */
const fields: Readonly<Record<number, readonly [number, number, readonly number[]]>> = {
  2: [2, 1, [0]],
  3: [3, 1, [0]],
  4: [2, 2, [1, 1]],
  5: [5, 1, [0]],
  7: [7, 1, [0]],
  8: [2, 3, [1, 1, 0]],
  9: [3, 2, [2, 0]],
  16: [2, 4, [1, 1, 0, 0]],
};

/** A finite field whose elements are 0 … order - 1, written in digits of its prime. */
export interface FiniteField {
  readonly add: (left: number, right: number) => number;
  readonly multiply: (left: number, right: number) => number;
}

/**
 * Addition and multiplication in the field of an order 2, 3, 4, 5, 7, 8, 9 or 16; others throw RangeError.
 * Source: polynomials over the prime, modulo x^2 + x + 1 (4), x^3 + x + 1 (8), x^2 + 1 (9), x^4 + x + 1 (16).
 * Example: in the field of 4, 2 + 3 is 1 and 2 · 3 is 1.
 */
export function finiteField(order: number): FiniteField {
  const field = fields[order];
  if (!field) throw new RangeError(`No field of order ${order} is known here`);
  const [prime, exponent, reduction] = field;
  const add = (left: number, right: number) => addDigits(left, right, prime);
  const timesDigit = (value: number, digit: number) =>
    Array.from({ length: digit }).reduce<number>((sum) => add(sum, value), 0);
  const reduced = reduction.reduce((sum, digit, place) => sum + digit * prime ** place, 0);
  const timesX = (value: number) => {
    const shifted = value * prime;
    return add(shifted % order, timesDigit(reduced, Math.floor(shifted / order)));
  };
  const multiply = (left: number, right: number) => {
    let power = left;
    let sum = 0;
    for (let place = 0, rest = right; place < exponent; place += 1) {
      sum = add(sum, timesDigit(power, rest % prime));
      power = timesX(power);
      rest = Math.floor(rest / prime);
    }
    return sum;
  };
  return { add, multiply };
}

/** Adds two numbers digit by digit, without carrying. Example: with the prime 2, 6 and 3 give 5. */
function addDigits(left: number, right: number, prime: number): number {
  let sum = 0;
  for (let place = 1; left > 0 || right > 0; place *= prime) {
    sum += (((left % prime) + (right % prime)) % prime) * place;
    left = Math.floor(left / prime);
    right = Math.floor(right / prime);
  }
  return sum;
}
