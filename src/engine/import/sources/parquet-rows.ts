import {
  parquetMetadataAsync,
  parquetScan,
  type FileMetaData,
  type ParquetScan,
  type RowGroup,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { asField } from '../../csv/decode-text.ts';
import type { FileRow } from '../../csv/parse-records.ts';
import type { RowBatches } from '../row-source.ts';
import { exactParsers, parquetColumns, type ParquetColumn } from './parquet-columns.ts';
import { SourceProblem } from './source-problem.ts';

const batchRows = 2000;
/** Rows that are decoded at a time where the file says on which page they are; otherwise a whole row group is. */
const windowRows = 100_000;
const mostGroupBytes = 1 << 30;

/** An open Parquet file. */
export class ParquetFile {
  readonly columns: readonly ParquetColumn[];
  readonly rowCount: number;
  readonly #metadata: FileMetaData;
  readonly #scan: ParquetScan;

  private constructor(
    metadata: FileMetaData,
    columns: readonly ParquetColumn[],
    scan: ParquetScan,
  ) {
    this.columns = columns;
    this.rowCount = Number(metadata.num_rows);
    this.#metadata = metadata;
    this.#scan = scan;
  }

  /** Refuses, thrown: damaged-file. */
  static async open(blob: Blob): Promise<ParquetFile> {
    const file = {
      byteLength: blob.size,
      slice: (start: number, end?: number) => blob.slice(start, end).arrayBuffer(),
    };
    const options = { parsers: exactParsers, geoparquet: false };
    return whileReading(async () => {
      const metadata = await parquetMetadataAsync(file, options);
      const columns = parquetColumns(metadata);
      const scan = await parquetScan({ ...options, file, metadata, compressors, utf8: false });
      return new ParquetFile(metadata, columns, scan);
    });
  }

  /**
   * The rows, as arrays of fields, from the first on. Now and then a batch is empty, so that a cancellation is heard
   * while a large row group is decoded. `most`: so many are enough. Refuses, thrown: damaged-file, unpacked-too-large.
   */
  async *rows(most = Infinity): AsyncGenerator<string[][], undefined, undefined> {
    let groupStart = 0;
    for (const group of this.#metadata.row_groups) {
      const count = Math.min(Number(group.num_rows), most - groupStart);
      const step = rowsAtATime(group);
      for (let start = 0; start < count; start += step) {
        const end = Math.min(start + step, count);
        yield* this.#window(groupStart + start, groupStart + end);
      }
      groupStart += count;
      if (groupStart >= most) break;
    }
    return undefined;
  }

  /** The first rows: `most` of them where there are so many. */
  async head(most: number): Promise<string[][]> {
    const head: string[][] = [];
    for await (const rows of this.rows(most)) head.push(...rows);
    return head;
  }

  async *#window(rowStart: number, rowEnd: number): AsyncGenerator<string[][]> {
    const columns: ArrayLike<unknown>[] = [];
    for (const { name } of this.columns) {
      columns.push(
        await whileReading(() => this.#scan.readColumn({ column: name, rowStart, rowEnd })),
      );
      yield [];
    }
    const count = rowEnd - rowStart;
    if (columns.some(({ length }) => length !== count)) {
      throw new SourceProblem({
        code: 'damaged-file',
        detail: 'Parquet: columns of unequal length',
      });
    }
    for (let start = 0; start < count; start += batchRows) {
      const length = Math.min(batchRows, count - start);
      yield Array.from({ length }, (_, row) =>
        this.columns.map(({ text }, place) => {
          const value = columns[place]?.[start + row];
          return value === null || value === undefined ? '' : asField(text(value));
        }),
      );
    }
  }
}

function rowsAtATime(group: RowGroup): number {
  if (group.columns.every(({ offset_index_offset: offset }) => offset !== undefined)) {
    return windowRows;
  }
  if (Number(group.total_byte_size) > mostGroupBytes) {
    throw new SourceProblem({ code: 'unpacked-too-large', most: mostGroupBytes });
  }
  return Number(group.num_rows);
}

/** What hyparquet throws is the file's fault; what the browser throws while reading the file is not. */
async function whileReading<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceProblem || error instanceof DOMException) throw error;
    throw new SourceProblem({ code: 'damaged-file', detail: String(error).slice(0, 200) });
  }
}

/** All rows of a Parquet file. A row's line is its place in the file, from 1: there is no header line. */
export async function* parquetRows(file: Blob): RowBatches {
  const parquet = await ParquetFile.open(file);
  let line = 1;
  for await (const batch of parquet.rows()) {
    const rows = batch.map((fields): FileRow => ({
      line: line++,
      fields,
      isBroken: false,
      isBlank: false,
      aside: null,
    }));
    yield { rows, byteCount: (batch.length / parquet.rowCount) * file.size };
  }
  const titles = parquet.columns.map(({ name }) => name);
  return { header: { line: 0, titles, brokenLine: null }, lines: null };
}
