import { emptied, noted, reads, rejectedFor, type CorpusFile } from './corpus-file.ts';

const customers = (ids: readonly string[]) =>
  `customer_id,city\n${ids.map((id, index) => `${id},${'ABC'[index % 3]}\n`).join('')}`;
const asRows = (ids: readonly (string | null)[]) =>
  ids.map((id, index) => [id, 'ABC'[index % 3] ?? '']);
const names = ['customer_id', 'city'];
const kinds = 'text text';

export const identifierFiles: readonly CorpusFile[] = [
  reads('ids with leading zeros', customers(['0001', '0002', '0010', '0100']), {
    names,
    kinds,
    rows: asRows(['0001', '0002', '0010', '0100']),
  }),
  reads(
    'ids of 20 digits that differ in the last',
    customers(['12345678901234567890', '12345678901234567891', '12345678901234567892']),
    {
      names,
      kinds,
      rows: asRows(['12345678901234567890', '12345678901234567891', '12345678901234567892']),
    },
  ),
  reads(
    'ids of 16 digits, one of which is beyond 2^53',
    customers(['9007199254740991', '9007199254740993', '9007199254740995']),
    {
      names,
      kinds,
      rows: asRows(['9007199254740991', '9007199254740993', '9007199254740995']),
    },
  ),
  reads(
    'ids that look like numbers with an exponent',
    customers(['12E5', '13E5', '1E10', '120E4']),
    {
      names,
      kinds,
      rows: asRows(['12E5', '13E5', '1E10', '120E4']),
    },
  ),
  reads(
    'ids that look like hexadecimal, octal and infinite numbers',
    customers(['0x10', '0b11', '0o7', 'Infinity', 'NaN']),
    {
      names,
      kinds,
      rows: asRows(['0x10', '0b11', '0o7', 'Infinity', 'NaN']),
    },
  ),
  reads(
    'ids that are numbers, but for a few',
    customers([
      ...Array.from({ length: 97 }, (_, index) => String(1000 + index)),
      'A1',
      'A2',
      'A3',
    ]),
    {
      names,
      kinds,
      rows: asRows([
        ...Array.from({ length: 97 }, (_, index) => String(1000 + index)),
        'A1',
        'A2',
        'A3',
      ]),
    },
  ),
  reads(
    'a card number with hyphens and one with spaces',
    'card,city\n1234-5678-9012-3456,A\n1234 5678 9012 3456,B\n',
    {
      names: ['card', 'city'],
      kinds,
      rows: [
        ['1234-5678-9012-3456', 'A'],
        ['1234 5678 9012 3456', 'B'],
      ],
    },
  ),
  reads(
    'phone numbers written in five ways',
    'phone,city\n01012345678,A\n010-1234-5678,B\n+821012345678,C\n02)123-4567,A\n(02) 123-4567,B\n',
    {
      names: ['phone', 'city'],
      kinds,
      rows: [
        ['01012345678', 'A'],
        ['010-1234-5678', 'B'],
        ['+821012345678', 'C'],
        ['02)123-4567', 'A'],
        ['(02) 123-4567', 'B'],
      ],
    },
  ),
  reads('post codes with a leading zero in some', 'zip,city\n06236,A\n48058,B\n13529,C\n', {
    names: ['zip', 'city'],
    kinds,
    rows: [
      ['06236', 'A'],
      ['48058', 'B'],
      ['13529', 'C'],
    ],
  }),
  reads('customers without an id', customers(['C1', '', 'C3', '   ']), {
    names,
    kinds,
    rows: [
      ['C1', 'A'],
      ['C3', 'C'],
    ],
    problems: [rejectedFor('missing-id', 'customer_id', 3, 5)],
  }),
  reads('customers that come up again', customers(['C1', 'C2', 'C1', 'C1']), {
    names,
    kinds,
    rows: asRows(['C1', 'C2', 'C1', 'C1']),
    problems: [noted('duplicate-id', 'customer_id', 4, 5)],
  }),
  reads(
    'customers whose ids differ in case only, who are several',
    customers(['c1', 'C1', 'ｃ１']),
    {
      names,
      kinds,
      rows: asRows(['c1', 'C1', 'ｃ１']),
    },
  ),
  reads('ids with an invisible space', 'customer_id,city\nC1,A\nC1\u200B,B\n\u00A0C2,C\n', {
    names,
    kinds,
    rows: [
      ['C1', 'A'],
      ['C1\u200B', 'B'],
      ['C2', 'C'],
    ],
  }),
  reads(
    'resident numbers, the day of birth in front',
    'rrn,city\n900101-1234567,A\n010203-4234567,B\n',
    {
      names: ['rrn', 'city'],
      kinds,
      rows: [
        ['900101-1234567', 'A'],
        ['010203-4234567', 'B'],
      ],
    },
  ),
  reads(
    'ids that a spreadsheet has already shortened',
    'order_no,city\n8.80123E+12,A\n8.80124E+12,B\n8.80125E+12,C\n',
    {
      names: ['order_no', 'city'],
      kinds,
      rows: [
        ['8.80123E+12', 'A'],
        ['8.80124E+12', 'B'],
        ['8.80125E+12', 'C'],
      ],
    },
  ),
  reads('product codes that look like dates', 'code,city\n1-2,A\n3-4,B\n10-11,C\n', {
    names: ['code', 'city'],
    kinds,
    rows: [
      ['1-2', 'A'],
      ['3-4', 'B'],
      ['10-11', 'C'],
    ],
  }),
  reads(
    'a whole number beyond 2^53 among amounts, where nobody looked',
    () =>
      `amount,city\n${'100,A\n'.repeat(120_000)}9007199254740993,B\n${'100,A\n'.repeat(80_000)}`,
    {
      names: ['amount', 'city'],
      kinds: 'integer text',
      rows: [[100, 'A']],
      rowsKept: 200_001,
      problems: [emptied('number-too-large', 'amount', 120_002)],
    },
  ),
  reads(
    'one id that holds most of the rows',
    `order_id,customer_id,order_date,amount\n${Array.from({ length: 40 }, (_, index) => `O${index},${index % 2 ? '9999999999' : `C${index}`},2026-01-01,1000\n`).join('')}`,
    {
      names: ['order_id', 'customer_id', 'order_date', 'amount'],
      kinds: 'text text date integer',
      rows: [['O0', 'C0', '2026-01-01', 1000]],
      rowsKept: 40,
      problems: [
        {
          code: 'placeholder-id',
          severity: 'kept',
          column: 'customer_id',
          count: 20,
          lines: [3, 5, 7, 9, 11],
        },
      ],
    },
  ),
];
