import { tooManyCells } from '../design/cell-limit.ts';
import type { Attribute, Design } from '../design/design.ts';
import type { Column, DataTable } from '../import/column.ts';
import type { AnalysisPlan, OutcomeSource, Strata } from './analysis.ts';

/** A column that customers can be divided by once the experiment is over. */
export interface SliceColumn {
  /** Where it stands: in the file of the experiment itself, or in the customer list. */
  readonly from: 'outcome' | 'customers';
  readonly table: string;
  readonly column: string;
  /** Numbers are cut into groups of about the same size. */
  readonly kind: 'category' | 'number';
  /** One of the columns that the draw kept alike in all arms. */
  readonly isControlFactor: boolean;
}

/**
 * The columns that the carrots can be looked at by, control factors first. Columns that tell what came of a customer are
 * none of them: they were not there when the carrot was chosen; nor is anything personal.
 * `outcome`, `customers`: the tables, null where there is none. The customer list can be used by a list of our own, and by
 * a finished experiment that has a design and customer ids.
 * Example: the sample's finished experiment can be looked at by gender, birth year and region, and by the channel.
 */
export function sliceColumns(
  source: OutcomeSource,
  outcome: DataTable | null,
  customers: DataTable | null,
  design: Design | null,
): readonly SliceColumn[] {
  const factors = (design?.controlFactors ?? []).flatMap((variable) =>
    variable.from === 'customers' ? [variable.column] : [],
  );
  const found: SliceColumn[] = [];
  const take = (from: SliceColumn['from'], table: DataTable, columns: readonly Column[]) => {
    for (const { name: column, kind } of columns) {
      const isNumber = kind === 'integer' || kind === 'decimal';
      const isControlFactor = from === 'customers' && factors.includes(column);
      const sliceKind = isNumber ? 'number' : 'category';
      found.push({ from, table: table.name, column, kind: sliceKind, isControlFactor });
    }
  };
  if (source.kind === 'table' && outcome) {
    const used = new Set(columnsRead(source));
    const free = outcome.columns.filter((column) => isCategory(column) && !used.has(column.name));
    take('outcome', outcome, free);
  }
  if (customers && source.kind === 'drawn') {
    take('customers', customers, customers.columns.filter(isCategory));
  }
  if (customers && source.kind === 'table' && source.customerColumn !== null && design) {
    take(
      'customers',
      customers,
      customers.columns.filter((column) => isCategory(column) || isNumber(column)),
    );
  }
  return found.toSorted(
    (one, other) => Number(other.isControlFactor) - Number(one.isControlFactor),
  );
}

/** How customers are put in strata to look at them by a column. */
export interface SliceStrata {
  readonly strata: Strata;
  /** The slices are divided by the strata of the plan once more, so that like is compared with like. */
  readonly isWithinStrata: boolean;
}

/**
 * The strata that divide customers by a column and, where both can be read together, by the strata of the plan within it.
 * `levels`: the column's values, or, of a number column, what `attribute` has; `attribute`: how a column of the customer
 * list is cut for a finished experiment, null for the others.
 * Example: gender for the sample's finished experiment gives its nine cells × two.
 */
export function sliceStrata(
  { from, column }: SliceColumn,
  plan: Pick<AnalysisPlan, 'source' | 'strata'>,
  design: Design | null,
  attribute: Attribute | null,
): SliceStrata {
  const { strata, source } = plan;
  if (from === 'customers' && source.kind === 'table' && design && attribute) {
    const within = strata.kind === 'cells' ? strata.design.attributes : [];
    const attributes = [...within, attribute];
    const isWithinStrata = within.length > 0 && !tooManyCells(attributes);
    return {
      strata: {
        kind: 'cells',
        design: { ...design, attributes: isWithinStrata ? attributes : [attribute] },
      },
      isWithinStrata,
    };
  }
  // The strata of a plan by columns stand where the column does: in the file, or in the list of customers.
  const within = strata.kind === 'columns' ? strata.columns.filter((name) => name !== column) : [];
  return {
    strata: { kind: 'columns', columns: [column, ...within] },
    isWithinStrata: within.length > 0,
  };
}

/** A column cut into one level per value, or between the cuts. `levelNames`: one per level. */
export function sliceAttribute(
  column: string,
  banding: Attribute['banding'],
  levelNames: readonly string[],
): Attribute {
  return {
    id: 'slice',
    name: column,
    variable: { from: 'customers', column },
    banding,
    levelNames,
    unknownName: null,
    highestFirst: false,
  };
}

function isCategory({ kind, role, personal }: Column): boolean {
  const isWord = kind === 'text' || kind === 'boolean';
  return isWord && personal === null && role !== 'customer-id' && role !== 'order-id';
}

function isNumber({ kind, role, personal }: Column): boolean {
  const counts = kind === 'integer' || kind === 'decimal';
  const isHarmless = personal === null || personal === 'birth-date';
  return counts && isHarmless && role !== 'customer-id';
}

/** The columns of a finished experiment that are read as something else. */
function columnsRead(source: Extract<OutcomeSource, { kind: 'table' }>): readonly string[] {
  const { customerColumn, armColumn, outcomeColumn, moneyColumn } = source;
  const { deliveryColumn, purchaseColumn, basketColumn, ordersColumn, dateColumn } = source;
  return [
    ...[customerColumn, armColumn, outcomeColumn, moneyColumn],
    ...[deliveryColumn, purchaseColumn, basketColumn, ordersColumn, dateColumn],
  ].filter((name) => name !== null);
}
