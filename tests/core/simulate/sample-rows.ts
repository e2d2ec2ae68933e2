import { generateSample } from '#core/simulate/sample.ts';
import type { SampleTable, SampleValue } from '#core/simulate/sample-table.ts';

/** The sample as the product makes it, made once for all tests of a file. */
export const sample = generateSample();

export type Row = Readonly<Record<string, SampleValue>>;

/** The rows of a table by column name. */
export function rowsOf(table: SampleTable): Row[] {
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map(({ name }, index) => [name, row[index] ?? null])),
  );
}

/** Completed months between two ISO dates, by the plain reading of the quota rule: a month counts on the same day of the month. */
export function completedMonths(from: string, to: string): number {
  const [fromYear = NaN, fromMonth = NaN, fromDay = NaN] = from.split('-').map(Number);
  const [toYear = NaN, toMonth = NaN, toDay = NaN] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}

export function dormancyAt(asOf: string, lastPurchase: string): string {
  const months = completedMonths(lastPurchase, asOf);
  if (months < 0) throw new Error(`${lastPurchase} lies after ${asOf}`);
  if (months >= 6) return 'long';
  if (months >= 3) return 'mid';
  return months >= 1 ? 'short' : 'active';
}

export function pointsBandOf(points: number): string {
  if (points >= 10_000) return 'high';
  return points >= 3_000 ? 'mid' : 'low';
}

/** How many rows there are of each key. */
export function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => unknown) {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const key = String(keyOf(item));
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

export function sumOf(rows: readonly Row[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

/** The method's quota table and the active row beneath it: high, mid and low points. */
export const quotaTable = {
  long: [501, 790, 3211],
  mid: [445, 892, 3612],
  short: [562, 1009, 2690],
  active: [612, 908, 1568],
};
