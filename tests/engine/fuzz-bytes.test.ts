import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpus } from '../corpus/all-files.ts';
import { runs } from '../property-runs.ts';
import { bring, type Bytes } from './fuzz-outcome.ts';
import { openEngine } from './open-engine.ts';

const engine = openEngine();

/** How often each ending must come up at least, so that a fuzzer that only reaches one of them is seen to be none. */
async function endings(files: fc.Arbitrary<Bytes>, times: number): Promise<Map<string, number>> {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(files, async (bytes) => {
      const ending = await bring(engine, bytes);
      seen.set(ending, (seen.get(ending) ?? 0) + 1);
    }),
    runs(times),
  );
  return seen;
}

const anyBytes = fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from(bytes));

/** What a table is made of, and what is read in a particular way, in any order. */
const soupWords = [
  ...'",;|\t\n\r\'#= \\()-+@'.split(''),
  ...[
    '\r\n',
    '""',
    '","',
    'a,b\n',
    'sep=;\n',
    '합계',
    '총계,',
    'Total',
    '가',
    '김철수',
    '😀',
    '\uFEFF',
    '\u3000',
  ],
  ...[
    '1',
    '-0.5',
    '1,000',
    '₩1만',
    '007',
    '1e999',
    '2026-11-22',
    '2026. 2. 30.',
    '46348',
    'Y',
    'TRUE',
    '="1"',
  ],
  ...[
    '<html>',
    '{"a":1}',
    '[',
    '%PDF-',
    '__proto__',
    'rowid',
    "'; DROP TABLE data_1; --",
    'x'.repeat(70),
  ],
].map((word) => new TextEncoder().encode(word));
const oddWords = [
  [0],
  [0xff],
  [0xfe, 0xff],
  [0x80],
  [0xc0, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xb0, 0xa1],
  [0xc3],
  [0x1a],
].map((word) => Uint8Array.from(word));

/** So that most of them are tables. */
const tableStart = new TextEncoder().encode('a,b\n');
const soup = fc
  .array(
    fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...soupWords) },
      { weight: 1, arbitrary: fc.constantFrom(...oddWords) },
    ),
    { minLength: 1, maxLength: 80 },
  )
  .map((words) => Uint8Array.from([tableStart, ...words].flatMap((word) => [...word])));

/** The small files of the corpus, which are a few characters away from many others. */
const groups = Object.entries(corpus).filter(([group]) => group !== 'its size');
const contents = await Promise.all(
  groups.flatMap(([, files]) => files.map(({ content }) => content())),
);
const realFiles = contents
  .map((content) => (typeof content === 'string' ? new TextEncoder().encode(content) : content))
  .filter(({ length }) => length > 0 && length < 3000);

type Change = readonly [kind: number, at: number, byte: number, length: number];

const mutated = fc
  .tuple(
    fc.constantFrom(...realFiles),
    fc.array(fc.tuple(fc.nat(5), fc.nat(3000), fc.nat(255), fc.nat(40)), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([file, changes]) => changes.reduce(changed, file));

function changed(bytes: Bytes, [kind, place, byte, length]: Change): Bytes {
  const at = place % (bytes.length + 1);
  const all = [...bytes];
  const meant = '",\n\r;\t 0a#='.charCodeAt(byte % 12);
  if (kind === 0) all.splice(at, 1, byte);
  if (kind === 1) all.splice(at, 0, meant);
  if (kind === 2) all.splice(at, length);
  if (kind === 3) all.splice(at, 0, ...all.slice(at, at + length));
  if (kind === 4) all.splice(at, 1, meant);
  if (kind === 5) all.length = at;
  return Uint8Array.from(all);
}

describe('any bytes are read or refused with a code, and no letter is lost', () => {
  it('bytes of any value', async () => {
    const seen = await endings(anyBytes, 4000);
    expect(Math.min(seen.get('read') ?? 0, seen.get('not-a-table') ?? 0)).toBeGreaterThan(0);
  });

  it('what a table is made of, in any order', async () => {
    const seen = await endings(soup, 8000);
    expect(seen.get('read')).toBeGreaterThan(4000);
  });

  it('the files of the corpus, damaged', async () => {
    const seen = await endings(mutated, 8000);
    expect(seen.get('read')).toBeGreaterThan(4000);
  });
});
