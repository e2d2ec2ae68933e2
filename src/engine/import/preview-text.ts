import type { TextEncodingName } from '#core/import/column.ts';
import { detectText } from '#core/import/detect/detect-text.ts';
import type { Dialect } from '#core/import/dialect.ts';
import { wholeRecords } from '#core/import/inside-quotes.ts';
import { isJsonText } from '#core/import/json-text.ts';
import { RowReader } from '#core/import/row-reader.ts';
import type { SourceChoice } from '#core/import/source-plan.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { FilePreview, LineAside, ReadProblem } from '../protocol.ts';
import { restoreReplacements, TextStream, type MixedLine } from '../csv/decode-text.ts';
import type { EncodingGuess } from '../csv/detect-encoding.ts';
import type { FileRow } from '../csv/parse-records.ts';
import { guessColumns, mostColumns } from './guess-columns.ts';
import type { FileSample } from './read-sample.ts';
import { TableReader } from './table-reader.ts';
import { fittedRows, tableTitles } from './table-width.ts';

const shownRows = 50;
const shownAsides = 50;
const longestAside = 200;

/**
 * What the beginning of a text file seems to be: encoding, dialect, layout, columns with kinds and roles. The header is
 * the one that the import will find (`TableReader`); malformed rows are not shown, the import reports them.
 * Refuses: empty-file (blank), not-a-table (JSON), no-rows (nothing but a header), too-many-columns.
 */
export function previewText(
  sample: FileSample,
  guess: EncodingGuess,
  fileName: string,
  chosen: SourceChoice,
): Result<FilePreview, ReadProblem> {
  const { head, isWhole } = sample;
  const encoding = chosen.encoding ?? guess.encoding;
  const { text, mixed } = decode(head, encoding, isWhole);
  if (text.trim() === '') return refuse({ code: 'empty-file' });
  if (isJsonText(text, isWhole)) return refuse({ code: 'not-a-table', looksLike: 'json' });
  const { dialect, layout, otherTables } = detectText(text, isWhole, chosen);
  const table = new TableReader(dialect, layout);
  const firstRows = readRows(table, text, isWhole);
  const ownRows = firstRows.filter(({ aside }) => aside === null);
  const titles = tableTitles(table.header?.titles ?? [], layout, fieldsOf(ownRows));
  if (titles.length > mostColumns) {
    return refuse({ code: 'too-many-columns', columns: titles.length, most: mostColumns });
  }
  if (ownRows.length === 0) return refuse({ code: 'no-rows' });
  const later = sample.later.flatMap((part) =>
    laterRows(decode(part, encoding, true).text, dialect),
  );
  const rows = fittedRows(fieldsOf(ownRows), titles.length);
  const looked = [...rows, ...fittedRows(fieldsOf(later), titles.length)];
  const { columns, tableRole } = guessColumns(titles, looked);
  return succeed({
    source: { format: 'text', encoding, dialect, layout },
    compression: null,
    encodingEvidence: chosen.encoding ? 'chosen' : guess.evidence,
    mixedEncodingLines: mixed.slice(0, shownAsides).map(({ line }) => line),
    sheets: [],
    linesAbove: asides(table.above, dialect.delimiter),
    totalLines: asides(
      firstRows.filter(({ aside }) => aside === 'total-row'),
      dialect.delimiter,
    ),
    otherTables: otherTables.map(({ headerLine, titles }) => ({ headerLine, titles })),
    tableRole,
    suggestedLabel: fileName.replace(/\.[a-z0-9]{1,5}$/i, '') || fileName,
    columns,
    rows: rows.slice(0, shownRows).map((fields) => titles.map((_, index) => fields[index] ?? '')),
    rowLines: linesOf(ownRows, titles.length),
  });
}

function decode(
  bytes: Uint8Array,
  encoding: TextEncodingName,
  isWhole: boolean,
): { text: string; mixed: MixedLine[] } {
  const stream = new TextStream(encoding);
  const lines = stream.push(bytes);
  const text = isWhole || lines === '' ? lines + stream.end() : lines;
  return { text: restoreReplacements(text), mixed: stream.takeMixedLines() };
}

/** The rows of a part of a file; the last one is left out where it may be cut off. */
function readRows(reader: RowReader | TableReader, text: string, isWhole: boolean): FileRow[] {
  const rows = reader.push(text);
  return isWhole || rows.length === 0 ? [...rows, ...reader.end(!isWhole)] : rows;
}

/** The rows of a part from further on. A row that the part begins or ends within is left out. */
function laterRows(text: string, dialect: Dialect): FileRow[] {
  return readRows(new RowReader(dialect), wholeRecords(text, dialect), true);
}

/** What can be shown and judged: rows that were cut into fields. */
function fieldsOf(rows: readonly FileRow[]): (readonly string[])[] {
  return rows
    .filter(({ isBroken, aside }) => !isBroken && aside === null)
    .map(({ fields, isBlank }) => (isBlank ? [''] : fields));
}

/** The lines of the rows that are shown. */
function linesOf(rows: readonly FileRow[], width: number): number[] {
  return rows
    .filter((row) => fittedRows(fieldsOf([row]), width).length > 0)
    .slice(0, shownRows)
    .map(({ line }) => line);
}

function asides(rows: readonly FileRow[], delimiter: string): LineAside[] {
  return rows.slice(0, shownAsides).map(({ line, fields }) => ({
    line,
    text: fields.join(delimiter).slice(0, longestAside),
  }));
}
