import { succeed, type Result } from '#core/result.ts';
import { maximumCriticalValue } from '#core/stats/distributions/dunnett-distribution.ts';
import { normalUpperQuantile } from '#core/stats/distributions/normal-distribution.ts';
import { contrastValue } from '#core/stats/power/hypothesis-power.ts';
import { wantedChance, type ArmComparison } from '#core/stats/power/many-arm-power.ts';
import { risingRoot } from '#core/stats/power/rising-root.ts';
import { contrastSpread, nullSpread, varianceParts, type PlannedGroup } from './contrast-spread.ts';
import type { Contrast } from './contrast.ts';
import type { FormPower, QuestionSetting } from './question-power.ts';

/**
 * The chance that at least one carrot is found to beat the holdout, over all cells weighed alike for every carrot.
 * Two comparisons share the holdout of each cell: they correlate with b_i b_j, b_i² being the holdout's part of the variance
 * of comparison i (Dunnett 1955 for unequal groups). `holm` finds whatever Bonferroni finds, and with the same chance any.
 */
export function manyToOnePower(
  setting: QuestionSetting,
  adjustment: 'dunnett' | 'holm' | 'none',
): Result<FormPower> {
  const { rows, groups, power, nullVariance } = setting;
  const spreads = rows.map((row) => contrastSpread(row, groups));
  const nullSpreads = rows.map((row) => nullSpread(row, groups, nullVariance));
  const critical = manyToOneLimit(setting, adjustment);
  const effects = rows.map((row) => contrastValue(row, groups));
  const found = effects.some((effect) => Math.abs(effect) >= 1e-12);
  const loadings = holdoutLoadings(rows, groups);
  const chanceAt = (factor: number): number => {
    const comparisons = rows.map((_, place): ArmComparison => {
      const spread = spreads[place] ?? Number.NaN;
      const shift = ((effects[place] ?? 0) / spread) * Math.sqrt(factor);
      const limitSpread = (nullSpreads[place] ?? spread) / spread;
      const told = Math.abs(effects[place] ?? 0) >= 1e-12;
      return {
        shift: told ? Math.sign(shift) * Math.min(1e6, Math.abs(shift)) : 0,
        loading: loadings[place] ?? 0,
        limitSpread,
      };
    });
    return wantedChance(
      { comparisons, criticalValue: critical, degreesOfFreedom: Number.POSITIVE_INFINITY },
      'any',
    );
  };
  const detectable = Math.max(
    ...rows.map(
      (_, place) =>
        critical * (nullSpreads[place] ?? 0) +
        normalUpperQuantile(1 - power) * (spreads[place] ?? 0),
    ),
  );
  const missing = (factor: number): number => chanceAt(factor) - power;
  return succeed({
    power: found ? chanceAt(1) : null,
    detectable,
    sizeFactor: found ? risingRoot(missing, { from: 1, lowest: 1e-9, most: 1e12 }) : null,
  });
}

/** The number of standard errors that each comparison with the holdout must reach. */
export function manyToOneLimit(
  setting: Omit<QuestionSetting, 'gaps' | 'power'>,
  adjustment: 'dunnett' | 'holm' | 'none',
): number {
  const { rows, groups, alpha, sides, nullVariance } = setting;
  if (adjustment === 'dunnett') {
    // Where nothing works all arms of a cell respond as its holdout does.
    const limitGroups = nullVariance === 'pooled' ? likeHoldout(rows, groups) : groups;
    return maximumCriticalValue({
      loadings: holdoutLoadings(rows, limitGroups),
      degreesOfFreedom: Number.POSITIVE_INFINITY,
      tail: alpha,
      sides,
    });
  }
  return normalUpperQuantile(alpha / sides / (adjustment === 'holm' ? rows.length : 1));
}

/** The root of the holdout's part of each comparison's variance; the holdout is what all rows take off. */
export function holdoutLoadings(
  rows: readonly Contrast[],
  groups: readonly PlannedGroup[],
): number[] {
  return rows.map((row) => {
    const parts = varianceParts(row, groups);
    const all = parts.reduce((sum, part) => sum + part, 0);
    const shared = parts.reduce((sum, part, place) => sum + ((row[place] ?? 0) < 0 ? part : 0), 0);
    return Math.sqrt(shared / all);
  });
}

function likeHoldout(rows: readonly Contrast[], groups: readonly PlannedGroup[]): PlannedGroup[] {
  const holdouts = new Map(
    groups
      .filter((_, place) => rows.some((row) => (row[place] ?? 0) < 0))
      .map(({ cell, variance }) => [cell, variance] as const),
  );
  return groups.map((group) => ({
    ...group,
    variance: holdouts.get(group.cell) ?? group.variance,
  }));
}
