import type { TextEncodingName } from '#core/import/column.ts';
import { plainDialect, plainLayout } from '#core/import/dialect.ts';
import { guessRoles } from '#core/import/column-roles.ts';
import { sniffDelimiter } from '#core/import/delimiter.ts';
import { fileSignature } from '#core/import/file-signature.ts';
import { columnNames } from '#core/import/header-names.ts';
import { inferKind } from '#core/import/infer-kind.ts';
import { isJsonText } from '#core/import/json-text.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { ColumnGuess, FilePreview, Params, ReadProblem } from '../protocol.ts';
import { restoreReplacements, TextStream } from '../csv/decode-text.ts';
import { detectEncoding } from '../csv/detect-encoding.ts';
import { RowReader, type FileRow } from '../csv/parse-records.ts';
import { readSample, wholeLines, type FileSample } from './read-sample.ts';
import { TableReader } from './table-reader.ts';

const shownRows = 50;
const mostColumns = 1000;

/**
 * Reads the beginning of a file and says what it seems to be: encoding, delimiter, columns with kinds and roles. The
 * header is the one that the import will find (`TableReader`); malformed rows are not shown, the import reports them.
 * Refuses: empty-file, not-a-table (an image, a PDF, a workbook, XML, JSON …), no-rows (nothing but a header),
 * unreadable-file.
 */
export async function previewFile({
  file,
  fileName,
  chosen,
}: Params<'preview-file'>): Promise<Result<FilePreview, ReadProblem>> {
  let sample: FileSample;
  try {
    sample = await readSample(file);
  } catch (error) {
    return refuse({ code: 'unreadable-file', detail: String(error) });
  }
  const { head, isWhole } = sample;
  if (head.length === 0) return refuse({ code: 'empty-file' });
  const guess = detectEncoding(wholeLines(sample));
  const signature = fileSignature(head, guess.encoding.startsWith('utf-16'));
  if (signature) return refuse({ code: 'not-a-table', looksLike: signature });
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

function guessColumns(header: readonly string[], rows: readonly (readonly string[])[]) {
  const names = columnNames(header);
  const guesses = header.map((title, index) => {
    const fields = rows
      .filter(({ length }) => length === header.length)
      .map((row) => row[index] ?? '');
    const filled = new Set(fields.map((field) => field.trim()).filter((field) => field !== ''));
    return { title, filled, ...inferKind(title, fields) };
  });
  const { roles, tableRole } = guessRoles(
    guesses.map(({ title, kind, filled }) => ({ header: title, kind, distinct: filled.size })),
  );
  const columns = guesses.map(({ title, filled, ...guess }, index): ColumnGuess => ({
    ...guess,
    header: title,
    name: names[index] ?? title,
    role: roles[index] ?? 'none',
    personal: null,
    examples: [...filled].slice(0, 3),
  }));
  return { columns, tableRole };
}
