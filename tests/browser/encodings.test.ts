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

  it('a CP949 file read as UTF-8 by choice counts what cannot be decoded', () => {
    const rows = readRows('utf-8', [encodeCp949('a,b\n김철수,1\n')]);
    expect(rows[1]?.fields[0]).toContain('\uFFFD');
  });
});
