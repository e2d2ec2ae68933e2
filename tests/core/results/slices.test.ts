import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataTable } from '#core/import/column.ts';
import { noFurtherColumns, type OutcomeSource } from '#core/results/analysis.ts';
import { sliceAttribute, sliceColumns, sliceStrata } from '#core/results/slice-columns.ts';
import { readSlices } from '#core/results/slices.ts';
import { adjustBenjaminiHochberg } from '#core/stats/multiplicity/adjusted-p-values.ts';
import { compareProportions } from '#core/stats/proportions/proportion-difference.ts';
import { mantelHaenszelDifference } from '#core/stats/stratified/stratified.ts';
import { deckDesign } from '../design/deck-design.ts';
import { expectClose, refusalOf, valueOf } from '../stats/oracle.ts';
import { armTotals, cellsPlan, columnsPlan, plantedByColumns } from './planted-experiment.ts';

const plan = { control: 'CONTROL', confidenceShare: 0.95 };
const byPoints = plantedByColumns.strata.map(({ key }) => key[1] ?? '');

/** Control and one carrot, a stratum per slice: customers and responders of either. */
const slicesOf = (rows: readonly (readonly [string, number, number, number])[]) => ({
  totals: {
    ...plantedByColumns,
    arms: ['CONTROL', 'A'],
    strata: rows.map(([key, customers, kept, given]) => ({
      key: [key],
      totals: [armTotals(customers, kept), armTotals(customers, given)],
      population: null,
    })),
  },
  names: rows.map(([key]) => key),
});

/** What must be there. */
function given<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('Missing.');
  return value;
}

describe('carrots in slices that were thought of afterwards', () => {
  it('are compared within the strata, and share their false findings', () => {
    const { slices, tested } = readSlices(plantedByColumns, byPoints, ['low', 'high'], plan);
    expect(slices.map(({ slice, customers }) => [slice, customers])).toEqual([
      ['low', 1200],
      ['high', 1200],
    ]);
    const low = slices[0]?.comparisons ?? [];
    expect(low.map(({ arm }) => arm)).toEqual(['COUPON', 'GIFT', 'POINT']);
    const coupon = [
      [5, 1],
      [8, 2],
      [13, 3],
    ].map(([given = 0, kept = 0]) => ({
      treatment: { events: given, trials: 100 },
      control: { events: kept, trials: 100 },
    }));
    const within = valueOf(mantelHaenszelDifference(coupon));
    const [first] = low;
    if (!first) throw new Error('No carrot.');
    expect(valueOf(first.difference).difference).toBe(within.difference);
    expect(valueOf(first.difference).pValue).toBe(within.pValue);
    const all = slices.flatMap(({ comparisons }) => comparisons);
    expect(tested).toBe(all.length);
    const adjusted = adjustBenjaminiHochberg(
      all.map(({ difference }) => valueOf(difference).pValue),
    );
    expect(all.map(({ pValueAdjusted }) => pValueAdjusted)).toEqual(adjusted);
  });

  it('say whether the carrots do something else from slice to slice: points of the sample by R', () => {
    const { interaction } = readSlices(plantedByColumns, byPoints, ['high', 'mid', 'low'], plan);
    // R: anova(glm(y ~ arm + points), glm(y ~ arm * points), test = "LRT"), without dormancy.
    expectClose(valueOf(interaction).statistic, 30.4584863889853, 1e-9, 'points');
  });

  it('are compared by the score test where a slice is one stratum', () => {
    const { totals, names } = slicesOf([
      ['w', 200, 20, 40],
      ['m', 200, 20, 22],
    ]);
    const { slices } = readSlices(totals, names, names, plan);
    const [women] = slices[0]?.comparisons ?? [];
    const score = valueOf(
      compareProportions({ events: 40, trials: 200 }, { events: 20, trials: 200 }, 0.95),
    );
    expectClose(valueOf(given(women).difference).pValue, score.pValue, 1e-12, 'score');
    expectClose(given(women).pValueAdjusted ?? NaN, 2 * score.pValue, 1e-12, 'two tested');
  });

  it('show small slices without testing them, and say why a slice has no difference', () => {
    const { totals, names } = slicesOf([
      ['small', 50, 3, 6],
      ['silent', 50, 0, 0],
      ['empty', 0, 0, 0],
      ['large', 500, 30, 60],
    ]);
    const { slices, tested } = readSlices(totals, names, names, plan);
    const [small, silent, empty, large] = slices.map(({ comparisons }) => comparisons[0]);
    expect(given(small).difference.ok).toBe(true);
    expect([given(small).isTooFew, given(small).pValueAdjusted]).toEqual([true, null]);
    expect(refusalOf(given(silent).difference)).toBe('no-variation');
    expect(refusalOf(given(empty).difference)).toBe('no-trials');
    expect(tested).toBe(1);
    expectClose(
      given(large).pValueAdjusted ?? NaN,
      valueOf(given(large).difference).pValue,
      1e-12,
      'a family of one',
    );
  });

  it('never make a p-value smaller, however customers are divided', () => {
    const row = fc
      .tuple(fc.integer({ min: 20, max: 400 }), fc.nat(400), fc.nat(400))
      .map(
        ([customers, kept, given]) =>
          [customers, Math.min(customers, kept), Math.min(customers, given)] as const,
      );
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (rows) => {
        const { totals, names } = slicesOf(rows.map((counts, place) => [String(place), ...counts]));
        for (const { comparisons } of readSlices(totals, names, names, plan).slices) {
          for (const { difference, pValueAdjusted } of comparisons) {
            if (pValueAdjusted === null) continue;
            expect(pValueAdjusted).toBeGreaterThanOrEqual(valueOf(difference).pValue);
            expect(pValueAdjusted).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

const column = (name: string, kind: 'text' | 'integer' | 'boolean' | 'date', personal = null) => ({
  name,
  kind,
  role: name === 'customer_id' ? ('customer-id' as const) : ('none' as const),
  personal,
});
const table = (name: string, columns: DataTable['columns']): DataTable => ({
  ...{ name, label: name, role: 'other', columns, rowCount: 1, report: null },
});
const customers = table('customers', [
  column('customer_id', 'text'),
  { ...column('name', 'text'), personal: 'name' },
  column('tier', 'text'),
  column('gender', 'text'),
  column('birth_year', 'integer'),
  column('joined', 'date'),
]);
const contacts = table('contacts', [
  column('customer_id', 'text'),
  column('arm', 'text'),
  column('responded', 'boolean'),
  column('delivery', 'text'),
  column('channel', 'text'),
  column('amount', 'integer'),
]);
const finished: OutcomeSource = {
  ...noFurtherColumns,
  kind: 'table',
  table: 'contacts',
  customerColumn: 'customer_id',
  armColumn: 'arm',
  outcomeColumn: 'responded',
  moneyColumn: null,
  deliveryColumn: 'delivery',
};
const design = {
  ...deckDesign,
  controlFactors: [{ from: 'customers', column: 'gender' } as const],
};

describe('columns to divide by', () => {
  it('are what was settled before, control factors first, of a finished experiment', () => {
    const found = sliceColumns(finished, contacts, customers, design);
    expect(found.map(({ from, column: name, kind }) => [from, name, kind])).toEqual([
      ['customers', 'gender', 'category'],
      ['outcome', 'channel', 'category'],
      ['customers', 'tier', 'category'],
      ['customers', 'birth_year', 'number'],
    ]);
    expect(found[0]?.isControlFactor).toBe(true);
  });

  it('are only those of the file where no customer can be found', () => {
    const names = (source: OutcomeSource, ours: typeof design | null) =>
      sliceColumns(source, contacts, customers, ours).map(({ column: name }) => name);
    expect(names(finished, null)).toEqual(['channel']);
    expect(names({ ...finished, customerColumn: null }, design)).toEqual(['channel']);
  });

  it('divide the cells of the design once more', () => {
    const [gender, channel] = sliceColumns(finished, contacts, customers, design);
    const attribute = sliceAttribute('gender', { kind: 'category', groups: [['F'], ['M']] }, [
      'F',
      'M',
    ]);
    const cells = sliceStrata(given(gender), cellsPlan, design, attribute);
    if (cells.strata.kind !== 'cells') throw new Error(cells.strata.kind);
    expect(cells.isWithinStrata).toBe(true);
    expect(cells.strata.design.attributes).toEqual([...deckDesign.attributes, attribute]);
    expect(sliceStrata(given(channel), cellsPlan, design, null)).toEqual({
      strata: { kind: 'columns', columns: ['channel'] },
      isWithinStrata: false,
    });
    expect(sliceStrata(given(channel), columnsPlan, design, null)).toEqual({
      strata: { kind: 'columns', columns: ['channel', 'dormancy_cell', 'points_cell'] },
      isWithinStrata: true,
    });
  });
});
