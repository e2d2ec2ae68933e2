import {
  emptied,
  joined,
  noted,
  reads,
  type Bytes,
  type CorpusFile,
  type ReadOutcome,
} from './corpus-file.ts';
import { koreanExports } from './korean-exports.ts';

const names = ['이름', '도시'];
const kinds = 'text text';
const rows = [
  ['김철수', '서울'],
  ['이영희', '부산'],
  ['박민수', '대구'],
] as const;
const table = '이름,도시\r\n김철수,서울\r\n이영희,부산\r\n박민수,대구\r\n';
const inCp949 = { source: { format: 'text', encoding: 'euc-kr' } } as const;
const inUtf8 = { source: { format: 'text', encoding: 'utf-8' } } as const;
const filler = (count: number) => '1,a\n'.repeat(count);

/** Files with CP949 in them, which only a browser decodes as a browser does. `encode` gives the bytes of a text in it. */
export function korean(encode: (text: string) => Bytes): readonly CorpusFile[] {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const plain: ReadOutcome = { names, kinds, rows, preview: inCp949 };
  return [
    reads('CP949', () => encode(table), plain),
    reads(
      'syllables that EUC-KR has not: 똠방각하, 펲시, 쀍, 믜',
      () => encode('이름,도시\r\n똠방각하,펲시\r\n쀍,믜\r\n'),
      {
        names,
        kinds,
        rows: [
          ['똠방각하', '펲시'],
          ['쀍', '믜'],
        ],
        preview: inCp949,
      },
    ),
    reads(
      'one syllable of CP949 that is valid UTF-8 too (청)',
      () => encode('a,b\r\n청,1\r\n청,2\r\n'),
      {
        names: ['a', 'b'],
        kinds: 'text integer',
        rows: [
          ['청', 1],
          ['청', 2],
        ],
        preview: inCp949,
      },
    ),
    reads(
      'bytes of CP949 that look like a delimiter and a quote',
      () => encode('이름|도시\r\n갂|걎\r\n"갚|낐"|돛\r\n'),
      {
        names,
        kinds,
        rows: [
          ['갂', '걎'],
          ['갚|낐', '돛'],
        ],
        preview: { source: { encoding: 'euc-kr', dialect: { delimiter: '|' } } },
      },
    ),
    reads(
      'a line of CP949 among UTF-8',
      () =>
        joined(utf8('이름,도시\n김철수,서울\n'), encode('이영희,부산\n'), utf8('박민수,대구\n')),
      {
        names,
        kinds,
        rows: [
          ['김철수', '서울'],
          ['이영희', '부산'],
          ['박민수', '대구'],
        ],
        problems: [noted('mixed-encoding', null, 3)],
        preview: { ...inUtf8, mixedEncodingLines: [3] },
      },
    ),
    reads(
      'CP949 cut off in the middle of its last syllable',
      () => encode('이름,도시\r\n김철수,서울\r\n이영희,부산').subarray(0, -1) as Bytes,
      {
        names,
        kinds,
        rows: [
          ['김철수', '서울'],
          ['이영희', null],
        ],
        problems: [emptied('undecodable-bytes', '도시', 3)],
        preview: inCp949,
      },
    ),
    reads(
      'Korean in CP949 only after a megabyte',
      () =>
        joined(
          utf8('이름,도시\n'.replace(/[^,\n]+/g, 'x')),
          utf8(filler(300_000)),
          encode('3,김철수\n'.repeat(9000)),
        ),
      {
        names: ['x', 'x_2'],
        kinds: 'integer text',
        rows: [[1, 'a']],
        rowsKept: 309_000,
        preview: inCp949,
      },
    ),
    reads('CP949 cut at tabs', () => encode(table.replaceAll(',', '\t')), {
      ...plain,
      preview: { source: { encoding: 'euc-kr', dialect: { delimiter: '\t' } } },
    }),
    // CP949 has the full-width won sign only.
    ...koreanExports.map(({ name, text, fileName, outcome }) =>
      reads(
        `in CP949: ${name}`,
        () => encode(text.replaceAll('₩', '￦')),
        { ...outcome, preview: merged(outcome) },
        fileName,
      ),
    ),
  ];
}

function merged({ preview }: ReadOutcome): ReadOutcome['preview'] {
  return { ...preview, source: { ...preview?.source, encoding: 'euc-kr' } };
}
