import { refuse, succeed, type Result } from '#core/result.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { confidenceProblem } from '../interval.ts';
import { pairwiseDifferences } from './pairwise-differences.ts';
import { mostExactWork, exactWork, untiedQuantile } from './rank-sum-exact.ts';
import { exactByDefault, rankProblem, rankVariance, type RankSumOptions } from './rank-sum-test.ts';
import { customersOf, type ValueCounts } from './value-counts.ts';

/** By how much one arm lies above the other; an end that is not asked for (one-sided) is null. */
export interface LocationShift {
  readonly method: 'exact' | 'normal';
  /** The median of all differences of a treated and a control value, in the unit of the values. */
  readonly shift: number;
  readonly interval: { readonly low: number | null; readonly high: number | null };
  /** What an exact interval really covers (whole pairs cannot hit the wanted share); null when normal. */
  readonly coveredShare: number | null;
}

/**
 * By how much the values of the treated customers are typically higher: the Hodges-Lehmann shift with its interval.
 * `treatment`, `control`: value counts, ascending (`countValues` makes them of raw values); `confidenceShare`: between 0
 * and 1; the options are those of `rankSumTest`, and so is the choice of the method, except that an exact interval needs
 * values without ties. With `greater` the interval has no upper end, with `less` no lower one.
 * The shift is typical, not average: where most customers spend nothing it is 0 however much the few spend.
 * Refuses what `rankSumTest` refuses, `invalid-confidence`, and `ties` when `method` is `exact` and values are equal.
 * Source: Hodges & Lehmann (1963); Hollander & Wolfe (1999), 4.2 and 4.3; R `wilcox.test(conf.int = TRUE)`, whose
 * normal limits approach these as its `tol.root` goes to 0.
 * Example: G29's values, two-sided at 0.95, give 0.305, interval -0.15 to 0.76.
 */
export function locationShift(
  treatment: ValueCounts,
  control: ValueCounts,
  confidenceShare: number,
  options: RankSumOptions = {},
): Result<LocationShift> {
  const problem = rankProblem(treatment, control) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const { alternative = 'two-sided', method = 'automatic', continuityCorrection = true } = options;
  const [treated, controls] = [customersOf(treatment), customersOf(control)];
  const pairs = treated * controls;
  const differenceAt = pairwiseDifferences(treatment, control);
  const shift = (differenceAt(Math.ceil(pairs / 2)) + differenceAt(Math.ceil((pairs + 1) / 2))) / 2;
  const tail = (1 - confidenceShare) / (alternative === 'two-sided' ? 2 : 1);
  const ends = (place: number): LocationShift['interval'] => ({
    low: alternative === 'less' ? null : differenceAt(place),
    high: alternative === 'greater' ? null : differenceAt(pairs + 1 - place),
  });
  if (method === 'exact' || (method === 'automatic' && exactByDefault(treatment, control))) {
    const untied = [...treatment, ...control].length === treated + controls;
    if (!untied || sharesValue(treatment, control)) return refuse({ code: 'ties' });
    if (exactWork(treatment, control) > mostExactWork) {
      return refuse({ code: 'too-large-for-exact', pairs });
    }
    const { place, share } = untiedQuantile(treated, controls, tail);
    const coveredShare = 1 - share * (alternative === 'two-sided' ? 2 : 1);
    return succeed({ method: 'exact', shift, interval: ends(place), coveredShare });
  }
  // While no two arms' values coincide, as between any two differences, only ties inside an arm remain.
  const spread = Math.sqrt(rankVariance(treated, controls, [...treatment, ...control]));
  const reach = -normalQuantile(tail) * spread + (continuityCorrection ? 0.5 : 0);
  const place = Math.min(pairs, Math.max(1, pairs - Math.floor(pairs / 2 + reach)));
  return succeed({ method: 'normal', shift, interval: ends(place), coveredShare: null });
}

function sharesValue(first: ValueCounts, second: ValueCounts): boolean {
  const values = new Set(first.map(({ value }) => value));
  return second.some(({ value }) => values.has(value));
}
