import { describe, expect, it } from 'vitest';
import { readInteractions } from '#core/results/interactions.ts';
import { expectClose, valueOf } from '../stats/oracle.ts';
import { armTotals, columnsPlan, plantedByColumns } from './planted-experiment.ts';

const testsOf = (totals: typeof plantedByColumns) =>
  readInteractions(totals, columnsPlan).map(({ test }) => valueOf(test));

describe('whether the best carrot depends on the customer', () => {
  it('is the likelihood-ratio test where every arm has responses at every level', () => {
    const [dormancy, points] = testsOf(plantedByColumns);
    expect(points?.method).toBe('likelihood-ratio');
    expectClose(points?.pValue ?? NaN, 2.6901e-5, 1e-4, 'points');
    expectClose(dormancy?.pValue ?? NaN, 0.99998, 1e-4, 'dormancy');
  });

  it('has an answer too where nobody at some level responded to a carrot: the penalised test', () => {
    const silent = {
      ...plantedByColumns,
      strata: plantedByColumns.strata.map(({ totals, ...stratum }) => ({
        ...stratum,
        totals: totals.map((arm, place) =>
          stratum.key[1] === 'low' && place === 3 ? armTotals(100, 0) : arm,
        ),
      })),
    };
    const [, points] = testsOf(silent);
    expect(points?.method).toBe('penalised-likelihood-ratio');
    // The same table as the example of penalisedInteractionTest.
    expectClose(points?.pValue ?? NaN, 4.8542e-10, 1e-4, 'points');
  });
});
