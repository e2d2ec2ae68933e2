import { findings } from '../results/finding.ts';
import type { ExperimentAnalysis } from '../results/reading.ts';
import type { ExperimentOutcome } from './project-document.ts';

/**
 * What history keeps of an analysis: the carrot furthest above control, as the verdict compares it. Null where no carrot could
 * be compared.
 * Example: the bundled sample keeps point, 0.076667 above control, of 3,600 customers.
 */
export function outcomeOf(analysis: ExperimentAnalysis): ExperimentOutcome | null {
  const found = findings(analysis);
  const [best] = found;
  if (!best) return null;
  return {
    bestArm: best.arm,
    difference: best.difference,
    differenceLow: best.interval.low,
    differenceHigh: best.interval.high,
    pValueAdjusted: best.pValueAdjusted,
    customers: analysis.customers,
    carrots: found.map((finding) => ({
      arm: finding.arm,
      difference: finding.difference,
      customers: finding.customers,
      share: finding.share,
      holdoutCustomers: finding.controlCustomers,
      holdoutShare: finding.controlShare,
    })),
  };
}
