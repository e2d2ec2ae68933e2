import { catalogue } from '#text/language.svelte.ts';
import type { TableExport } from '#ui/table-export.ts';
import type { ResultsView } from './results-view.ts';

/** The table of carrots against control, to take along at full precision. */
export function resultsTable(view: ResultsView): TableExport {
  const t = catalogue().results.carrots;
  const { low, high } = catalogue().common.table;
  const header = [t.arm, t.customers, t.responders, t.rate, t.difference, low, high, t.pValue, t.adjusted]; // prettier-ignore
  const rows = view.arms.map(({ reading, identity, comparison }) => {
    const response = comparison?.response;
    const { difference, interval, pValue, pValueAdjusted } = response?.ok
      ? response.value
      : { difference: null, interval: null, pValue: null, pValueAdjusted: null };
    return [
      identity.name,
      reading.customers,
      reading.responders,
      reading.response.ok ? reading.response.value.share : null,
      difference,
      interval?.low ?? null,
      interval?.high ?? null,
      pValue,
      pValueAdjusted,
    ];
  });
  return { rows: [header, ...rows], headerRows: 1, headerColumns: 1 };
}
