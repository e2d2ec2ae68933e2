import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { logChoose } from '../numerics/log-choose.ts';

/** One day of an experiment whose customers are all there from the start: who could still respond, and who did. */
export interface ResponseDay {
  /** Customers of the arm who had not responded before the day. */
  readonly waitingTreatment: number;
  readonly waitingControl: number;
  readonly treatment: number;
  readonly control: number;
}

/** A day, made ready to be weighed under any effect. */
export interface LabelDraw {
  /** The fewest responses that can have come from the treatment, and what each number weighs without an effect. */
  readonly fewest: number;
  readonly logWeights: Float64Array;
  readonly observed: number;
}

/**
 * Whose responses the day's were: given how many came, how likely each number from the treatment is. Without an effect
 * the labels of those who respond are drawn like balls from an urn of all who wait (hypergeometric); where the odds to
 * respond on the day are multiplied by a ratio, by Fisher's noncentral hypergeometric distribution.
 */
export function labelDraw(day: ResponseDay): LabelDraw {
  const { waitingTreatment, waitingControl, treatment, control } = day;
  const responses = treatment + control;
  const fewest = Math.max(0, responses - waitingControl);
  const most = Math.min(responses, waitingTreatment);
  const whole = logChoose(waitingTreatment + waitingControl, responses);
  const logWeights = Float64Array.from({ length: most - fewest + 1 }, (_, place) => {
    const fromTreatment = fewest + place;
    return (
      logChoose(waitingTreatment, fromTreatment) +
      logChoose(waitingControl, responses - fromTreatment) -
      whole
    );
  });
  return { fewest, logWeights, observed: treatment };
}

/** Some days under an effect: the logarithm of the chance of what was seen, and how many were to be expected. */
export interface WeighedDays {
  readonly logChance: number;
  readonly expected: number;
  readonly variance: number;
}

/** `logRatio`: the logarithm of the odds ratio of responding on a day, 0 for no effect. */
export function weighDays(days: readonly LabelDraw[], logRatio: number): WeighedDays {
  let [logChance, expected, variance] = [0, 0, 0];
  for (const { fewest, logWeights, observed } of days) {
    if (logWeights.length === 1) {
      expected += fewest;
      continue;
    }
    let largest = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < logWeights.length; place += 1) {
      largest = Math.max(largest, (logWeights[place] ?? 0) + place * logRatio);
    }
    let [sum, first, second] = [0, 0, 0];
    for (let place = 0; place < logWeights.length; place += 1) {
      const weight = Math.exp((logWeights[place] ?? 0) + place * logRatio - largest);
      sum += weight;
      first += weight * place;
      second += weight * place * place;
    }
    const seen = observed - fewest;
    logChance += (logWeights[seen] ?? 0) + seen * logRatio - largest - Math.log(sum);
    const mean = first / sum;
    expected += fewest + mean;
    variance += Math.max(0, second / sum - mean * mean);
  }
  return { logChance, expected, variance };
}

/** How far the days leave the number of responses from the treatment open. */
export function reachOf(days: readonly LabelDraw[]): {
  readonly observed: number;
  readonly fewest: number;
  readonly most: number;
} {
  let [observed, fewest, most] = [0, 0, 0];
  for (const day of days) {
    observed += day.observed;
    fewest += day.fewest;
    most += day.fewest + day.logWeights.length - 1;
  }
  return { observed, fewest, most };
}

/** Days as draws; refuses `invalid-counts` with the place of the day, and `no-looks` where there is none. */
export function drawDays(days: readonly ResponseDay[]): Result<readonly LabelDraw[]> {
  if (days.length === 0) return refuse({ code: 'no-looks' });
  const problem = days.map(dayProblem).find((found) => found !== null);
  return problem ? refuse(problem) : succeed(days.map(labelDraw));
}

function dayProblem(
  { waitingTreatment, waitingControl, treatment, control }: ResponseDay,
  day: number,
): Problem | null {
  const isPart = (part: number, whole: number) =>
    Number.isSafeInteger(part) && Number.isSafeInteger(whole) && part >= 0 && part <= whole;
  return isPart(treatment, waitingTreatment) && isPart(control, waitingControl)
    ? null
    : { code: 'invalid-counts', day, waitingTreatment, waitingControl, treatment, control };
}
