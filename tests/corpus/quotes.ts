import { noted, reads, rejected, type CorpusFile } from './corpus-file.ts';

const ab = { names: ['a', 'b'], kinds: 'text text' };

export const quoteFiles: readonly CorpusFile[] = [
  reads('every field quoted', '"a","b"\n"x","y"\n"1, 2","z"\n', {
    ...ab,
    rows: [
      ['x', 'y'],
      ['1, 2', 'z'],
    ],
  }),
  reads('doubled quotes', 'a,b\n"say ""hi""",x\n"""",y\n""""""   ,z\n', {
    ...ab,
    rows: [
      ['say "hi"', 'x'],
      ['"', 'y'],
      ['""', 'z'],
    ],
  }),
  reads(
    'quotes escaped by a backslash',
    'a,b\n"say \\"hi\\", he",x\n"a \\"b\\" c",y\n"d, \\"e\\"",z\n',
    {
      ...ab,
      rows: [
        ['say "hi", he', 'x'],
        ['a "b" c', 'y'],
        ['d, "e"', 'z'],
      ],
      preview: { source: { dialect: { quote: '"', escape: 'backslash' } } },
    },
  ),
  reads('apostrophes for quotes', "a,b\n'x, y','z'\n'p','q, r'\n's','t'\n", {
    ...ab,
    rows: [
      ['x, y', 'z'],
      ['p', 'q, r'],
      ['s', 't'],
    ],
    preview: { source: { dialect: { quote: "'" } } },
  }),
  reads('apostrophes in words', "a,b\nO'Neill,x\nd'Arc,y\n'90s,z\n", {
    ...ab,
    rows: [
      ["O'Neill", 'x'],
      ["d'Arc", 'y'],
      ["'90s", 'z'],
    ],
    preview: { source: { dialect: { quote: '"' } } },
  }),
  reads('a quote in the middle of a field', 'a,b\n6" pipe,x\n"12"" pipe",y\nsay "hi",z\n', {
    ...ab,
    rows: [
      ['6" pipe', 'x'],
      ['12" pipe', 'y'],
      ['say "hi"', 'z'],
    ],
  }),
  reads('an inch mark at the end of unquoted fields', 'size,b\n15",x\n17",y\n', {
    names: ['size', 'b'],
    kinds: 'text text',
    rows: [
      ['15"', 'x'],
      ['17"', 'y'],
    ],
  }),
  reads('a quote that is never closed', 'a,b\np,q\n"x,y\nr,s\nt,u\n', {
    ...ab,
    rows: [
      ['p', 'q'],
      ['r', 's'],
      ['t', 'u'],
    ],
    problems: [rejected('unclosed-quote', 3)],
  }),
  reads('a quote that is never closed, in the last line', 'a,b\np,q\n"x,y', {
    ...ab,
    rows: [['p', 'q']],
    problems: [rejected('unclosed-quote', 3)],
  }),
  reads('a header whose quote is never closed', '"a,b\np,q\nr,s\n', {
    ...ab,
    rows: [
      ['p', 'q'],
      ['r', 's'],
    ],
    problems: [noted('unclosed-quote', null, 1)],
  }),
  reads('spaces between a closing quote and the delimiter', 'a,b\n"x, y" ,z\n"p"\t,q\n', {
    ...ab,
    rows: [
      ['x, y', 'z'],
      ['p', 'q'],
    ],
  }),
  reads('a space before an opening quote', 'a, b\nx, "y"\np, "q"\n', {
    ...ab,
    rows: [
      ['x', 'y'],
      ['p', 'q'],
    ],
  }),
  reads('letters after a closing quote', 'a,b\n"x"y,z\np,q\nr,s\n', {
    ...ab,
    rows: [
      ['p', 'q'],
      ['r', 's'],
    ],
    problems: [rejected('unclosed-quote', 2)],
  }),
  reads('curly quotes, which quote nothing', 'a,b\n“x”,y\n“p”,q\n', {
    ...ab,
    rows: [
      ['“x”', 'y'],
      ['“p”', 'q'],
    ],
  }),
  reads('quoted nothing, blanks and nothing', 'a,b\n"",x\n"  ",y\n,z\n', {
    ...ab,
    rows: [
      [null, 'x'],
      [null, 'y'],
      [null, 'z'],
    ],
  }),
  reads('a quoted header with a line break in it', '"a\n(won)",b\np,q\nr,s\n', {
    names: ['a (won)', 'b'],
    kinds: 'text text',
    rows: [
      ['p', 'q'],
      ['r', 's'],
    ],
  }),
  reads('a line of a file that is quoted as a whole', '"a,b"\n"p,q"\n"r,s"\n', {
    names: ['a,b'],
    kinds: 'text',
    rows: [['p,q'], ['r,s']],
  }),
  reads(
    'a backslash at the end of a quoted field, which escapes nothing',
    'a,b\n"C:\\data\\",x\n"D:\\","y, z"\n',
    {
      ...ab,
      rows: [
        ['C:\\data\\', 'x'],
        ['D:\\', 'y, z'],
      ],
    },
  ),
];
