import { reads, setAside, type CorpusFile, type ReadOutcome } from './corpus-file.ts';

const outcome: ReadOutcome = {
  names: ['name', 'points'],
  kinds: 'text integer',
  rows: [
    ['Kim', 1],
    ['Lee', 2],
    ['Park', 3],
  ],
};
const lines = ['name,points', 'Kim,1', 'Lee,2', 'Park,3'];

export const lineEndFiles: readonly CorpusFile[] = [
  reads('line feeds', `${lines.join('\n')}\n`, outcome),
  reads('carriage return and line feed', `${lines.join('\r\n')}\r\n`, outcome),
  reads('carriage returns alone, as on old Macs', `${lines.join('\r')}\r`, outcome),
  reads('all three line ends mixed', 'name,points\rKim,1\nLee,2\r\nPark,3', outcome),
  reads('no line end after the last row', lines.join('\n'), outcome),
  reads('no line end after a last row in CRLF', lines.join('\r\n'), outcome),
  reads('a last line that has only its carriage return', `${lines.join('\r\n')}\r`, outcome),
  reads('line ends turned round, LF CR', 'name,points\n\rKim,1\n\rLee,2\n\rPark,3\n\r', {
    ...outcome,
    problems: [setAside('blank-line', 2, 4, 6, 8)],
  }),
  reads('doubled carriage returns, CR CR LF', `${lines.join('\r\r\n')}\r\r\n`, {
    ...outcome,
    problems: [setAside('blank-line', 2, 4, 6, 8)],
  }),
  reads('blank lines above, between and below', `\n\n${lines.join('\n\n')}\n\n\n`, {
    ...outcome,
    problems: [setAside('blank-line', 1, 2, 4, 6, 8, 10, 11)],
  }),
  reads('lines of spaces only', 'name,points\nKim,1\n   \nLee,2\n \t \nPark,3\n  ', {
    ...outcome,
    problems: [setAside('blank-line', 3, 5, 7)],
  }),
  reads(
    'line breaks of three kinds inside quotes',
    'name,points\r\n"a\nb",1\r\n"a\rb",2\r\n"a\r\nb",3\r\n',
    {
      ...outcome,
      rows: [
        ['a\nb', 1],
        ['a\rb', 2],
        ['a\r\nb', 3],
      ],
    },
  ),
  reads('a cell of nothing but line breaks', 'name,points\nKim,1\n"\n\n",2\n"\r\n\r\n",3\n', {
    ...outcome,
    rows: [
      ['Kim', 1],
      [null, 2],
      [null, 3],
    ],
  }),
];
