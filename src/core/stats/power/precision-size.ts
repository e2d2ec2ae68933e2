import { refuse, succeed, type Result } from '#core/result.ts';
import { confidenceProblem } from '../interval.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';

/** How sure the statement shall be: a confidence share, or the same as a number of standard errors (1.96). */
export type Confidence = { readonly confidenceShare: number } | { readonly standardErrors: number };

/**
 * How many customers one group needs so that its response share is known to within a half-width.
 * `share`: the share expected, strictly between 0 and 1; `halfWidth`: in shares, above 0 and below 1; `population`: when given, the
 * finite population correction n / (1 + n / N) for a statement about this list only. The answer is the formula's value,
 * to be rounded up.
 * Refuses `invalid-baseline`, `invalid-half-width`, `invalid-population` and `invalid-confidence`.
 * Source: Cochran (1977), 4.4; worked by Wheaton in DM News.
 * Example: 1.5% within 0.15 points at 1.96 standard errors gives 25226.51, that is 25,227; of 200,000 it is 22401.01.
 */
export function precisionSize(
  plan: Confidence & {
    readonly share: number;
    readonly halfWidth: number;
    readonly population?: number;
  },
): Result<number> {
  const { share, halfWidth, population } = plan;
  if (!(share > 0 && share < 1)) return refuse({ code: 'invalid-baseline', baselineShare: share });
  if (!(halfWidth > 0 && halfWidth < 1)) return refuse({ code: 'invalid-half-width', halfWidth });
  if (population !== undefined && !(population >= 1)) {
    return refuse({ code: 'invalid-population', population });
  }
  const problem = 'confidenceShare' in plan ? confidenceProblem(plan.confidenceShare) : null;
  if (problem) return refuse(problem);
  const standardErrors =
    'confidenceShare' in plan
      ? -normalQuantile((1 - plan.confidenceShare) / 2)
      : plan.standardErrors;
  if (!(standardErrors > 0 && Number.isFinite(standardErrors))) {
    return refuse({ code: 'invalid-confidence', standardErrors });
  }
  const size = (standardErrors / halfWidth) ** 2 * share * (1 - share);
  if (!Number.isFinite(size)) return refuse({ code: 'invalid-half-width', halfWidth });
  return succeed(population === undefined ? size : size / (1 + size / population));
}
