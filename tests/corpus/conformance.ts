import { reads, type CorpusFile } from './corpus-file.ts';

/** The kinds of table that public suites for readers of CSV agree on, with data of our own and exact cells. */
export const conformanceFiles: readonly CorpusFile[] = [
  reads(
    'comma_in_quotes',
    'first,last,address\nMina,Kim,"12, Hangang-ro"\nJun,Lee,"3, Itaewon"\n',
    {
      names: ['first', 'last', 'address'],
      kinds: 'text text text',
      rows: [
        ['Mina', 'Kim', '12, Hangang-ro'],
        ['Jun', 'Lee', '3, Itaewon'],
      ],
    },
  ),
  reads('empty', 'a,b,c\n1,"",""\n2,3,4\n', {
    names: ['a', 'b', 'c'],
    kinds: 'integer integer integer',
    rows: [
      [1, null, null],
      [2, 3, 4],
    ],
  }),
  reads('empty_crlf', 'a,b,c\r\n1,"",""\r\n2,3,4\r\n', {
    names: ['a', 'b', 'c'],
    kinds: 'integer integer integer',
    rows: [
      [1, null, null],
      [2, 3, 4],
    ],
  }),
  reads('escaped_quotes', 'a,b\n1,"ha ""ha"" ha"\n3,4\n', {
    names: ['a', 'b'],
    kinds: 'integer text',
    rows: [
      [1, 'ha "ha" ha'],
      [3, '4'],
    ],
  }),
  reads('json', 'key,val\n1,"{""type"": ""Point"", ""coordinates"": [127.0, 37.5]}"\n', {
    names: ['key', 'val'],
    kinds: 'text text',
    rows: [['1', '{"type": "Point", "coordinates": [127.0, 37.5]}']],
  }),
  reads(
    'location_coordinates',
    'place,"latitude, longitude"\nCity Hall,"37.5663, 126.9779"\nBusan Station,"35.1151, 129.0422"\n',
    {
      names: ['place', 'latitude, longitude'],
      kinds: 'text text',
      rows: [
        ['City Hall', '37.5663, 126.9779'],
        ['Busan Station', '35.1151, 129.0422'],
      ],
    },
  ),
  reads('newlines', 'a,b,c\n1,2,3\n"Once upon\na time",5,6\n7,8,9\n', {
    names: ['a', 'b', 'c'],
    kinds: 'text integer integer',
    rows: [
      ['1', 2, 3],
      ['Once upon\na time', 5, 6],
      ['7', 8, 9],
    ],
  }),
  reads('newlines_crlf', 'a,b,c\r\n1,2,3\r\n"Once upon\r\na time",5,6\r\n7,8,9\r\n', {
    names: ['a', 'b', 'c'],
    kinds: 'text integer integer',
    rows: [
      ['1', 2, 3],
      ['Once upon\r\na time', 5, 6],
      ['7', 8, 9],
    ],
  }),
  reads('quotes_and_newlines', 'a,b\n1,"ha\n""ha""\nha"\n3,4\n', {
    names: ['a', 'b'],
    kinds: 'integer text',
    rows: [
      [1, 'ha\n"ha"\nha'],
      [3, '4'],
    ],
  }),
  reads('simple', 'a,b,c\n1,2,3\n', {
    names: ['a', 'b', 'c'],
    kinds: 'integer integer integer',
    rows: [[1, 2, 3]],
  }),
  reads('simple_crlf', 'a,b,c\r\n1,2,3\r\n', {
    names: ['a', 'b', 'c'],
    kinds: 'integer integer integer',
    rows: [[1, 2, 3]],
  }),
  reads('utf8', 'a,b,c\n1,2,3\n4,5,ʤ\n6,7,漢\n', {
    names: ['a', 'b', 'c'],
    kinds: 'integer integer text',
    rows: [
      [1, 2, '3'],
      [4, 5, 'ʤ'],
      [6, 7, '漢'],
    ],
  }),
];
