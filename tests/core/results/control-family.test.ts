import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiplicityRules, type ExperimentTotals } from '#core/results/analysis.ts';
import { compareCarrotsWithControl } from '#core/results/carrots-against-control.ts';
import type { CarrotComparison, ReadingPlan } from '#core/results/reading.ts';
import { decidingLoadings } from '#core/results/deciding-loadings.ts';
import { summariseArms } from '#core/results/arm-totals.ts';
import { compareProportionsWithControl } from '#core/stats/multiplicity/dunnett-proportions.ts';
import { runs } from '../../property-runs.ts';
import { expectClose, valueOf } from '../stats/oracle.ts';
import { columnsPlan, flatPlan, plantedByColumns } from './planted-experiment.ts';

const held = ['none', 'bonferroni', 'dunnett'] as const;

/** Arms in strata with responders and money; no arm is empty and somebody, but not everybody, responds in each. */
const experiments = fc
  .record({ arms: fc.integer({ min: 2, max: 5 }), strata: fc.integer({ min: 1, max: 4 }) })
  .chain(({ arms, strata }) =>
    fc
      .array(
        fc.array(
          fc
            .record({
              customers: fc.integer({ min: 20, max: 900 }),
              share: fc.integer({ min: 5, max: 60 }),
              money: fc.integer({ min: 1, max: 50 }),
            }) // prettier-ignore
            .map(({ customers, share, money }) => {
              const responders = Math.ceil((customers * share) / 100);
              const moneySum = responders * money;
              return { customers, responders, moneySum, moneySumOfSquares: moneySum * money };
            }),
          { minLength: arms, maxLength: arms },
        ),
        { minLength: strata, maxLength: strata },
      )
      .map((cells): ExperimentTotals => ({
        ...plantedByColumns,
        arms: Array.from({ length: arms }, (_, place) => (place === 0 ? 'CONTROL' : `K${place}`)),
        strata: cells.map((totals, place) => ({ key: [String(place)], totals, population: null })),
      })),
  );

const plan = {
  ...columnsPlan,
  source: { ...columnsPlan.source, moneyColumn: 'spend' },
};

function compare(totals: ExperimentTotals, reading: ReadingPlan): readonly CarrotComparison[] {
  const [control, ...carrots] = summariseArms(totals);
  if (!control) throw new Error('No control');
  return compareCarrotsWithControl(totals, reading, carrots, control);
}

describe('the carrots of a plan, adjusted as it declares', () => {
  it('have intervals that leave out 0 exactly when the adjusted p-value is below alpha, unless by Holm', () => {
    fc.assert(
      fc.property(experiments, fc.constantFrom(...held), (totals, multiplicity) => {
        for (const { response, deciding, money, relativeLift } of compare(totals, {
          ...plan,
          multiplicity,
        }))
          for (const [part, interval] of [
            [response, response.ok && response.value.interval],
            [response, relativeLift.ok && relativeLift.value.interval],
            [deciding, deciding.ok && deciding.value.interval],
            [money?.difference, money?.difference.ok && money.difference.value.interval],
          ] as const) {
            if (!part?.ok || !interval) continue;
            const leavesOut = interval.low > 0 || interval.high < 0;
            const far = Math.abs(part.value.pValueAdjusted - 0.05) > 1e-9;
            if (far) expect(leavesOut).toBe(part.value.pValueAdjusted < 0.05);
          }
      }),
      runs(40),
    );
  });

  it('are the same by every rule where there is one carrot', () => {
    const totals = { ...plantedByColumns, arms: plantedByColumns.arms.slice(0, 2) };
    const of = (multiplicity: (typeof multiplicityRules)[number]) =>
      compare(totals, { ...plan, multiplicity });
    for (const rule of multiplicityRules) expect(of(rule)).toEqual(of('none'));
  });

  it('lie between each by itself and Bonferroni, by Holm as by Dunnett', () => {
    fc.assert(
      fc.property(experiments, (totals) => {
        const [none, bonferroni, holm, dunnett] = multiplicityRules.map((multiplicity) =>
          compare(totals, { ...plan, multiplicity }).map(
            ({ deciding }) => valueOf(deciding).pValueAdjusted,
          ),
        );
        for (const [place, alone] of (none ?? []).entries())
          for (const between of [holm?.[place] ?? NaN, dunnett?.[place] ?? NaN]) {
            expect(between).toBeGreaterThanOrEqual(alone - 1e-10);
            expect(between).toBeLessThanOrEqual((bonferroni?.[place] ?? NaN) + 1e-10);
          }
      }),
      runs(15),
    );
  });

  it('have by Dunnett the p-values and intervals of the scores of several shares', () => {
    const compared = compare(plantedByColumns, { ...flatPlan, multiplicity: 'dunnett' });
    const family = valueOf(
      compareProportionsWithControl({
        control: { events: 25, trials: 900 },
        arms: [76, 54, 94].map((events) => ({ events, trials: 900 })),
        confidenceShare: 0.95,
      }),
    );
    for (const [place, { response, intervalShare }] of compared.entries()) {
      const expected = family.comparisons[place];
      expectClose(valueOf(response).pValueAdjusted, expected?.pValue ?? NaN, 1e-12, place);
      expectClose(valueOf(response).interval.low, expected?.interval.low ?? NaN, 1e-11, place);
      expectClose(valueOf(response).interval.high, expected?.interval.high ?? NaN, 1e-11, place);
      expect(intervalShare).toBeGreaterThan(0.95);
    }
  });

  it('have no interval of their own by Holm: that of one comparison', () => {
    const of = (multiplicity: 'holm' | 'none') =>
      compare(plantedByColumns, { ...columnsPlan, multiplicity });
    for (const [place, { response, intervalShare }] of of('holm').entries()) {
      const alone = of('none')[place];
      expect(intervalShare).toBe(0.95);
      expect(valueOf(response).interval).toEqual(alone && valueOf(alone.response).interval);
    }
  });

  it('go together within the strata as through one control, where arms keep their proportions', () => {
    const [control, ...carrots] = summariseArms(plantedByColumns);
    if (!control) throw new Error('No control');
    const loadings = decidingLoadings(
      plantedByColumns,
      carrots.map((treatment) => ({ treatment, control, basis: 'within-strata' })),
    );
    for (const loading of loadings) expect(loading).toBeCloseTo(Math.SQRT1_2, 14);
    const mixed = carrots.map((treatment, place) => ({
      treatment,
      control,
      basis: place === 0 ? ('within-strata' as const) : ('pooled' as const),
    }));
    expect(decidingLoadings(plantedByColumns, mixed)).toEqual([0, 0, 0]);
  });
});
