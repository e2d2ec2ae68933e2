import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFormat } from '#core/import/column-format.ts';
import type { PlanColumn } from '#engine/protocol.ts';
import { plainLayout } from '#core/import/dialect.ts';
import { importFile } from '#engine/import/import-file.ts';
import { runs } from '../property-runs.ts';
import { openEngine, value } from './open-engine.ts';
import { writeTable, type Writing } from './write-table.ts';

const engine = openEngine();
const context = { progress: () => undefined, isCancelled: () => false };

/** What cells are made of: all that a table could be cut at or shortened by, and letters of one to four bytes. */
const pieces = [
  ...'",;|:^\t\'\\ #=-+.'.split(''),
  ...[
    '\n',
    '\r\n',
    '\r',
    '""',
    "''",
    '\\"',
    '", "',
    ',"',
    'a',
    'B',
    '0',
    '7',
    'é',
    '가',
    '뷁',
    '😀',
    '\u200B',
    '\u3000',
    '\uFEFF',
  ],
];
const cell = fc
  .array(fc.constantFrom(...pieces), { maxLength: 6 })
  .map((parts) => parts.join(''))
  // What a mall wraps as a formula is the text inside.
  .filter((text) => !text.trim().startsWith('="'));
/** A row of several cells that are all blank is a blank line, and none of the table. */
const isRow = (cells: readonly string[]) =>
  cells.length === 1 || cells.some((text) => text.trim() !== '');
const tables = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }).filter(isRow), {
    minLength: 1,
    maxLength: 6,
  }),
);

const writings: fc.Arbitrary<Writing> = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
  hasMark: fc.boolean(),
  delimiter: fc.constantFrom(',', '\t', ';', '|', ':', '^', '||', ', ', ' '),
  quote: fc.constantFrom('"', "'"),
  escape: fc.constantFrom('doubled', 'backslash'),
  quotesAll: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  endsWithLineEnd: fc.boolean(),
});

/** Mostly at once; in slices of a few bytes now and then, which is slow. */
const slices = fc.oneof(
  { weight: 9, arbitrary: fc.constant(1 << 18) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 64 }) },
);

const namesOf = (width: number) => Array.from({ length: width }, (_, index) => `head${index}`);
const textColumns = (width: number) =>
  namesOf(width).map((name): PlanColumn => ({
    name,
    kind: 'text',
    role: 'none',
    personal: null,
    format: defaultFormat,
  }));

/** Texts that stand for nothing, and outer spaces, are the two things that a text column does not keep. */
const standsForNothing = new Set(['', '-', '--', '---']);
const stored = (text: string) => (standsForNothing.has(text.trim()) ? null : text.trim());

function takeRows(table: string) {
  const { database } = engine.engine;
  const rows = database.all(`SELECT * FROM ${table}`);
  database.run(`DROP TABLE ${table}`);
  database.run('DELETE FROM carrotlab_rejects');
  return rows;
}

describe('a table that was written by another program', () => {
  it('comes back cell for cell when its dialect is told, however it is cut into slices', async () => {
    await fc.assert(
      fc.asyncProperty(tables, writings, slices, async (rows, writing, slice) => {
        const width = rows[0]?.length ?? 0;
        const { delimiter, quote, escape } = writing;
        const file = new Blob([writeTable([namesOf(width), ...rows], writing)]);
        const plan = {
          label: 'table',
          tableRole: 'other' as const,
          source: {
            format: 'text' as const,
            encoding: writing.encoding,
            dialect: { delimiter, quote, escape, isRepeated: delimiter === ' ', comment: null },
            layout: { ...plainLayout, totalRows: 'keep' as const },
          },
          columns: textColumns(width),
          duplicates: 'keep-all' as const,
          blankIds: 'reject' as const,
          today: '2026-11-25',
          into: { mode: 'new' as const },
        };
        const table = value(
          await importFile(engine.engine, { file, fileName: 'table.csv', plan }, context, slice),
        );
        expect(takeRows(table.name)).toEqual(rows.map((row) => row.map(stored)));
        expect(table.report).toMatchObject({
          rowsRead: rows.length,
          rowsKept: rows.length,
          rowsRejected: 0,
          problems: [],
        });
      }),
      runs(20_000),
    );
  });

  it('comes back cell for cell when nothing is told and its texts are ordinary', async () => {
    const word = fc.constantFrom(
      ...[
        'Kim',
        '김철수',
        'Seoul, Korea',
        'say "hi"',
        'first\nsecond',
        'a;b',
        'c|d',
        "it's",
        '50%',
        '😀',
      ],
      ...[
        'x\ty',
        '(none)',
        'A-1',
        '2 for 1',
        'http://a.b/c?d=e&f',
        '서울시 강남구',
        'é',
        '"',
        'C:\\data',
      ],
    );
    const ordinary = fc.integer({ min: 2, max: 5 }).chain((width) =>
      fc.array(fc.array(word, { minLength: width, maxLength: width }), {
        minLength: 4,
        maxLength: 12,
      }),
    );
    const usual: fc.Arbitrary<Writing> = fc.record({
      encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
      hasMark: fc.constant(true),
      delimiter: fc.constantFrom(',', '\t', ';', '|'),
      quote: fc.constant('"' as const),
      escape: fc.constant('doubled' as const),
      quotesAll: fc.boolean(),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      endsWithLineEnd: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(ordinary, usual, async (rows, writing) => {
        const names = namesOf(rows[0]?.length ?? 0);
        const bytes = writeTable([names, ...rows], writing);
        const preview = value(await engine.preview(new Blob([bytes])));
        expect(preview.source).toMatchObject({
          encoding: writing.encoding,
          dialect: { delimiter: writing.delimiter, quote: '"', escape: 'doubled' },
          layout: { headerLine: 1, headerRows: 1 },
        });
        const table = value(await engine.importText(bytes, { columns: textColumns(names.length) }));
        expect(takeRows(table.name)).toEqual(rows);
        expect(table.report?.problems).toEqual([]);
      }),
      runs(1000),
    );
  });
});
