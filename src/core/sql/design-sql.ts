import { allLevelNames, type Attribute, type Banding, type Design } from '../design/design.ts';
import { quotaTable, shownLevels } from '../design/quota-table.ts';
import { oneOfSql, ruleSql, ruleVariables } from './eligibility-sql.ts';
import { monthsSql } from './months-sql.ts';
import { customersFor, customersSql, variableParts } from './purchases-sql.ts';
import { quoteName, quoteText } from './quote-name.ts';
import type { SqlProject } from './sql-project.ts';
import { variableSql } from './variable-sql.ts';

/**
 * The quota table of a design as a query: the last attribute across, the others down, as on the screen.
 * `running`: ids of the other experiments that are running.
 */
export function quotaSql(project: SqlProject, design: Design, running: readonly number[]): string {
  const { names } = project;
  const parts = withParts(project, design, { id: null, eligible: { running } });
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
 * What each rule of a design removes and leaves, in order, and what it would remove alone; a row per rule, with its
 * number. `running`: ids of the other experiments that are running.
 */
export function rulesSql(
  project: SqlProject,
  { eligibility, asOf }: Design,
  running: readonly number[],
): string {
  const { names } = project;
  const variables = ruleVariables(eligibility);
  if (eligibility.length === 0)
    return `SELECT count(*) AS ${quoteName(names.left)}\n${customersSql(project, false)}`;
  const marks = eligibility.map(
    (rule, place) =>
      `(${ruleSql(project, rule, { asOf, running })}) IS TRUE AS passes_${place + 1}`,
  );
  const parts = [
    ...variableParts(project, variables, asOf),
    `marks AS (\n  SELECT ${marks.join(',\n    ')}\n  ${customersFor(project, variables)}\n)`,
  ];
  const passing = (rules: number) =>
    eligibility
      .slice(0, rules)
      .flatMap(({ isOn }, place) => (isOn ? [`passes_${place + 1}`] : []))
      .join(' AND ') || '1';
  const rows = eligibility.map(({ isOn }, place) => {
    const removed = isOn ? `total(${passing(place)} AND NOT passes_${place + 1})` : '0';
    const sums = [
      `${place + 1} AS ${quoteName(names.rule)}`,
      `CAST(${removed} AS INTEGER) AS ${quoteName(names.removed)}`,
      `CAST(total(NOT passes_${place + 1}) AS INTEGER) AS ${quoteName(names.alone)}`,
      `CAST(total(${passing(place + 1)}) AS INTEGER) AS ${quoteName(names.left)}`,
    ];
    return `SELECT ${sums.join(', ')}\nFROM marks`;
  });
  return `WITH ${parts.join(',\n')}\n${rows.join('\nUNION ALL\n')}`;
}

/**
 * The parts of WITH that end in `cells`: a row per customer with its level in each attribute.
 * `id`: whether the customer's id is wanted as `customer`, as it is or as a text. `eligible`: only who is, given the experiments
 * that are running; null for everybody.
 */
export function withParts(
  project: SqlProject,
  { attributes, eligibility, asOf }: Design,
  {
    id,
    eligible,
  }: { id: 'as-is' | 'text' | null; eligible: { running: readonly number[] } | null },
): string[] {
  const rules = eligible ? eligibility.filter(({ isOn }) => isOn) : [];
  const used = [...attributes.map(({ variable }) => variable), ...ruleVariables(rules)];
  const values = attributes.map((attribute, place) => {
    const value = variableSql(project, attribute.variable, asOf);
    return `${indent(bandedSql(attribute.banding.kind, value, asOf), 4)} AS value_${place + 1}`;
  });
  const column = project.source ? `c.${quoteName(project.source.idColumn)}` : 'NULL';
  const ids =
    id === null ? [] : [`${id === 'text' ? `CAST(${column} AS TEXT)` : column} AS customer`];
  const selected = [...ids, ...values].join(',\n    ') || '1';
  const context = { asOf, running: eligible?.running ?? [] };
  const conditions = rules.map((rule) => ruleSql(project, rule, context));
  const where = conditions.length > 0 ? `\n  WHERE ${conditions.join('\n    AND ')}` : '';
  const levels = attributes.map(
    (attribute, place) =>
      `${levelSql(project, attribute, `value_${place + 1}`)} AS ${quoteName(attribute.name)}`,
  );
  const shown = [...(id === null ? [] : ['customer']), ...levels].join(',\n    ') || '1';
  return [
    ...variableParts(project, used, asOf),
    `customers AS (\n  SELECT ${selected}\n  ${customersFor(project, used)}${where}\n)`,
    `cells AS (\n  SELECT ${shown}\n  FROM customers\n)`,
  ];
}

/** What is compared with the cuts of a banding: completed months or days where it counts them, or the value itself. */
export function bandedSql(kind: Banding['kind'], value: string, asOf: string): string {
  if (kind === 'months-since') return monthsSql(value, quoteText(asOf));
  if (kind !== 'days-since') return value;
  return `CAST(julianday(${quoteText(asOf)}) - julianday(substr(${value}, 1, 10)) AS INTEGER)`;
}

function levelSql(
  project: SqlProject,
  { banding, variable, levelNames, unknownName }: Attribute,
  value: string,
): string {
  const name = (level: number) => quoteText(levelNames[level] ?? String(level + 1));
  if (banding.kind === 'category') {
    const cases = banding.groups.map(
      (group, level) => `WHEN ${oneOfSql(project, variable, value, group)} THEN ${name(level)}`,
    );
    if (cases.length === 0) return unknownName === null ? 'NULL' : quoteText(unknownName);
    return caseSql(cases, unknownName);
  }
  const future =
    banding.kind === 'number'
      ? []
      : [`WHEN ${value} < 0 THEN ${unknownName === null ? 'NULL' : quoteText(unknownName)}`];
  const below = banding.cuts.map((cut, level) => `WHEN ${value} < ${cut} THEN ${name(level)}`);
  const rest = `WHEN ${value} IS NOT NULL THEN ${name(banding.cuts.length)}`;
  return caseSql([...future, ...below, rest], unknownName);
}

function caseSql(cases: readonly string[], unknownName: string | null): string {
  const unknown = unknownName === null ? [] : [`ELSE ${quoteText(unknownName)}`];
  return `CASE\n      ${[...cases, ...unknown].join('\n      ')}\n    END`;
}

function levelsInOrder(attribute: Attribute): string[] {
  const names = allLevelNames(attribute);
  return shownLevels(attribute).map((level) => names[level] ?? String(level + 1));
}

function orderSql(column: string, levels: readonly string[]): string {
  return `CASE ${column} ${levels.map((level, place) => `WHEN ${quoteText(level)} THEN ${place + 1}`).join(' ')} END`;
}

function indent(text: string, spaces: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(spaces)}`);
}
