import { compactDate, isoDate } from '#core/customers/completed-months.ts';
import {
  stages,
  type CustomerSummary,
  type Stage,
  longestMonths,
} from '#core/customers/journey.ts';
import type { CustomerSource, Variable } from '#core/customers/variable.ts';
import { suggestCuts } from '#core/design/suggest-cuts.ts';
import type { ColumnCache } from './columns.ts';
import { daysSince } from './days-since.ts';
import { histogram, logBins } from './histogram.ts';
import type { VariableDescription } from './variable-description.ts';
import { lastPurchases, monthsSince, purchasesOf } from './purchases.ts';
import {
  categoriesOf,
  datesOf,
  kindOfVariable,
  numbersOf,
  stagesOf,
  type Viewpoint,
} from './variables.ts';

const mostCategories = 5000;

/** Customers, buyers, stages and the concentration of sales at an as-of date. */
export function summariseCustomers(view: Viewpoint): CustomerSummary {
  const last = lastPurchases(view.columns, view.source, view.asOf);
  const months = monthsSince(last, compactDate(view.asOf));
  const monthCounts = Array.from({ length: longestMonths + 1 }, () => 0);
  let buyers = 0;
  let futureDated = 0;
  for (const month of months) {
    if (Number.isNaN(month)) continue;
    buyers++;
    if (month < 0) {
      futureDated++;
      continue;
    }
    const index = Math.min(month, longestMonths);
    monthCounts[index] = (monthCounts[index] as number) + 1;
  }
  return {
    customers: last.length,
    buyers,
    futureDated,
    stages: stageCounts(view),
    monthsSinceLastPurchase: monthCounts,
    ...concentration(view),
  };
}

/** Without transactions nobody can be told to be new or a wake-up. */
function stageCounts(view: Viewpoint): Record<Stage, number | null> {
  const counts = stages.map(() => 0);
  for (const code of stagesOf(view)) if (code >= 0) counts[code] = (counts[code] as number) + 1;
  const hasOrders = view.source.transactions !== null;
  return Object.fromEntries(
    stages.map((stage, index) => {
      const isKnown = hasOrders || (stage !== 'new' && stage !== 'wake-up');
      return [stage, isKnown ? counts[index] : null];
    }),
  ) as Record<Stage, number | null>;
}

/** Shares of sales, and the least spend, of the top 1 % … 100 % of the customers who spent more than nothing. */
function concentration({
  columns,
  source,
  asOf,
}: Viewpoint): Pick<CustomerSummary, 'salesShareOfTop' | 'leastSpendOfTop'> {
  const unknown = { salesShareOfTop: null, leastSpendOfTop: null };
  if (!source.transactions?.amountColumn) return unknown;
  const { spend } = purchasesOf(columns, source, source.transactions, asOf);
  const sales = spend.filter((amount) => amount > 0).sort();
  const total = sales.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return unknown;
  const salesShareOfTop: number[] = [];
  const leastSpendOfTop: number[] = [];
  let taken = 0;
  let sum = 0;
  for (let percent = 1; percent <= 100; percent++) {
    const upTo = Math.round((sales.length * percent) / 100);
    while (taken < upTo) sum += sales[sales.length - ++taken] as number;
    salesShareOfTop.push(sum / total);
    leastSpendOfTop.push(sales[sales.length - Math.max(taken, 1)] as number);
  }
  return { salesShareOfTop, leastSpendOfTop };
}

/** The latest date in the data that is a purchase and not after today (an ISO date), as ISO text, or null. */
export function latestPurchase(
  columns: ColumnCache,
  source: CustomerSource,
  today: string,
): string | null {
  const day = compactDate(today);
  let latest = -Infinity;
  for (const date of lastPurchases(columns, source, today)) {
    if (date > latest && date <= day) latest = date;
  }
  return latest === -Infinity ? null : isoDate(latest);
}

/** What values a variable takes: a histogram of numbers or months, or the most frequent categories. */
export function describeVariable(view: Viewpoint, variable: Variable): VariableDescription {
  const columnKind = kindOfVariable(view, variable);
  if (columnKind === 'integer' || columnKind === 'decimal') {
    const numbers = numbersOf(view, variable);
    const present = numbers.filter((number) => !Number.isNaN(number));
    const suggestedCuts = suggestCuts(present);
    return {
      kind: 'number',
      columnKind,
      ...histogram(numbers),
      logBins: logBins(present),
      dayBins: [],
      suggestedCuts,
      categories: [],
      distinct: 0,
    };
  }
  if (columnKind === 'date') {
    const dates = datesOf(view, variable);
    return {
      kind: 'date',
      columnKind,
      ...histogram(monthsSince(dates, compactDate(view.asOf))),
      logBins: [],
      dayBins: histogram(daysSince(dates, view.asOf)).bins,
      suggestedCuts: [],
      categories: [],
      distinct: 0,
    };
  }
  const { values, codes } = categoriesOf(view, variable);
  const counts = values.map(() => 0);
  let missing = 0;
  for (const code of codes) {
    if (code < 0) missing++;
    else counts[code] = (counts[code] as number) + 1;
  }
  const categories = values
    .map((value, code) => ({ value, count: counts[code] as number }))
    .filter(({ count }) => count > 0);
  return {
    kind: 'category',
    columnKind,
    missing,
    range: null,
    bins: [],
    logBins: [],
    dayBins: [],
    suggestedCuts: [],
    categories: [...categories]
      .sort((one, other) => other.count - one.count)
      .slice(0, mostCategories),
    distinct: categories.length,
  };
}
