import type { CustomerSource } from '../customers/variable.ts';
import { customerSource } from '../history/customer-source.ts';
import type { ProjectDocument } from '../history/project-document.ts';
import type { ColumnKind, ColumnRole, DataTable } from '../import/column.ts';
import { consoleSchema } from './console-schema.ts';
import { quoteName } from './quote-name.ts';

/** What the columns of a generated query are called, in the language of the reader. */
export type SqlNames = Readonly<
  Record<
    | 'customers'
    | 'orders'
    | 'sales'
    | 'total'
    | 'month'
    | 'months'
    | 'responders'
    | 'rate'
    | 'share'
    | 'stage'
    | 'money'
    | 'perCustomer'
    | 'rows'
    | 'band'
    | 'arm'
    | 'cell'
    | 'value'
    | 'column'
    | 'distinct'
    | 'missing'
    | 'top'
    | 'leastSpend'
    | 'population'
    | 'rule'
    | 'removed'
    | 'alone'
    | 'left',
    string
  >
>;

/** What generated queries call their parts. A table of the same name is called by its schema, which no part has. */
const partNames =
  'customers cells marks orders purchases facts ranked best taken responses populations placed steps gaps events watched later since at_risk'.split(
    ' ',
  );

/** What the parts begin with that have the favourite values of a column. */
export const favouritePrefix = 'favourite ';

/** A project as generated queries speak of it. */
export interface SqlProject {
  readonly document: ProjectDocument;
  readonly source: CustomerSource | null;
  readonly names: SqlNames;
  /** The name of a table as it is written in a query. Throws where the project has no such table. */
  readonly nameOf: (table: string) => string;
}

export function sqlProject(document: ProjectDocument, names: SqlNames): SqlProject {
  const written = new Map(
    consoleSchema(document).tables.map(({ source, name }) => [
      source,
      isPartName(name.toLowerCase()) ? `main.${quoteName(name)}` : quoteName(name),
    ]),
  );
  return {
    document,
    names,
    source: customerSource(document),
    nameOf: (table) => {
      const name = written.get(table);
      if (name === undefined) throw new RangeError(`The project has no table ${table}`);
      return name;
    },
  };
}

function isPartName(name: string): boolean {
  return partNames.includes(name) || name.startsWith(favouritePrefix);
}

export function tableOf({ document }: SqlProject, name: string): DataTable | undefined {
  return document.tables.find((table) => table.name === name);
}

/** The kind of a column; text where it is not there. */
export function kindOf(project: SqlProject, table: string, column: string): ColumnKind {
  const found = tableOf(project, table)?.columns.find(({ name }) => name === column);
  return found?.kind ?? 'text';
}

export function columnWithRole(table: DataTable | undefined, role: ColumnRole): string | null {
  return table?.columns.find((column) => column.role === role)?.name ?? null;
}

/** Whether a column names customers in the kind of value that the customer list does: both texts, or both numbers. */
export function hasSameIds(project: SqlProject, table: string, column: string): boolean {
  const { source } = project;
  if (!source) return true;
  const isText = (of: string, name: string) => kindOf(project, of, name) === 'text';
  return isText(table, column) === isText(source.table, source.idColumn);
}
