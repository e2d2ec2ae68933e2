/**
 * How far a count lies from its expectation: count ln(count / expected) + expected - count, never below 0.
 * `count`: 0 or more; `expected`: above 0. Half of what a Poisson count adds to a deviance; of a binomial count, when the
 * same is added for those who did not respond. Near the expectation by a series, where the three parts nearly cancel.
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 * Example: 12 where 10 were expected gives 12 ln 1.2 - 2 = 0.1878586.
 */
export function halfDeviance(count: number, expected: number): number {
  const gap = count - expected;
  const slope = gap / (count + expected);
  if (Math.abs(slope) > 0.1) {
    return count === 0 ? expected : count * Math.log(count / expected) - gap;
  }
  let sum = gap * slope;
  let term = 2 * count * slope;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= slope * slope;
    sum += term / odd;
  }
  return sum;
}
