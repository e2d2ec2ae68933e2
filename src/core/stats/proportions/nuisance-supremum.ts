import { BinomialWeights } from './binomial-weights.ts';
import type { RejectionStaircase } from './rejection-staircase.ts';

/** The largest probability that the rejected tables have under any common share, and the share that gives it. */
export interface NuisanceSupremum {
  readonly probability: number;
  readonly nuisanceShare: number;
}

/**
 * The most that chance can put beyond the edge of the staircases if both arms have one unknown share.
 * `enough`: the search may stop at the first probability that large.
 * The shares are tried at angles half a standard deviation of the pooled share apart; as a function of the angle the
 * probability is a mixture of bells no narrower than that, so that a peak between two trials is at most some 4% above
 * the nearest of them. Every trial within 10% of the highest is followed to its peak.
 */
export function nuisanceSupremum(
  staircases: readonly RejectionStaircase[],
  enough = Number.POSITIVE_INFINITY,
): NuisanceSupremum {
  const probability = rejectionProbability(staircases);
  const customers = staircases.reduce((most, { treatmentTrials, controlTrials }) => {
    return Math.max(most, treatmentTrials + controlTrials);
  }, 0);
  const steps = Math.max(16, Math.ceil(2 * Math.PI * Math.sqrt(customers)));
  const angle = Math.PI / (2 * steps);
  let best = { angle: 0, probability: 0 };
  const trial = (at: number): number => {
    const found = probability(Math.sin(at) ** 2, Math.cos(at) ** 2, best.probability);
    if (found > best.probability) best = { angle: at, probability: found };
    return found;
  };
  const answer = (): NuisanceSupremum => ({
    probability: Math.min(1, best.probability),
    nuisanceShare: Math.sin(best.angle) ** 2,
  });
  const tried = [0];
  for (let step = 1; step < steps; step += 1) {
    tried.push(trial(step * angle));
    if (best.probability >= enough) return answer();
  }
  const peaks = tried
    .map((height, step) => ({ height, step }))
    .filter(({ height, step }) => {
      return height > 0 && height >= (tried[step - 1] ?? 0) && height >= (tried[step + 1] ?? 0);
    })
    .toSorted((first, second) => second.height - first.height);
  for (const { height, step } of peaks) {
    if (height * 1.1 < best.probability || best.probability >= enough) break;
    climb(trial, (step - 1) * angle, (step + 1) * angle);
  }
  return answer();
}

const goldenShare = (Math.sqrt(5) - 1) / 2;

/** Golden section search for the peak between two angles; the callee keeps the best. */
function climb(trial: (angle: number) => number, from: number, to: number): void {
  let [low, high] = [from, to];
  let left = high - goldenShare * (high - low);
  let right = low + goldenShare * (high - low);
  let [heightLeft, heightRight] = [trial(left), trial(right)];
  // The peak is flat: a millionth of the bracket leaves 1e-13 of the height.
  while (high - low > 1e-6 * (to - from)) {
    if (heightLeft >= heightRight) {
      high = right;
      [right, heightRight] = [left, heightLeft];
      left = high - goldenShare * (high - low);
      heightLeft = trial(left);
    } else {
      low = left;
      [left, heightLeft] = [right, heightRight];
      right = low + goldenShare * (high - low);
      heightRight = trial(right);
    }
  }
}

type Probability = (share: number, complement: number, known: number) => number;

/** The probability of the rejected tables as a function of the common share; needs every size's weights only once. */
function rejectionProbability(staircases: readonly RejectionStaircase[]): Probability {
  const bySize = new Map<number, BinomialWeights>();
  for (const { treatmentTrials, controlTrials } of staircases) {
    for (const trials of [treatmentTrials, controlTrials]) {
      if (!bySize.has(trials)) bySize.set(trials, new BinomialWeights(trials));
    }
  }
  return (share, complement, known) => {
    // What is left out is less than 1e-18 of what is known to be reached, per term.
    for (const weights of bySize.values()) weights.settle(share, complement, 1e-18 * known);
    return staircases.reduce((sum, staircase) => {
      const treatment = bySize.get(staircase.treatmentTrials);
      const control = bySize.get(staircase.controlTrials);
      return treatment && control ? sum + beyondEdge(staircase, treatment, control) : sum;
    }, 0);
  };
}

/** From the largest number of controls down, the tail of the treated only grows: nothing is ever subtracted. */
function beyondEdge(
  { fewest, treatmentTrials }: RejectionStaircase,
  treatment: BinomialWeights,
  control: BinomialWeights,
): number {
  let added = treatmentTrials + 1;
  let tail = 0;
  let sum = 0;
  for (let events = control.last; events >= control.first; events -= 1) {
    const edge = fewest[events] ?? added;
    while (added > edge) {
      added -= 1;
      tail += treatment.weights[added] ?? 0;
    }
    sum += tail * (control.weights[events] ?? 0);
  }
  return sum;
}

/** The probability of the rejected tables at one common share (0 to 1). */
export function rejectionShare(
  staircases: readonly RejectionStaircase[],
  nuisanceShare: number,
): number {
  return rejectionProbability(staircases)(nuisanceShare, 1 - nuisanceShare, 0);
}
