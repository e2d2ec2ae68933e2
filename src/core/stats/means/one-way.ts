import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { fUpperTail } from '../distributions/f-distribution.ts';
import { squaredError } from './mean-difference.ts';
import { meanProblem, type ArmMean } from './mean-interval.ts';

/** Several means compared at once. Degrees of freedom: of the arms, and of the customers within them. */
export interface OneWayTest {
  readonly method: 'anova' | 'welch';
  readonly statistic: number;
  readonly degreesOfFreedomBetween: number;
  readonly degreesOfFreedomWithin: number;
  readonly pValue: number;
}

/**
 * Whether the means of several arms differ, when all arms vary alike (one-way analysis of variance).
 * `arms`: two or more, each a count of 2 or more, mean and sample standard deviation.
 * Refuses `too-few-arms`, `too-few-values`, `invalid-mean`, and `no-variation` when no arm varies.
 * Source: Fisher (1925); R `oneway.test(var.equal = TRUE)`, `anova(lm(y ~ arm))`.
 * Example: R's `PlantGrowth` (ten plants in each of three arms) gives F 4.846088 on 2 and 27, p 0.01590996.
 */
export function oneWayAnova(arms: readonly ArmMean[]): Result<OneWayTest> {
  const problem = armsProblem(arms);
  if (problem) return refuse(problem);
  const customers = sumOver(arms, ({ count }) => count);
  const grandMean = sumOver(arms, ({ count, mean }) => (count / customers) * mean);
  const within = customers - arms.length;
  const variance = sumOver(
    arms,
    ({ count, standardDeviation }) => ((count - 1) / within) * standardDeviation ** 2,
  );
  if (!(variance > 0)) return refuse({ code: 'no-variation' });
  const between = arms.length - 1;
  const distance = sumOver(arms, ({ count, mean }) => count * (mean - grandMean) ** 2);
  return testOf('anova', distance / variance / between, between, within);
}

/**
 * Whether the means of several arms differ, each arm with its own variance: the safe choice for spend.
 * `arms`: two or more, each a count of 2 or more, mean and sample standard deviation. With two arms this is Welch's t
 * test, its statistic squared.
 * Refuses `too-few-arms`, `too-few-values`, `invalid-mean`, and `no-variation` when an arm does not vary.
 * Source: Welch (1951), Biometrika 38; R `oneway.test`.
 * Example: R's `PlantGrowth` gives F 5.180972 on 2 and 17.12841, p 0.01739282.
 */
export function welchAnova(arms: readonly ArmMean[]): Result<OneWayTest> {
  const problem = armsProblem(arms);
  if (problem) return refuse(problem);
  const flat = arms.findIndex(({ standardDeviation }) => !(standardDeviation > 0));
  if (flat >= 0) return refuse({ code: 'no-variation', arm: String(flat + 1) });
  const weights = arms.map((arm) => 1 / squaredError(arm));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / whole);
  const grandMean = sumOver(arms, ({ mean }, place) => (shares[place] ?? 0) * mean);
  const between = arms.length - 1;
  const uncertainty =
    sumOver(arms, ({ count }, place) => (1 - (shares[place] ?? 0)) ** 2 / (count - 1)) /
    (arms.length ** 2 - 1);
  const distance = sumOver(
    arms,
    ({ mean }, place) => (weights[place] ?? 0) * (mean - grandMean) ** 2,
  );
  const statistic = distance / between / (1 + 2 * (arms.length - 2) * uncertainty);
  return testOf('welch', statistic, between, 1 / (3 * uncertainty));
}

/** Why several arms cannot be compared, or null when they can. */
export function armsProblem(arms: readonly ArmMean[]): Problem | null {
  if (arms.length < 2) return { code: 'too-few-arms', arms: arms.length };
  const problems = arms.map((arm, place) => meanProblem(String(place + 1), arm));
  return problems.find((problem) => problem !== null) ?? null;
}

function testOf(
  method: OneWayTest['method'],
  statistic: number,
  degreesOfFreedomBetween: number,
  degreesOfFreedomWithin: number,
): Result<OneWayTest> {
  // Arms further apart than a squared number can say.
  if (!Number.isFinite(statistic)) return refuse({ code: 'invalid-mean', statistic });
  const pValue = fUpperTail(statistic, {
    numerator: degreesOfFreedomBetween,
    denominator: degreesOfFreedomWithin,
  });
  return succeed({ method, statistic, degreesOfFreedomBetween, degreesOfFreedomWithin, pValue });
}

function sumOver(arms: readonly ArmMean[], value: (arm: ArmMean, place: number) => number): number {
  return arms.reduce((sum, arm, place) => sum + value(arm, place), 0);
}
