import type { Column, DataTable } from '#core/import/column.ts';

const armNames = /^(arm|segment|group|variant|treatment|cell|배정군|실험군|그룹|집단|처리)/i;
const outcomeNames = /visit|conver|respon|purchas|bought|click|buy|반응|구매|전환|방문|응답/i;
const moneyNames = /spend|spent|amount|sales|revenue|금액|매출|구매액/i;
const controlNames = /control|hold-?out|\bno\b|^none$|^no[ _-]|대조|홀드아웃|미발송/i;

/** The column that most likely names the arm, or null. */
export function guessArmColumn({ columns }: DataTable): string | null {
  const named = columns.find(({ role }) => role === 'arm');
  return (named ?? columns.find(({ name }) => armNames.test(name)))?.name ?? null;
}

/** Tables that can be read as a finished experiment, because a column names the arm. */
export function experimentTables(tables: readonly DataTable[]): readonly DataTable[] {
  return tables.filter(
    (table) => table.role === 'experiment' || table.columns.some(({ role }) => role === 'arm'),
  );
}

/** Columns that can be a yes/no outcome, the likeliest first. */
export function outcomeColumns({ columns }: DataTable): readonly Column[] {
  const weight = (column: Column) =>
    (column.role === 'outcome' ? 2 : 0) + (outcomeNames.test(column.name) ? 1 : 0);
  return columns
    .filter(({ kind, role }) => kind === 'boolean' || (role === 'outcome' && kind === 'integer'))
    .toSorted((left, right) => weight(right) - weight(left));
}

/** The outcome columns worth a switch: those that are called outcomes, or else the likeliest. */
export function likelyOutcomes(table: DataTable): readonly Column[] {
  const all = outcomeColumns(table);
  const named = all.filter(({ name, role }) => role === 'outcome' || outcomeNames.test(name));
  return named.length ? named : all.slice(0, 1);
}

/** Number columns that can be money. */
export function moneyColumns({ columns }: DataTable): readonly Column[] {
  return columns.filter(
    ({ kind, role }) => (kind === 'integer' || kind === 'decimal') && role !== 'customer-id',
  );
}

/** The money column that the table most likely has, or null. */
export function guessMoneyColumn(table: DataTable): string | null {
  const candidates = moneyColumns(table);
  const named = candidates.find(({ role }) => role === 'amount');
  return (named ?? candidates.find(({ name }) => moneyNames.test(name)))?.name ?? null;
}

/** The column with the customer id, or null. */
export function guessCustomerColumn({ columns }: DataTable): string | null {
  return columns.find(({ role }) => role === 'customer-id')?.name ?? null;
}

/** The value of the arm column that most likely is the control: by its name, or else the most frequent. */
export function guessControl(values: readonly string[]): string | null {
  return values.find((value) => controlNames.test(value)) ?? values[0] ?? null;
}
