import type { Experiment } from '../history/project-document.ts';
import {
  tablesOf,
  type AnalysisPlan,
  type DrawnSource as DrawnOutcome,
  type TableSource as TableOutcome,
} from '../results/analysis.ts';
import { aggregatedSql } from './aggregated-sql.ts';
import { withParts } from './design-sql.ts';
import { responsesSql, windowSql, yesSql } from './response-files-sql.ts';
import { quoteName } from './quote-name.ts';
import { hasSameIds, type SqlProject } from './sql-project.ts';

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
export function outcomesSql(
  project: SqlProject,
  { analysis }: Experiment,
  perStratum: boolean,
): string | null {
  if (!analysis) return null;
  const { source, strata } = analysis;
  const isThere = (table: string) => project.document.tables.some(({ name }) => name === table);
  if (
    !tablesOf(source).every(isThere) ||
    (strata.kind !== 'none' && !project.source && source.kind === 'drawn')
  )
    return null;
  if (strata.kind === 'cells' && !project.source) return null;
  if (source.kind === 'aggregated')
    return aggregatedSql(project, source, perStratum ? strata : null);
  const joined =
    source.kind === 'table'
      ? tableSql(project, source, analysis)
      : responseListSql(project, source, analysis);
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

function tableSql(
  project: SqlProject,
  outcome: TableOutcome,
  { strata, window, severalArms }: Pick<AnalysisPlan, 'strata' | 'window' | 'severalArms'>,
): Joined {
  const day = outcome.dateColumn === null ? null : `e.${quoteName(outcome.dateColumn)}`;
  const [counts] = windowSql(window, day);
  const within = (value: string) => (counts === undefined ? value : `iif(${counts}, ${value}, 0)`);
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
    responded: within(yesSql(project, outcome.table, outcome.outcomeColumn, responded)),
    money: outcome.moneyColumn === null ? null : within(`e.${quoteName(outcome.moneyColumn)}`),
    from: `FROM ${project.nameOf(outcome.table)} AS e${cells}`,
    conditions: [
      `${arm} IS NOT NULL`,
      `${responded} IS NOT NULL`,
      ...(severalArms === 'leave-out' && customer !== null
        ? [inOneArm(project.nameOf(outcome.table), quoteName(customer), quoteName(outcome.armColumn))] // prettier-ignore
        : []),
    ],
  };
}

/** Rows of customers whom the table names in one arm only; rows that name nobody stay. */
function inOneArm(table: string, customer: string, arm: string): string {
  const several = `SELECT ${customer} FROM ${table} WHERE ${customer} IS NOT NULL GROUP BY 1 HAVING count(DISTINCT ${arm}) > 1`;
  return `(e.${customer} IS NULL OR e.${customer} NOT IN (\n    ${several}))`;
}

function responseListSql(
  project: SqlProject,
  outcome: DrawnOutcome,
  { strata, window }: Pick<AnalysisPlan, 'strata' | 'window'>,
): Joined {
  const { source, nameOf } = project;
  const responses = responsesSql(project, outcome, window);
  const columns = strata.kind === 'columns' && source ? strata.columns : [];
  const customers =
    columns.length > 0 && source
      ? `\nLEFT JOIN ${nameOf(source.table)} AS c ON c.${quoteName(source.idColumn)} = a.customer`
      : '';
  return {
    parts: responses.parts,
    arm: 'a.arm',
    strata:
      strata.kind === 'cells' ? ['a.cell'] : columns.map((column) => `c.${quoteName(column)}`),
    responded: 'coalesce(r.responded, 0)',
    money: responses.hasMoney ? 'r.money' : null,
    from: `FROM assignments AS a\nLEFT JOIN responses AS r ON r.customer = a.customer${customers}`,
    conditions: [`a.experiment = ${outcome.experiment}`],
  };
}
