import { simpsonCheck, type SimpsonCheck } from '#core/stats/stratified/simpson-check.ts';
import type { AnalysisPlan, ExperimentTotals } from './analysis.ts';
import { pairByStratum } from './arm-totals.ts';

/** A carrot that all customers together show in another light than their strata do. */
export interface StrataWarning {
  readonly arm: string;
  readonly check: SimpsonCheck;
}

/**
 * The carrots whose comparison with control changes once like is compared with like: it turns round, or an effect beyond
 * chance is gone or there only then. Empty without strata, and where nothing of that happens.
 * Source: `simpsonCheck`.
 * Example: women against men at Berkeley: 0.1416 below all together, 0.0184 above within the departments.
 */
export function readStrataWarnings(
  totals: ExperimentTotals,
  {
    control,
    strata,
    confidenceShare,
  }: Pick<AnalysisPlan, 'control' | 'strata' | 'confidenceShare'>,
): readonly StrataWarning[] {
  const place = totals.arms.indexOf(control);
  if (strata.kind === 'none' || totals.strata.length < 2 || place < 0) return [];
  return totals.arms.flatMap((arm, treatment) => {
    if (treatment === place) return [];
    const check = simpsonCheck(pairByStratum(totals, treatment, place), { confidenceShare });
    return check.ok && check.value.finding !== 'same' ? [{ arm, check: check.value }] : [];
  });
}
