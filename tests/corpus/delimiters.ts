import { reads, rejected, setAside, type CorpusFile, type ReadOutcome } from './corpus-file.ts';

const rows = [
  ['C1', '서울', 10],
  ['C2', '부산', 20],
  ['C3', '대구', 30],
] as const;

function cutAt(delimiter: string): ReadOutcome {
  return {
    names: ['id', 'city', 'points'],
    kinds: 'text text integer',
    rows,
    preview: { source: { format: 'text', dialect: { delimiter } } },
  };
}

const written = (delimiter: string) =>
  `${[['id', 'city', 'points'], ...rows].map((row) => row.join(delimiter)).join('\n')}\n`;

const named: readonly (readonly [string, string])[] = [
  ['commas', ','],
  ['tabs', '\t'],
  ['semicolons', ';'],
  ['vertical bars', '|'],
  ['colons', ':'],
  ['carets', '^'],
  ['tildes', '~'],
  ['the unit separator of ASCII', '\x1f'],
];

export const delimiterFiles: readonly CorpusFile[] = [
  ...named.map(([name, delimiter]) =>
    reads(`cut at ${name}`, written(delimiter), cutAt(delimiter)),
  ),
  reads('cut at two characters, ||', written('||'), cutAt('||')),
  reads(
    'cut at a comma and a space',
    'id, city, points\nC1, 서울, 10\nC2, 부산, 20\nC3, 대구, 30\n',
    {
      ...cutAt(','),
      preview: { source: { format: 'text' } },
    },
  ),
  reads(
    'aligned with spaces',
    'id    city   points\nC1    서울       10\nC2    부산       20\nC3    대구       30\n',
    {
      ...cutAt(' '),
      preview: { source: { dialect: { delimiter: ' ', isRepeated: true } } },
    },
  ),
  reads(
    'cut at semicolons, amounts with commas and an empty column',
    '금액;email\n1,000,000;\n1,000,000;\n1,000,000;\n1,000,000;\n',
    {
      names: ['금액', 'email'],
      kinds: 'integer text',
      rows: Array.from({ length: 4 }, () => [1_000_000, null]),
      preview: {
        source: { dialect: { delimiter: ';' }, layout: { headerLine: 1, headerRows: 1 } },
      },
    },
  ),
  reads('a sep= line of Excel', `sep=;\r\n${written(';')}`, {
    ...cutAt(';'),
    problems: [setAside('line-above', 1)],
    preview: { source: { dialect: { delimiter: ';' }, layout: { headerLine: 2 } } },
  }),
  reads('a sep= line in quotes', `"sep=|"\r\n${written('|')}`, {
    ...cutAt('|'),
    problems: [setAside('line-above', 1)],
    preview: { source: { dialect: { delimiter: '|' }, layout: { headerLine: 2 } } },
  }),
  reads(
    'a sep= line that is wrong about the delimiter of a quoted comma',
    'sep=,\nid,city\nC1,"a;b"\nC2,"c;d"\n',
    {
      problems: [setAside('line-above', 1)],
      names: ['id', 'city'],
      kinds: 'text text',
      rows: [
        ['C1', 'a;b'],
        ['C2', 'c;d'],
      ],
      preview: { source: { dialect: { delimiter: ',' } } },
    },
  ),
  reads('a header that is no sep= line', 'sep=10,b\nC1,x\nC2,y\n', {
    names: ['sep=10', 'b'],
    kinds: 'text text',
    rows: [
      ['C1', 'x'],
      ['C2', 'y'],
    ],
  }),
  reads('a line sep=10, which names no delimiter', 'sep=10\nid,b\nC1,x\nC2,y\nC3,z\n', {
    problems: [setAside('line-above', 1)],
    names: ['id', 'b'],
    kinds: 'text text',
    rows: [
      ['C1', 'x'],
      ['C2', 'y'],
      ['C3', 'z'],
    ],
    preview: { linesAbove: [{ line: 1, text: 'sep=10' }] },
  }),
  reads(
    'trailing delimiters on every line',
    'id,city,points,\nC1,서울,10,\nC2,부산,20,\nC3,대구,30,\n',
    {
      names: ['id', 'city', 'points'],
      kinds: 'text text integer',
      rows,
    },
  ),
  reads(
    'trailing delimiters on the rows only',
    'id,city,points\nC1,서울,10,\nC2,부산,20,\nC3,대구,30,,\n',
    cutAt(','),
  ),
  reads(
    'semicolons between decimals with commas',
    'id;city;price\nC1;Köln;1,5\nC2;Bonn;2,25\nC3;Ulm;1.210,75\n',
    {
      names: ['id', 'city', 'price'],
      kinds: 'text text decimal',
      rows: [
        ['C1', 'Köln', 1.5],
        ['C2', 'Bonn', 2.25],
        ['C3', 'Ulm', 1210.75],
      ],
      preview: { source: { dialect: { delimiter: ';' } } },
    },
  ),
  reads(
    'commas in quotes, more of them than semicolons',
    'id;note\nC1;"a, b, c, d"\nC2;"e, f, g, h"\n',
    {
      names: ['id', 'note'],
      kinds: 'text text',
      rows: [
        ['C1', 'a, b, c, d'],
        ['C2', 'e, f, g, h'],
      ],
      preview: { source: { dialect: { delimiter: ';' } } },
    },
  ),
  reads(
    'times with colons, which cut nothing',
    'id,at\nC1,2026-11-22 10:30:00\nC2,2026-11-22 11:45:10\n',
    {
      names: ['id', 'at'],
      kinds: 'text date',
      rows: [
        ['C1', '2026-11-22 10:30:00'],
        ['C2', '2026-11-22 11:45:10'],
      ],
      preview: { source: { dialect: { delimiter: ',' } } },
    },
  ),
  reads(
    'one column of sentences with commas',
    'comment\nfast, cheap and good\nslow\nok, fine\nbad, very bad, worst\n',
    {
      names: ['comment'],
      kinds: 'text',
      rows: [['fast, cheap and good'], ['slow'], ['ok, fine'], ['bad, very bad, worst']],
    },
  ),
  reads('another delimiter in one row', 'id,city,points\nC1,서울,10\nC2;부산;20\nC3,대구,30\n', {
    ...cutAt(','),
    rows: [rows[0], rows[2]],
    problems: [rejected('too-few-fields', 3)],
  }),
  reads('cells pasted from Excel', '이름\t메모\n김철수\t"첫 줄\n둘째 줄"\n이영희\t"6"" 파이프"\n', {
    names: ['이름', '메모'],
    kinds: 'text text',
    rows: [
      ['김철수', '첫 줄\n둘째 줄'],
      ['이영희', '6" 파이프'],
    ],
    preview: { source: { dialect: { delimiter: '\t' } } },
  }),
];
