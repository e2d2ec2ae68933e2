import { dateOrders, type DateOrder } from '#core/import/column-format.ts';
import type { ColumnGuess } from './reading.ts';

/** Whether only the reader can tell which number of the dates in a column is the month. */
export function needsDateOrder({ reason }: Pick<ColumnGuess, 'reason'>): boolean {
  return reason.code === 'open-order' || reason.code === 'contradictory-order';
}

/** What may be answered, each with the day that the example would be; null where the example is no date then. */
export function dateAnswers({ reason }: Pick<ColumnGuess, 'reason'>): readonly {
  readonly order: DateOrder;
  readonly iso: string | null;
}[] {
  if (reason.code === 'open-order') return reason.readings;
  if (reason.code !== 'contradictory-order') return [];
  return dateOrders
    .filter((order) => order !== 'year-first')
    .map((order) => ({ order, iso: null }));
}
