import { refuse, succeed, type Result } from '#core/result.ts';
import { pairProblem, type ArmCounts } from './arm-counts.ts';
import { fittedCell } from './fitted-cell.ts';
import { outwardBracket } from './outward-bracket.ts';
import type { OpenInterval } from './proportion-ratio.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';

/** How many times higher the odds of a response are; `oddsRatio` is null where it is infinite. */
export interface OddsRatioScore {
  readonly method: 'miettinen-nurminen';
  readonly oddsRatio: number | null;
  readonly interval: Interval | OpenInterval;
}

/**
 * How many times higher the odds of a response are among the treated (sample odds ratio with its score interval).
 * `treatment`, `control`: whole counts; `confidenceShare`: between 0 and 1. With the factor N/(N-1) of the difference and
 * the ratio, so that the interval leaves out 1 exactly when the p-value of `compareProportions` is below
 * 1 - confidenceShare. Where no control responded, or every treated customer did, the odds ratio is infinite (null) and
 * the interval open above; in the mirrored cases both begin at 0.
 * Refuses `no-variation` (nobody or everybody responded: the odds ratio has no value and none is ruled out), `no-trials`,
 * `invalid-counts` and `invalid-confidence`.
 * Source: Miettinen & Nurminen (1985), Statistics in Medicine 4, equation 13; Cornfield (1956) without the factor.
 * Example: 7 of 34 against 1 of 34 at 0.95 gives 8.555556, interval 1.246622 to 56.461576.
 */
export function scoreOddsRatio(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
): Result<OddsRatioScore> {
  const problem = pairProblem({ treatment, control }) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const events = treatment.events + control.events;
  const total = treatment.trials + control.trials;
  if (events === 0 || events === total) return refuse({ code: 'no-variation', events, total });
  const z = -normalQuantile((1 - confidenceShare) / 2);
  const along = treatment.events * (control.trials - control.events);
  const across = (treatment.trials - treatment.events) * control.events;
  const start = Math.log((along + 0.5) / (across + 0.5));
  const limit = (target: number): number => {
    const rising = (logOddsRatio: number): number =>
      target - oddsRatioScore(treatment, control, logOddsRatio);
    return Math.exp(bracketedRoot(rising, ...outwardBracket(rising, start)));
  };
  const low = along === 0 ? 0 : limit(z);
  return succeed({
    method: 'miettinen-nurminen',
    oddsRatio: across === 0 ? null : along / across,
    interval: across === 0 ? { low, high: null } : { low, high: limit(-z) },
  });
}

/**
 * How far the observed responses of the treated lie from those an assumed odds ratio would give, in standard errors under
 * that assumption. Falls as the assumed odds ratio rises.
 */
export function oddsRatioScore(
  treatment: ArmCounts,
  control: ArmCounts,
  logOddsRatio: number,
): number {
  const ratio = Math.exp(logOddsRatio);
  const events = treatment.events + control.events;
  const total = treatment.trials + control.trials;
  const misses = total - events;
  const cells = [
    {
      sign: 1,
      observed: treatment.events,
      fit: fittedCell(treatment.trials, events, total, ratio),
    },
    {
      sign: -1,
      observed: treatment.trials - treatment.events,
      fit: fittedCell(treatment.trials, misses, total, 1 / ratio),
    },
    {
      sign: -1,
      observed: control.events,
      fit: fittedCell(control.trials, events, total, 1 / ratio),
    },
    {
      sign: 1,
      observed: control.trials - control.events,
      fit: fittedCell(control.trials, misses, total, ratio),
    },
  ] as const;
  // The distance is the same in every cell; the smallest cell tells it with the most digits.
  const { sign, observed, fit } = cells.reduce((least, cell) =>
    cell.fit < least.fit ? cell : least,
  );
  const distance = sign * (observed - fit);
  if (distance === 0) return 0;
  const information = cells.reduce((sum, cell) => sum + 1 / cell.fit, 0);
  return distance * Math.sqrt((information * (total - 1)) / total);
}
