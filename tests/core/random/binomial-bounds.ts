/**
 * The counts that a binomial variable stays within except with probability `alpha` (at most alpha/2 on either side),
 * from exact probabilities summed outward in.
 */
export function binomialBounds(trials: number, share: number, alpha: number): [number, number] {
  const probabilities = binomialProbabilities(trials, share);
  return [
    tailEnd(probabilities, alpha / 2),
    trials - tailEnd(probabilities.toReversed(), alpha / 2),
  ];
}

function binomialProbabilities(trials: number, share: number): number[] {
  let logChoose = 0;
  return Array.from({ length: trials + 1 }, (_, count) => {
    if (count > 0) logChoose += Math.log((trials - count + 1) / count);
    return Math.exp(logChoose + count * Math.log(share) + (trials - count) * Math.log1p(-share));
  });
}

/** The smallest index such that everything before it adds up to at most `probability`. */
function tailEnd(probabilities: readonly number[], probability: number): number {
  let sum = 0;
  let index = 0;
  for (const part of probabilities) {
    sum += part;
    if (sum > probability) break;
    index++;
  }
  return index;
}
