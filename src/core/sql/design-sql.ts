import { levelCount, type Attribute, type Design, type Filter } from '../design/design.ts';
import { quotaTable } from '../design/quota-table.ts';
import { quoteName, quoteText } from './quote-name.ts';
import { kindOf, type SqlProject } from './sql-project.ts';
import {
  customersSql,
  monthsSql,
  needsPurchases,
  purchasesSql,
  variableSql,
} from './variable-sql.ts';

/** The quota table of a design as a query: the last attribute across, the others down, as on the screen. */
export function quotaSql(project: SqlProject, design: Design): string {
  const { names } = project;
  const parts = withParts(project, design, { id: null, filtered: true });
  const { rows } = quotaTable(design, []);
  const columns = design.attributes.map(({ name }) => quoteName(name));
  const across = design.attributes.length > 1 ? design.attributes.at(-1) : undefined;
  const down = across ? columns.slice(0, -1) : columns;
  const acrossName = across ? quoteName(across.name) : '';
  const pivot = across
    ? levelsInOrder(across).map(
        (level) => `sum(${acrossName} = ${quoteText(level)}) AS ${quoteName(level)}`,
      )
    : [];
  const order = down.map((column, depth) => {
    const levels = [...new Set(rows.map((row) => row.names[depth] ?? ''))];
    return orderSql(column, levels);
  });
  const total = `count(*) AS ${quoteName(across ? names.total : names.customers)}`;
  return [
    `WITH ${parts.join(',\n')}`,
    `SELECT ${[...down, ...pivot, total].join(', ')}`,
    'FROM cells',
    ...(columns.length > 0
      ? [`WHERE ${columns.map((column) => `${column} IS NOT NULL`).join(' AND ')}`]
      : []),
    ...(down.length > 0 ? [`GROUP BY ${down.join(', ')}`, `ORDER BY ${order.join(', ')}`] : []),
  ].join('\n');
}

/**
 * The parts of WITH that end in `cells`: a row per customer with its level in each attribute.
 * `id`: whether the customer's id is wanted as `customer`, as it is or as a text. `filtered`: eligible customers only.
 */
export function withParts(
  project: SqlProject,
  { attributes, filters, asOf }: Design,
  { id, filtered }: { id: 'as-is' | 'text' | null; filtered: boolean },
): string[] {
  const used = [...attributes, ...(filtered ? filters : [])];
  const purchases = used.some(({ variable }) => needsPurchases(project, variable));
  const withGap = used.some(({ variable }) => variable.from === 'stage');
  const values = attributes.map((attribute, place) => {
    const value = variableSql(project, attribute.variable, asOf);
    const isMonths = attribute.banding.kind === 'months-since';
    return `${indent(isMonths ? monthsSql(value, quoteText(asOf)) : value, 4)} AS value_${place + 1}`;
  });
  const column = project.source ? `c.${quoteName(project.source.idColumn)}` : 'NULL';
  const ids =
    id === null ? [] : [`${id === 'text' ? `CAST(${column} AS TEXT)` : column} AS customer`];
  const selected = [...ids, ...values].join(',\n    ') || '1';
  const conditions = filtered ? filters.map((filter) => filterSql(project, filter, asOf)) : [];
  const where = conditions.length > 0 ? `\n  WHERE ${conditions.join('\n    AND ')}` : '';
  const levels = attributes.map(
    (attribute, place) =>
      `${levelSql(project, attribute, `value_${place + 1}`)} AS ${quoteName(attribute.name)}`,
  );
  const shown = [...(id === null ? [] : ['customer']), ...levels].join(',\n    ') || '1';
  return [
    ...(purchases ? purchasesSql(project, withGap, asOf) : []),
    `customers AS (\n  SELECT ${selected}\n  ${customersSql(project, purchases)}${where}\n)`,
    `cells AS (\n  SELECT ${shown}\n  FROM customers\n)`,
  ];
}

function levelSql(
  project: SqlProject,
  { banding, variable, levelNames }: Attribute,
  value: string,
): string {
  const name = (level: number) => quoteText(levelNames[level] ?? String(level + 1));
  if (banding.kind === 'category') {
    const cases = banding.groups.map(
      (group, level) => `WHEN ${oneOfSql(project, variable, value, group)} THEN ${name(level)}`,
    );
    return cases.length > 0 ? caseSql(cases) : 'NULL';
  }
  const future = banding.kind === 'months-since' ? [`WHEN ${value} < 0 THEN NULL`] : [];
  const below = banding.cuts.map((cut, level) => `WHEN ${value} < ${cut} THEN ${name(level)}`);
  const rest = `WHEN ${value} IS NOT NULL THEN ${name(banding.cuts.length)}`;
  return caseSql([...future, ...below, rest]);
}

function caseSql(cases: readonly string[]): string {
  return `CASE\n      ${cases.join('\n      ')}\n    END`;
}

function filterSql(project: SqlProject, filter: Filter, asOf: string): string {
  const value = variableSql(project, filter.variable, asOf);
  if (filter.kind === 'category') return oneOfSql(project, filter.variable, value, filter.values);
  if (filter.kind === 'number') {
    const limits = [
      ...(filter.from === null ? [] : [`${value} >= ${filter.from}`]),
      ...(filter.below === null ? [] : [`${value} < ${filter.below}`]),
    ];
    return limits.join(' AND ') || `${value} IS NOT NULL`;
  }
  const months = monthsSql(value, quoteText(asOf));
  const from = `${months} >= ${Math.max(0, filter.from ?? 0)}`;
  return filter.to === null
    ? from
    : `${months} BETWEEN ${Math.max(0, filter.from ?? 0)} AND ${filter.to}`;
}

/** Whether a value is one of some categories, which are texts whatever the column holds. */
function oneOfSql(
  project: SqlProject,
  variable: Attribute['variable'],
  value: string,
  categories: readonly string[],
): string {
  if (categories.length === 0) return 'false';
  const texts = categories.map(quoteText).join(', ');
  if (variable.from === 'stage') return `${value} IN (${texts})`;
  if (variable.from === 'transactions' && variable.measure === 'last-order-date') {
    return `replace(${value}, '-', '') IN (${texts})`;
  }
  const { source } = project;
  const kind =
    variable.from === 'customers' && source
      ? kindOf(project, source.table, variable.column)
      : 'decimal';
  if (kind === 'text' || kind === 'date') return `${value} IN (${texts})`;
  const areNumbers = categories.every(
    (category) => category !== '' && Number.isFinite(Number(category)),
  );
  return areNumbers
    ? `${value} IN (${categories.join(', ')})`
    : `CAST(${value} AS TEXT) IN (${texts})`;
}

function levelsInOrder({ banding, levelNames, highestFirst }: Attribute): string[] {
  const levels = Array.from(
    { length: levelCount(banding) },
    (_, level) => levelNames[level] ?? String(level + 1),
  );
  return highestFirst ? levels.toReversed() : levels;
}

function orderSql(column: string, levels: readonly string[]): string {
  return `CASE ${column} ${levels.map((level, place) => `WHEN ${quoteText(level)} THEN ${place + 1}`).join(' ')} END`;
}

function indent(text: string, spaces: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(spaces)}`);
}
