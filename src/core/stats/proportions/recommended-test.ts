import { refuse, succeed, type Result } from '#core/result.ts';
import { pairProblem, type ArmPair } from './arm-counts.ts';
import { mostUnconditionalCustomers } from './boschloo.ts';
import { mostExactCustomers } from './conditional-odds-ratio.ts';

/** A test of two response shares. */
export type ProportionTest = 'miettinen-nurminen' | 'boschloo' | 'fisher';

/** Which test is shown, and why. */
export interface RecommendedTest {
  readonly test: ProportionTest;
  readonly reason:
    'enough-expected' | 'few-expected' | 'few-expected-many-customers' | 'too-many-customers';
  /** The smallest of the four counts that the common share would lead one to expect. */
  readonly smallestExpected: number;
}

/** Below this many expected responders (or others) in an arm, the normal curve is no longer trusted. */
export const fewestExpected = 5;

/**
 * Which test of two response shares is to be shown: the score test, which agrees with the intervals, unless fewer than 5
 * responders or others are expected in an arm; then Boschloo's exact test, or Fisher's where there are too many customers
 * for Boschloo's. The reason is `enough-expected`, `few-expected`, `few-expected-many-customers`, or, where even Fisher's
 * test would take too long, `too-many-customers` (the score test).
 * `pair`: whole counts.
 * Refuses `no-trials` and `invalid-counts`.
 * Source: Cochran (1954), Biometrics 10: expected counts of at least 5; R `chisq.test` warns below the same limit.
 * Example: 3 of 40 against 1 of 40 expects 2 in each arm and gives Boschloo's test.
 */
export function recommendedTest({ treatment, control }: ArmPair): Result<RecommendedTest> {
  const problem = pairProblem({ treatment, control });
  if (problem) return refuse(problem);
  const events = treatment.events + control.events;
  const total = treatment.trials + control.trials;
  const smallestExpected =
    (Math.min(events, total - events) / total) * Math.min(treatment.trials, control.trials);
  const choose = (test: ProportionTest, reason: RecommendedTest['reason']) =>
    succeed({ test, reason, smallestExpected });
  if (smallestExpected >= fewestExpected) return choose('miettinen-nurminen', 'enough-expected');
  if (total <= mostUnconditionalCustomers) return choose('boschloo', 'few-expected');
  return total <= mostExactCustomers
    ? choose('fisher', 'few-expected-many-customers')
    : choose('miettinen-nurminen', 'too-many-customers');
}
