import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { Alternative } from './alternative.ts';
import { countsProblem, type ArmCounts } from './arm-counts.ts';
import { mostExactCustomers } from './conditional-odds-ratio.ts';
import { exactPValueOf } from './fisher-exact.ts';
import { sidesOfObserved } from './weighted-support.ts';

/** Which share a group is held against, and in which direction; two-sided by default. */
export interface OneShareOptions {
  readonly nullShare: number;
  readonly alternative?: Alternative;
}

/**
 * Whether the response share of one group differs from a stated one, exactly and however few customers there are.
 * `group`: whole counts, at most a hundred million customers; `nullShare`: strictly between 0 and 1; `alternative`:
 * two-sided by default, 'greater' when only a higher share counts. Two-sided, all counts not more likely than the
 * observed one are added up, ties within 1e-7 included. A p-value below 1e-300 is given as 5e-324, the smallest number.
 * Refuses `no-trials`, `invalid-counts`, `invalid-null-share` and `too-large-for-exact`.
 * Source: Clopper & Pearson (1934), Biometrika 26; R `binom.test`.
 * Example: 682 of 925 against 0.75 gives p 0.3824916.
 */
export function exactBinomialTest(
  group: ArmCounts,
  { nullShare, alternative = 'two-sided' }: OneShareOptions,
): Result<{ readonly alternative: Alternative; readonly pValue: number }> {
  const problem = oneShareProblem(group, nullShare);
  if (problem) return refuse(problem);
  const { events, trials } = group;
  if (trials > mostExactCustomers) {
    return refuse({ code: 'too-large-for-exact', customers: trials, most: mostExactCustomers });
  }
  const odds = nullShare / (1 - nullShare);
  const sides = sidesOfObserved(events, {
    lowest: 0,
    highest: trials,
    ratioToNext: (value) => odds * ((trials - value) / (value + 1)),
  });
  return succeed({ alternative, pValue: exactPValueOf(sides, alternative) });
}

/** Why a group cannot be held against a share, or null. */
export function oneShareProblem(group: ArmCounts, nullShare: number): Problem | null {
  const problem = countsProblem('group', group);
  if (problem) return problem;
  return nullShare > 0 && nullShare < 1 ? null : { code: 'invalid-null-share', nullShare };
}
