import { createGenerator } from '../../random/generator.ts';
import { columnsOf, type SampleTable } from '../sample-table.ts';
import { drawAmount } from './planted-customers.ts';

/**
 * What a warehouse counted: 44,700 customers of the control and 45,489 who got a coupon, of a draw of halves. All 789 who
 * are missing from the control are of one band: those who had come back in the meantime were struck off its list.
 */
export const plantedUnevenSplit = [
  { arm: 'CONTROL', dormancy: 'short', customers: 14_111, responders: 402 },
  { arm: 'CONTROL', dormancy: 'mid', customers: 15_120, responders: 468 },
  { arm: 'CONTROL', dormancy: 'long', customers: 15_469, responders: 309 },
  { arm: 'COUPON', dormancy: 'short', customers: 14_900, responders: 745 },
  { arm: 'COUPON', dormancy: 'mid', customers: 15_180, responders: 501 },
  { arm: 'COUPON', dormancy: 'long', customers: 15_409, responders: 331 },
] as const;

/** Counts, sums and sums of squares by arm and band, with a row for each. */
export function unevenSplitTable(seed: string): SampleTable {
  const generator = createGenerator(`${seed}/uneven-split`);
  return {
    name: 'uneven-split',
    columns: columnsOf({
      arm: 'text',
      dormancy: 'text',
      customers: 'integer',
      responders: 'integer',
      amount: 'integer',
      amount_squares: 'integer',
    }),
    rows: plantedUnevenSplit.map(({ arm, dormancy, customers, responders }) => {
      const amounts = Array.from({ length: responders }, () => drawAmount(generator));
      const sum = amounts.reduce((total, amount) => total + amount, 0);
      const squares = amounts.reduce((total, amount) => total + amount * amount, 0);
      return [arm, dormancy, customers, responders, sum, squares];
    }),
  };
}
