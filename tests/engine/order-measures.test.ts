import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '#core/customers/completed-months.ts';
import { defaultStageRules } from '#core/customers/journey.ts';
import { transactionMeasures, variableKey, type Variable } from '#core/customers/variable.ts';
import { customerSource } from '#core/history/customer-source.ts';
import { emptyDocument } from '#core/history/project-document.ts';
import type { Column, DataTable } from '#core/import/column.ts';
import { consoleSchema } from '#core/sql/console-schema.ts';
import { customersFor, variableParts } from '#core/sql/purchases-sql.ts';
import { sqlProject } from '#core/sql/sql-project.ts';
import { variableSql } from '#core/sql/variable-sql.ts';
import { insertTable } from '#engine/tables.ts';
import {
  categoriesOf,
  datesOf,
  kindOfVariable,
  numbersOf,
  type Viewpoint,
} from '#engine/variables.ts';
import { sqlKo } from '#text/sql/ko.ts';
import { runs } from '../property-runs.ts';
import { openConsole } from './open-console.ts';
import { openEngine } from './open-engine.ts';

const asOf = '2026-11-22';
const customers = ['A', 'B', 'C', 'D'];
const variables: readonly Variable[] = [
  ...transactionMeasures.map((measure) => ({ from: 'transactions', measure }) as const),
  { from: 'favourite', column: 'category' },
];

interface Line {
  readonly customer: string;
  readonly order: string | null;
  readonly day: string | null;
  readonly amount: number | null;
  readonly category: string | null;
}

const maybe = <Value>(...values: readonly Value[]) => fc.constantFrom(...values, null);
const line: fc.Arbitrary<Line> = fc.record({
  customer: fc.constantFrom(...customers.slice(0, 3), 'Z'),
  order: maybe('1', '2', '3', '4'),
  day: maybe('2025-11-23', '2026-05-22', '2026-08-22', '2026-08-23', '2026-11-22', '2026-11-23'),
  amount: maybe(10, 25, -5, 40),
  category: maybe('립', '스킨', '🧴', 'ﬀ'),
});

/** What the lines say of a customer, told anew by walking over them with the definition in hand. */
function told(lines: readonly Line[], customer: string, variable: Variable, hasOrderIds: boolean) {
  const own = lines.filter((each) => each.customer === customer);
  const done = own.filter(({ day }) => day === null || day <= asOf);
  const number = ({ order, day }: Line) => (hasOrderIds ? order : day);
  const different = (some: readonly Line[]) =>
    new Set(some.map(number).filter((each) => each !== null)).size;
  const days = (some: readonly Line[]) => some.flatMap(({ day }) => day ?? []).toSorted();
  const amounts = done.flatMap(({ amount }) => amount ?? []);
  const spend = amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0);
  const since = (first: string) => done.filter(({ day }) => day !== null && day >= first);
  if (variable.from === 'favourite') {
    const values = [...new Set(done.flatMap(({ category }) => category ?? []))];
    const ranked = values
      .map((value) => {
        const with_ = done.filter((each) => each.category === value && number(each) !== null);
        return { value, orders: different(with_), last: days(with_).at(-1) ?? '' };
      })
      .filter(({ orders }) => orders > 0)
      .toSorted(
        (one, other) =>
          other.orders - one.orders ||
          other.last.localeCompare(one.last, 'en') ||
          Buffer.compare(Buffer.from(one.value), Buffer.from(other.value)),
      );
    return ranked[0]?.value ?? null;
  }
  switch (variable.from === 'transactions' && variable.measure) {
    case 'last-order-date':
      return days(done).at(-1) ?? days(own).at(-1) ?? null;
    case 'first-order-date':
      return days(done)[0] ?? days(own)[0] ?? null;
    case 'order-count':
      return different(done);
    case 'orders-3-months':
      return different(since('2026-08-23'));
    case 'orders-6-months':
      return different(since('2026-05-23'));
    case 'orders-12-months':
      return different(since('2025-11-23'));
    case 'spend':
      return spend;
    default:
      return spend === null || different(done) === 0 ? null : spend / different(done);
  }
}

const column = (name: string, kind: Column['kind'], role: Column['role']): Column => ({
  name,
  kind,
  role,
  personal: null,
});

function project(lines: readonly Line[], hasOrderIds: boolean) {
  const { engine } = openEngine();
  engine.startEmpty();
  const listColumns = [column('id', 'text', 'customer-id')];
  const lineColumns = [
    column('customer', 'text', 'customer-id'),
    column('order', 'text', hasOrderIds ? 'order-id' : 'none'),
    column('day', 'date', 'order-date'),
    column('amount', 'integer', 'amount'),
    column('category', 'text', 'none'),
  ];
  const listRows = customers.map((id) => [id]);
  const lineRows = lines.map(({ customer, order, day, amount, category }) => [
    customer,
    order,
    day,
    amount,
    category,
  ]);
  const table = (
    label: string,
    role: DataTable['role'],
    columns: Column[],
    rows: (string | number | null)[][],
  ): DataTable => ({
    name: insertTable(engine.database, columns, rows),
    label,
    role,
    columns,
    rowCount: rows.length,
    report: null,
  });
  const tables = [
    table('customers', 'customers', listColumns, listRows),
    table('orders', 'transactions', lineColumns, lineRows),
  ];
  engine.rowsChanged();
  const document = { ...emptyDocument('test'), tables, asOf };
  const source = customerSource(document);
  if (!source) throw new Error('The project has customers');
  const view: Viewpoint = {
    columns: engine.columns,
    source,
    asOf,
    rules: defaultStageRules,
    running: [],
  };
  return { view, sql: sqlProject(document, sqlKo.columns), console: openConsole(engine.database.export(), consoleSchema(document)) }; // prettier-ignore
}

function counted(view: Viewpoint, variable: Variable): (string | number | null)[] {
  const orNull = (number: number) => (Number.isNaN(number) ? null : number);
  switch (kindOfVariable(view, variable)) {
    case 'date':
      return [...datesOf(view, variable)].map((date) =>
        Number.isNaN(date) ? null : isoDate(date),
      );
    case 'text': {
      const { values, codes } = categoriesOf(view, variable);
      return [...codes].map((code) => values[code] ?? null);
    }
    default:
      return [...numbersOf(view, variable)].map(orNull);
  }
}

describe('what is counted from the transactions', () => {
  it.each([true, false])(
    'is told alike by the engine, by the SQL that is shown, and by the definition (order ids: %s)',
    (hasOrderIds) => {
      fc.assert(
        fc.property(fc.array(line, { maxLength: 24 }), (lines) => {
          const { view, sql, console } = project(lines, hasOrderIds);
          for (const variable of variables) {
            const expected = customers.map((id) => told(lines, id, variable, hasOrderIds));
            const key = variableKey(variable);
            expect(counted(view, variable), key).toEqual(expected);
            const parts = variableParts(sql, [variable], asOf).join(',\n');
            const query = `WITH ${parts}\nSELECT ${variableSql(sql, variable, asOf)} ${customersFor(sql, [variable])} ORDER BY c.id`; // prettier-ignore
            expect(
              console.ask(query).rows.map(([value]) => value),
              key,
            ).toEqual(expected);
          }
        }),
        runs(60),
      );
    },
  );

  it('a favourite is the value of most orders, then of the latest, then the first by its characters', () => {
    const bought = (order: string, day: string, category: string): Line => ({
      customer: 'A',
      order,
      day,
      amount: 1,
      category,
    });
    const favourite = (...lines: readonly Line[]) =>
      counted(project(lines, true).view, { from: 'favourite', column: 'category' })[0];
    const lip = bought('1', '2026-01-01', '립');
    // Three lines of one order are one order.
    const skins = ['2026-02-01', '2026-02-01', '2026-02-01'].map((day) => bought('2', day, '스킨'));
    expect(favourite(lip, bought('3', '2026-01-05', '립'), ...skins)).toBe('립');
    expect(favourite(lip, ...skins)).toBe('스킨');
    expect(favourite(lip, bought('1', '2026-01-01', '스킨'))).toBe('립');
    expect(favourite(bought('9', '2026-12-24', '립'))).toBeNull();
  });
});
