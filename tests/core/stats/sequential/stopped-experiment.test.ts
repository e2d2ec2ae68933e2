import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupSequentialBoundaries } from '#core/stats/sequential/group-sequential-boundaries.ts';
import {
  repeatedConfidenceInterval,
  repeatedPValue,
} from '#core/stats/sequential/repeated-confidence-interval.ts';
import type { SequentialDesign } from '#core/stats/sequential/sequential-design.ts';
import { stageWiseAnalysis } from '#core/stats/sequential/stage-wise-analysis.ts';
import { normalQuantile, normalUpperTail } from '#core/stats/distributions/normal-distribution.ts';
import { runs } from '../../../property-runs.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface ExactReading {
  criticalValues: number[];
  informationShares: number[];
  sides: 1 | 2;
  look: number;
  z: number;
  p: number;
  low: number;
  median: number;
  high: number;
}
type RpactReading = Pick<SequentialDesign, 'rule' | 'alpha'> & { sides: 1 | 2 } & Record<
    | 'z'
    | 'estimate'
    | 'sd'
    | 'rciLow'
    | 'rciHigh'
    | 'repeatedP'
    | 'finalP'
    | 'low'
    | 'high'
    | 'median',
    number[]
  >;
const { readings: exact } = oracle<{ readings: ExactReading[] }>('sequential/exact-looks');
const { readings: rpact } = oracle<{ readings: RpactReading[] }>('sequential/boundaries');

const thirds = [1 / 3, 2 / 3, 1];
/** Stands in the oracle for what rpact does not compute. */
const absent = -99;

/** What rpact was given at a look: 100 customers each time. */
function currentAt(row: RpactReading, look: number) {
  const standardError = (row.sd[look - 1] ?? NaN) / Math.sqrt(100 * look);
  return { look, estimate: row.estimate[look - 1] ?? NaN, standardError };
}

describe('the reading of an experiment that was stopped', () => {
  it('is that of another recursion to ten digits', () => {
    expect(exact.length).toBeGreaterThanOrEqual(80);
    for (const row of exact) {
      const looks = row.informationShares.map((informationShare, place) => ({
        informationShare,
        criticalValue: row.criticalValues[place] ?? null,
      }));
      const stopped = { look: row.look, estimate: row.z, standardError: 1 };
      const found = valueOf(stageWiseAnalysis({ sides: row.sides, looks }, stopped, 0.95));
      expectClose(found.pValue, row.p, 1e-10, row);
      expectClose(found.interval.low, row.low, 1e-10, row);
      expectClose(found.medianUnbiasedEstimate, row.median, 1e-10, row);
      expectClose(found.interval.high, row.high, 1e-10, row);
    }
  });

  it('is that of rpact for one-sided designs', () => {
    // Two-sided rpact leaves the lower limits out of the ordering; its own roots are exact to about 1e-6.
    let compared = 0;
    for (const row of rpact.filter(({ sides }) => sides === 1)) {
      const design = { informationShares: thirds, ...row };
      const plan = valueOf(groupSequentialBoundaries(design));
      for (const look of [1, 2, 3]) {
        const place = look - 1;
        if ((row.finalP[place] ?? absent) === absent) continue;
        compared += 1;
        const current = currentAt(row, look);
        const found = valueOf(stageWiseAnalysis(plan, current, 1 - 2 * row.alpha));
        expectClose(found.pValue, row.finalP[place] ?? NaN, 1e-6, row);
        expectClose(found.interval.low, row.low[place] ?? NaN, 1e-5, row);
        expectClose(found.interval.high, row.high[place] ?? NaN, 1e-5, row);
        expectClose(found.medianUnbiasedEstimate, row.median[place] ?? NaN, 1e-5, row);
      }
    }
    expect(compared).toBe(20);
  });

  it('is the ordinary one when the first look stopped it, or when there is one look only', () => {
    const plan = { sides: 1 as const, looks: [{ informationShare: 0.5, criticalValue: 2 }] };
    const stopped = { look: 1, estimate: 0.06, standardError: 0.02 };
    const found = valueOf(stageWiseAnalysis(plan, stopped, 0.9));
    expectClose(found.pValue, normalUpperTail(3), 1e-13, 'p');
    expectClose(found.medianUnbiasedEstimate, 0.06, 1e-12, 'median');
    expectClose(found.interval.low, 0.06 + 0.02 * normalQuantile(0.05), 1e-11, 'low');
  });

  it('excludes 0 exactly when the p-value says so, and mirrors with the sign', () => {
    const rule = { kind: 'lan-demets-obrien-fleming' } as const;
    const plan = valueOf(
      groupSequentialBoundaries({ informationShares: thirds, alpha: 0.05, rule }),
    );
    fc.assert(
      fc.property(between(-5, 5), (estimate) => {
        const stopped = { look: 3, estimate, standardError: 1 };
        const there = valueOf(stageWiseAnalysis(plan, stopped, 0.95));
        const { interval, pValue } = there;
        expect(interval.low > 0 || interval.high < 0).toBe(pValue < 0.05);
        const back = valueOf(stageWiseAnalysis(plan, { ...stopped, estimate: -estimate }, 0.95));
        expectClose(back.pValue, pValue, 1e-12, estimate);
        expectClose(back.interval.low, -interval.high, 1e-9, estimate, 1);
      }),
      runs(15),
    );
  });

  it('refuses what was not stopped and what cannot be read', () => {
    const plan = valueOf(
      groupSequentialBoundaries({
        informationShares: thirds,
        alpha: 0.05,
        rule: { kind: 'pocock' },
      }),
    );
    const refused = (look: number, estimate: number, standardError = 1, confidence = 0.95) =>
      refusalOf(stageWiseAnalysis(plan, { look, estimate, standardError }, confidence));
    expect(refused(1, 1.5)).toBe('still-running');
    expect(refused(4, 3)).toBe('invalid-look');
    expect(refused(0, 3)).toBe('invalid-look');
    expect(refused(1, 3, 0)).toBe('invalid-effect');
    expect(refused(1, NaN)).toBe('invalid-effect');
    expect(refused(1, 300)).toBe('invalid-effect');
    expect(refused(1, 3, 1, 1)).toBe('invalid-confidence');
  });
});

describe('the repeated interval and p-value', () => {
  it('are those of rpact', () => {
    // rpact's own limits are exact to about 1e-6 of the effect (its intervals are not quite symmetric), its p-values to 1e-6.
    let compared = 0;
    for (const row of rpact) {
      const design = { informationShares: thirds, ...row };
      for (const look of [1, 2, 3]) {
        const low = row.rciLow[look - 1] ?? absent;
        if (low === absent) continue;
        const current = currentAt(row, look);
        const interval = valueOf(repeatedConfidenceInterval(design, current));
        expectClose(interval.low, low, 5e-6, row, 0.1);
        expectClose(interval.high, row.rciHigh[look - 1] ?? NaN, 5e-6, row, 0.1);
        const pValue = row.repeatedP[look - 1] ?? NaN;
        const found = valueOf(repeatedPValue(design, current));
        if (pValue < 0.45) expectClose(found, pValue, 5e-5, { row, look }, 0.05);
        else expect(found).toBeGreaterThan(0.44);
        compared += 1;
      }
    }
    expect(compared).toBe(120);
  });

  it('agree with each other and with the limits', () => {
    const design: SequentialDesign = {
      informationShares: [0.4, 0.7, 1],
      alpha: 0.05,
      rule: { kind: 'lan-demets-pocock' },
    };
    const { looks } = valueOf(groupSequentialBoundaries(design));
    for (const [place, { criticalValue }] of looks.entries()) {
      const current = { look: place + 1, estimate: criticalValue ?? NaN, standardError: 1 };
      expectClose(valueOf(repeatedPValue(design, current)), 0.05, 1e-9, current);
      expectClose(valueOf(repeatedConfidenceInterval(design, current)).low, 0, 1e-12, current, 1);
    }
  });

  it('end at their bounds instead of at 0 and 1', () => {
    const design = { informationShares: [1], alpha: 0.05, rule: { kind: 'pocock' } } as const;
    const of = (z: number) =>
      valueOf(repeatedPValue(design, { look: 1, estimate: z, standardError: 1 }));
    expectClose(of(20), 1e-12, 1e-2, 'smallest');
    expect(of(0)).toBe(0.98);
  });

  it('refuse what cannot be', () => {
    const rule = { kind: 'lan-demets-obrien-fleming' } as const;
    const design = { informationShares: [0.01, 1], alpha: 0.05, rule };
    const at = { look: 1, estimate: 1, standardError: 0.1 };
    expect(refusalOf(repeatedConfidenceInterval(design, at))).toBe('look-cannot-stop');
    expect(refusalOf(repeatedConfidenceInterval(design, { ...at, look: 3 }))).toBe('invalid-look');
    expect(refusalOf(repeatedPValue(design, { ...at, standardError: 0 }))).toBe('invalid-effect');
    expect(refusalOf(repeatedPValue({ ...design, informationShares: [] }, at))).toBe('no-looks');
  });
});
