import { emptied, reads, refuses, rejected, setAside, type CorpusFile } from './corpus-file.ts';

const long = (length: number, letter = 'x') => letter.repeat(length);
const wide = (columns: number) => {
  const row = (of: (index: number) => string) =>
    Array.from({ length: columns }, (_, index) => of(index)).join(',');
  return `${row((index) => `열${index}`)}\n${row((index) => `v${index}`)}\n${row((index) => `w${index}`)}\n`;
};

/** Lines of a letter, so many characters of them, no two with the same number of commas after each other. */
function letter(length: number): string {
  const lines = Array.from(
    { length: 400 },
    (_, index) => `${index}행, ${'그리고, '.repeat(index % 7)}끝`,
  );
  const text = lines.join('\n');
  return text.repeat(Math.ceil(length / text.length)).slice(0, length - 1) + '.';
}

export const sizeFiles: readonly CorpusFile[] = [
  reads(
    'a cell of 10 million letters over many lines, in quotes',
    () => `id,memo,points\nC1,"${letter(10_000_000)}",10\nC2,"둘,\n줄",20\nC3,three,30\n`,
    {
      names: ['id', 'memo', 'points'],
      kinds: 'text text integer',
      rows: [
        ['C1', letter(10_000_000), 10],
        ['C2', '둘,\n줄', 20],
        ['C3', 'three', 30],
      ],
    },
  ),
  reads(
    'a cell of 10 MB whose first line alone has 100,000 letters',
    () => `id,memo\nC1,"${long(100_000)}\n${letter(9_000_000)}"\nC2,two\n`,
    {
      names: ['id', 'memo'],
      kinds: 'text text',
      rows: [
        ['C1', `${long(100_000)}\n${letter(9_000_000)}`],
        ['C2', 'two'],
      ],
    },
  ),
  reads(
    'a quote that is never closed before 20,000 rows and an inch mark',
    () =>
      `id,size,points\nC0,"5,1\n${Array.from({ length: 20_000 }, (_, row) => `C${row + 1},10,2\n`).join('')}X,27",3\n`,
    {
      names: ['id', 'size', 'points'],
      kinds: 'text integer integer',
      rows: [
        ['C1', 10, 2],
        ['C2', 10, 2],
      ],
      rowsKept: 20_001,
      problems: [rejected('unclosed-quote', 2), emptied('not-a-number', 'size', 20_003)],
    },
  ),
  reads(
    'a cell over more than 2^24 letters, which is more than is read as one',
    () => `id,memo\nC1,one\nC2,two\nC3,three\nC4,"${long(400_000, `${long(44)}\n`)}"\nC5,five\n`,
    {
      names: ['id', 'memo'],
      kinds: 'text text',
      rows: [
        ['C1', 'one'],
        ['C2', 'two'],
        ['C3', 'three'],
        ['C5', 'five'],
      ],
      problems: [
        rejected('unclosed-quote', 5, 400_005),
        {
          code: 'too-few-fields',
          severity: 'row',
          column: null,
          count: 399_999,
          lines: [6, 7, 8, 9, 10],
        },
      ],
    },
  ),
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
