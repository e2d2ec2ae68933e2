import { compactDate } from '#core/customers/completed-months.ts';
import { dayBefore, latestDateBefore } from '#core/customers/date-limits.ts';
import { needsAmounts, type Variable } from '#core/customers/variable.ts';
import type { Condition, EligibilityRule } from '#core/design/eligibility.ts';
import { idSampleRows, listedRows, runningRows } from './list-rows.ts';
import { categoriesOf, datesOf, kindOfVariable, numbersOf, type Viewpoint } from './variables.ts';

/** Puts 1 into each row of the customer list that a condition fits; the other rows stay as they are. */
export function markRows(view: Viewpoint, condition: Condition, rows: Uint8Array): void {
  switch (condition.kind) {
    case 'category': {
      const { values, codes } = categoriesOf(view, condition.variable);
      const wanted = new Set(condition.values);
      // One place further, so that a missing value (code -1) has one too.
      const fits = new Uint8Array(values.length + 1);
      values.forEach((value, code) => {
        if (wanted.has(value)) fits[code + 1] = 1;
      });
      return markCodes(codes, fits, rows);
    }
    case 'number': {
      const { from, below } = condition;
      const numbers = numbersOf(view, condition.variable);
      return markBetween(numbers, from ?? -Infinity, below ?? Infinity, rows);
    }
    case 'months-since':
    case 'days-since': {
      const dates = datesOf(view, condition.variable);
      const { earliest, latest } = dateLimits(view.asOf, condition);
      // Compact dates are whole numbers: up to a date is below the next number.
      return markBetween(dates, earliest, latest + 1, rows);
    }
    case 'missing':
      return markMissing(view, condition.variable, rows);
    case 'listed':
      return markMarked(listedRows(view, condition), rows);
    case 'running-experiment':
      return markMarked(runningRows(view), rows);
    case 'id-sample':
      return markMarked(idSampleRows(view, condition), rows);
  }
}

/** Whether a rule asks for a table or a column that is not there. */
export function isLost(view: Viewpoint, { any }: EligibilityRule): boolean {
  const { columns, source } = view;
  return any.some((condition) => {
    if (condition.kind === 'running-experiment' || condition.kind === 'id-sample') return false;
    if (condition.kind === 'listed') {
      const { table, customerColumn, within } = condition;
      const needed = [customerColumn, ...(within ? [within.dateColumn] : [])];
      return !needed.every((column) => columns.has(table, column));
    }
    const { variable } = condition;
    if (variable.from === 'customers') return !columns.has(source.table, variable.column);
    if (variable.from === 'stage') return false;
    const { transactions } = source;
    if (!transactions) return true;
    if (variable.from === 'favourite') return !columns.has(transactions.table, variable.column);
    return needsAmounts(variable.measure) && transactions.amountColumn === null;
  });
}

/** The compact dates between which a date lies, both inclusive, for so many months or days to have passed. */
function dateLimits(
  asOf: string,
  { kind, from, to }: Extract<Condition, { kind: 'months-since' | 'days-since' }>,
): { earliest: number; latest: number } {
  const least = Math.max(0, from ?? 0);
  if (kind === 'months-since') {
    const asOfDate = compactDate(asOf);
    return {
      earliest: to === null ? -Infinity : latestDateBefore(asOfDate, Math.floor(to) + 1) + 1,
      latest: latestDateBefore(asOfDate, least),
    };
  }
  const earliest = to === null ? null : dayBefore(asOf, Math.floor(to));
  const latest = dayBefore(asOf, least);
  return {
    earliest: earliest === null ? -Infinity : compactDate(earliest),
    latest: latest === null ? -Infinity : compactDate(latest),
  };
}

function markBetween(values: Float64Array, from: number, below: number, rows: Uint8Array): void {
  for (let row = 0; row < rows.length; row++) {
    const value = values[row] as number;
    if (value >= from && value < below) rows[row] = 1;
  }
}

function markCodes(codes: Int32Array, fits: Uint8Array, rows: Uint8Array): void {
  for (let row = 0; row < rows.length; row++) {
    rows[row] = (rows[row] as number) | (fits[(codes[row] as number) + 1] as number);
  }
}

function markMarked(marked: Uint8Array, rows: Uint8Array): void {
  for (let row = 0; row < rows.length; row++) {
    rows[row] = (rows[row] as number) | (marked[row] as number);
  }
}

function markMissing(view: Viewpoint, variable: Variable, rows: Uint8Array): void {
  const kind = kindOfVariable(view, variable);
  if (kind === 'text' || kind === 'boolean') {
    const { codes } = categoriesOf(view, variable);
    for (let row = 0; row < rows.length; row++) if ((codes[row] as number) < 0) rows[row] = 1;
    return;
  }
  const values = kind === 'date' ? datesOf(view, variable) : numbersOf(view, variable);
  for (let row = 0; row < rows.length; row++) if (Number.isNaN(values[row])) rows[row] = 1;
}
