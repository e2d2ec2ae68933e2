import { outwardWeights, type EventWeights } from './event-weights.ts';
import type { CountedTest } from './significant-outcomes.ts';

/** With a given total of events: the treatment events up to which, and from which on, Fisher's test is significant. */
export interface FisherMargin {
  readonly lastLower: number;
  readonly firstHigher: number;
}

/** Outcomes whose chances differ by less than this share count as equally likely (as in R's `fisher.test`). */
const tie = 1 + 1e-7;
/** A p-value equal to alpha up to rounding is not below it. */
const belowAlpha = 1 - 1e-9;

/** How likely each number of treatment events is when the arms respond alike and `total` customers responded. */
function hypergeometricWeights(
  total: number,
  sizeTreatment: number,
  sizeControl: number,
  cut: number,
): EventWeights {
  const from = Math.max(0, total - sizeControl);
  const to = Math.min(sizeTreatment, total);
  const upward = (events: number): number =>
    ((sizeTreatment - events) / (events + 1)) *
    ((total - events) / (sizeControl - total + events + 1));
  const likeliest = Math.floor(
    ((total + 1) / (sizeTreatment + sizeControl + 2)) * (sizeTreatment + 1),
  );
  const mode = Math.min(to, Math.max(from, likeliest));
  return outwardWeights(sizeTreatment, mode, { from, to }, upward, cut);
}

/** The rejection region of Fisher's test, total by total: significant is a p-value below alpha. */
export function fisherMargins(counted: Omit<CountedTest, 'test'>): (total: number) => FisherMargin {
  const { sizeTreatment, sizeControl, alternative } = counted;
  const alpha = counted.alpha * belowAlpha;
  return (total) => {
    const { first, weights } = hypergeometricWeights(
      total,
      sizeTreatment,
      sizeControl,
      counted.alpha * 1e-20,
    );
    let [low, high, spent] = [0, weights.length - 1, 0];
    const at = (place: number): number => weights[place] ?? 0;
    if (alternative === 'less') {
      while (spent + at(low) < alpha) spent += at(low++);
      return { lastLower: first + low - 1, firstHigher: Number.POSITIVE_INFINITY };
    }
    if (alternative === 'greater') {
      while (spent + at(high) < alpha) spent += at(high--);
      return { lastLower: Number.NEGATIVE_INFINITY, firstHigher: first + high + 1 };
    }
    while (low < high) {
      const limit = Math.min(at(low), at(high)) * tie;
      let [nextLow, nextHigh, sum] = [low, high, spent];
      while (at(nextLow) <= limit && nextLow <= nextHigh) sum += at(nextLow++);
      while (at(nextHigh) <= limit && nextHigh >= nextLow) sum += at(nextHigh--);
      if (sum >= alpha) break;
      [low, high, spent] = [nextLow, nextHigh, sum];
    }
    return { lastLower: first + low - 1, firstHigher: first + high + 1 };
  };
}
