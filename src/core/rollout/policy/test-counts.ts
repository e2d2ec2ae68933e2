import type { ArmTotals } from '../../results/analysis.ts';

/**
 * What a read experiment says of every cell and arm, in typed arrays of cells × arms (`cell * arms + arm`); arm 0 is the
 * control, the others are the carrots in their order.
 */
export interface TestCounts {
  readonly cells: number;
  readonly arms: number;
  readonly customers: Float64Array;
  readonly responders: Float64Array;
  /** Money of all customers of the arm, and the sum of its squares; zeros where no money was told. */
  readonly money: Float64Array;
  readonly moneySquares: Float64Array;
}

/** The same of totals per cell and arm, the control first. */
export function testCounts(cells: readonly (readonly ArmTotals[])[]): TestCounts {
  const arms = cells[0]?.length ?? 1;
  const read = (value: (totals: ArmTotals) => number) =>
    Float64Array.from({ length: cells.length * arms }, (_, place) => {
      const totals = cells[Math.floor(place / arms)]?.[place % arms];
      return totals ? value(totals) : 0;
    });
  return {
    cells: cells.length,
    arms,
    customers: read(({ customers }) => customers),
    responders: read(({ responders }) => responders),
    money: read(({ moneySum }) => moneySum),
    moneySquares: read(({ moneySumOfSquares }) => moneySumOfSquares),
  };
}

/** Everything in `whole` that is not in `part`. */
export function countsWithout(whole: TestCounts, part: TestCounts): TestCounts {
  const less = (name: 'customers' | 'responders' | 'money' | 'moneySquares') =>
    whole[name].map((value, place) => value - (part[name][place] as number));
  return {
    ...whole,
    customers: less('customers'),
    responders: less('responders'),
    money: less('money'),
    moneySquares: less('moneySquares'),
  };
}
