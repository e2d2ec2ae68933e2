import {
  isDateMeasure,
  needsAmounts,
  transactionMeasures,
  variableKey,
  type CustomerSource,
  type TransactionSource,
  type Variable,
  type VariableKind,
} from '#core/customers/variable.ts';
import type { ProjectDocument } from '#core/history/project-document.ts';
import type { Column, ColumnKind } from '#core/import/column.ts';
import { maskedAs } from '#core/import/personal-data.ts';
import { catalogue } from '#text/language.svelte.ts';

/** A property of customers that can be chosen for a filter or an attribute. */
export interface VariableChoice {
  readonly key: string;
  readonly variable: Variable;
  /** As sentences call it. */
  readonly label: string;
  /** As lists show it: with the name of the column where that is another. */
  readonly listed: string;
  readonly group: Variable['from'];
  readonly kind: VariableKind;
  /** Its numbers have no fraction. */
  readonly whole: boolean;
  readonly boolean: boolean;
}

const kinds: Readonly<Record<ColumnKind, VariableKind>> = {
  text: 'category',
  boolean: 'category',
  integer: 'number',
  decimal: 'number',
  date: 'date',
};

/** Everything that customers can be filtered and divided by, in the order of the table, then the transactions. */
export function variableChoices(
  document: ProjectDocument,
  source: CustomerSource,
): readonly VariableChoice[] {
  const t = catalogue().design.variable;
  const columns = document.tables.find(({ name }) => name === source.table)?.columns ?? [];
  const choices = columns
    .filter((column) => column.name !== source.idColumn && !namesPeople(column))
    .map((column) => columnChoice(column, columns));
  choices.push(...transactionChoices(document, source.transactions));
  if (source.lastPurchaseColumn !== null || source.transactions)
    choices.push(choice({ from: 'stage' }, t.stage, 'category', true));
  return choices;
}

/** What the transactions say, as far as their columns go: measures of the orders, then favourite values. */
function transactionChoices(
  document: ProjectDocument,
  transactions: TransactionSource | null,
): readonly VariableChoice[] {
  if (!transactions) return [];
  const t = catalogue().design.variable;
  const measures = transactionMeasures
    .filter((measure) => transactions.amountColumn !== null || !needsAmounts(measure))
    .map((measure) => {
      const kind = isDateMeasure(measure) ? 'date' : 'number';
      return choice({ from: 'transactions', measure }, t[measure], kind, !needsAmounts(measure));
    });
  const columns = document.tables.find(({ name }) => name === transactions.table)?.columns ?? [];
  const favourites = columns
    .filter(({ role, kind, personal }) => role === 'none' && kind === 'text' && personal === null)
    .map(({ name }) =>
      choice({ from: 'favourite', column: name }, t.favourite(name), 'category', true),
    );
  return [...measures, ...favourites];
}

/** The choice of a variable; a column that is no longer there keeps its name. */
export function choiceOf(choices: readonly VariableChoice[], variable: Variable): VariableChoice {
  const key = variableKey(variable);
  const name = variable.from === 'customers' ? variable.column : key;
  return choices.find((known) => known.key === key) ?? choice(variable, name, 'category', true);
}

/** Its values would stand on the screen and in the list as names of levels; dates of birth make bands of people. */
function namesPeople(column: Column): boolean {
  const kind = maskedAs(column);
  return kind !== null && (kind !== 'birth-date' || column.kind === 'text');
}

function columnChoice(column: Column, columns: readonly Column[]): VariableChoice {
  const roles: Readonly<Record<string, string>> = catalogue().design.variable.roles;
  const roleName = roles[column.role];
  const alone = columns.filter(({ role }) => role === column.role).length === 1;
  const label = roleName !== undefined && alone ? roleName : column.name;
  return {
    ...choice({ from: 'customers', column: column.name }, label, kinds[column.kind], true),
    listed: label === column.name ? label : `${label} (${column.name})`,
    whole: column.kind !== 'decimal',
    boolean: column.kind === 'boolean',
  };
}

function choice(
  variable: Variable,
  label: string,
  kind: VariableKind,
  whole: boolean,
): VariableChoice {
  const key = variableKey(variable);
  return { key, variable, label, listed: label, group: variable.from, kind, whole, boolean: false };
}

/** A category as it is read: yes and no for 1 and 0, the stages by name, an empty value in words. */
export function valueName(choice: VariableChoice, value: string): string {
  const t = catalogue().design.variable;
  if (choice.variable.from === 'stage') {
    const stages: Readonly<Record<string, string>> = t.stages;
    return stages[value] ?? value;
  }
  if (choice.boolean && (value === '1' || value === '0')) return value === '1' ? t.yes : t.no;
  return value === '' ? t.empty : value;
}
