import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import {
  chiSquareUpperQuantile,
  chiSquareUpperTail,
} from '#core/stats/distributions/chi-square-distribution.ts';
import { maximumUpperTail } from '#core/stats/distributions/maximum-distribution.ts';
import {
  normalTwoSided,
  normalUpperQuantile,
  normalUpperTail,
} from '#core/stats/distributions/normal-distribution.ts';
import { adjustHolm } from '#core/stats/multiplicity/adjusted-p-values.ts';
import { dot, solveSymmetric } from '#core/stats/numerics/linear-algebra.ts';
import { contrastCovariance } from '#core/stats/power/hypothesis-power.ts';
import type { PlannedGroup } from '../../design/questions/contrast-spread.ts';
import { holdoutLoadings, manyToOneLimit } from '../../design/questions/many-to-one-power.ts';
import type { QuestionContrasts } from '../../design/questions/question-contrasts.ts';
import type { AnyCarrotQuestion } from '../../design/questions/question.ts';
import { estimateContrast } from './contrast-estimate.ts';

/** The test of one question on what was observed. */
export interface QuestionTestResult {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Of each contrast that is tested, adjusted among them; empty for a joint test. */
  readonly rowPValues: readonly number[];
  /** How many standard errors wide the intervals are to each side, and their confidence. */
  readonly errors: number;
  readonly confidenceShare: number;
  /** The limit of the test in standard errors (of a joint test: a chi-square), at `alpha`. */
  readonly limit: number;
}

/**
 * Tests a question the way it was planned: Wald's statistic with the variances observed. One contrast by itself, carrots
 * against a holdout adjusted as declared (Dunnett's with the correlations observed), or all contrasts at once by a chi-square.
 * `alpha`: of the plan, for the intervals; `limitAlpha`: what the family's rule leaves the question.
 * Refuses `no-variation` where what is compared does not vary.
 * Source: Wald (1943); Dunnett (1955); Scheffé (1953) for the intervals of a joint test; `core/design/planning/question-test.ts`.
 */
export function testQuestion(
  { form, rows, oneSided }: QuestionContrasts,
  groups: readonly PlannedGroup[],
  adjustment: AnyCarrotQuestion['adjustment'],
  { alpha, limitAlpha }: { readonly alpha: number; readonly limitAlpha: number },
): Result<QuestionTestResult, Problem> {
  const spreads = rows.map((row) => estimateContrast(row, groups));
  if (!spreads.every(({ standardError }) => standardError > 0))
    return refuse({ code: 'no-variation' });
  const scores = spreads.map(({ estimate, standardError }) => estimate / standardError);
  if (form === 'joint') {
    const estimates = spreads.map(({ estimate }) => estimate);
    const solved = solveSymmetric(contrastCovariance(rows, groups), estimates);
    if (!solved) return refuse({ code: 'no-variation' });
    const statistic = Math.max(0, dot(estimates, solved));
    const degreesOfFreedom = rows.length;
    return succeed({
      statistic,
      degreesOfFreedom,
      pValue: chiSquareUpperTail(statistic, degreesOfFreedom),
      rowPValues: [],
      errors: Math.sqrt(chiSquareUpperQuantile(alpha, degreesOfFreedom)),
      confidenceShare: 1 - alpha,
      limit: chiSquareUpperQuantile(limitAlpha, degreesOfFreedom),
    });
  }
  if (form === 'single') {
    const [score = 0] = scores;
    const pValue = oneSided ? normalUpperTail(score) : normalTwoSided(score);
    return succeed({
      statistic: score,
      degreesOfFreedom: 1,
      pValue,
      rowPValues: [pValue],
      errors: normalUpperQuantile(oneSided ? alpha : alpha / 2),
      confidenceShare: oneSided ? 1 - 2 * alpha : 1 - alpha,
      limit: normalUpperQuantile(oneSided ? limitAlpha : limitAlpha / 2),
    });
  }
  const raw = scores.map(normalTwoSided);
  const loadings = holdoutLoadings(rows, groups);
  const rowPValues =
    adjustment === 'holm'
      ? adjustHolm(raw)
      : adjustment === 'none'
        ? raw
        : scores.map((score) => manyToOnePValue(score, loadings));
  const limitAt = (level: number, rule: AnyCarrotQuestion['adjustment']): number =>
    manyToOneLimit({ rows, groups, alpha: level, sides: 2, nullVariance: 'planned' }, rule);
  return succeed({
    statistic: scores.reduce((most, score) => (Math.abs(score) > Math.abs(most) ? score : most), 0),
    degreesOfFreedom: 1,
    pValue: Math.min(...rowPValues),
    rowPValues,
    // Holm has no intervals of its own: those of each carrot by itself agree with its p-value before the adjustment.
    errors: limitAt(alpha, adjustment === 'dunnett' ? 'dunnett' : 'none'),
    confidenceShare: 1 - alpha,
    limit: limitAt(limitAlpha, adjustment),
  });
}

function manyToOnePValue(score: number, loadings: readonly number[]): number {
  return loadings.length === 1
    ? normalTwoSided(score)
    : maximumUpperTail({
        loadings,
        degreesOfFreedom: Number.POSITIVE_INFINITY,
        critical: Math.abs(score),
        sides: 2,
      });
}
