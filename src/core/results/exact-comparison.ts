import { succeed, type Result } from '#core/result.ts';
import { adjustBonferroni, adjustHolm } from '#core/stats/multiplicity/adjusted-p-values.ts';
import type { ArmPair } from '#core/stats/proportions/arm-counts.ts';
import { boschlooTest } from '#core/stats/proportions/boschloo.ts';
import { fisherExactTest } from '#core/stats/proportions/fisher-exact.ts';
import { recommendedTest, type RecommendedTest } from '#core/stats/proportions/recommended-test.ts';
import type { MultiplicityRule } from './analysis.ts';
import { compareShareCounts } from './deciding.ts';

/** A carrot against the control by the test that its counts ask for. */
export interface ExactComparison extends RecommendedTest {
  readonly pValue: number;
  /** Adjusted over all carrots that could be compared, each by its own test. */
  readonly pValueAdjusted: number;
}

/**
 * Every carrot against the control by the test that is right for its counts: the score test, or an exact one where fewer
 * than five responders (or others) are expected in an arm. All customers together, two-sided.
 * `pairs`: whole counts; `rule`: how p-values are adjusted. Exact tests have no joint distribution to take Dunnett's
 * limit from, so that `dunnett` is Holm's here.
 * Refuses `no-trials`, `invalid-counts`, and `no-variation` where nobody (or everybody) responded in both arms.
 * Source: `recommendedTest` (Cochran 1954), `boschlooTest`, `fisherExactTest`.
 * Example: 7 of 34 against 1 of 34 expects 4 responders in an arm and goes by Boschloo's test.
 */
export function exactComparisons(
  pairs: readonly ArmPair[],
  rule: MultiplicityRule,
): readonly Result<ExactComparison>[] {
  const tests = pairs.map(testOne);
  const pValues = tests.flatMap((test) => (test.ok ? [test.value.pValue] : []));
  const adjusted = adjustBy(rule, pValues).values();
  return tests.map((test) =>
    test.ok ? succeed({ ...test.value, pValueAdjusted: adjusted.next().value as number }) : test,
  );
}

function adjustBy(rule: MultiplicityRule, pValues: readonly number[]): readonly number[] {
  if (rule === 'none') return pValues;
  return rule === 'bonferroni' ? adjustBonferroni(pValues) : adjustHolm(pValues);
}

function testOne(pair: ArmPair): Result<RecommendedTest & { readonly pValue: number }> {
  const { treatment, control } = pair;
  const score = compareShareCounts(treatment, control, 0.95);
  if (!score.ok) return score;
  const recommended = recommendedTest(pair);
  if (!recommended.ok) return recommended;
  const exact =
    recommended.value.test === 'boschloo'
      ? boschlooTest(treatment, control)
      : recommended.value.test === 'fisher'
        ? fisherExactTest(treatment, control)
        : score;
  return exact.ok ? succeed({ ...recommended.value, pValue: exact.value.pValue }) : exact;
}
