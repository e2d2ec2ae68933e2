import { catalogue } from '#text/language.svelte.ts';
import { toasts } from './toasts.svelte.ts';

/** A table to take along: numbers stay numbers at full precision. */
export interface TableExport {
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** How many rows at the top are headers. */
  readonly headerRows: number;
  /** How many columns at the left are headers. */
  readonly headerColumns: number;
}

/** Copies a table so that it pastes as a real table into a spreadsheet, a slide or a letter, and says so. */
export async function copyTable(table: TableExport): Promise<void> {
  const text = tableAsTabs(table);
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([tableAsHtml(table)], { type: 'text/html' }),
        'text/plain': new Blob([text], { type: 'text/plain' }),
      }),
    ]);
  } catch {
    // Some browsers take plain text only; tabs still paste as a table into a spreadsheet.
    await navigator.clipboard.writeText(text);
  }
  toasts.say(catalogue().common.table.copied);
}

/** A table as a file that Excel opens without asking: UTF-8 with BOM, CRLF, formulas guarded. */
export function tableAsCsv({ rows }: TableExport): Blob {
  return new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' });
}

/** Rows as the text of such a file. */
export function csvText(rows: TableExport['rows']): string {
  const lines = rows.map((row) => row.map(csvField).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Rows as tab-separated text. A tab or line break inside a cell becomes a space. */
export function tableAsTabs({ rows }: TableExport): string {
  return rows
    .map((row) => row.map((cell) => plain(cell).replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\r\n');
}

/** The table as HTML, with its header cells and numbers to the right. */
export function tableAsHtml({ rows, headerRows, headerColumns }: TableExport): string {
  const lines = rows.map((row, line) => {
    const cells = row.map((cell, column) => {
      const tag = line < headerRows || column < headerColumns ? 'th' : 'td';
      const align = typeof cell === 'number' ? ' align="right"' : '';
      return `<${tag}${align}>${escapeHtml(plain(cell))}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table border="1">${lines.join('')}</table>`;
}

// A spreadsheet would run these as a formula, full-width signs included.
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** A cell as text that no spreadsheet runs as a formula, in a file or pasted. */
function plain(cell: string | number | null): string {
  if (typeof cell === 'number') return String(cell);
  return formulaStart.test(cell ?? '') ? `'${cell}` : (cell ?? '');
}

function csvField(cell: string | number | null): string {
  const text = plain(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text as it stands in HTML, whatever is in it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
