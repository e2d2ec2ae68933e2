import { compactDate } from '#core/customers/completed-months.ts';
import { dayBefore } from '#core/customers/date-limits.ts';
import type { Condition } from '#core/design/eligibility.ts';
import { isInIdSample } from '#core/design/id-sample.ts';
import type { Viewpoint } from './variables.ts';

/** 1 for each customer row whose id a table names, within the wanted days before the as-of date. */
export function listedRows(
  view: Viewpoint,
  { table, customerColumn, within }: Extract<Condition, { kind: 'listed' }>,
): Uint8Array {
  const { columns, asOf } = view;
  const { values, codes } = columns.categories(table, customerColumn);
  const named = new Uint8Array(values.length);
  if (within) {
    const dates = columns.dates(table, within.dateColumn);
    const earliest = dayBefore(asOf, Math.floor(within.days));
    const from = earliest === null ? -Infinity : compactDate(earliest);
    const to = compactDate(asOf);
    for (let row = 0; row < codes.length; row++) {
      const date = dates[row] as number;
      // A row without an id has the code -1, where nothing can be kept.
      if (date >= from && date <= to) named[codes[row] as number] = 1;
    }
  } else named.fill(1);
  return rowsOfIds(view, new Set(values.filter((_, code) => named[code] === 1)));
}

/** 1 for each customer row that is on the drawn list of a running experiment. */
export function runningRows(view: Viewpoint): Uint8Array {
  const { columns, running, source } = view;
  return columns.mask(JSON.stringify(['running', running, source]), () =>
    rowsOfIds(view, columns.drawnCustomers(running)),
  );
}

/** 1 for each customer row whose id is in the sample of a seed. */
export function idSampleRows(
  { columns, source }: Viewpoint,
  { seed, share }: Extract<Condition, { kind: 'id-sample' }>,
): Uint8Array {
  const { values, codes } = columns.categories(source.table, source.idColumn);
  const drawn = Uint8Array.from(values, (id) => (isInIdSample(seed, id, share) ? 1 : 0));
  return Uint8Array.from(codes, (code) => (code < 0 ? 0 : (drawn[code] as number)));
}

/** 1 for each customer row with one of these ids, however often the list names it. */
function rowsOfIds({ columns, source }: Viewpoint, ids: ReadonlySet<string>): Uint8Array {
  const { values, codes } = columns.categories(source.table, source.idColumn);
  const wanted = Uint8Array.from(values, (id) => (ids.has(id) ? 1 : 0));
  return Uint8Array.from(codes, (code) => (code < 0 ? 0 : (wanted[code] as number)));
}
