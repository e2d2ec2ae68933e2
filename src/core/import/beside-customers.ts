import type { ColumnKind, ColumnRole, TableRole } from './column.ts';

interface Evidence {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly role: ColumnRole;
}

const happenings =
  /deliver|bounce|status|channel|click|open|visit|respon|purchas|order|product|basket|amount|paid|payment|spen[dt]|도달|반송|발송|결과|채널|클릭|반응|구매|주문|결제|상품|금액/i;

/**
 * What a table is when the project has a customer list already. A file that only says what happened to customers (who was
 * reached, who responded, on which day, for how much) is no second list: its customers may be in it several times.
 * Example: `customer_id, clicked_on` beside a customer list is 'other', alone it is 'customers'.
 */
export function roleBesideCustomers(
  guessed: TableRole,
  columns: readonly Evidence[],
  hasCustomerList: boolean,
): TableRole {
  if (guessed !== 'customers' || !hasCustomerList) return guessed;
  const tellsOnlyHappenings = columns.every(
    ({ name, kind, role }) =>
      role === 'customer-id' || role === 'amount' || kind === 'date' || happenings.test(name),
  );
  const hasTrait = columns.some(({ role }) => role === 'last-purchase' || role === 'signup-date');
  return tellsOnlyHappenings && !hasTrait ? 'other' : guessed;
}
