import { catalogue } from '#text/language.svelte.ts';
import type { TableExport } from './table-export.ts';

type Value = TableExport['rows'][number][number];

/** One of the things that a cell says: its figure, a limit of it, a further figure, or a remark. */
interface Part {
  readonly value: Value;
  /** What a column of its own is told apart by; empty for what the cell itself says. */
  readonly key: string;
}

/** A cell with its place in the grid of its table. */
interface Placed {
  readonly column: number;
  readonly span: number;
  readonly isHeading: boolean;
  readonly parts: readonly Part[];
}

/**
 * A table as it stands on the page, to take along: figures as unrounded numbers, a cell with an interval as three columns,
 * a further figure and a remark in columns of their own. An element with `data-heading` names the column of the figure in it.
 */
export function pageTable(table: HTMLTableElement): TableExport {
  const lines = placedLines(table);
  const headerRows = table.tHead?.rows.length ?? 0;
  const body = lines.slice(headerRows);
  const width = Math.max(0, ...lines.flat().map(({ column, span }) => column + span));
  const columns = Array.from({ length: width }, (_, column) => columnKeys(body, column));
  const rows = lines.map((line, row) => {
    const isHead = row < headerRows;
    return columns.flatMap((keys, column) => {
      const cell = line.find((each) => each.column === column);
      const head = cell?.parts[0]?.value ?? '';
      return keys.map((key) =>
        isHead
          ? headingOf(head, key)
          : (cell?.parts.find((part) => part.key === key)?.value ?? null),
      );
    });
  });
  const leading = body.every((line) => line.find(({ column }) => column === 0)?.isHeading ?? true);
  return { rows, headerRows, headerColumns: leading ? (columns[0]?.length ?? 0) : 0 };
}

function headingOf(head: Value, key: string): Value {
  const t = catalogue().common.table;
  const words: Readonly<Record<string, string>> = { low: t.low, high: t.high, remark: t.remark };
  return key === '' ? head : `${String(head)}: ${words[key] ?? key}`;
}

/** What the cells of a column say, in the order of the page: what the cell itself says comes first, a remark last. */
function columnKeys(body: readonly (readonly Placed[])[], column: number): readonly string[] {
  const cells = body.flatMap((line) => line.filter((cell) => cell.column === column));
  const keys = new Set(['', ...cells.flatMap(({ parts }) => parts.map(({ key }) => key))]);
  const hasRemark = keys.delete('remark');
  return hasRemark ? [...keys, 'remark'] : [...keys];
}

function placedLines(table: HTMLTableElement): readonly (readonly Placed[])[] {
  return [...table.rows].map((row) => {
    let column = 0;
    return [...row.cells].map((cell) => {
      const isHeading = cell.tagName === 'TH';
      const placed = { column, span: cell.colSpan, isHeading, parts: partsOf(cell, isHeading) };
      column += cell.colSpan;
      return placed;
    });
  });
}

/** A heading says its words first; beside a figure that is the cell's own, words are a remark on it. */
function partsOf(cell: HTMLElement, isHeading: boolean): readonly Part[] {
  const figures = [...cell.querySelectorAll<HTMLDataElement>('data[data-figure]')];
  const words = wordsIn(cell, 'said');
  const isWords = isHeading || figures.every((figure) => figure.closest('[data-heading]'));
  const remark = [isWords ? '' : words, wordsIn(cell, 'remarked')].join(' ').trim();
  const main: readonly Part[] = isWords && words !== '' ? [{ value: words, key: '' }] : [];
  const further = figures.map((figure, place) => ({
    value: numberOf(figure),
    key: keyOf(figure, main.length + place === 0),
  }));
  const remarks: readonly Part[] = remark === '' ? [] : [{ value: remark, key: 'remark' }];
  return [...main, ...further, ...remarks];
}

function numberOf(figure: HTMLDataElement): Value {
  return figure.hasAttribute('value') ? Number(figure.value) : tidy(figure.textContent);
}

function keyOf(figure: HTMLDataElement, isFirst: boolean): string {
  const name = figure.dataset['figure'] ?? '';
  const heading = figure.closest<HTMLElement>('[data-heading]')?.dataset['heading'];
  if (heading !== undefined) return heading;
  const limit = /-(low|high)$/.exec(name)?.[1];
  return limit ?? (isFirst ? '' : name);
}

/** The words of a cell, or those of its remarks; drawings, buttons and what a heading of its own names are no words of it. */
function wordsIn(cell: HTMLElement, how: 'said' | 'remarked'): string {
  const found: string[] = [];
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const around = node.parentElement;
    if (!around || around.closest('svg, button, [data-heading], [aria-hidden="true"]')) continue;
    const isRemark = around.closest('small, .beside') !== null;
    if (isRemark === (how === 'remarked')) found.push(node.nodeValue ?? '');
  }
  const words = tidy(found.join(' '));
  return /[\p{L}\p{N}]/u.test(words) ? words : '';
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
