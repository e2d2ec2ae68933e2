import type { TextEncodingName } from '#core/import/column.ts';
import { plainDialect, plainLayout } from '#core/import/dialect.ts';
import { sniffDelimiter } from '#core/import/delimiter.ts';
import { isJsonText } from '#core/import/json-text.ts';
import type { SourceChoice } from '#core/import/source-plan.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { FilePreview, ReadProblem } from '../protocol.ts';
import { restoreReplacements, TextStream } from '../csv/decode-text.ts';
import type { EncodingGuess } from '../csv/detect-encoding.ts';
import { RowReader, type FileRow } from '../csv/parse-records.ts';
import { guessColumns } from './guess-columns.ts';
import type { FileSample } from './read-sample.ts';
import { TableReader } from './table-reader.ts';

const shownRows = 50;
const mostColumns = 1000;

/**
 * What the beginning of a text file seems to be: encoding, dialect, layout, columns with kinds and roles. The header is
 * the one that the import will find (`TableReader`); malformed rows are not shown, the import reports them.
 * Refuses: empty-file (blank), not-a-table (JSON), no-rows (nothing but a header), unreadable-file (too many columns).
 */
export function previewText(
  sample: FileSample,
  guess: EncodingGuess,
  fileName: string,
  chosen: SourceChoice,
): Result<FilePreview, ReadProblem> {
  const { head, isWhole } = sample;
  const encoding = chosen.encoding ?? guess.encoding;
  const text = decode(head, encoding, isWhole);
  if (text.trim() === '') return refuse({ code: 'empty-file' });
  if (isJsonText(text, isWhole)) return refuse({ code: 'not-a-table', looksLike: 'json' });
  const delimiter = chosen.dialect?.delimiter ?? sniffDelimiter(text);
  const table = new TableReader(delimiter);
  const firstRows = readRows(table, text, isWhole);
  const header = table.header?.titles ?? [];
  if (firstRows.length === 0) return refuse({ code: 'no-rows' });
  const rows = fieldsOf(firstRows, header.length);
  if (header.length > mostColumns) {
    return refuse({ code: 'unreadable-file', detail: `${header.length} columns` });
  }
  const later = readRows(new RowReader(delimiter), decode(sample.later, encoding, true), true);
  const looked = [...rows, ...fieldsOf(later, header.length)];
  const { columns, tableRole } = guessColumns(header, looked);
  return succeed({
    source: {
      format: 'text',
      encoding,
      dialect: { ...plainDialect, delimiter },
      layout: { ...plainLayout, headerLine: table.header?.line ?? 1 },
    },
    compression: null,
    encodingEvidence: chosen.encoding ? 'chosen' : guess.evidence,
    mixedEncodingLines: [],
    sheets: [],
    linesAbove: [],
    totalLines: [],
    otherTables: [],
    tableRole,
    suggestedLabel: fileName.replace(/\.[a-z0-9]{1,5}$/i, '') || fileName,
    columns,
    rows: rows.slice(0, shownRows).map((fields) => header.map((_, index) => fields[index] ?? '')),
  });
}

function decode(bytes: Uint8Array, encoding: TextEncodingName, isWhole: boolean): string {
  const stream = new TextStream(encoding);
  const text = stream.push(bytes);
  return restoreReplacements(isWhole ? text + stream.end() : text);
}

/** The rows of a part of a file; the last one is left out where it may be cut off. */
function readRows(reader: RowReader | TableReader, text: string, isWhole: boolean): FileRow[] {
  const rows = reader.push(text);
  return isWhole || rows.length === 0 ? [...rows, ...reader.end()] : rows;
}

/** What can be shown and judged: a blank line is a row of one column only. */
function fieldsOf(rows: readonly FileRow[], width: number): (readonly string[])[] {
  return rows
    .filter(({ isBroken, isBlank }) => !isBroken && !(isBlank && width > 1))
    .map(({ fields }) => fields);
}
