import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { normalQuantile, normalUpperTail } from '../distributions/normal-distribution.ts';
import { criticalValue } from './proportion-power-scale.ts';

/** What is expected of one stratum. */
export interface PlannedStratum {
  /** Its part of all customers of the experiment; the weights need not add up to 1. */
  readonly weight: number;
  /** The control's response share, strictly between 0 and 1. */
  readonly controlShare: number;
  /** The treatment's response share, 0 to 1. */
  readonly treatedShare: number;
  /** Which part of the stratum is treated, strictly between 0 and 1; one half by default. */
  readonly treatedPart?: number;
}

/** A comparison within strata, to be judged by the Cochran-Mantel-Haenszel test. */
export interface StratifiedPlan {
  readonly strata: readonly PlannedStratum[];
  readonly alpha: number;
  readonly sides?: 1 | 2;
  /** Whether the test will subtract one half (Nam 1992); false by default. */
  readonly continuityCorrection?: boolean;
}

/**
 * How many customers, all strata and both arms together, the Cochran-Mantel-Haenszel test needs for the wanted power.
 * `power`: strictly between 0 and 1. The formula's value, to be rounded up.
 * Refuses `no-strata`, `invalid-stratum` with its place, `invalid-alpha`, `invalid-power` and `effect-too-small` (no
 * difference on the whole, or beyond the numbers).
 * Source: Woolson, Bean & Rojas (1986), Biometrics 42; with the correction Nam (1992), Biometrics 48; R
 * `samplesizeCMH::power.cmh.test`.
 * Example: Nam's four strata (75, 70, 65, 60%; weights .10 .40 .35 .15), odds ratio 3, one-sided 0.05, power 0.9 gives
 * 171, corrected 192.
 */
export function sampleSizeForStrata(
  plan: StratifiedPlan & { readonly power: number },
): Result<number> {
  const { power } = plan;
  const problem = stratifiedProblem(plan) ?? powerProblem(power);
  if (problem) return refuse(problem);
  const { underNull, spread, distance } = sumsOf(plan.strata);
  const reach = criticalValue(plan) * underNull - normalQuantile(1 - power) * spread;
  if (!(reach > 0)) return refuse({ code: 'invalid-power', power });
  const plain = (reach / distance) ** 2;
  const size = plan.continuityCorrection
    ? (plain / 4) * (1 + Math.sqrt(1 + 2 / (Math.abs(distance) * plain))) ** 2
    : plain;
  return Number.isFinite(size) ? succeed(size) : refuse({ code: 'effect-too-small', distance });
}

/**
 * How likely the Cochran-Mantel-Haenszel test finds the expected differences among so many customers.
 * `size`: all strata and both arms together, above 0.
 * Refuses `no-strata`, `invalid-stratum`, `invalid-alpha` and `invalid-size`.
 * Source: Woolson, Bean & Rojas (1986), Biometrics 42; Nam (1992), Biometrics 48; solved for the power (the far tail is not counted).
 * Example: Nam's four strata as above with 200 customers give 0.9364787 without the correction.
 */
export function powerOfStrata(plan: StratifiedPlan & { readonly size: number }): Result<number> {
  const problem = stratifiedProblem(plan) ?? sizeProblem(plan.size);
  return problem ? refuse(problem) : succeed(powerAt(plan, plan.strata));
}

/**
 * The smallest common odds ratio that the Cochran-Mantel-Haenszel test finds with the wanted power.
 * `strata`: their `treatedShare` is not looked at; `size`: all customers; `direction`: `rise` (an odds ratio above 1) by
 * default, or `fall`.
 * Refuses what the others refuse, and `no-detectable-effect` when even an odds ratio of a million million is not found.
 * Source: Woolson, Bean & Rojas (1986), Biometrics 42; Nam (1992), Biometrics 48; solved for the odds ratio.
 * Example: Nam's four strata with 171 customers, one-sided 0.05, power 0.9 give 2.996965.
 */
export function detectableCommonOddsRatio(
  plan: StratifiedPlan & {
    readonly size: number;
    readonly power: number;
    readonly direction?: 'rise' | 'fall';
  },
): Result<number> {
  const { power, direction = 'rise' } = plan;
  const problem = stratifiedProblem(plan) ?? sizeProblem(plan.size) ?? powerProblem(power);
  if (problem) return refuse(problem);
  const sign = direction === 'rise' ? 1 : -1;
  const missing = (logOdds: number): number =>
    powerAt(plan, withOddsRatio(plan.strata, Math.exp(sign * logOdds))) - power;
  return smallestEffect(missing, Math.log(1e12), (logOdds) => Math.exp(sign * logOdds), power);
}

/**
 * The smallest difference of response shares, the same in all strata, that the test finds with the wanted power.
 * Arguments as above; the answer is in shares, below 0 for a fall.
 * Refuses what the others refuse, and `no-detectable-effect` when even the largest common difference is not found.
 * Source: Woolson, Bean & Rojas (1986), Biometrics 42; Nam (1992), Biometrics 48; solved for the difference.
 * Example: one stratum of 5% with 16315.46 customers, two-sided 0.05, power 0.8 gives 0.01.
 */
export function detectableCommonDifference(
  plan: StratifiedPlan & {
    readonly size: number;
    readonly power: number;
    readonly direction?: 'rise' | 'fall';
  },
): Result<number> {
  const { power, strata, direction = 'rise' } = plan;
  const problem = stratifiedProblem(plan) ?? sizeProblem(plan.size) ?? powerProblem(power);
  if (problem) return refuse(problem);
  const sign = direction === 'rise' ? 1 : -1;
  const rooms = strata.map(({ controlShare }) => (sign > 0 ? 1 - controlShare : controlShare));
  const missing = (difference: number): number => {
    const shifted = strata.map((stratum) => {
      const treatedShare = stratum.controlShare + sign * difference;
      return { ...stratum, treatedShare: Math.min(1, Math.max(0, treatedShare)) };
    });
    return powerAt(plan, shifted) - power;
  };
  return smallestEffect(missing, Math.min(...rooms), (difference) => sign * difference, power);
}

/** The treated shares that an odds ratio against the control's gives. */
export function withOddsRatio(
  strata: readonly PlannedStratum[],
  oddsRatio: number,
): PlannedStratum[] {
  return strata.map((stratum) => {
    const odds = oddsRatio * stratum.controlShare;
    return { ...stratum, treatedShare: odds / (1 - stratum.controlShare + odds) };
  });
}

function smallestEffect(
  missing: (effect: number) => number,
  largest: number,
  answer: (effect: number) => number,
  power: number,
): Result<number> {
  const smallest = 1e-12 * largest;
  if (missing(smallest) >= 0) return refuse({ code: 'invalid-power', power });
  if (missing(largest) < 0) {
    const largestPower = missing(largest) + power;
    return refuse({ code: 'no-detectable-effect', largest: answer(largest), largestPower });
  }
  return succeed(answer(bracketedRoot(missing, smallest, largest)));
}

/** Per customer of the whole: the distance of the test, and its spread with and without an effect. */
function sumsOf(strata: readonly PlannedStratum[]) {
  const all = strata.reduce((sum, { weight }) => sum + weight, 0);
  let [nullVariance, variance, distance] = [0, 0, 0];
  for (const { weight, controlShare, treatedShare, treatedPart = 0.5 } of strata) {
    const split = (weight / all) * treatedPart * (1 - treatedPart);
    const pooled = treatedPart * treatedShare + (1 - treatedPart) * controlShare;
    nullVariance += split * pooled * (1 - pooled);
    variance +=
      split *
      ((1 - treatedPart) * treatedShare * (1 - treatedShare) +
        treatedPart * controlShare * (1 - controlShare));
    distance += split * (treatedShare - controlShare);
  }
  return { underNull: Math.sqrt(nullVariance), spread: Math.sqrt(variance), distance };
}

function powerAt(
  plan: StratifiedPlan & { readonly size: number },
  strata: readonly PlannedStratum[],
): number {
  const { underNull, spread, distance } = sumsOf(strata);
  const corrected = Math.abs(distance) - (plan.continuityCorrection ? 0.5 / plan.size : 0);
  const shortfall = criticalValue(plan) * underNull - corrected * Math.sqrt(plan.size);
  return normalUpperTail(shortfall / spread);
}

/** Nearer to 0 or 1 than this, shares and weights are refused: their squares would leave the numbers. */
const least = 1e-12;

function stratifiedProblem({ strata, alpha }: StratifiedPlan): Problem | null {
  if (strata.length === 0) return { code: 'no-strata' };
  for (const [stratum, planned] of strata.entries()) {
    const { weight, controlShare, treatedShare, treatedPart = 0.5 } = planned;
    const possible =
      weight >= least &&
      weight <= 1e12 &&
      controlShare >= least &&
      controlShare <= 1 - least &&
      treatedShare >= 0 &&
      treatedShare <= 1 &&
      treatedPart >= least &&
      treatedPart <= 1 - least;
    if (!possible) return { code: 'invalid-stratum', stratum, ...planned };
  }
  return alpha >= 1e-100 && alpha < 0.5 ? null : { code: 'invalid-alpha', alpha };
}

function sizeProblem(size: number): Problem | null {
  return size >= 1e-3 && size <= 1e15 ? null : { code: 'invalid-size', size };
}

function powerProblem(power: number): Problem | null {
  return power > 0 && power < 1 ? null : { code: 'invalid-power', power };
}
