import {
  reads,
  refuses,
  rejected,
  setAside,
  type CorpusFile,
  type ReadOutcome,
} from './corpus-file.ts';

const outcome: ReadOutcome = {
  names: ['region', 'orders', 'sales'],
  kinds: 'text integer integer',
  rows: [
    ['Seoul', 12, 1200],
    ['Busan', 7, 700],
    ['Daegu', 5, 500],
    ['Jeju', 3, 300],
  ],
};
const header = 'region,orders,sales\n';
const body = 'Seoul,12,1200\nBusan,7,700\nDaegu,5,500\nJeju,3,300\n';
const headerAt = (headerLine: number, headerRows = 1) => ({
  source: { layout: { headerLine, headerRows } },
});

const textsWithGap = 'name,,team\nKim,Seoul,\nLee,Busan,red\nPark,Daegu,blue\n';
const manyRows = 60_000;
/** More than the half megabyte that is looked at. */
const longTable = Array.from({ length: manyRows }, (_, row) => `C${row},${row}\n`).join('');

export const layoutFiles: readonly CorpusFile[] = [
  reads('a title above the header', `Sales of November\n${header}${body}`, {
    ...outcome,
    problems: [setAside('line-above', 1)],
    preview: { ...headerAt(2), linesAbove: [{ line: 1, text: 'Sales of November' }] },
  }),
  reads(
    'three title lines and a blank one above the header',
    `Sales report\nPeriod: 2026-11-01 ~ 2026-11-30\nPrinted by: Kim\n\n${header}${body}`,
    {
      ...outcome,
      problems: [setAside('line-above', 1, 2, 3), setAside('blank-line', 4)],
      preview: { ...headerAt(5), linesAbove: [{ line: 1 }, { line: 2 }, { line: 3 }] },
    },
  ),
  reads('title lines that are padded with delimiters', `Sales report,,\n,,\n${header}${body}`, {
    ...outcome,
    problems: [setAside('line-above', 1), setAside('blank-line', 2)],
    preview: headerAt(3),
  }),
  reads('a title with a comma in it', `Sales report, November 2026\n${header}${body}`, {
    ...outcome,
    problems: [setAside('line-above', 1)],
    preview: headerAt(2),
  }),
  reads(
    'a header of two rows, the upper one merged over several columns',
    'region,2026,\n,orders,sales\nSeoul,12,1200\nBusan,7,700\nDaegu,5,500\nJeju,3,300\n',
    {
      ...outcome,
      names: ['region', '2026 orders', '2026 sales'],
      preview: headerAt(1, 2),
    },
  ),
  reads('no header at all', body, {
    ...outcome,
    names: ['column_1', 'column_2', 'column_3'],
    preview: headerAt(1, 0),
  }),
  reads('no header, and only texts', 'Kim,Seoul,gold\nLee,Busan,silver\nKim,Busan,gold\n', {
    // Nothing tells the first line from a header: it is taken for one, and the preview shows it.
    names: ['Kim', 'Seoul', 'gold'],
    kinds: 'text text text',
    rows: [
      ['Lee', 'Busan', 'silver'],
      ['Kim', 'Busan', 'gold'],
    ],
  }),
  reads('a total row below', `${header}${body}Total,27,2700\n`, {
    ...outcome,
    problems: [setAside('total-row', 6)],
    preview: { totalLines: [{ line: 6 }] },
  }),
  reads('a total row and a blank line before it', `${header}${body}\n합계,27,2700\n`, {
    ...outcome,
    problems: [setAside('blank-line', 6), setAside('total-row', 7)],
  }),
  reads(
    'subtotals between the rows',
    'region,orders,sales\nSeoul,12,1200\nBusan,7,700\n소계,19,1900\nDaegu,5,500\nJeju,3,300\n소계,8,800\n총계,27,2700\n',
    {
      ...outcome,
      problems: [setAside('total-row', 4, 7, 8)],
    },
  ),
  reads(
    'a customer whose name is Total',
    'name,points\nKim,10\nTotal Park,20\nTotal,99\nLee,30\n',
    {
      names: ['name', 'points'],
      kinds: 'text integer',
      rows: [
        ['Kim', 10],
        ['Total Park', 20],
        ['Total', 99],
        ['Lee', 30],
      ],
    },
  ),
  reads(
    'the header again in the middle, as in pages that were pasted together',
    `${header}Seoul,12,1200\nBusan,7,700\n${header}Daegu,5,500\nJeju,3,300\n`,
    {
      ...outcome,
      problems: [setAside('repeated-header', 4)],
    },
  ),
  reads(
    'comment lines above and between',
    `# exported by us\n# version 2\n${header}Seoul,12,1200\nBusan,7,700\n# half time\nDaegu,5,500\nJeju,3,300\n`,
    {
      ...outcome,
      problems: [setAside('line-above', 1, 2), setAside('comment-line', 6)],
      preview: { source: { layout: { headerLine: 3 }, dialect: { comment: '#' } } },
    },
  ),
  reads('ids that begin with the sign of a comment', 'id,name\n#1,Kim\n#2,Lee\n#3,Park\n', {
    names: ['id', 'name'],
    kinds: 'text text',
    rows: [
      ['#1', 'Kim'],
      ['#2', 'Lee'],
      ['#3', 'Park'],
    ],
  }),
  reads(
    'two tables, one below the other',
    `${header}${body}\n\nproduct,price\nApple,10\nPear,20\nPlum,30\n`,
    {
      ...outcome,
      problems: [setAside('blank-line', 6, 7), setAside('another-table', 8, 9, 10, 11)],
      preview: { otherTables: [{ headerLine: 8, titles: ['product', 'price'] }] },
    },
  ),
  reads('a remark below the table', `${header}${body}\n* without returns\n`, {
    ...outcome,
    problems: [setAside('blank-line', 6), rejected('too-few-fields', 7)],
  }),
  reads(
    'empty columns to the left',
    ',region,orders,sales\n,Seoul,12,1200\n,Busan,7,700\n,Daegu,5,500\n,Jeju,3,300\n',
    {
      names: ['column_1', 'region', 'orders', 'sales'],
      kinds: 'text text integer integer',
      rows: outcome.rows.map((row) => [null, ...row]),
    },
  ),
  reads(
    'years for column names',
    'region,2024,2025,2026\nSeoul,12,15,11\nBusan,7,8,9\nDaegu,5,6,7\n',
    {
      names: ['region', '2024', '2025', '2026'],
      kinds: 'text integer integer integer',
      rows: [
        ['Seoul', 12, 15, 11],
        ['Busan', 7, 8, 9],
        ['Daegu', 5, 6, 7],
      ],
    },
  ),
  reads('a single row below the header', 'name,points\nKim,10\n', {
    names: ['name', 'points'],
    kinds: 'text integer',
    rows: [['Kim', 10]],
  }),
  reads(
    'words for numbers in a row near the end, which begin no other table',
    'a,b,c,d\nKim,Kim,A-1,A-1\nKim,Kim,A-2,A-3\nKim,Lee,Kim,김철수\nKim,http://a.kr/c?d=e,Kim,Kim\n',
    {
      names: ['a', 'b', 'c', 'd'],
      kinds: 'text text text text',
      rows: [
        ['Kim', 'Kim', 'A-1', 'A-1'],
        ['Kim', 'Kim', 'A-2', 'A-3'],
        ['Kim', 'Lee', 'Kim', '김철수'],
        ['Kim', 'http://a.kr/c?d=e', 'Kim', 'Kim'],
      ],
    },
  ),
  refuses('nothing but a header', 'name,points\n', { code: 'no-rows' }),
  refuses('nothing but a header and blank lines', 'name,points\r\n\r\n\r\n', { code: 'no-rows' }),
  reads('only texts, the first row of them with a gap where a title is missing', textsWithGap, {
    names: ['name', 'column_2', 'team'],
    kinds: 'text text text',
    rows: [
      ['Kim', 'Seoul', null],
      ['Lee', 'Busan', 'red'],
      ['Park', 'Daegu', 'blue'],
    ],
    preview: headerAt(1, 1),
  }),
  reads(
    'words instead of numbers in the first row, which other rows use too',
    'name,points,orders\nKim,unknown,never\nLee,20,3\nPark,unknown,5\nChoi,7,never\nYun,8,2\nHan,9,4\n',
    {
      names: ['name', 'points', 'orders'],
      kinds: 'text text text',
      rows: [
        ['Kim', 'unknown', 'never'],
        ['Lee', '20', '3'],
        ['Park', 'unknown', '5'],
        ['Choi', '7', 'never'],
        ['Yun', '8', '2'],
        ['Han', '9', '4'],
      ],
      preview: headerAt(1, 1),
    },
  ),
  reads(
    'a second table beyond the part that is looked at',
    () => `id,points\n${longTable}\n\nproduct,price,stock\nApple,10,4\nPear,20,5\nPlum,30,6\n`,
    {
      names: ['id', 'points'],
      kinds: 'text integer',
      rows: [['C0', 0]],
      rowsKept: manyRows,
      problems: [
        setAside('blank-line', manyRows + 2, manyRows + 3),
        setAside('another-table', ...[4, 5, 6, 7].map((line) => manyRows + line)),
      ],
    },
  ),
  reads(
    'a second table of as many columns beyond that part, under a title',
    () =>
      `id,points\n${longTable}\nStock of November\nproduct,day\nApple,2026-11-01\nPear,2026-11-02\nPlum,2026-11-03\n`,
    {
      names: ['id', 'points'],
      kinds: 'text integer',
      rows: [['C0', 0]],
      rowsKept: manyRows,
      problems: [
        setAside('blank-line', manyRows + 2),
        setAside('another-table', ...[3, 4, 5, 6, 7].map((line) => manyRows + line)),
      ],
    },
  ),
  reads(
    'gaps, a repeated header and a remark beyond that part, which begin no table',
    () => `id,points\n${longTable}\nX1,1\n\nid,points\nX2,2\n\n* a remark\n\nX3,3\n`,
    {
      names: ['id', 'points'],
      kinds: 'text integer',
      rows: [['C0', 0]],
      rowsKept: manyRows + 3,
      problems: [
        setAside('blank-line', ...[2, 4, 7, 9].map((line) => manyRows + line)),
        setAside('repeated-header', manyRows + 5),
        rejected('too-few-fields', manyRows + 8),
      ],
    },
  ),
];
