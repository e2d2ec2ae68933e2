import { readYesNo } from '#core/import/yes-no-value.ts';
import { readBasket, readDelivery } from '#core/results/outcome-words.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { ColumnCache } from '../columns.ts';
import type { ToldKind, TotalProblem } from '../results-protocol.ts';
import { unknown } from './customer-outcomes.ts';

/** More different values than this are no yes and no in several spellings. */
const mostWords = 20;

const readers: Readonly<Record<ToldKind, (text: string) => 0 | 1 | null>> = {
  outcome: readYesNo,
  purchase: readYesNo,
  delivery: readDelivery,
  basket: readBasket,
};

/** What a column tells of a row: 1, 0, or `unknown` where it is blank. */
export type ToldOfRow = (row: number) => number;

/**
 * Reads a column of yes and no, delivered and bounced, or one product and several. Null without a column.
 * Refuses `outcome-not-yes-or-no` with the first value that says neither, and what was looked for.
 */
export function toldBy(
  columns: ColumnCache,
  table: string,
  column: string | null,
  told: ToldKind,
): Result<ToldOfRow | null, TotalProblem> {
  if (column === null) return succeed(null);
  const { values, codes } = columns.categories(table, column);
  const read = readers[told];
  const meanings = new Int8Array(values.length);
  // How many products were bought may be any number.
  const tooMany = told !== 'basket' && values.length > mostWords;
  for (const [code, value] of values.entries()) {
    const meaning = read(value);
    if (tooMany || (meaning === null && !isNoProduct(told, value)))
      return refuse({ code: 'outcome-not-yes-or-no', column, told, example: value });
    meanings[code] = meaning ?? unknown;
  }
  return succeed((row) => {
    const code = codes[row] as number;
    return code < 0 ? unknown : (meanings[code] as number);
  });
}

/** Who bought nothing has 0 products: neither one nor several. */
function isNoProduct(told: ToldKind, value: string): boolean {
  return told === 'basket' && Number(value) === 0;
}
