import {
  emptied,
  joined,
  reads,
  rejected,
  utf16,
  type CorpusFile,
  type ReadOutcome,
} from './corpus-file.ts';

const table = '고객번호,이름,금액\r\nC1,김철수,"1,000"\r\nC2,이영희,2000\r\nC3,박민수,3000\r\n';

function readAs(
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be',
  encodingEvidence: 'strict' | 'likely' | 'byte-order-mark',
): ReadOutcome {
  return {
    names: ['고객번호', '이름', '금액'],
    kinds: 'text text integer',
    rows: [
      ['C1', '김철수', 1000],
      ['C2', '이영희', 2000],
      ['C3', '박민수', 3000],
    ],
    preview: { source: { format: 'text', encoding }, encodingEvidence },
  };
}

const latin = { names: ['name', 'city'], kinds: 'text text' };
const manyRows = (row: (index: number) => string, count: number) =>
  Array.from({ length: count }, (_, index) => `${row(index)}\n`).join('');

/** Encodings that Node decodes as browsers do; those with CP949 are in `korean-bytes-files.ts`. */
export const encodingFiles: readonly CorpusFile[] = [
  reads('UTF-8 without a byte order mark', table, readAs('utf-8', 'strict')),
  reads('UTF-8 with a byte order mark', `\uFEFF${table}`, readAs('utf-8', 'byte-order-mark')),
  reads(
    'UTF-8 with two byte order marks',
    `\uFEFF\uFEFF${table}`,
    readAs('utf-8', 'byte-order-mark'),
  ),
  reads(
    'UTF-16 LE with a byte order mark',
    () => utf16(`\uFEFF${table}`, true),
    readAs('utf-16le', 'byte-order-mark'),
  ),
  reads(
    'UTF-16 LE without a byte order mark',
    () => utf16(table, true),
    readAs('utf-16le', 'likely'),
  ),
  reads(
    'UTF-16 BE with a byte order mark',
    () => utf16(`\uFEFF${table}`, false),
    readAs('utf-16be', 'byte-order-mark'),
  ),
  reads(
    'UTF-16 BE without a byte order mark',
    () => utf16(table, false),
    readAs('utf-16be', 'likely'),
  ),
  reads(
    'UTF-16 LE separated by tabs, as Excel writes "Unicode text"',
    () => utf16(`\uFEFF${'이름\t나이\r\n김철수\t31\r\n이영희\t27\r\n'}`, true),
    {
      names: ['이름', '나이'],
      kinds: 'text integer',
      rows: [
        ['김철수', 31],
        ['이영희', 27],
      ],
      preview: { source: { encoding: 'utf-16le', dialect: { delimiter: '\t' } } },
    },
  ),
  reads(
    'UTF-16 LE that ends in half a character',
    () => joined(utf16('\uFEFFname,city\r\nKim,Seoul\r\nLee,Busan', true), [0x20]),
    {
      ...latin,
      rows: [
        ['Kim', 'Seoul'],
        ['Lee', null],
      ],
      problems: [emptied('undecodable-bytes', 'city', 3)],
    },
  ),
  reads(
    'UTF-16 LE with half a surrogate pair',
    () => utf16('\uFEFFname,city\r\nKim,Seoul\r\nLee,\uD83D\r\n', true),
    {
      ...latin,
      rows: [
        ['Kim', 'Seoul'],
        ['Lee', null],
      ],
      problems: [emptied('undecodable-bytes', 'city', 3)],
    },
  ),
  reads(
    'UTF-8 cut off in the middle of its last syllable',
    () => joined('이름,도시\n김철수,서울\n이영희,', [0xeb, 0xb6]),
    {
      names: ['이름', '도시'],
      kinds: 'text text',
      rows: [
        ['김철수', '서울'],
        ['이영희', null],
      ],
      problems: [emptied('undecodable-bytes', '도시', 3)],
      preview: { source: { encoding: 'utf-8' } },
    },
  ),
  reads(
    'UTF-8 with an overlong slash',
    () => joined('이름,도시\n김철수,서울\n이영희,', [0xc0, 0xaf], '부산\n박민수,대구\n'),
    {
      names: ['이름', '도시'],
      kinds: 'text text',
      rows: [
        ['김철수', '서울'],
        ['이영희', null],
        ['박민수', '대구'],
      ],
      problems: [emptied('undecodable-bytes', '도시', 3)],
      preview: { source: { encoding: 'utf-8' } },
    },
  ),
  reads(
    'UTF-8 with a surrogate encoded on its own (CESU-8)',
    () => joined('이름,도시\n김철수,서울\n이영희,', [0xed, 0xa0, 0xbd], '\n박민수,대구\n'),
    {
      names: ['이름', '도시'],
      kinds: 'text text',
      rows: [
        ['김철수', '서울'],
        ['이영희', null],
        ['박민수', '대구'],
      ],
      problems: [emptied('undecodable-bytes', '도시', 3)],
      preview: { source: { encoding: 'utf-8' } },
    },
  ),
  reads(
    'UTF-8 with replacement characters that were saved into it',
    'name,city\nKim,Seo\uFFFDul\nLee,Busan\n',
    {
      ...latin,
      rows: [
        ['Kim', 'Seo\uFFFDul'],
        ['Lee', 'Busan'],
      ],
    },
  ),
  reads('a noncharacter (U+FFFE) in a field', 'name,city\nKim,Se\uFFFEoul\nLee,Busan\n', {
    ...latin,
    rows: [
      ['Kim', 'Se\uFFFEoul'],
      ['Lee', 'Busan'],
    ],
  }),
  reads(
    'a zero byte in a field',
    () =>
      joined(
        'name,city\n',
        manyRows((row) => `K${row},Seoul`, 1000),
        'Lee,Bu\0san\n',
      ),
    {
      ...latin,
      rows: [['K0', 'Seoul']],
      rowsKept: 1001,
      problems: [emptied('undecodable-bytes', 'city', 1002)],
    },
  ),
  reads('European letters, which are not Korean', 'Name,Ort\nMüller,Köln\nJosé,Málaga\n', {
    names: ['Name', 'Ort'],
    kinds: 'text text',
    rows: [
      ['Müller', 'Köln'],
      ['José', 'Málaga'],
    ],
    preview: { source: { encoding: 'utf-8' } },
  }),
  reads('emoji, old Hangul letters and decomposed syllables', 'name,mark\n👩‍👩‍👧,ᄀᆞᆫ\n각,각\n', {
    names: ['name', 'mark'],
    kinds: 'text text',
    rows: [
      ['👩‍👩‍👧', 'ᄀᆞᆫ'],
      ['각', '각'],
    ],
  }),
  reads('a zero-width no-break space inside a field', 'name,city\nKim,Se\uFEFFoul\nLee,Busan\n', {
    ...latin,
    rows: [
      ['Kim', 'Se\uFEFFoul'],
      ['Lee', 'Busan'],
    ],
  }),
  reads('a form feed and a vertical tab in fields', 'name,city\nKim,a\fb\nLee,a\vb\n', {
    ...latin,
    rows: [
      ['Kim', 'a\fb'],
      ['Lee', 'a\vb'],
    ],
  }),
  reads(
    'a line separator (U+2028) and a next line (U+0085), which end no row',
    'name,city\nKim,a\u2028b\nLee,a\u0085b\n',
    {
      ...latin,
      rows: [
        ['Kim', 'a\u2028b'],
        ['Lee', 'a\u0085b'],
      ],
    },
  ),
  reads(
    'an odd byte in half a megabyte of UTF-8',
    () =>
      joined(
        '이름,도시\n',
        manyRows((row) => `손님${row},서울`, 30_000),
        [0x95],
        'x,부산\n',
      ),
    {
      names: ['이름', '도시'],
      kinds: 'text text',
      rows: [['손님0', '서울']],
      rowsKept: 30_001,
      problems: [emptied('undecodable-bytes', '이름', 30_002)],
      preview: { source: { encoding: 'utf-8' } },
    },
  ),
  reads(
    'Ctrl-Z at the end, as DOS programs leave it',
    'name,city\r\nKim,Seoul\r\nLee,Busan\r\n\x1a',
    {
      ...latin,
      rows: [
        ['Kim', 'Seoul'],
        ['Lee', 'Busan'],
      ],
      problems: [rejected('too-few-fields', 4)],
    },
  ),
];
