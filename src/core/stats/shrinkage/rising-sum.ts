import { logarithmGap } from '../numerics/logarithm-gap.ts';

const shortest = 64;

/**
 * The sum of 1 / (start + step · j) over j = 0 … count - 1: how the logarithm of start · (start + step) · … grows.
 * `start`: above 0; `step`: 0 or more; `count`: whole, 0 or more. The first terms one by one, the rest by Euler and
 * Maclaurin, which loses nothing where two digammas would cancel.
 */
export function risingSum(start: number, step: number, count: number): number {
  const apart = Math.min(count, shortest);
  let sum = 0;
  for (let place = 0; place < apart; place += 1) sum += 1 / (start + step * place);
  if (count === apart) return sum;
  if (step === 0) return count / start;
  const [low, high] = [start + step * apart, start + step * count];
  const correction = (value: number): number => {
    const x = step / value;
    return x / 2 + (x * x) / 12 - x ** 4 / 120 + x ** 6 / 252 - x ** 8 / 240;
  };
  const integral = Math.log1p((step * (count - apart)) / low);
  return sum + (integral + correction(low) - correction(high)) / step;
}

/**
 * The sum of j / (start + step · j) over j = 0 … count - 1: how that logarithm grows with the step.
 * Arguments and way as above.
 */
export function placedRisingSum(start: number, step: number, count: number): number {
  const apart = Math.min(count, shortest);
  let sum = 0;
  for (let place = 0; place < apart; place += 1) sum += place / (start + step * place);
  if (count === apart) return sum;
  const rest = count - apart;
  const low = start + step * apart;
  const high = start + step * count;
  const growth = (step * rest) / low;
  // The integral of j / (start + step j), in a form that stays exact when the step is next to nothing.
  const integral =
    growth < 1e-8
      ? (rest * (apart * (1 - growth / 2) + rest * (0.5 - growth / 3))) / low
      : (low * logarithmGap(growth) + apart * step * Math.log1p(growth)) / (step * step);
  const correction = (place: number, value: number): number => {
    const square = (step / value) ** 2;
    const bend = 1 / 12 - square / 120 + square ** 2 / 252 - square ** 3 / 240;
    return (bend * start) / value ** 2 - place / value / 2;
  };
  return sum + integral + correction(count, high) - correction(apart, low);
}
