import { describe, expect, it } from 'vitest';
import type { TextEncodingName } from '#core/import/column.ts';
import { TextStream } from '#engine/csv/decode-text.ts';
import { detectEncoding } from '#engine/csv/detect-encoding.ts';
import { plainDialect } from '#core/import/dialect.ts';
import { openRowReader } from '#engine/csv/parse-records.ts';
import { previewFile } from '#engine/import/preview-file.ts';
import { encodeCp949, encodeUtf16, syllables } from './korean-bytes.ts';

const table =
  '고객번호,이름,메모\r\n1,김철수,"단골\r\n손님"\r\n2,똠방각하,"""쀍"", 펲시"\n3,이영희,청\n';

function readRows(encoding: TextEncodingName, chunks: readonly Uint8Array[]) {
  const text = new TextStream(encoding);
  const reader = openRowReader(plainDialect);
  const rows = chunks.flatMap((chunk) => reader.push(text.push(chunk)));
  return [...rows, ...reader.push(text.end()), ...reader.end()];
}

const encoded: readonly (readonly [string, TextEncodingName, Uint8Array<ArrayBuffer>])[] = [
  ['UTF-8', 'utf-8', new TextEncoder().encode(table)],
  ['UTF-8 with BOM', 'utf-8', new TextEncoder().encode(`\uFEFF${table}`)],
  ['CP949', 'euc-kr', encodeCp949(table)],
  ['UTF-16 LE', 'utf-16le', encodeUtf16(table, true)],
  ['UTF-16 LE with BOM', 'utf-16le', encodeUtf16(`\uFEFF${table}`, true)],
  ['UTF-16 BE', 'utf-16be', encodeUtf16(table, false)],
  ['UTF-16 BE with BOM', 'utf-16be', encodeUtf16(`\uFEFF${table}`, false)],
];

describe('encodings', () => {
  it('CP949 gives back all 11,172 syllables', () => {
    const bytes = encodeCp949(syllables.join(''));
    expect(bytes.length).toBe(2 * 11_172);
    const stream = new TextStream('euc-kr');
    expect(stream.push(bytes) + stream.end()).toBe(syllables.join(''));
  });

  it.each(encoded)('%s gives the same table wherever the file is cut', (_name, encoding, bytes) => {
    const expected = readRows('utf-8', [new TextEncoder().encode(table)]);
    expect(expected.map(({ line }) => line)).toEqual([1, 2, 4, 5]);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const chunks = [bytes.subarray(0, cut), bytes.subarray(cut)];
      expect(readRows(encoding, chunks), `cut at ${cut}`).toEqual(expected);
    }
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(readRows(encoding, single)).toEqual(expected);
  });

  it.each(encoded)('%s is recognised', async (name, encoding, bytes) => {
    const preview = await previewFile({
      file: new Blob([bytes]),
      fileName: '고객.csv',
      chosen: {},
    });
    expect(preview).toMatchObject({
      ok: true,
      value: {
        source: { encoding },
        encodingEvidence: name.includes('BOM')
          ? 'byte-order-mark'
          : name === 'UTF-8'
            ? 'strict'
            : 'likely',
        suggestedLabel: '고객',
        rows: [
          ['1', '김철수', '단골\r\n손님'],
          ['2', '똠방각하', '"쀍", 펲시'],
          ['3', '이영희', '청'],
        ],
      },
    });
  });

  it('every syllable alone is recognised as CP949, also those that are valid UTF-8', () => {
    const wrong = syllables.filter(
      (syllable) => detectEncoding(encodeCp949(`a,b\n${syllable},1\n`)).encoding !== 'euc-kr',
    );
    expect(wrong).toEqual([]);
  });

  it('CP949 is recognised where Korean begins only after a megabyte', async () => {
    const file = new Blob([
      'a,b\n',
      '1,2\n'.repeat(300_000),
      encodeCp949('3,김철수\n'.repeat(9_000)),
    ]);
    const asked = { file, fileName: 'a.csv', chosen: {} };
    expect(await previewFile(asked)).toMatchObject({
      ok: true,
      value: { source: { encoding: 'euc-kr' } },
    });
  });

  it('UTF-8 is not taken for CP949 when its letters are European or Korean', () => {
    for (const text of [
      'naïve,café\n1,2\n',
      'Name,Ort\nMüller,Köln\n',
      '가,나\n1,2\n',
      '안녕하세요,반가워요\n1,2\n',
    ]) {
      expect(detectEncoding(new TextEncoder().encode(text)).encoding, text).toBe('utf-8');
    }
  });

  it('a file in Windows-1252 is told from one in CP949, and read', () => {
    const western = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    for (const text of [
      'caf\xe9,menu\n1,2\n',
      'price\n\xa365.60\n',
      'Gr\xf6\xdfe,Stra\xdfe\n1,2\n',
      'don\x92t,a\nwon\x92t,b\n',
      'note\n\x95 No cases\n',
    ]) {
      expect(detectEncoding(western(text)).encoding, text).toBe('windows-1252');
    }
    const stream = new TextStream('windows-1252');
    expect(stream.push(western('caf\xe9 \x80\n'))).toBe('café €\n');
  });

  it('UTF-16 without a byte order mark is recognised where hardly anything but Hangul is in it', () => {
    const text = `이름\n${'가나다라마바사아자차카타파하'.repeat(20)}\n`.repeat(5);
    for (const isLittleEndian of [true, false]) {
      const bytes = encodeUtf16(text, isLittleEndian);
      const encoding = isLittleEndian ? 'utf-16le' : 'utf-16be';
      expect(detectEncoding(bytes).encoding).toBe(encoding);
      expect(detectEncoding(bytes.subarray(0, -1)).encoding).toBe(encoding);
    }
  });

  it.each(['utf-8', 'euc-kr'] as const)(
    'lines of the other encoding in a file of %s are read and named, wherever the file is cut',
    (own) => {
      const inUtf8 = (text: string) => new TextEncoder().encode(text);
      const [ownBytes, otherBytes] =
        own === 'utf-8' ? [inUtf8, encodeCp949] : [encodeCp949, inUtf8];
      const bytes = Uint8Array.from([
        ...ownBytes('이름,도시\r\n김철수,서울\r\n'),
        ...otherBytes('이영희,부산\r\n박민수,대구\n'),
        ...ownBytes('최지우,광주\r\n한바다,강릉\r\n'),
        ...otherBytes('정하늘,제주'),
      ]);
      expect(detectEncoding(bytes).encoding).toBe(own);
      const expected =
        '이름,도시\r\n김철수,서울\r\n이영희,부산\r\n박민수,대구\n최지우,광주\r\n한바다,강릉\r\n정하늘,제주';
      for (let cut = 0; cut <= bytes.length; cut++) {
        const stream = new TextStream(own);
        const text = stream.push(bytes.subarray(0, cut)) + stream.push(bytes.subarray(cut));
        expect(text + stream.end(), `cut at ${cut}`).toBe(expected);
        expect(stream.takeMixedLines()).toEqual([
          { line: 3, text: '이영희,부산' },
          { line: 4, text: '박민수,대구' },
          { line: 7, text: '정하늘,제주' },
        ]);
      }
    },
  );
});
