import type { SourcePlan, TextSource } from '#core/import/source-plan.ts';
import { TextStream } from '../csv/decode-text.ts';
import type { FileRow } from '../csv/parse-records.ts';
import { readBytes } from './read-bytes.ts';
import { TableReader, type TableHeader } from './table-reader.ts';

/** Some rows of a file, and how many of its bytes were read for them. */
export interface RowBatch {
  readonly rows: readonly FileRow[];
  readonly byteCount: number;
}

/** What is known when all rows have been read. */
export interface SourceEnd {
  readonly header: TableHeader | null;
}

export type RowBatches = AsyncGenerator<RowBatch, SourceEnd, undefined>;

/**
 * The rows of a file below its header, whatever its format, in batches of about `slice` bytes of the file. Every field
 * is text here, as exact as the file has it; the importer types them. Throws where the file cannot be read.
 */
export function rowBatches(file: Blob, source: SourcePlan, slice: number): RowBatches {
  switch (source.format) {
    case 'text':
      return textRows(file, source, slice);
    case 'workbook':
    case 'parquet':
      throw new Error(`No reader for ${source.format}`);
  }
}

async function* textRows(file: Blob, source: TextSource, slice: number): RowBatches {
  const text = new TextStream(source.encoding);
  const table = new TableReader(source.dialect.delimiter);
  for await (const bytes of readBytes(file, slice)) {
    yield { rows: table.push(text.push(bytes)), byteCount: bytes.length };
  }
  yield { rows: table.push(text.end()), byteCount: 0 };
  yield { rows: table.end(), byteCount: 0 };
  return { header: table.header };
}
