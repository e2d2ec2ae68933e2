import { refuse, succeed, type Result } from '#core/result.ts';
import type { Alternative } from './alternative.ts';
import { pairProblem, type ArmCounts } from './arm-counts.ts';
import { oneShareProblem, type OneShareOptions } from './binomial-test.ts';
import { shareVariance } from './difference-intervals.ts';
import { observedDifference } from './proportion-difference.ts';
import { normalTwoSided, normalUpperTail } from '../distributions/normal-distribution.ts';

/** A z test: `difference` and `standardError` in shares, `statistic` their ratio. */
export interface ZTest {
  readonly alternative: Alternative;
  readonly difference: number;
  readonly standardError: number;
  readonly statistic: number;
  readonly pValue: number;
}

/** In which direction a z test looks; two-sided by default. */
export interface ZTestOptions {
  readonly alternative?: Alternative;
}

/**
 * Whether two response shares differ, with the standard error of one common share (pooled z test).
 * `treatment`, `control`: whole counts; `alternative`: two-sided by default. Its square is `pooledChiSquare`.
 * Refuses `no-trials`, `invalid-counts`, and `no-variation` when nobody or everybody responded in both arms.
 * Source: Fleiss, Levin & Paik (2003), chapter 3; statsmodels `proportions_ztest`.
 * Example: 5 of 83 against 12 of 99 gives z -1.4078304151258787, p 0.15918129181156992.
 */
export function pooledZTest(
  treatment: ArmCounts,
  control: ArmCounts,
  { alternative = 'two-sided' }: ZTestOptions = {},
): Result<ZTest> {
  const problem = pairProblem({ treatment, control });
  if (problem) return refuse(problem);
  const events = treatment.events + control.events;
  const total = treatment.trials + control.trials;
  const variance = ((events / total) * (total - events)) / treatment.trials / control.trials;
  if (variance === 0) return refuse({ code: 'no-variation', events, total });
  return succeed(zTest(observedDifference(treatment, control), Math.sqrt(variance), alternative));
}

/**
 * Whether two response shares differ, with the standard error of each arm's own share (unpooled, or Wald, z test: more
 * significant than it should be for small or unequal arms).
 * `treatment`, `control`: whole counts; `alternative`: two-sided by default. It agrees with `waldDifferenceInterval`.
 * Refuses `no-trials`, `invalid-counts`, and `no-variation` when neither arm has both responders and others.
 * Source: Fleiss, Levin & Paik (2003), chapter 3; statsmodels `test_proportions_2indep(method='wald')`.
 * Example: 5 of 83 against 12 of 99 gives z -1.4542, p 0.1459.
 */
export function unpooledZTest(
  treatment: ArmCounts,
  control: ArmCounts,
  { alternative = 'two-sided' }: ZTestOptions = {},
): Result<ZTest> {
  const problem = pairProblem({ treatment, control });
  if (problem) return refuse(problem);
  const variance = shareVariance(treatment) + shareVariance(control);
  if (variance === 0) {
    const events = treatment.events + control.events;
    return refuse({ code: 'no-variation', events, total: treatment.trials + control.trials });
  }
  return succeed(zTest(observedDifference(treatment, control), Math.sqrt(variance), alternative));
}

/**
 * Whether the response share of one group differs from a stated one (one-sample z test).
 * `group`: whole counts; `nullShare`: strictly between 0 and 1; `alternative`: two-sided by default; `standardError`:
 * that of the stated share ('stated', the default, in agreement with `wilsonInterval`), or that of the observed share
 * ('observed', in agreement with `waldInterval`).
 * Refuses `no-trials`, `invalid-counts`, `invalid-null-share`, and `no-variation` when nobody or everybody responded and
 * the observed standard error is asked for.
 * Source: Fleiss, Levin & Paik (2003), chapter 2; R `prop.test(correct = FALSE)`, statsmodels `proportions_ztest(value = )`.
 * Example: 5 of 83 against 0.05 gives z 0.4281, and with the observed standard error 0.392126026314.
 */
export function oneShareZTest(
  group: ArmCounts,
  options: OneShareOptions & { readonly standardError?: 'stated' | 'observed' },
): Result<ZTest> {
  const { nullShare, alternative = 'two-sided', standardError = 'stated' } = options;
  const problem = oneShareProblem(group, nullShare);
  if (problem) return refuse(problem);
  const { events, trials } = group;
  const variance =
    standardError === 'stated' ? (nullShare * (1 - nullShare)) / trials : shareVariance(group);
  if (variance === 0) return refuse({ code: 'no-variation', events, total: trials });
  const difference = (events - trials * nullShare) / trials;
  return succeed(zTest(difference, Math.sqrt(variance), alternative));
}

function zTest(difference: number, standardError: number, alternative: Alternative): ZTest {
  const statistic = difference / standardError;
  const pValues = {
    'two-sided': normalTwoSided,
    greater: normalUpperTail,
    less: (z: number) => normalUpperTail(-z),
  };
  return {
    alternative,
    difference,
    standardError,
    statistic,
    pValue: pValues[alternative](statistic),
  };
}
