import { detectLayout } from '#core/import/detect/detect-layout.ts';
import type { FileRow } from '#core/import/file-row.ts';
import type { SourceChoice } from '#core/import/source-plan.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { restoreReplacements } from '../../csv/decode-text.ts';
import type { FilePreview, LineAside, ReadProblem } from '../../protocol.ts';
import { guessColumns, mostColumns } from '../guess-columns.ts';
import { labelOf } from '../label-of.ts';
import { fittedRows, tableTitles } from '../table-width.ts';
import { SheetLines, SheetTable } from './sheet-table.ts';
import { Workbook } from './workbook-rows.ts';

const shownRows = 50;
const lookedAtRows = 1000;
const shownAsides = 50;
const longestAside = 200;

/**
 * What the sheets of a workbook are, and what the beginning of one seems to be: the chosen one or, where none is, the
 * first that is not hidden. Refuses: no-rows, too-many-columns and, thrown, what `Workbook` refuses.
 */
export async function previewWorkbook(
  file: Blob,
  fileName: string,
  chosen: SourceChoice,
  compression: FilePreview['compression'],
): Promise<Result<FilePreview, ReadProblem>> {
  const workbook = await Workbook.open(file);
  const sheets = await workbook.sheetFacts();
  const sheet = workbook.chooseSheet(chosen.sheet);
  if (!sheet) return refuse({ code: 'no-rows' });
  const head = await workbook.head(sheet, lookedAtRows);
  const lines = new SheetLines().take(head.rows);
  const { layout, otherTables } = detectLayout(lines, chosen.layout ?? {});
  const table = new SheetTable(layout, 0);
  const below = table.push(head.rows);
  if (head.isWhole) below.push(...table.end());
  const ownRows = below.filter(({ aside }) => aside === null);
  const own = fieldsOf(ownRows);
  // An empty sheet may be chosen by mistake: the others are still to be seen.
  if (own.length === 0 && sheets.length < 2) return refuse({ code: 'no-rows' });
  const titles = own.length === 0 ? [] : tableTitles(table.header?.titles ?? [], layout, own);
  if (titles.length > mostColumns) {
    return refuse({ code: 'too-many-columns', columns: titles.length, most: mostColumns });
  }
  const rows = fittedRows(own, titles.length);
  return succeed({
    source: { format: 'workbook', sheet: sheet.name, layout },
    compression,
    encodingEvidence: null,
    mixedEncodingLines: [],
    sheets,
    linesAbove: asides(table.above),
    totalLines: asides(below.filter(({ aside }) => aside === 'total-row')),
    otherTables: otherTables.map(({ headerLine, titles }) => ({ headerLine, titles })),
    ...guessColumns(titles, rows),
    suggestedLabel: labelOf(fileName),
    rows: rows.slice(0, shownRows).map((fields) => titles.map((_, index) => fields[index] ?? '')),
    rowLines: linesOf(ownRows, titles.length),
  });
}

function fieldsOf(rows: readonly FileRow[]): (readonly string[])[] {
  return rows.map(({ fields }) => fields.map(restoreReplacements));
}

/** The lines of the rows that are shown. */
function linesOf(rows: readonly FileRow[], width: number): number[] {
  return rows
    .filter((row) => fittedRows(fieldsOf([row]), width).length > 0)
    .slice(0, shownRows)
    .map(({ line }) => line);
}

function asides(rows: readonly FileRow[]): LineAside[] {
  return rows.slice(0, shownAsides).map(({ line, fields }) => ({
    line,
    text: fields
      .map(restoreReplacements)
      .filter((field) => field !== '')
      .join(' ')
      .slice(0, longestAside),
  }));
}
