import type { Column } from '#core/import/column.ts';

/** The columns of the customer list that is measured: twelve, of every kind, as a retailer would have them. */
export const customerColumns: readonly Column[] = [
  { name: 'customer_id', kind: 'text', role: 'customer-id', personal: null },
  { name: 'gender', kind: 'text', role: 'none', personal: null },
  { name: 'birth_year', kind: 'integer', role: 'none', personal: null },
  { name: 'region', kind: 'text', role: 'region', personal: null },
  { name: 'signup_date', kind: 'date', role: 'signup-date', personal: null },
  { name: 'points_balance', kind: 'integer', role: 'points', personal: null },
  { name: 'consent_sms', kind: 'boolean', role: 'consent', personal: null },
  { name: 'consent_email', kind: 'boolean', role: 'none', personal: null },
  { name: 'channel', kind: 'text', role: 'channel', personal: null },
  { name: 'last_purchase_date', kind: 'date', role: 'last-purchase', personal: null },
  { name: 'spend', kind: 'decimal', role: 'amount', personal: null },
  { name: 'memo', kind: 'text', role: 'none', personal: null },
];

export const regions = ['서울', '경기', '부산', '대구', '인천'] as const;
export const channels = ['LMS', 'SMS', '이메일', '카카오톡'] as const;

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** The values of a customer, in the order of the columns. `row`: from 0. Every remainder is a share that can be counted. */
export function customerValues(row: number): (string | number)[] {
  return [
    `C${String(row).padStart(7, '0')}`,
    row % 2 ? '여' : '남',
    1950 + (row % 50),
    regions[row % 5] as string,
    `2014-${twoDigits(1 + (row % 12))}-${twoDigits(1 + (row % 28))}`,
    (row * 7919) % 30_000,
    row % 3 ? 'Y' : 'N',
    row % 5 ? 'Y' : 'N',
    channels[row % 4] as string,
    `2016-${twoDigits(1 + (row % 12))}-${twoDigits(1 + (row % 28))}`,
    (row % 1000) * 12.5,
    `memo ${row % 97}`,
  ];
}

/** The customer list as a CSV file in UTF-8. */
export function customerFile(rowCount: number): Blob {
  const parts: string[] = [`${customerColumns.map(({ name }) => name).join(',')}\n`];
  for (let start = 0; start < rowCount; start += 20_000) {
    const length = Math.min(20_000, rowCount - start);
    const lines = Array.from({ length }, (_, at) => customerValues(start + at).join(','));
    parts.push(`${lines.join('\n')}\n`);
  }
  return new Blob(parts);
}
