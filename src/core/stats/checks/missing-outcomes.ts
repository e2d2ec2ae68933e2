import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { adjustHolm } from '../multiplicity/adjusted-p-values.ts';
import { generalAssociation, type GeneralisedAssociation } from '../stratified/generalised-cmh.ts';

/** One arm in one stratum: how many customers were assigned, and of how many the outcome is missing. Whole numbers. */
export interface MissingCounts {
  readonly assigned: number;
  readonly missing: number;
}

/** One stratum in which outcomes are missing; shares per arm, null for an arm of nobody. */
export interface StratumMissing {
  readonly stratum: number;
  readonly missingShares: readonly (number | null)[];
  readonly pValue: number;
  /** Times the number of strata that can tell, step by step (Holm). */
  readonly adjustedPValue: number;
}

/** Whether outcomes are missing alike in all arms. */
export interface MissingOutcomes {
  readonly missingShares: readonly (number | null)[];
  /** Compared within strata: the one to judge by. */
  readonly stratified: GeneralisedAssociation;
  /** Compared over all customers, as if there were no strata. */
  readonly crude: GeneralisedAssociation;
  readonly strata: readonly StratumMissing[];
  readonly worst: StratumMissing;
  readonly alarm: boolean;
}

/** The usual alarm limit: a chance of one in a hundred. */
export const missingOutcomesAlarm = 0.01;

/**
 * Whether the share of customers whose outcome is missing depends on the arm: then those who are left can no longer be
 * compared, however well the draw was made.
 * `strata`: per stratum one entry per arm, in the same order; arms may be empty. `alarm`: the p-value within strata, or
 * the worst stratum's after Holm's adjustment, is below one in a hundred (a chi-square: in cells of a handful of
 * customers the stratum's own p-value is rough).
 * Refuses `invalid-counts` and `arms-do-not-match`, each with its stratum, `nothing-missing` (no outcome is missing:
 * nothing to fear) and `no-informative-strata` (everything is missing, or no stratum has two arms).
 * Source: Landis, Heyman & Koch (1978) for arms by missing or not, in strata; R `mantelhaen.test(correct = FALSE)`;
 * Holm (1979).
 * Example: 30 of 1000 missing against 60 of 1000 in one stratum and 5 of 200 against 4 of 200 in another give 8.8701,
 * df 1, p 0.0029: an alarm.
 */
export function missingOutcomesCheck(
  strata: readonly (readonly MissingCounts[])[],
): Result<MissingOutcomes> {
  const problem = missingProblem(strata);
  if (problem) return refuse(problem);
  const pooled = poolStrata(strata);
  if (pooled.every(({ missing }) => missing === 0)) return refuse({ code: 'nothing-missing' });
  const stratified = generalAssociation(strata.map(tableOf));
  if (!stratified.ok) return stratified;
  const crude = generalAssociation([tableOf(pooled)]);
  if (!crude.ok) return crude;
  const alone = strata.flatMap((arms, stratum) => {
    const found = generalAssociation([tableOf(arms)]);
    const missingShares = arms.map(shareOf);
    return found.ok ? [{ stratum, missingShares, pValue: found.value.pValue }] : [];
  });
  const adjusted = adjustHolm(alone.map(({ pValue }) => pValue));
  const judged = alone.map((one, place) => ({
    ...one,
    adjustedPValue: adjusted[place] ?? one.pValue,
  }));
  const [first, ...others] = judged;
  if (!first) return refuse({ code: 'no-informative-strata', strata: strata.length });
  const worst = others.reduce((most, one) => (one.pValue < most.pValue ? one : most), first);
  return succeed({
    missingShares: pooled.map(shareOf),
    stratified: stratified.value,
    crude: crude.value,
    strata: judged,
    worst,
    alarm: Math.min(stratified.value.pValue, worst.adjustedPValue) < missingOutcomesAlarm,
  });
}

function tableOf(arms: readonly MissingCounts[]): number[][] {
  return arms.map(({ assigned, missing }) => [missing, assigned - missing]);
}

function shareOf({ assigned, missing }: MissingCounts): number | null {
  return assigned > 0 ? missing / assigned : null;
}

function poolStrata(strata: readonly (readonly MissingCounts[])[]): MissingCounts[] {
  return (strata[0] ?? []).map((_, arm) => ({
    assigned: strata.reduce((sum, arms) => sum + (arms[arm]?.assigned ?? 0), 0),
    missing: strata.reduce((sum, arms) => sum + (arms[arm]?.missing ?? 0), 0),
  }));
}

function missingProblem(strata: readonly (readonly MissingCounts[])[]): Problem | null {
  const wanted = strata[0]?.length ?? 0;
  for (const [stratum, arms] of strata.entries()) {
    if (arms.length !== wanted || wanted < 2) {
      return { code: 'arms-do-not-match', stratum, arms: arms.length, wanted };
    }
    for (const [arm, { assigned, missing }] of arms.entries()) {
      const whole = Number.isSafeInteger(assigned) && Number.isSafeInteger(missing);
      if (!whole || missing < 0 || missing > assigned) {
        return { code: 'invalid-counts', stratum, arm, assigned, missing };
      }
    }
  }
  return strata.length > 0 ? null : { code: 'no-informative-strata', strata: 0 };
}
