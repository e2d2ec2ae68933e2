import {
  joined,
  reads,
  refuses,
  type Bytes,
  type CorpusFile,
  type ReadOutcome,
} from './corpus-file.ts';

const table = 'customer_id,points\nC1,10\nC2,20\nC3,30\n';
const outcome: ReadOutcome = {
  names: ['customer_id', 'points'],
  kinds: 'text integer',
  rows: [
    ['C1', 10],
    ['C2', 20],
    ['C3', 30],
  ],
  preview: { compression: 'gzip', source: { format: 'text' } },
};

/** Compressed by the platform, which the reader must agree with. */
async function gzip(...parts: readonly (string | Bytes)[]): Promise<Bytes> {
  const packed = new Blob([...parts]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** With a name and a comment in its head, as `gzip` on the command line writes it. */
async function namedGzip(text: string): Promise<Bytes> {
  const plain = await gzip(text);
  const head = plain.slice(0, 10);
  head[3] = 0x08 | 0x10;
  return joined(head, '명단.csv\0', 'a comment\0', plain.subarray(10));
}

const manyRows = Array.from({ length: 60_000 }, (_, row) => `C${row},${row}\n`).join('');

export const compressedFiles: readonly CorpusFile[] = [
  reads('a table in .gz', () => gzip(table), outcome, '명단.csv.gz'),
  reads('a table in .gz that is called .csv', () => gzip(table), outcome, '명단.csv'),
  reads(
    'a .gz with a name and a comment in its head',
    () => namedGzip(table),
    outcome,
    '명단.csv.gz',
  ),
  reads(
    'a .gz of two members, one after the other',
    async () => joined(await gzip('customer_id,points\nC1,10\nC2,'), await gzip('20\nC3,30\n')),
    outcome,
    '명단.csv.gz',
  ),
  reads(
    'a .gz of an empty member and a full one',
    async () => joined(await gzip(''), await gzip(table)),
    outcome,
    '명단.csv.gz',
  ),
  reads(
    'a .gz of a table in UTF-16',
    () =>
      gzip(
        joined(
          [0xff, 0xfe],
          Uint8Array.from([...table].flatMap((letter) => [letter.charCodeAt(0), 0])),
        ),
      ),
    {
      ...outcome,
      preview: { compression: 'gzip', source: { encoding: 'utf-16le' } },
    },
    '명단.txt.gz',
  ),
  reads(
    'a .gz larger than what is looked at',
    () => gzip('customer_id,points\n', manyRows),
    {
      ...outcome,
      rows: [
        ['C0', 0],
        ['C1', 1],
      ],
      rowsKept: 60_000,
    },
    '명단.csv.gz',
  ),
  refuses(
    'a .gz that is cut off',
    async () => (await gzip('customer_id,points\n', manyRows)).subarray(0, -2000) as Bytes,
    { code: 'damaged-file' },
    '명단.csv.gz',
  ),
  refuses(
    'a .gz whose check sum is wrong',
    async () => {
      const bytes = await gzip(table);
      bytes[bytes.length - 8] = (bytes[bytes.length - 8] ?? 0) ^ 0xff;
      return bytes;
    },
    { code: 'damaged-file' },
    '명단.csv.gz',
  ),
  refuses('a .gz of nothing', () => gzip(''), { code: 'empty-file' }, '명단.csv.gz'),
  refuses(
    'a .gz of a picture',
    () => gzip(joined([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], new Uint8Array(500))),
    { code: 'not-a-table', looksLike: 'image' },
    '명단.csv.gz',
  ),
  refuses(
    'a .gz of a page',
    () => gzip('<!doctype html><html><body>hello</body></html>'),
    { code: 'not-a-table', looksLike: 'html' },
    '명단.csv.gz',
  ),
  refuses(
    'the two first bytes of a .gz and nothing else',
    () => joined([0x1f, 0x8b]),
    { code: 'damaged-file' },
    '명단.csv.gz',
  ),
  refuses(
    'a .gz that becomes a line of 200 MB of nothing',
    async () => {
      const nothing = new Uint8Array(1 << 20);
      return gzip(...Array.from({ length: 200 }, () => nothing));
    },
    { code: 'not-a-table', looksLike: 'binary' },
    '명단.csv.gz',
  ),
];
