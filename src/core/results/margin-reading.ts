import { succeed, type Result } from '#core/result.ts';
import type { Interval } from '../stats/interval.ts';
import { normalLowerTail, normalUpperTail } from '#core/stats/distributions/normal-distribution.ts';
import { differenceScore } from '#core/stats/proportions/proportion-difference.ts';
import { mantelHaenszelDifference } from '#core/stats/stratified/stratified.ts';
import type { AnalysisPlan, ExperimentTotals } from './analysis.ts';
import { pairByStratum } from './arm-totals.ts';
import { decide, type ArmsCompared } from './deciding.ts';
import type { DecidingComparison } from './reading.ts';

/** What can be claimed of a carrot by a margin. */
export type MarginFinding =
  /** The difference lies within the margin on both sides. */
  | 'equivalent'
  /** Not below the control by the margin or more; it may well be better. */
  | 'not-worse'
  /** Below the control by more than the margin. */
  | 'worse'
  | 'not-shown';

/** A carrot held against a margin around the control. In shares. */
export interface MarginReading {
  readonly basis: DecidingComparison['basis'];
  readonly difference: number;
  /** Two one-sided tests' interval: its confidence is 1 - 2 alpha of each comparison. */
  readonly interval: Interval;
  readonly intervalShare: number;
  /** Of "worse than the control by the margin or more", and of "further from it than the margin"; adjusted. */
  readonly notWorsePValue: number;
  readonly equivalentPValue: number;
  readonly finding: MarginFinding;
}

/**
 * Whether a carrot is as good as the control, or at least not worse, up to a margin: one-sided tests of the response at
 * minus and plus the margin, each at alpha = 1 - confidence. With several carrots alpha is divided by their number unless
 * the plan adjusts nothing (Bonferroni, whatever else the rule: Holm and Dunnett have no interval for both sides at once).
 * A carrot is within the margin exactly when its interval is.
 * `margin`: in shares, above 0 and below 1; `carrots`: how many could be compared.
 * Refuses what `decide` refuses.
 * Source: Schuirmann (1987), two one-sided tests; the score at the margin of Farrington & Manning (1990) with the N/(N-1)
 * of Miettinen & Nurminen (1985), as R `ratesci::scoreci`; within strata the Mantel-Haenszel difference with Sato's error.
 * Example: 100 of 1000 against 104 of 1000 within 3 points: p 0.028127 for both claims, equivalent at 0.05.
 */
export function readMargin(
  totals: ExperimentTotals,
  plan: Pick<AnalysisPlan, 'strata' | 'confidenceShare' | 'multiplicity'>,
  pair: ArmsCompared,
  margin: number,
  carrots: number,
): Result<MarginReading> {
  const factor = plan.multiplicity === 'none' ? 1 : carrots;
  const alpha = 1 - plan.confidenceShare;
  const intervalShare = 1 - (2 * alpha) / factor;
  const decided = decide(totals, plan, pair, intervalShare);
  if (!decided.ok) return decided;
  const { basis, difference, interval } = decided.value;
  const scoreAt = scores(totals, pair, basis);
  const adjust = (pValue: number): number => Math.min(1, factor * pValue);
  const notWorse = adjust(normalUpperTail(scoreAt(-margin)));
  const notBetter = adjust(normalLowerTail(scoreAt(margin)));
  const worse = adjust(normalLowerTail(scoreAt(-margin)));
  const equivalent = Math.max(notWorse, notBetter);
  return succeed({
    basis,
    difference,
    interval,
    intervalShare,
    notWorsePValue: notWorse,
    equivalentPValue: equivalent,
    finding:
      equivalent < alpha
        ? 'equivalent'
        : notWorse < alpha
          ? 'not-worse'
          : worse < alpha
            ? 'worse'
            : 'not-shown',
  });
}

/** How many standard errors the difference lies above an assumed one, by the method that decides. */
function scores(
  totals: ExperimentTotals,
  { treatment, control }: ArmsCompared,
  basis: DecidingComparison['basis'],
): (assumed: number) => number {
  if (basis === 'pooled')
    return (assumed) => differenceScore(treatment.counts, control.counts, assumed);
  const within = mantelHaenszelDifference(pairByStratum(totals, treatment.place, control.place));
  if (!within.ok) throw new Error(`Within the strata: ${within.problem.code}`);
  const { difference, standardError } = within.value;
  return (assumed) => (difference - assumed) / standardError;
}
