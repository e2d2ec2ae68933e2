import type { Result } from '#core/result.ts';
import {
  mantelHaenszelDifference,
  type StratifiedDifference,
} from '#core/stats/stratified/stratified.ts';
import type { AnalysisPlan, ExperimentTotals } from './analysis.ts';
import { pairByStratum, summariseArms } from './arm-totals.ts';
import { isTooFewToJudge } from './event-floor.ts';
import { stratumLevels } from './stratum-levels.ts';

/** One carrot against control at one level of an attribute. */
export interface LevelEffect {
  readonly arm: string;
  /** Customers are compared within the strata that the other attributes make of the level. In shares. */
  readonly difference: Result<StratifiedDifference>;
  /** Too few responses over both arms to be judged by itself. */
  readonly isTooFew: boolean;
}

/** Every carrot at every level of an attribute. */
export interface AttributeEffects {
  readonly attribute: string;
  readonly levels: readonly { readonly level: string; readonly effects: readonly LevelEffect[] }[];
}

/**
 * What every carrot did at every level of every attribute of the strata.
 * `totals`: whole counts by stratum and arm; `plan`: names the control, the strata and the confidence. Carrots come in the
 * order of the totals, levels in reading order. Empty without strata.
 * Refusals per effect are those of `mantelHaenszelDifference`.
 * Source: the Mantel-Haenszel difference with Sato's variance.
 * Example: the sample's POINT adds 16 points where points are high, 0.33 where they are low.
 */
export function readLevelEffects(
  totals: ExperimentTotals,
  {
    control,
    strata,
    confidenceShare,
  }: Pick<AnalysisPlan, 'control' | 'strata' | 'confidenceShare'>,
): readonly AttributeEffects[] {
  const { attributes, levelsOfStratum } = stratumLevels(totals, strata);
  const reference = totals.arms.indexOf(control);
  return attributes.map(({ name, levels }, place) => ({
    attribute: name,
    levels: levels.map((level) => {
      const here = {
        ...totals,
        strata: totals.strata.filter((_, stratum) => levelsOfStratum[stratum]?.[place] === level),
      };
      const arms = summariseArms(here);
      const kept = arms[reference]?.counts.events ?? 0;
      return {
        level,
        effects: arms
          .filter((arm) => arm.place !== reference)
          .map(({ name: arm, place: treatment, counts }) => ({
            arm,
            difference: mantelHaenszelDifference(pairByStratum(here, treatment, reference), {
              confidenceShare,
            }),
            isTooFew: isTooFewToJudge(counts.events, kept),
          })),
      };
    }),
  }));
}
