import type { StratumTable } from './strata.ts';

/** The chances of lowest, lowest + 1, … treated responders in all strata together, as logarithms, with no effect. */
export interface ConditionalDistribution {
  readonly lowest: number;
  readonly logChances: readonly number[];
}

/** Terms so far below the largest one add nothing to a sum of 64-bit numbers. */
const negligible = 45;

/** How many responders the treated can have with the margins of a stratum as they are: the fewest and the most. */
export function supportOf({ treatmentTrials, controlTrials, events }: StratumTable): {
  readonly lowest: number;
  readonly highest: number;
} {
  return {
    lowest: Math.max(0, events - controlTrials),
    highest: Math.min(treatmentTrials, events),
  };
}

/**
 * The distribution of the treated responders over all strata when every margin is kept and nothing has an effect: the
 * hypergeometric distributions of the strata, added up. Refuses nothing: the caller has limited the work.
 * The network of Mehta, Patel & Gray (1985), by plain convolution.
 */
export function conditionalDistribution(tables: readonly StratumTable[]): ConditionalDistribution {
  // Short ones first: the sum of the lengths is what every further step is multiplied with.
  const parts = tables
    .map((table) => ({ lowest: supportOf(table).lowest, logChances: logHypergeometric(table) }))
    .sort((left, right) => left.logChances.length - right.logChances.length);
  let lowest = 0;
  let logChances: number[] = [0];
  for (const part of parts) {
    lowest += part.lowest;
    logChances = convolve(logChances, part.logChances);
  }
  return { lowest, logChances };
}

/**
 * The same distribution when every odds ratio is exp(`logOddsRatio`), as chances that add up to 1.
 * Each chance is the one without effect times oddsRatio^responders, up to a factor.
 */
export function tiltedChances(
  { logChances }: ConditionalDistribution,
  logOddsRatio: number,
): number[] {
  let largest = Number.NEGATIVE_INFINITY;
  const tilted = logChances.map((logChance, place) => {
    const value = logChance + place * logOddsRatio;
    largest = Math.max(largest, value);
    return value;
  });
  let total = 0;
  for (const [place, value] of tilted.entries()) {
    const chance = Math.exp(value - largest);
    tilted[place] = chance;
    total += chance;
  }
  return tilted.map((chance) => chance / total);
}

/** The logarithms of the hypergeometric chances, by the ratio of neighbours, so that big tables lose no digits. */
function logHypergeometric(table: StratumTable): number[] {
  const { treatmentTrials, controlTrials, events } = table;
  const { lowest, highest } = supportOf(table);
  const logs = [0];
  let sum = 0;
  for (let count = lowest; count < highest; count += 1) {
    const rising = (treatmentTrials - count) * (events - count);
    const falling = (count + 1) * (controlTrials - events + count + 1);
    sum += Math.log(rising / falling);
    logs.push(sum);
  }
  const whole = logOfSum(
    logs,
    logs.reduce((most, value) => Math.max(most, value), 0),
  );
  return logs.map((value) => value - whole);
}

/** The logarithm of the sum of exponentials, given the largest exponent. */
function logOfSum(logs: readonly number[], largest: number): number {
  return largest + Math.log(logs.reduce((sum, value) => sum + Math.exp(value - largest), 0));
}

/** The distribution of the sum of two independent numbers, all in logarithms. */
function convolve(left: readonly number[], right: readonly number[]): number[] {
  const wanted = left.length + right.length - 1;
  return Array.from({ length: wanted }, (_, place) => {
    const first = Math.max(0, place - right.length + 1);
    const last = Math.min(place, left.length - 1);
    const term = (index: number): number => (left[index] ?? 0) + (right[place - index] ?? 0);
    let largest = Number.NEGATIVE_INFINITY;
    for (let index = first; index <= last; index += 1) largest = Math.max(largest, term(index));
    let sum = 0;
    for (let index = first; index <= last; index += 1) {
      const below = term(index) - largest;
      if (below > -negligible) sum += Math.exp(below);
    }
    return largest + Math.log(sum);
  });
}
