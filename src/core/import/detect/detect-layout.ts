import { plainLayout, type Layout } from '../dialect.ts';
import type { FileRow } from '../file-row.ts';
import { mergeTitles } from '../merge-titles.ts';
import { findHeader } from './find-header.ts';
import { findTables } from './find-tables.ts';
import { seeRows, type SeenRow } from './seen-row.ts';

/** A table in a file, as far as it was looked at. */
export interface FoundTable {
  readonly headerLine: number;
  readonly headerRows: number;
  readonly titles: readonly string[];
  /** The line of its first row, titles above it and the gap above those included. */
  readonly firstLine: number;
  /** Filled cells, those of the header included. */
  readonly filledCells: number;
  readonly rowCount: number;
}

/** A later table is taken for the one that is meant only where it is so much larger than the first. */
const muchLarger = 2;

/**
 * Where the table stands among the rows of a file or sheet, and which other tables there are. The first table is meant,
 * unless another is more than twice as large. What is `chosen` is kept, and the rest found under it.
 * `delimiter`: what a line is cut at whose quote is never closed.
 */
export function detectLayout(
  rows: readonly FileRow[],
  chosen: Partial<Layout>,
  delimiter = ',',
): { layout: Layout; otherTables: FoundTable[] } {
  const seen = seeRows(rows, delimiter);
  const tables = findTables(seen)
    .map(describe)
    .filter((table) => table !== null);
  const meant =
    chosen.headerLine === undefined
      ? largest(tables)
      : chosenTable(tables, seen, chosen.headerLine);
  const next = tables.find(({ firstLine }) => meant && firstLine > meant.headerLine);
  const layout: Layout = {
    ...plainLayout,
    ...(meant && { headerLine: meant.headerLine, headerRows: meant.headerRows }),
    endLine: next?.firstLine ?? null,
    ...chosen,
  };
  const otherTables = tables.filter(
    ({ headerLine, rowCount }) => rowCount > 0 && headerLine !== layout.headerLine,
  );
  return { layout, otherTables };
}

function describe(table: readonly SeenRow[]): FoundTable | null {
  const { at, rows } = findHeader(table);
  const header = table.slice(at, at + Math.max(rows, 1));
  const [first] = header;
  const rowCount = table.length - at - rows;
  if (!first || (rowCount < 1 && rows !== 1)) return null;
  return {
    headerLine: first.row.line,
    headerRows: rows,
    titles:
      rows === 0
        ? first.row.fields.map(() => '')
        : mergeTitles(header.map(({ row }) => row.fields)),
    firstLine: table[0]?.gapLine ?? table[0]?.row.line ?? first.row.line,
    filledCells: table.reduce((sum, { filled }) => sum + filled, 0),
    rowCount,
  };
}

function largest(tables: readonly FoundTable[]): FoundTable | null {
  let best = tables.find(({ rowCount }) => rowCount > 0) ?? tables[0] ?? null;
  for (const table of tables) {
    if (best && table.filledCells > best.filledCells * muchLarger) best = table;
  }
  return best;
}

/** The table whose header is on a line, or what would be one there. */
function chosenTable(
  tables: readonly FoundTable[],
  seen: readonly SeenRow[],
  line: number,
): FoundTable | null {
  const found = tables.find(({ headerLine }) => headerLine === line);
  if (found) return found;
  const from = seen.findIndex(({ row }) => row.line >= line);
  const described = from < 0 ? null : describe(seen.slice(from));
  return (
    described && {
      ...described,
      headerLine: line,
      headerRows: described.headerLine === line ? described.headerRows : 1,
    }
  );
}
