import { refuse, succeed, type Result } from '#core/result.ts';
import type { FilePreview, ReadProblem } from '../../protocol.ts';
import { guessColumns, mostColumns } from '../guess-columns.ts';
import { labelOf } from '../label-of.ts';
import { ParquetFile } from './parquet-rows.ts';

const shownRows = 50;
const lookedAtRows = 1000;

/**
 * What the columns of a Parquet file are, by their names and first rows.
 * Refuses: no-rows, too-many-columns and, thrown, what `ParquetFile` refuses.
 */
export async function previewParquet(
  file: Blob,
  fileName: string,
  compression: FilePreview['compression'],
): Promise<Result<FilePreview, ReadProblem>> {
  const parquet = await ParquetFile.open(file);
  const titles = parquet.columns.map(({ name }) => name);
  if (titles.length > mostColumns) {
    return refuse({ code: 'too-many-columns', columns: titles.length, most: mostColumns });
  }
  const rows = await parquet.head(lookedAtRows);
  if (rows.length === 0) return refuse({ code: 'no-rows' });
  return succeed({
    source: { format: 'parquet' },
    compression,
    encodingEvidence: null,
    mixedEncodingLines: [],
    sheets: [],
    linesAbove: [],
    totalLines: [],
    otherTables: [],
    ...guessColumns(
      titles,
      rows,
      parquet.columns.map(({ kind }) => kind),
    ),
    suggestedLabel: labelOf(fileName),
    rows: rows.slice(0, shownRows),
    rowLines: [],
  });
}
