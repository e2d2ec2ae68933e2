import { reads, rejected, setAside, type CorpusFile } from './corpus-file.ts';

const names = ['a', 'b', 'c'];

export const raggedFiles: readonly CorpusFile[] = [
  reads('rows with fields missing', 'a,b,c\nx,1,2\ny,3\nz,4,5\nw\nv,6,7\n', {
    names,
    kinds: 'text integer integer',
    rows: [
      ['x', 1, 2],
      ['z', 4, 5],
      ['v', 6, 7],
    ],
    problems: [rejected('too-few-fields', 3, 5)],
  }),
  reads('rows with fields too many', 'a,b,c\nx,1,2\ny,3,4,5\nz,4,5\nv,6,7\n', {
    names,
    kinds: 'text integer integer',
    rows: [
      ['x', 1, 2],
      ['z', 4, 5],
      ['v', 6, 7],
    ],
    problems: [rejected('too-many-fields', 3)],
  }),
  reads(
    'an amount whose thousands separator cut its field in two',
    'name,city,amount\nKim,Seoul,500\nLee,Busan,1,500\nPark,Jeju,700\nChoi,Ulsan,800\n',
    {
      names: ['name', 'city', 'amount'],
      kinds: 'text text integer',
      rows: [
        ['Kim', 'Seoul', 500],
        ['Park', 'Jeju', 700],
        ['Choi', 'Ulsan', 800],
      ],
      problems: [rejected('too-many-fields', 3)],
    },
  ),
  reads(
    'more than five rows that are wrong alike',
    `a,b,c\n${'x,1,2\n'.repeat(30)}${'y,1\n'.repeat(7)}`,
    {
      names,
      kinds: 'text integer integer',
      rows: [['x', 1, 2]],
      rowsKept: 30,
      problems: [rejected('too-few-fields', 32, 33, 34, 35, 36, 37, 38)],
    },
  ),
  reads(
    'a row broken in two by a line end that was not quoted',
    'a,b,c\nx,one,1\ny,two\nlines,2\nz,three,3\nw,four,4\n',
    {
      names,
      kinds: 'text text integer',
      rows: [
        ['x', 'one', 1],
        ['z', 'three', 3],
        ['w', 'four', 4],
      ],
      problems: [rejected('too-few-fields', 3, 4)],
    },
  ),
  reads('rows of delimiters only', 'a,b,c\nx,1,2\n,,\ny,3,4\n,,\n', {
    names,
    kinds: 'text integer integer',
    rows: [
      ['x', 1, 2],
      ['y', 3, 4],
    ],
    problems: [setAside('blank-line', 3, 5)],
  }),
  reads(
    'padding of delimiters, spaces and quotes below, as Excel and exporters leave it',
    'a,b,c\nx,1,2\ny,3,4\n,,\n , ,\n"","",""\n,\n,,,,\n',
    {
      names,
      kinds: 'text integer integer',
      rows: [
        ['x', 1, 2],
        ['y', 3, 4],
      ],
      problems: [setAside('blank-line', 4, 5, 6, 7, 8)],
    },
  ),
  reads('line numbers behind line breaks in quotes', 'a,b,c\nx,"1\n2\n3",4\ny,5\nz,6,7\n', {
    names,
    kinds: 'text text integer',
    rows: [
      ['x', '1\n2\n3', 4],
      ['z', '6', 7],
    ],
    problems: [rejected('too-few-fields', 5)],
  }),
];
