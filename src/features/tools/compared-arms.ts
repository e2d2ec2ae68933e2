import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { ArmCounts } from '#core/stats/proportions/arm-counts.ts';
import { relativeLiftOfMeans } from '#core/stats/means/mean-difference.ts';
import type { ArmMean } from '#core/stats/means/mean-interval.ts';
import { testMeans } from '#core/stats/means/mean-test.ts';
import { fisherExactPValue } from '#core/stats/proportions/fisher-exact.ts';
import {
  compareProportions,
  pooledChiSquare,
} from '#core/stats/proportions/proportion-difference.ts';
import { recommendedTest } from '#core/stats/proportions/recommended-test.ts';
import { relativeLift } from '#core/stats/proportions/proportion-ratio.ts';
import type { Interval } from '#core/stats/interval.ts';
import { boschlooPValue } from './boschloo-memory.ts';
import type { ArmProblem, MeanMethod, RateMethod } from './significance-address.ts';

export interface Estimate {
  readonly value: number;
  readonly interval: Interval;
}

/** Two arms against each other, by the chosen test. */
export interface Comparison {
  readonly difference: Result<Estimate>;
  readonly lift: Result<Estimate>;
  readonly pValue: Result<number>;
  /** The exact p-value beside an approximate one, where so few responses are expected; else null. */
  readonly exact: { readonly test: 'boschloo' | 'fisher'; readonly pValue: Result<number> } | null;
  /** Conversions in both arms together; null where the outcome is a mean. */
  readonly events: number | null;
}

/** Two arms by their response shares. */
export function compareRates(
  arm: ArmCounts,
  control: ArmCounts,
  method: RateMethod,
  confidence: number,
): Comparison {
  const events = arm.events + control.events;
  const comparison = compareProportions(arm, control, confidence);
  const nothing = nothingToCompare(arm, control);
  return {
    events,
    difference: mapped(comparison, ({ difference, interval }) => ({ value: difference, interval })),
    lift: mapped(relativeLift(arm, control, confidence), ({ lift: value, interval }) => ({
      value,
      interval,
    })),
    pValue: nothing ?? rateTests[method](arm, control),
    exact: nothing ? null : exactBeside(arm, control, method),
  };
}

/**
 * Why two arms in which nobody, or everybody, responded have no p-value: there is nothing to test, and the 1 that exact
 * tests give there would look like an answer.
 */
export function nothingToCompare(arm: ArmCounts, control: ArmCounts) {
  const events = arm.events + control.events;
  if (events > 0 && events < arm.trials + control.trials) return null;
  return refuse({ code: events === 0 ? 'no-events' : 'all-events' });
}

type RateTest = (arm: ArmCounts, control: ArmCounts) => Result<number>;
const pValueOf = (result: Result<{ readonly pValue: number }>): Result<number> =>
  mapped(result, ({ pValue }) => pValue);

const rateTests: Record<RateMethod, RateTest> = {
  score: (arm, control) => pValueOf(compareProportions(arm, control, 0.95)),
  boschloo: (arm, control) => boschlooPValue(arm, control),
  fisher: (arm, control) => fisherExactPValue(arm, control),
  'pooled-z': (arm, control) => pValueOf(pooledChiSquare(arm, control)),
};

/** The exact test that is recommended for these counts, unless the chosen test is exact itself. */
function exactBeside(arm: ArmCounts, control: ArmCounts, method: RateMethod): Comparison['exact'] {
  if (method === 'boschloo' || method === 'fisher') return null;
  const recommended = recommendedTest({ treatment: arm, control });
  if (!recommended.ok || recommended.value.test === 'miettinen-nurminen') return null;
  const { test } = recommended.value;
  return { test, pValue: rateTests[test](arm, control) };
}

/** Two arms by their means. */
export function compareAmounts(
  arm: ArmMean,
  control: ArmMean,
  method: MeanMethod,
  confidence: number,
): Comparison {
  const variance = method === 'student' ? 'pooled' : 'own';
  const comparison = testMeans(arm, control, { variance, confidenceShare: confidence });
  return {
    events: null,
    exact: null,
    difference: mapped(comparison, ({ difference, interval }) => ({ value: difference, interval })),
    lift: mapped(relativeLiftOfMeans(arm, control, confidence), ({ lift: value, interval }) => ({
      value,
      interval,
    })),
    pValue: pValueOf(comparison),
  };
}

/** Compares two arms where both can be read; an arm that cannot be read says so in every place. */
export function comparedIfReadable<Arm extends object>(
  arm: Arm | ArmProblem,
  control: Arm | ArmProblem,
  compare: (arm: Arm, control: Arm) => Comparison,
): Comparison {
  if (!isProblem(control) && !isProblem(arm)) return compare(arm, control);
  const reason = refuse<Problem>({
    code: isProblem(control) ? 'control-unreadable' : 'arm-unreadable',
  });
  return { events: null, exact: null, difference: reason, lift: reason, pValue: reason };
}

export function isProblem(arm: object): arm is ArmProblem {
  return 'problem' in arm;
}

export function mapped<From, To>(result: Result<From>, change: (value: From) => To): Result<To> {
  return result.ok ? succeed(change(result.value)) : result;
}
