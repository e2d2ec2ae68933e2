import type { AggregatedSource, Strata } from '../results/analysis.ts';
import { quoteName } from './quote-name.ts';
import type { SqlProject } from './sql-project.ts';

/** Counts that a warehouse made, added up. */
export function aggregatedSql(
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
