import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMeansWithControl } from '#core/stats/multiplicity/dunnett.ts';
import { compareProportionsWithControl } from '#core/stats/multiplicity/dunnett-proportions.ts';
import { dunnettUpperTail } from '#core/stats/distributions/dunnett-distribution.ts';
import {
  compareProportions,
  differenceScore,
} from '#core/stats/proportions/proportion-difference.ts';
import {
  studentQuantile,
  studentTwoSided,
} from '#core/stats/distributions/student-distribution.ts';
import { runs } from '../../../property-runs.ts';
import { armCounts, counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface Mean {
  count: number;
  mean: number;
  standardDeviation: number;
}
interface Row {
  control: Mean;
  arms: Mean[];
  confidence: number;
  alternative: 'two-sided' | 'greater' | 'less';
  critical: number;
  difference: number[];
  standardError: number[];
  p: number[];
}
const { examples } = oracle<{ examples: Row[] }>('multiplicity/dunnett-means');

const arm = fc.record({
  count: fc.integer({ min: 2, max: 300 }),
  mean: between(1, 3),
  standardDeviation: between(0.1, 2),
});
function summary(values: readonly number[]): Mean {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardDeviation = Math.sqrt(squares / (values.length - 1));
  return { count: values.length, mean, standardDeviation };
}
const families = fc.record({
  control: arm,
  arms: fc.array(arm, { minLength: 1, maxLength: 4 }),
  confidenceShare: fc.constantFrom(0.9, 0.95, 0.99),
  alternative: fc.constantFrom('two-sided' as const, 'greater' as const, 'less' as const),
});

describe('several means against one control', () => {
  it('have the differences, p-values and limits of multcomp', () => {
    for (const { control, arms, confidence, alternative, ...row } of examples) {
      const found = valueOf(
        compareMeansWithControl({ control, arms, confidenceShare: confidence, alternative }),
      );
      // multcomp integrates over 100,000 lattice points here (to about 1e-6), its limit to 1e-3.
      expectClose(found.criticalValue, row.critical, 2e-3, row);
      found.comparisons.forEach(({ difference, standardError, pValue }, place) => {
        expectClose(difference, row.difference[place] ?? NaN, 1e-9, row, 1e-6);
        expectClose(standardError, row.standardError[place] ?? NaN, 1e-9, row);
        expectClose(pValue, row.p[place] ?? NaN, 1e-5, row, 1);
      });
    }
  });

  it("of Dunnett's own example (1955) have the p-values of multcomp's exact algorithm", () => {
    const control = summary([7.4, 8.5, 7.2, 8.24, 9.84, 8.32]);
    const first = summary([9.76, 8.8, 7.68, 9.36]);
    const second = summary([12.8, 9.68, 12.16, 9.2, 10.55]);
    const { comparisons } = valueOf(
      compareMeansWithControl({ control, arms: [first, second], confidenceShare: 0.95 }),
    );
    expect(comparisons[0]?.pValue).toBeCloseTo(0.62010198, 7);
    expect(comparisons[1]?.pValue).toBeCloseTo(0.00582536, 7);
  });

  it('of one arm are the classic t test with pooled variance', () => {
    fc.assert(
      fc.property(arm, arm, (treatment, control) => {
        const question = { control, arms: [treatment], confidenceShare: 0.9 };
        const found = valueOf(compareMeansWithControl(question));
        const degreesOfFreedom = treatment.count + control.count - 2;
        expect(found.degreesOfFreedom).toBe(degreesOfFreedom);
        expectClose(found.criticalValue, studentQuantile(0.95, degreesOfFreedom), 1e-12, question);
        const { statistic = NaN, pValue = NaN } = found.comparisons[0] ?? {};
        expectClose(pValue, studentTwoSided(statistic, degreesOfFreedom), 1e-11, question, 1e-300);
      }),
      runs(30),
    );
  });

  it('leave out 0 exactly when the p-value is below alpha, whichever side is asked for', () => {
    fc.assert(
      fc.property(families, (question) => {
        const { comparisons } = valueOf(compareMeansWithControl(question));
        for (const { interval, pValue } of comparisons) {
          const leftOut = (interval.low ?? -Infinity) > 0 || (interval.high ?? Infinity) < 0;
          expect(leftOut).toBe(pValue < 1 - question.confidenceShare);
        }
      }),
      runs(20),
    );
  });

  it('do not depend on the order of the arms or the unit of the outcome', () => {
    fc.assert(
      fc.property(families, (question) => {
        const found = valueOf(compareMeansWithControl(question)).comparisons;
        const inWon = ({ count, mean, standardDeviation }: Mean): Mean => ({
          count,
          mean: mean * 1024,
          standardDeviation: standardDeviation * 1024,
        });
        const turned = valueOf(
          compareMeansWithControl({
            ...question,
            control: inWon(question.control),
            arms: question.arms.map(inWon).toReversed(),
          }),
        ).comparisons.toReversed();
        found.forEach(({ difference, pValue }, place) => {
          expectClose(turned[place]?.difference ?? NaN, difference * 1024, 1e-12, question);
          expectClose(turned[place]?.pValue ?? NaN, pValue, 1e-9, question, 1e-300);
        });
      }),
      runs(15),
    );
  });

  it('are refused where there is nothing to compare', () => {
    const control = { count: 5, mean: 1, standardDeviation: 1 };
    const ask = (arms: Mean[], confidenceShare = 0.95) =>
      refusalOf(compareMeansWithControl({ control, arms, confidenceShare }));
    expect(ask([])).toBe('too-few-arms');
    expect(ask(new Array<Mean>(201).fill(control))).toBe('too-many-arms');
    expect(ask([control, { ...control, count: 1 }])).toBe('too-few-values');
    expect(ask([{ ...control, mean: Infinity }])).toBe('invalid-mean');
    expect(ask([control], 1)).toBe('invalid-confidence');
    const constant = { ...control, standardDeviation: 0 };
    expect(
      refusalOf(
        compareMeansWithControl({ control: constant, arms: [constant], confidenceShare: 0.9 }),
      ),
    ).toBe('no-variation');
  });
});

interface SharesRow {
  events0: number;
  trials0: number;
  events: number[];
  trials: number[];
  sides: number;
  confidence: number;
  critical: number;
  z: number[];
  adjusted: number[];
  low: number[];
  high: number[];
}

const { families: shareFamilies } = oracle<{ families: SharesRow[] }>(
  'multiplicity/dunnett-shares',
);

describe('several response shares against one control', () => {
  const control = counts(25, 900);
  const offers = [94, 76, 54].map((events) => counts(events, 900));

  it('of the sample have the limit of Dunnett for three equal arms', () => {
    const found = valueOf(
      compareProportionsWithControl({ control, arms: offers, confidenceShare: 0.95 }),
    );
    // Dunnett (1964), table 2: 2.35 for three arms and infinite degrees of freedom.
    expect(found.criticalValue).toBeCloseTo(2.348970590339272, 10);
    const smallest = found.comparisons.map(({ pValue }) => pValue);
    expectClose(smallest[0] ?? NaN, 1.8031568511026e-10, 1e-9, 'point');
    expectClose(smallest[2] ?? NaN, 0.0024549481970195, 1e-9, 'gift');
  });

  it('have the scores, the limit, the p-values and the intervals of R', () => {
    expect(shareFamilies.length).toBe(60);
    for (const row of shareFamilies) {
      const found = valueOf(
        compareProportionsWithControl({
          control: counts(row.events0, row.trials0),
          arms: row.events.map((events, place) => counts(events, row.trials[place] ?? NaN)),
          confidenceShare: row.confidence,
          alternative: row.sides === 2 ? 'two-sided' : 'greater',
        }),
      );
      expectClose(found.criticalValue, row.critical, 1e-9, row);
      found.comparisons.forEach(({ statistic, pValue, interval }, place) => {
        // R sums nearly cancelling cells, which leaves noise where the shares are equal.
        expectClose(statistic, row.z[place] ?? NaN, 1e-9, row, 1e-3);
        // R's probability is 1 minus an integral.
        expectClose(pValue, row.adjusted[place] ?? NaN, 1e-9, row, 1e-3);
        expectClose(interval.low ?? NaN, row.low[place] ?? NaN, 1e-6, row, 1e-4);
        if (row.sides === 2) {
          expectClose(interval.high ?? NaN, row.high[place] ?? NaN, 1e-6, row, 1e-4);
        }
      });
    }
  });

  it('of one arm are the plain comparison', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, plain) => {
        const single = valueOf(compareProportions(treatment, plain, 0.95));
        const { comparisons } = valueOf(
          compareProportionsWithControl({
            control: plain,
            arms: [treatment],
            confidenceShare: 0.95,
          }),
        );
        const about = { treatment, plain };
        expectClose(comparisons[0]?.pValue ?? NaN, single.pValue, 1e-11, about, 1e-300);
        expectClose(comparisons[0]?.interval.low ?? NaN, single.interval.low, 1e-9, about, 1e-6);
        expectClose(comparisons[0]?.interval.high ?? NaN, single.interval.high, 1e-9, about, 1e-6);
      }),
      runs(30),
    );
  });

  it('have at the limit of an interval an adjusted p-value of exactly alpha', () => {
    fc.assert(
      fc.property(armCounts, fc.array(armCounts, { minLength: 2, maxLength: 3 }), (plain, arms) => {
        const question = { control: plain, arms, confidenceShare: 0.9 };
        const found = valueOf(compareProportionsWithControl(question));
        const family = {
          sizeControl: plain.trials,
          sizes: arms.map(({ trials }) => trials),
          degreesOfFreedom: Infinity,
        };
        arms.forEach((treatment, place) => {
          const { low = null, high = null } = found.comparisons[place]?.interval ?? {};
          for (const limit of [low, high]) {
            if (limit === null || 1 - Math.abs(limit) < 1e-4) continue;
            const score = differenceScore(treatment, plain, limit);
            expectClose(dunnettUpperTail(score, family), 0.1, 1e-8, { treatment, plain, limit });
          }
        });
      }),
      runs(15),
    );
  });

  it('one-sided have an end on one side only', () => {
    const ask = (alternative: 'greater' | 'less') =>
      valueOf(
        compareProportionsWithControl({
          control,
          arms: offers,
          confidenceShare: 0.95,
          alternative,
        }),
      ).comparisons[2];
    expect(ask('greater')?.interval.high).toBeNull();
    expect(ask('less')?.interval.low).toBeNull();
    expect(ask('greater')?.pValue).toBeLessThan(0.0025);
    expect(ask('less')?.pValue).toBeGreaterThan(0.999);
  });

  it('are refused where there is nothing to compare', () => {
    const ask = (arms: (typeof control)[], confidenceShare = 0.95) =>
      refusalOf(compareProportionsWithControl({ control, arms, confidenceShare }));
    expect(ask([])).toBe('too-few-arms');
    expect(ask([counts(0, 0)])).toBe('no-trials');
    expect(ask([counts(3, 2)])).toBe('invalid-counts');
    expect(ask(offers, 0)).toBe('invalid-confidence');
  });
});
