import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { meanProblem, type ArmMean } from '../means/mean-interval.ts';
import { pairProblem, type ArmCounts } from '../proportions/arm-counts.ts';

/** What is known of an effect after so many customers (of both arms together). */
export interface RunningEstimate {
  readonly estimate: number;
  readonly standardError: number;
  readonly customers: number;
}

/** How the sequence is tuned; fixed before the first customer. */
export interface SequenceTuning {
  readonly confidenceShare: number;
  /** The number of customers at which the interval shall be tightest: about as many as are expected. */
  readonly tuningCustomers: number;
}

/** An interval and p-value that hold at every look at once. */
export interface AlwaysValidReading {
  readonly interval: Interval;
  readonly pValue: number;
}

/**
 * Which effects are still possible, if one looks after every customer and stops whenever one likes (asymptotic confidence
 * sequence). All intervals together hold the true effect with the confidence share, once the arms are large enough for
 * their standard errors to be trusted. The p-value is below 1 - confidenceShare exactly when the interval leaves out 0.
 * `current`: estimate and standard error in the unit of the effect, customers 2 or more; `tuningCustomers`: above 0, fixed
 * beforehand. Changing it along the way breaks the promise.
 * Refuses `invalid-effect` (not a number), `no-variation` (standard error 0), `invalid-size` (customers),
 * `invalid-tuning` and `invalid-confidence`.
 * Source: Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (2024), Annals of Statistics 52, equations 9, 155 and 161.
 * Example: 0.02 ± 0.01 after 5000 customers, tuned for 5000, at 0.95 gives -0.01035 to 0.05035 and p 0.5060.
 */
export function confidenceSequence(
  current: RunningEstimate,
  tuning: SequenceTuning,
): Result<AlwaysValidReading> {
  const problem = estimateProblem(current) ?? tuningProblem(tuning);
  if (problem) return refuse(problem);
  const { estimate, standardError, customers } = current;
  // n rho²: how many prior variances the information is worth.
  const weight = customers * squaredRho(tuning);
  const logRoot = 0.5 * Math.log1p(weight);
  const z = estimate / standardError;
  const halfWidth =
    standardError *
    Math.sqrt(((2 * (weight + 1)) / weight) * (logRoot - Math.log1p(-tuning.confidenceShare)));
  return succeed({
    interval: { low: estimate - halfWidth, high: estimate + halfWidth },
    pValue: Math.min(1, Math.exp(logRoot - (weight / (2 * (weight + 1))) * z * z)),
  });
}

/**
 * The difference of two response shares so far, at any time (treatment minus control, in shares).
 * `treatment`, `control`: whole counts so far; `tuning`: as for `confidenceSequence`.
 * Refuses `no-trials`, `invalid-counts`, `no-variation` (the arms show no spread yet) and what `confidenceSequence` refuses.
 * Source: Waudby-Smith et al. (2024), Annals of Statistics 52, equation 9, with the unpooled standard error of the difference.
 * Example: 300 of 3000 against 240 of 3000, tuned for 6000, at 0.95 gives -0.002414 to 0.042414.
 */
export function shareDifferenceSequence(
  treatment: ArmCounts,
  control: ArmCounts,
  tuning: SequenceTuning,
): Result<AlwaysValidReading & RunningEstimate> {
  const problem = pairProblem({ treatment, control });
  if (problem) return refuse(problem);
  const variance = ({ events, trials }: ArmCounts): number =>
    ((events / trials) * (1 - events / trials)) / trials;
  return readingOf(
    {
      estimate: treatment.events / treatment.trials - control.events / control.trials,
      standardError: Math.sqrt(variance(treatment) + variance(control)),
      customers: treatment.trials + control.trials,
    },
    tuning,
  );
}

/**
 * The difference of two means so far, at any time (treatment minus control, in the unit of the mean).
 * `treatment`, `control`: count, mean, sample standard deviation so far; `tuning`: as for `confidenceSequence`.
 * Refuses what `meanInterval` refuses of an arm, `no-variation`, and what `confidenceSequence` refuses.
 * Source: Waudby-Smith et al. (2024), Annals of Statistics 52, equation 9, with Welch's standard error of the difference.
 * Example: 3461 at 0.7 ± 6.2 against 3000 at 0.47 ± 4.2, tuned for 6461, at 0.95 gives -0.1656 to 0.6256.
 */
export function meanDifferenceSequence(
  treatment: ArmMean,
  control: ArmMean,
  tuning: SequenceTuning,
): Result<AlwaysValidReading & RunningEstimate> {
  const problem = meanProblem('treatment', treatment) ?? meanProblem('control', control);
  if (problem) return refuse(problem);
  const squared = ({ standardDeviation, count }: ArmMean): number => standardDeviation ** 2 / count;
  return readingOf(
    {
      estimate: treatment.mean - control.mean,
      standardError: Math.sqrt(squared(treatment) + squared(control)),
      customers: treatment.count + control.count,
    },
    tuning,
  );
}

function readingOf(
  current: RunningEstimate,
  tuning: SequenceTuning,
): Result<AlwaysValidReading & RunningEstimate> {
  const reading = confidenceSequence(current, tuning);
  return reading.ok ? succeed({ ...current, ...reading.value }) : reading;
}

/** Makes the interval tightest at the tuning size. */
function squaredRho({ confidenceShare, tuningCustomers }: SequenceTuning): number {
  const doubled = -2 * Math.log1p(-confidenceShare);
  return (doubled + Math.log1p(doubled)) / tuningCustomers;
}

/** Why an estimate cannot be read, or null. */
export function estimateProblem(current: RunningEstimate): Problem | null {
  const { estimate, standardError, customers } = current;
  if (standardError === 0) return { code: 'no-variation', ...current };
  const possible = standardError > 0 && Number.isFinite(estimate / standardError);
  if (!possible || !Number.isFinite(standardError) || Math.abs(estimate / standardError) > 1e100) {
    return { code: 'invalid-effect', estimate, standardError };
  }
  return customers >= 2 && customers <= Number.MAX_SAFE_INTEGER
    ? null
    : { code: 'invalid-size', customers };
}

function tuningProblem({ confidenceShare, tuningCustomers }: SequenceTuning): Problem | null {
  const possible = tuningCustomers > 0 && tuningCustomers <= Number.MAX_SAFE_INTEGER;
  if (!possible) return { code: 'invalid-tuning', tuningCustomers };
  return confidenceProblem(confidenceShare);
}
