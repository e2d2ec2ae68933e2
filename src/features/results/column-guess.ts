import type { Column, DataTable } from '#core/import/column.ts';
import type { OutcomeColumns, RowMeaning } from '#core/results/analysis.ts';

const armNames = /^(arm|segment|group|variant|treatment|cell|배정군|실험군|그룹|집단|처리)/i;
const outcomeNames = /visit|conver|respon|purchas|bought|click|buy|반응|구매|전환|방문|응답/i;
const moneyNames = /spend|spent|amount|sales|revenue|금액|매출|구매액/i;
const further: Readonly<Record<keyof OutcomeColumns, RegExp>> = {
  deliveryColumn: /deliver|bounce|도달|반송|발송\s?결과|전송\s?결과/i,
  purchaseColumn: /purchas|bought|conversion|^ordered$|구매\s?여부|^구매$/i,
  basketColumn: /basket|bundle|^products$|상품구분|단일|복합|상품수|상품 수/i,
  ordersColumn: /^orders$|order_?count|주문수|주문 수|구매횟수/i,
  dateColumn: /date|_on$|_at$|^day$|일자|날짜|일시|반응일|구매일|주문일/i,
};
/** Days of something else than what the customer did. */
const otherDays = /contact|sent|sign|join|birth|last|발송|접촉|가입|생년|생일|최근/i;
const bounceFiles = /bounce|undeliver|반송|미도달/i;
const purchaseFiles = /purchase|order|sales|transaction|구매|주문|매출|거래/i;
const customerCounts =
  /^(n|users|size|count|customers?|customer_?count|sent|trials|인원|고객\s?수|명수|발송\s?수)$/i;
const responderCounts = /respon|conver|event|buyer|purchas|click|visit|반응|구매|전환|클릭/i;
const moneySquares = /sq|제곱/i;
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

/** Columns that can tell more of what came of a customer. */
export function furtherColumns(table: DataTable, what: keyof OutcomeColumns): readonly Column[] {
  const isNumber = ({ kind }: Column) => kind === 'integer' || kind === 'decimal';
  const others = table.columns.filter(({ role }) => role !== 'customer-id' && role !== 'arm');
  switch (what) {
    case 'dateColumn':
      return others.filter(({ kind }) => kind === 'date');
    case 'ordersColumn':
      return others.filter(isNumber);
    case 'basketColumn':
      return others.filter(({ kind }) => kind !== 'date' && kind !== 'decimal');
    default:
      return others.filter((column) => column.kind === 'boolean' || column.kind === 'text');
  }
}

/** The column of each kind that a table most likely has. `taken`: columns that are read already. */
export function guessFurther(table: DataTable, taken: readonly (string | null)[]): OutcomeColumns {
  const guess = (what: keyof OutcomeColumns) =>
    furtherColumns(table, what).find(
      ({ name, role, kind }) =>
        !taken.includes(name) &&
        // Words are looked for where they are usual; a text that happens to be called so is left alone.
        (what !== 'purchaseColumn' || kind === 'boolean') &&
        (role === 'order-date' || (further[what].test(name) && !otherDays.test(name))),
    )?.name ?? null;
  return {
    deliveryColumn: guess('deliveryColumn'),
    purchaseColumn: guess('purchaseColumn'),
    basketColumn: guess('basketColumn'),
    ordersColumn: guess('ordersColumn'),
    dateColumn: guess('dateColumn'),
  };
}

/** What the rows of a file most likely are, by its name and what it has columns for. */
export function guessEveryRow(table: DataTable, tellsDelivery: boolean): RowMeaning {
  if (bounceFiles.test(table.label)) return 'bounced';
  if (purchaseFiles.test(table.label) || table.role === 'transactions') return 'purchased';
  return tellsDelivery ? 'nothing' : 'responded';
}

/** The columns of a table that was counted already, or null where it does not look like one. */
export function guessCounts(table: DataTable) {
  const whole = table.columns.filter(({ kind }) => kind === 'integer' || kind === 'boolean');
  const customers = whole.find(({ name }) => customerCounts.test(name));
  const responders = whole.find(
    (column) => column !== customers && responderCounts.test(column.name),
  );
  if (!customers || !responders || table.columns.some(({ role }) => role === 'customer-id'))
    return null;
  const squares = moneyColumns(table).find(({ name }) => moneySquares.test(name));
  const money = moneyColumns(table).find(
    (column) => column !== squares && moneyNames.test(column.name),
  );
  return {
    customersColumn: customers.name,
    outcomeColumn: responders.name,
    moneyColumn: money?.name ?? null,
    moneySquaresColumn: squares?.name ?? null,
  };
}
