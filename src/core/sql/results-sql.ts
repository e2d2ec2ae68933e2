import type { Experiment } from '../history/project-document.ts';
import type {
  AggregatedSource,
  DrawnSource as DrawnOutcome,
  Strata,
  TableSource as TableOutcome,
} from '../results/analysis.ts';
import { withParts } from './design-sql.ts';
import { quoteName, quoteText } from './quote-name.ts';
import { hasSameIds, kindOf, type SqlProject } from './sql-project.ts';

/** The usual ways to write yes, for outcomes that are texts. */
const yes = [
  'y',
  'yes',
  '예',
  '네',
  'o',
  'true',
  't',
  '1',
  '참',
  '유',
  '있음',
  '동의',
  '반응',
  '응답',
  '성공',
  '구매',
  '전환',
  '방문',
  '클릭',
];

/** A row per arm with everything that is grouped by. */
interface Joined {
  readonly parts: readonly string[];
  readonly arm: string;
  readonly strata: readonly string[];
  readonly responded: string;
  readonly money: string | null;
  readonly from: string;
  readonly conditions: readonly string[];
}

/**
 * The responses of an experiment per arm, or per stratum and arm, as a query; it leaves out the same rows as the screen.
 * Null where the experiment has not been read.
 */
export function responsesSql(
  project: SqlProject,
  { analysis }: Experiment,
  perStratum: boolean,
): string | null {
  if (!analysis) return null;
  const { source, strata } = analysis;
  const isThere = project.document.tables.some(({ name }) => name === source.table);
  if (!isThere || (strata.kind !== 'none' && !project.source && source.kind === 'drawn'))
    return null;
  if (strata.kind === 'cells' && !project.source) return null;
  if (source.kind === 'aggregated')
    return aggregatedSql(project, source, perStratum ? strata : null);
  const joined =
    source.kind === 'table'
      ? tableSql(project, source, strata)
      : responseListSql(project, source, strata);
  const { names } = project;
  const groups = [...(perStratum ? joined.strata : []), joined.arm];
  const places = groups.map((_, place) => place + 1).join(', ');
  const money =
    joined.money === null
      ? []
      : [
          `total(${joined.money}) AS ${quoteName(names.money)}`,
          `total(${joined.money}) / count(*) AS ${quoteName(names.perCustomer)}`,
        ];
  const selected = [
    ...groups,
    `count(*) AS ${quoteName(names.customers)}`,
    `sum(${joined.responded}) AS ${quoteName(names.responders)}`,
    `1.0 * sum(${joined.responded}) / count(*) AS ${quoteName(names.rate)}`,
    ...money,
  ];
  const conditions = [
    ...joined.conditions,
    ...joined.strata.map((level) => `${level} IS NOT NULL`),
  ];
  return [
    ...(joined.parts.length > 0 ? [`WITH ${joined.parts.join(',\n')}`] : []),
    `SELECT ${selected.join(',\n  ')}`,
    joined.from,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join('\n  AND ')}`] : []),
    `GROUP BY ${places}`,
    `ORDER BY ${places}`,
  ].join('\n');
}

/** Counts that a warehouse made, added up. */
function aggregatedSql(
  { names, nameOf }: SqlProject,
  source: AggregatedSource,
  strata: Strata | null,
): string {
  const groups = [...(strata?.kind === 'columns' ? strata.columns : []), source.armColumn].map(
    quoteName,
  );
  const [customers, responders] = [source.customersColumn, source.outcomeColumn].map(quoteName);
  const money =
    source.moneyColumn === null
      ? []
      : [
          `total(${quoteName(source.moneyColumn)}) AS ${quoteName(names.money)}`,
          `total(${quoteName(source.moneyColumn)}) / sum(${customers}) AS ${quoteName(names.perCustomer)}`,
        ];
  const selected = [
    ...groups,
    `sum(${customers}) AS ${quoteName(names.customers)}`,
    `sum(${responders}) AS ${quoteName(names.responders)}`,
    `1.0 * sum(${responders}) / sum(${customers}) AS ${quoteName(names.rate)}`,
    ...money,
  ];
  const known = [...groups, customers, responders].map((name) => `${name} IS NOT NULL`);
  const places = groups.map((_, place) => place + 1).join(', ');
  return [
    `SELECT ${selected.join(',\n  ')}`,
    `FROM ${nameOf(source.table)}`,
    `WHERE ${known.join('\n  AND ')}`,
    `GROUP BY ${places}`,
    `ORDER BY ${places}`,
  ].join('\n');
}

function tableSql(project: SqlProject, outcome: TableOutcome, strata: Strata): Joined {
  const arm = `e.${quoteName(outcome.armColumn)}`;
  const responded = `e.${quoteName(outcome.outcomeColumn)}`;
  const byCell = strata.kind === 'cells' && outcome.customerColumn !== null ? strata.design : null;
  const levels =
    strata.kind === 'columns'
      ? strata.columns.map((column) => `e.${quoteName(column)}`)
      : (byCell?.attributes.map(({ name }) => `s.${quoteName(name)}`) ?? []);
  const customer = outcome.customerColumn;
  const joinsAsText = customer !== null && !hasSameIds(project, outcome.table, customer);
  const id = `e.${quoteName(customer ?? '')}`;
  const cells = byCell
    ? `\nJOIN cells AS s ON s.customer = ${joinsAsText ? `CAST(${id} AS TEXT)` : id}`
    : '';
  return {
    parts: byCell
      ? withParts(project, byCell, { id: joinsAsText ? 'text' : 'as-is', eligible: null })
      : [],
    arm,
    strata: levels,
    responded: yesSql(project, outcome.table, outcome.outcomeColumn, responded),
    money: outcome.moneyColumn === null ? null : `e.${quoteName(outcome.moneyColumn)}`,
    from: `FROM ${project.nameOf(outcome.table)} AS e${cells}`,
    conditions: [`${arm} IS NOT NULL`, `${responded} IS NOT NULL`],
  };
}

function responseListSql(project: SqlProject, outcome: DrawnOutcome, strata: Strata): Joined {
  const { source, nameOf } = project;
  const outcomeColumn = outcome.outcomeColumn === null ? null : quoteName(outcome.outcomeColumn);
  const answered =
    outcomeColumn === null
      ? '1'
      : yesSql(project, outcome.table, outcome.outcomeColumn ?? '', outcomeColumn);
  const money =
    outcome.moneyColumn === null ? '' : `, total(${quoteName(outcome.moneyColumn)}) AS money`;
  const known = outcomeColumn === null ? '' : `\n  WHERE ${outcomeColumn} IS NOT NULL`;
  const responses = `responses AS (
  SELECT CAST(${quoteName(outcome.customerColumn)} AS TEXT) AS customer, max(${answered}) AS responded${money}
  FROM ${nameOf(outcome.table)}${known}
  GROUP BY 1
)`;
  const columns = strata.kind === 'columns' && source ? strata.columns : [];
  const customers =
    columns.length > 0 && source
      ? `\nLEFT JOIN ${nameOf(source.table)} AS c ON c.${quoteName(source.idColumn)} = a.customer`
      : '';
  return {
    parts: [responses],
    arm: 'a.arm',
    strata:
      strata.kind === 'cells' ? ['a.cell'] : columns.map((column) => `c.${quoteName(column)}`),
    responded: 'coalesce(r.responded, 0)',
    money: outcome.moneyColumn === null ? null : 'r.money',
    from: `FROM assignments AS a\nLEFT JOIN responses AS r ON r.customer = a.customer${customers}`,
    conditions: [`a.experiment = ${outcome.experiment}`],
  };
}

/** 1 where a value says yes, 0 where it says no. */
function yesSql(project: SqlProject, table: string, column: string, value: string): string {
  const kind = kindOf(project, table, column);
  return kind === 'text'
    ? `(lower(trim(${value})) IN (${yes.map(quoteText).join(', ')}))`
    : `(${value} = 1)`;
}
