import type { Interval } from '../interval.ts';
import { sumOver, type StratumTable } from './strata.ts';

/** The Mantel-Haenszel odds ratio common to all strata: 0 or null (infinite) when one of its two sums is 0. */
export function mantelHaenszelOddsRatio(tables: readonly StratumTable[]): number | null {
  const along = sumOver(tables, (t) => (t.treatmentEvents * t.controlMisses) / t.total);
  const across = sumOver(tables, (t) => (t.treatmentMisses * t.controlEvents) / t.total);
  return across > 0 ? along / across : null;
}

/**
 * The interval of the Mantel-Haenszel odds ratio, or null where the ratio is 0 or infinite: its logarithm then has no
 * standard error. `z`: the normal quantile of the confidence.
 * The formula of Robins, Breslow & Greenland (1986), Biometrics 42, as in R `mantelhaen.test`.
 */
export function robinsBreslowGreenland(
  tables: readonly StratumTable[],
  z: number,
): Interval | null {
  const parts = tables.map((t) => ({
    along: (t.treatmentEvents * t.controlMisses) / t.total,
    across: (t.treatmentMisses * t.controlEvents) / t.total,
    agreeing: (t.treatmentEvents + t.controlMisses) / t.total,
    differing: (t.treatmentMisses + t.controlEvents) / t.total,
  }));
  const along = parts.reduce((sum, part) => sum + part.along, 0);
  const across = parts.reduce((sum, part) => sum + part.across, 0);
  if (along === 0 || across === 0) return null;
  const variance = parts.reduce(
    (sum, part) =>
      sum +
      (part.agreeing * part.along) / (2 * along * along) +
      (part.agreeing * part.across + part.differing * part.along) / (2 * along * across) +
      (part.differing * part.across) / (2 * across * across),
    0,
  );
  const halfWidth = z * Math.sqrt(variance);
  const ratio = along / across;
  return { low: ratio * Math.exp(-halfWidth), high: ratio * Math.exp(halfWidth) };
}
