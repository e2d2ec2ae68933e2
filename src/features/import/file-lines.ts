import type { FilePreview } from './reading.ts';

/** What a line of the file is to the table. */
export type LinePart = 'above' | 'header' | 'row' | 'total' | 'other-table';

/** A line of the beginning of a file as it is shown: cells of the table, or a text that is no row of it. */
export interface FileLine {
  /** As an editor counts it; null where the format has none. */
  readonly line: number | null;
  readonly part: LinePart;
  readonly cells: readonly string[] | null;
  readonly text: string;
}

/**
 * The beginning of a file in the order of its lines, with what each is to the table: titles above it, the header, the
 * first rows, totals and other tables that are left out.
 */
export function fileLines(preview: FilePreview, mostRows: number): readonly FileLine[] {
  const { source, linesAbove, totalLines, rows, rowLines, columns } = preview;
  const otherTables = furtherTables(preview);
  const layout = source.format === 'parquet' ? null : source.layout;
  const tableLines = new Set(otherTables.map(({ headerLine }) => headerLine));
  const above = linesAbove
    .filter(({ line }) => !tableLines.has(line))
    .map(({ line, text }) => asideLine(line, 'above', text));
  const header: FileLine = {
    line: layout && layout.headerRows > 0 ? layout.headerLine : null,
    part: 'header',
    cells: columns.map(({ header, name }) => header || name),
    text: '',
  };
  const shown = rows.slice(0, mostRows).map((cells, place): FileLine => ({
    line: rowLines[place] ?? null,
    part: 'row',
    cells,
    text: '',
  }));
  const totals =
    layout?.totalRows === 'reject'
      ? totalLines.map(({ line, text }) => asideLine(line, 'total', text))
      : [];
  const others = otherTables.map(({ headerLine, titles }) =>
    asideLine(headerLine, 'other-table', titles.join(', ')),
  );
  const start = layout?.headerLine ?? 0;
  const isAbove = ({ line }: FileLine) => (line ?? 0) < start;
  return [
    ...inOrder([...above, ...others.filter(isAbove)]),
    header,
    ...inOrder([...shown, ...totals, ...others.filter((line) => !isAbove(line))]),
  ];
}

/** The other tables of a file. A title of one cell is none. */
export function furtherTables({
  otherTables,
}: Pick<FilePreview, 'otherTables'>): FilePreview['otherTables'] {
  return otherTables.filter(({ titles }) => titles.length > 1);
}

function inOrder(lines: readonly FileLine[]): readonly FileLine[] {
  return lines.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
}

function asideLine(line: number, part: LinePart, text: string): FileLine {
  return { line, part, cells: null, text };
}
