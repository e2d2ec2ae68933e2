import type { Problem, Result } from '#core/result.ts';
import { refuse, succeed } from '#core/result.ts';
import { pairProblem, type ArmCounts } from './arm-counts.ts';
import type { OpenInterval } from './proportion-ratio.ts';
import type { Alternative } from './alternative.ts';
import { outwardBracket } from './outward-bracket.ts';
import {
  lowerTailShare,
  sidesOfObserved,
  upperTailShare,
  type SidesOfObserved,
  type WeightedSupport,
} from './weighted-support.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { confidenceProblem, type Interval } from '../interval.ts';

/** More customers than this in both arms together are too many for an exact conditional method: it then takes more than a tenth of a second. */
export const mostExactCustomers = 1e8;

/** An odds ratio given the margins; `oddsRatio` is null where it is infinite or, without any variation, has no value. */
export interface ConditionalOddsRatio {
  readonly oddsRatio: number | null;
  readonly interval: Interval | OpenInterval;
}

/** What the interval of an exact conditional method is asked for. */
export interface ConditionalOptions {
  readonly confidenceShare?: number;
  readonly alternative?: Alternative;
}

/**
 * How many times higher the odds of a response are among the treated, given how many responded in all (the conditional
 * maximum likelihood estimate, which is a little nearer to 1 than the sample odds ratio, with its exact interval).
 * `treatment`, `control`: whole counts, at most a hundred million customers in all; `confidenceShare`: between 0 and 1,
 * 0.95 by default; `alternative`: 'greater' leaves the upper end open, 'less' begins at 0. The interval leaves out 1
 * exactly when the one-sided p-value of `fisherExactTest` is below alpha (two-sided: below half of alpha).
 * Refuses `no-trials`, `invalid-counts`, `invalid-confidence` and `too-large-for-exact`.
 * Source: Cornfield (1956); Fisher (1935), noncentral hypergeometric; R `fisher.test`, SciPy
 * `contingency.odds_ratio(kind='conditional')`.
 * Example: 2 of 12 against 15 of 18 gives 0.0469366, interval 0.0033258 to 0.3631823.
 */
export function conditionalOddsRatio(
  treatment: ArmCounts,
  control: ArmCounts,
  { confidenceShare = 0.95, alternative = 'two-sided' }: ConditionalOptions = {},
): Result<ConditionalOddsRatio> {
  const problem = exactProblem(treatment, control) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const { lowest, highest } = conditionalSupport(treatment, control, 1);
  const start = startingLogOddsRatio(treatment, control);
  const alpha = 1 - confidenceShare;
  const tail = alternative === 'two-sided' ? alpha / 2 : alpha;
  const observed = treatment.events;
  /** The odds ratio at which a figure of the distribution, rising in it, passes 1. */
  const whereOne = (rising: (sides: SidesOfObserved) => number): number => {
    const logarithm = (logOddsRatio: number): number => {
      const support = conditionalSupport(treatment, control, Math.exp(logOddsRatio));
      return Math.log(rising(sidesOfObserved(observed, support)));
    };
    return Math.exp(bracketedRoot(logarithm, ...outwardBracket(logarithm, start)));
  };
  const noLow = alternative === 'less' || observed === lowest;
  const noHigh = alternative === 'greater' || observed === highest;
  const low = noLow ? 0 : whereOne((sides) => upperTailShare(sides) / tail);
  const high = noHigh ? null : whereOne((sides) => tail / lowerTailShare(sides));
  return succeed({
    oddsRatio: oddsRatioEstimate(observed, lowest, highest, () =>
      whereOne(({ momentAbove, momentBelow }) => momentAbove / momentBelow),
    ),
    interval: high === null ? { low, high } : { low, high },
  });
}

function oddsRatioEstimate(
  observed: number,
  lowest: number,
  highest: number,
  inside: () => number,
): number | null {
  if (observed === highest) return null;
  return observed === lowest ? 0 : inside();
}

/** Why an exact conditional method cannot be used on two arms, or null. */
export function exactProblem(treatment: ArmCounts, control: ArmCounts): Problem | null {
  const customers = treatment.trials + control.trials;
  return (
    pairProblem({ treatment, control }) ??
    (customers > mostExactCustomers
      ? { code: 'too-large-for-exact', customers, most: mostExactCustomers }
      : null)
  );
}

/** How many of all the responses may lie with the treated when the odds ratio is this (noncentral hypergeometric). */
export function conditionalSupport(
  treatment: ArmCounts,
  control: ArmCounts,
  oddsRatio: number,
): WeightedSupport {
  const events = treatment.events + control.events;
  return {
    lowest: Math.max(0, events - control.trials),
    highest: Math.min(treatment.trials, events),
    ratioToNext: (value) =>
      ((oddsRatio * (treatment.trials - value)) / (value + 1)) *
      ((events - value) / (control.trials - events + value + 1)),
  };
}

/** A finite logarithm near that of the odds ratio: half a customer is added to every cell. */
function startingLogOddsRatio(treatment: ArmCounts, control: ArmCounts): number {
  const odds = ({ events, trials }: ArmCounts): number => (events + 0.5) / (trials - events + 0.5);
  return Math.log(odds(treatment) / odds(control));
}
