import type { Result } from '../result.ts';
import { bootstrapMeanDifference, type BootstrapAnswer } from '../stats/means/bootstrap.ts';
import { locationShift, type LocationShift } from '../stats/means/hodges-lehmann.ts';
import { countValues, mergeCounts } from '../stats/means/value-counts.ts';
import {
  stratifiedRankTest,
  type StratifiedRankTest,
} from '../stats/stratified/stratified-rank-test.ts';

/** The money of every customer of two arms in one stratum, zeros included. */
export interface MoneyStratum {
  readonly treatment: readonly number[];
  readonly control: readonly number[];
}

/** Whether what is said of a carrot's money holds without the assumptions of a t test. Decides nothing. */
export interface MoneyRobustness {
  readonly arm: string;
  /** The difference in means with customers drawn again inside their stratum and arm. */
  readonly resampled: Result<BootstrapAnswer>;
  /** Who spends more, by order alone, within the strata. */
  readonly ranks: Result<StratifiedRankTest>;
  /** By how much a customer typically spends more, all strata together. */
  readonly shift: Result<LocationShift>;
}

/** The seed of every reading: the same file gives the same interval, and nobody can try seeds. */
export const robustnessSeed = 'carrotlab-money';
/** One more than a round number of hundreds, so that 2.5 % is a replicate of its own. */
export const robustnessReplicates = 1999;

/** Customers of both arms with another amount than most: more take longer than about twenty seconds, and Welch is right then. */
export const mostRobustBuyers = 250_000;

/**
 * The money of a carrot against the control by three methods that a few large amounts cannot carry away: a bootstrap with
 * its BCa interval inside the strata, van Elteren's rank test, and the Hodges-Lehmann shift. None is adjusted for several
 * carrots. `strata`: customers of both arms; one in which an arm has nobody tells nothing and is left out.
 * Each refuses for itself what its method refuses.
 * Source: `bootstrapMeanDifference`, `stratifiedRankTest`, `locationShift`.
 * Example: where most spend nothing the shift is 0, however much the few spend.
 */
export function moneyRobustness(
  arm: string,
  strata: readonly MoneyStratum[],
  confidenceShare: number,
): MoneyRobustness {
  const told = strata.filter(({ treatment, control }) => treatment.length * control.length > 0);
  const counted = told.map(({ treatment, control }) => ({
    treatment: countValues(treatment),
    control: countValues(control),
  }));
  return {
    arm,
    resampled: bootstrapMeanDifference(told, {
      seed: robustnessSeed,
      replicates: robustnessReplicates,
      confidenceShare,
      mostDraws: mostRobustBuyers * robustnessReplicates,
    }),
    ranks: stratifiedRankTest(counted),
    shift: locationShift(
      mergeCounts(counted.map(({ treatment }) => treatment)),
      mergeCounts(counted.map(({ control }) => control)),
      confidenceShare,
      { continuityCorrection: false },
    ),
  };
}
