import type { LineAccount } from '#core/import/column.ts';
import type { SourcePlan, TextSource } from '#core/import/source-plan.ts';
import { TextStream, type MixedLine } from '../csv/decode-text.ts';
import type { FileRow } from '../csv/parse-records.ts';
import { readBytes } from './read-bytes.ts';
import { unpackFile } from './sources/unpack-file.ts';
import { TableReader, type TableHeader } from './table-reader.ts';

/** Some rows of a file, and how many of its bytes were read for them. */
export interface RowBatch {
  readonly rows: readonly FileRow[];
  readonly byteCount: number;
  /** Lines of a text file that are in another encoding than the rest. Default: none. */
  readonly mixedLines?: readonly MixedLine[];
}

/** What is known when all rows have been read. */
export interface SourceEnd {
  readonly header: TableHeader | null;
  /** What the lines of the file are; null where the format has none. */
  readonly lines: LineAccount | null;
}

export type RowBatches = AsyncGenerator<RowBatch, SourceEnd, undefined>;

/** How the rows of a file are read. */
export interface ReadingOptions {
  /** How many columns the table has, for formats that leave out empty cells at the end of a row. */
  readonly width: number;
  /** About so many bytes of a text file are read at a time. */
  readonly slice: number;
}

/**
 * The rows of a file without its header, whatever its format, in batches that take some 50 ms. Every field is text here,
 * as exact as the file has it; the importer types them. A compressed file is unpacked first.
 * Throws a `SourceProblem` for what is wrong with the file, and something else where it cannot be read.
 */
export async function* rowBatches(
  packed: Blob,
  source: SourcePlan,
  { width, slice }: ReadingOptions,
): RowBatches {
  const { file } = await unpackFile(packed);
  const share = file.size > 0 ? packed.size / file.size : 1;
  const batches = await openBatches(file, source, width, slice);
  for (;;) {
    const next = await batches.next();
    if (next.done) return next.value;
    yield { ...next.value, byteCount: next.value.byteCount * share };
  }
}

async function openBatches(
  file: Blob,
  source: SourcePlan,
  width: number,
  slice: number,
): Promise<RowBatches> {
  switch (source.format) {
    case 'text':
      return textRows(file, source, slice);
    case 'workbook':
      return (await import('./sources/workbook-rows.ts')).workbookRows(file, source, width);
    case 'parquet':
      return (await import('./sources/parquet-rows.ts')).parquetRows(file);
  }
}

async function* textRows(file: Blob, source: TextSource, slice: number): RowBatches {
  const text = new TextStream(source.encoding);
  const table = new TableReader(source.dialect, source.layout);
  for await (const bytes of readBytes(file, slice)) {
    const rows = table.push(text.push(bytes));
    yield { rows, byteCount: bytes.length, mixedLines: text.takeMixedLines() };
  }
  const rows = [...table.push(text.end()), ...table.end()];
  yield { rows, byteCount: 0, mixedLines: text.takeMixedLines() };
  return { header: table.header, lines: table.lines };
}
