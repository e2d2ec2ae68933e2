import { plainLayout } from '#core/import/dialect.ts';
import type { SourceChoice } from '#core/import/source-plan.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { FilePreview, ReadProblem } from '../../protocol.ts';
import { guessColumns } from '../guess-columns.ts';
import { labelOf } from '../label-of.ts';
import { SheetTable } from './sheet-table.ts';
import { Workbook } from './workbook-rows.ts';

const shownRows = 50;
const lookedAtRows = 1000;
const mostColumns = 1000;

/**
 * What the sheets of a workbook are, and what the beginning of one seems to be: the chosen one or, where none is, the
 * first that is not hidden. Refuses: no-rows, unreadable-file (too many columns) and, thrown, what `Workbook` refuses.
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
  const layout = { ...plainLayout, ...chosen.layout };
  const table = new SheetTable(layout, 0);
  const rows = [...table.push(head.rows), ...table.end()]
    .filter(({ isBlank }) => !isBlank)
    .map(({ fields }) => fields);
  const titles = table.header?.titles ?? [];
  if (titles.length > mostColumns) {
    return refuse({ code: 'unreadable-file', detail: `${titles.length} columns` });
  }
  // An empty sheet may be chosen by mistake: the others are still to be seen.
  if (rows.length === 0 && sheets.length < 2) return refuse({ code: 'no-rows' });
  return succeed({
    source: {
      format: 'workbook',
      sheet: sheet.name,
      layout: { ...layout, headerLine: table.header?.line ?? 1 },
    },
    compression,
    encodingEvidence: null,
    mixedEncodingLines: [],
    sheets,
    linesAbove: [],
    totalLines: [],
    otherTables: [],
    ...guessColumns(titles, rows),
    suggestedLabel: labelOf(fileName),
    rows: rows.slice(0, shownRows).map((fields) => titles.map((_, index) => fields[index] ?? '')),
  });
}
