import { succeed, type Result } from '#core/result.ts';
import type { Interval } from '../interval.ts';
import type { ArmCounts, ArmPair } from '../proportions/arm-counts.ts';
import { compareProportions } from '../proportions/proportion-difference.ts';
import { stratifiedScoreDifference } from './stratified-score.ts';
import { cochranMantelHaenszel } from './stratified.ts';

/** One way to compare the arms: the difference in shares, and the odds ratio (null when infinite). */
export interface ComparedDirection {
  readonly difference: number;
  readonly interval: Interval;
  readonly pValue: number;
  readonly oddsRatio: number | null;
}

/**
 * What strata do to a comparison. `reversed`: the two directions differ and chance explains neither. `turned`: they
 * differ, but at least one is within chance. `vanished`: the crude effect is beyond chance, the stratified one is not.
 * `appeared`: the other way round. `same`: nothing of that.
 */
export type StrataFinding = 'reversed' | 'turned' | 'vanished' | 'appeared' | 'same';

/** The crude and the stratified comparison side by side. */
export interface SimpsonCheck {
  readonly crude: ComparedDirection;
  readonly stratified: ComparedDirection;
  readonly signsDiffer: boolean;
  readonly bothDistinguishable: boolean;
  readonly finding: StrataFinding;
}

/**
 * Whether the arms compare differently once like is compared with like: what all customers show together against what
 * they show within their strata (Simpson's paradox).
 * `strata`: whole counts; the crude comparison takes all customers, the stratified one only strata with both arms.
 * `confidenceShare`: between 0 and 1, 0.95 by default; an effect is distinguishable when its p-value is below the rest.
 * Refuses `invalid-counts` with its stratum, `invalid-confidence`, and `no-informative-strata`.
 * Source: Simpson (1951), Journal of the Royal Statistical Society B 13; Bickel, Hammel & O'Connell (1975), Science 187;
 * the comparisons are `compareProportions` and `stratifiedScoreDifference`.
 * Example: the Berkeley admissions of men against women: crude odds ratio 1.8411, stratified 0.9047, `turned`.
 */
export function simpsonCheck(
  strata: readonly ArmPair[],
  { confidenceShare = 0.95 }: { readonly confidenceShare?: number } = {},
): Result<SimpsonCheck> {
  const within = cochranMantelHaenszel(strata, { confidenceShare });
  if (!within.ok) return within;
  const pooled = {
    treatment: pool(strata.map(({ treatment }) => treatment)),
    control: pool(strata.map(({ control }) => control)),
  };
  const together = cochranMantelHaenszel([pooled], { confidenceShare });
  if (!together.ok) return together;
  const plain = compareProportions(pooled.treatment, pooled.control, confidenceShare);
  if (!plain.ok) return plain;
  const score = stratifiedScoreDifference(strata, { confidenceShare });
  if (!score.ok) return score;
  const crude = directionOf(plain.value, together.value.oddsRatio);
  const stratified = directionOf(score.value, within.value.oddsRatio);
  const signsDiffer = Math.sign(crude.difference) * Math.sign(stratified.difference) === -1;
  const beyondChance = (one: ComparedDirection): boolean => one.pValue < 1 - confidenceShare;
  return succeed({
    crude,
    stratified,
    signsDiffer,
    bothDistinguishable: beyondChance(crude) && beyondChance(stratified),
    finding: findingOf(signsDiffer, beyondChance(crude), beyondChance(stratified)),
  });
}

function findingOf(signsDiffer: boolean, crude: boolean, stratified: boolean): StrataFinding {
  if (signsDiffer) return crude && stratified ? 'reversed' : 'turned';
  if (crude === stratified) return 'same';
  return crude ? 'vanished' : 'appeared';
}

function directionOf(
  { difference, interval, pValue }: Omit<ComparedDirection, 'oddsRatio'>,
  oddsRatio: number | null,
): ComparedDirection {
  return { difference, interval, pValue, oddsRatio };
}

function pool(arms: readonly ArmCounts[]): ArmCounts {
  return {
    events: arms.reduce((sum, { events }) => sum + events, 0),
    trials: arms.reduce((sum, { trials }) => sum + trials, 0),
  };
}
