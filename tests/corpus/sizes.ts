import { reads, refuses, rejected, setAside, type CorpusFile } from './corpus-file.ts';

const long = (length: number, letter = 'x') => letter.repeat(length);
const wide = (columns: number) => {
  const row = (of: (index: number) => string) =>
    Array.from({ length: columns }, (_, index) => of(index)).join(',');
  return `${row((index) => `열${index}`)}\n${row((index) => `v${index}`)}\n${row((index) => `w${index}`)}\n`;
};

export const sizeFiles: readonly CorpusFile[] = [
  reads('a cell of 10 MB', () => `a,b\n1,one\n2,${long(10_000_000)}\n3,three\n`, {
    names: ['a', 'b'],
    kinds: 'integer text',
    rows: [[1, 'one']],
    rowsKept: 3,
  }),
  reads(
    'a cell of 3 MB in quotes on one line, with delimiters in it',
    () => `a,b\n1,one\n2,"${long(1_500_000, 'x,')}"\n3,three\n`,
    { names: ['a', 'b'], kinds: 'integer text', rows: [[1, 'one']], rowsKept: 3 },
  ),
  reads(
    'a cell of 60,000 letters over 12,000 lines',
    () => `a,b\n1,"${long(12_000, 'line\n')}end"\n2,two\n`,
    {
      names: ['a', 'b'],
      kinds: 'integer text',
      rows: [
        [1, `${long(12_000, 'line\n')}end`],
        [2, 'two'],
      ],
    },
  ),
  reads(
    'a cell of 40,000 letters in quotes, more than Excel holds',
    () => `a,b\n1,"${long(20_000, 'x,')}"\n2,two\n`,
    {
      names: ['a', 'b'],
      kinds: 'integer text',
      rows: [
        [1, long(20_000, 'x,')],
        [2, 'two'],
      ],
    },
  ),
  refuses('5,000 columns', () => wide(5000), { code: 'too-many-columns' }),
  reads('1,000 columns', () => wide(1000), {
    names: Array.from({ length: 1000 }, (_, index) => `열${index}`),
    kinds: Array.from({ length: 1000 }, () => 'text').join(' '),
    rows: ['v', 'w'].map((letter) =>
      Array.from({ length: 1000 }, (_, index) => `${letter}${index}`),
    ),
  }),
  reads(
    '300,000 rows of one column',
    () => `customer_id\n${Array.from({ length: 300_000 }, (_, row) => `C${row}\n`).join('')}`,
    {
      names: ['customer_id'],
      kinds: 'text',
      rows: [['C0'], ['C1'], ['C2']],
      rowsKept: 300_000,
    },
  ),
  refuses('a line of 5 MB that never ends', () => long(5_000_000), { code: 'no-rows' }),
  refuses('a header of 5 MB', () => `${long(1_000_000, 'name,')}\n1,2\n`, {
    code: 'too-many-columns',
  }),
  reads(
    'a row of 5 MB of delimiters among others',
    () => `a,b\n1,one\n${long(5_000_000, ',')}x\n3,three\n`,
    {
      names: ['a', 'b'],
      kinds: 'integer text',
      rows: [
        [1, 'one'],
        [3, 'three'],
      ],
      problems: [rejected('too-many-fields', 3)],
    },
  ),
  reads('100,000 blank lines between two rows', () => `a,b\n1,one\n${long(100_000, '\n')}2,two\n`, {
    names: ['a', 'b'],
    kinds: 'integer text',
    rows: [
      [1, 'one'],
      [2, 'two'],
    ],
    problems: [{ ...setAside('blank-line', 3, 4, 5, 6, 7), count: 100_000 }],
  }),
  reads(
    '20,000 quotes that are never closed',
    () => `a,b\n1,one\n${long(20_000, '"x,y\n')}2,two\n`,
    {
      names: ['a', 'b'],
      kinds: 'integer text',
      rows: [
        [1, 'one'],
        [2, 'two'],
      ],
      problems: [
        {
          code: 'unclosed-quote',
          severity: 'row',
          column: null,
          count: 20_000,
          lines: [3, 4, 5, 6, 7],
        },
      ],
    },
  ),
];
