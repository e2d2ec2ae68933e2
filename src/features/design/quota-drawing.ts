import { lineSpan, type QuotaLine, type QuotaTable } from '#core/design/quota-table.ts';

/** How a text is written: a heading, the name of a level, a number of customers, or something smaller below it. */
export type TextRole = 'heading' | 'name' | 'number' | 'small';

export interface DrawnText {
  readonly text: string;
  readonly role: TextRole;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface DrawnShade {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Customers of the cell as a share of those of the largest, 0..1. */
  readonly share: number;
}

export interface DrawnRule {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly strong: boolean;
}

/** A table as a drawing; lengths in pixels. */
export interface DrawnTable {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly DrawnText[];
  readonly shades: readonly DrawnShade[];
  readonly rules: readonly DrawnRule[];
}

export interface DrawingPlan {
  readonly table: QuotaTable;
  /** The lines of a cell: its customers, and what else is shown. `place`: of the column; null for the margin. */
  readonly cellLines: (row: number | null, place: number | null) => readonly string[];
  /** What a level covers, or ''. */
  readonly range: (attribute: number, level: number) => string;
  readonly total: string;
  /** What the single row of a table without attributes down is called. */
  readonly all: string;
  /** Width of a text in pixels. */
  readonly measure: (text: string, role: TextRole) => number;
}

const padding = 12;
const headHeight = 38;
const lineHeight = 17;
const cellPadding = 9;

/** Lays the quota table out as a drawing: nested headers, shaded cells, margins. */
export function drawQuota(plan: DrawingPlan): DrawnTable {
  const { table, cellLines, measure } = plan;
  const texts: DrawnText[] = [];
  const shades: DrawnShade[] = [];
  const rules: DrawnRule[] = [];
  const places: (number | null)[] = table.across.length > 0 ? [...table.columns.keys(), null] : [0];
  const headRows = Math.max(1, table.across.length);
  const headWidths = sideWidths(plan);
  const widths = places.map((place) => columnWidth(plan, place));
  const numbersFrom = sum(headWidths);
  const width = numbersFrom + sum(widths);
  const left = (index: number) => numbersFrom + sum(widths.slice(0, index));
  const lines = cellLines(0, 0).length;
  const rowHeight = 2 * cellPadding + lines * lineHeight;
  const bodyFrom = headRows * headHeight;

  table.down.forEach(({ name }, depth) => {
    texts.push({ text: name, role: 'heading', x: sum(headWidths.slice(0, depth)), y: bodyFrom - 9, anchor: 'start' }); // prettier-ignore
  });
  table.across.forEach(({ name, position }, depth) => {
    table.columns.forEach((column, place) => {
      const span = lineSpan(table.columns, place, depth);
      if (span === 0) return;
      const right = left(place) + sum(widths.slice(place, place + span));
      const x = span > 1 ? (left(place) + right) / 2 : right - padding;
      const anchor = span > 1 ? 'middle' : 'end';
      const y = depth * headHeight;
      texts.push({ text: headText(name, column, depth, place), role: 'heading', x, y: y + 15, anchor }); // prettier-ignore
      texts.push({ text: plan.range(position, column.levels[depth] ?? 0), role: 'small', x, y: y + 30, anchor }); // prettier-ignore
    });
  });
  texts.push({
    text: plan.total,
    role: 'heading',
    x: width - padding,
    y: bodyFrom - 9,
    anchor: 'end',
  });
  rules.push({ x1: 0, x2: width, y: bodyFrom, strong: true });

  const largest = Math.max(1, ...table.rows.flatMap(({ cells }) => cells.map(({ population }) => population))); // prettier-ignore
  [...table.rows.keys(), null].forEach((row, index) => {
    const y = bodyFrom + index * rowHeight;
    const line = row === null ? undefined : table.rows[row];
    if (row === null) {
      rules.push({ x1: 0, x2: width, y, strong: true });
      texts.push({ text: plan.total, role: 'name', x: 0, y: y + cellPadding + 13, anchor: 'start' }); // prettier-ignore
    } else if (table.down.length === 0) {
      texts.push({ text: plan.all, role: 'name', x: 0, y: y + cellPadding + 13, anchor: 'start' });
    }
    table.down.forEach(({ position }, depth) => {
      if (row === null || lineSpan(table.rows, row, depth) === 0) return;
      const x = sum(headWidths.slice(0, depth));
      if (row > 0) rules.push({ x1: x, x2: width, y, strong: false });
      texts.push({ text: line?.names[depth] ?? '', role: 'name', x, y: y + cellPadding + 13, anchor: 'start' }); // prettier-ignore
      texts.push({ text: plan.range(position, line?.levels[depth] ?? 0), role: 'small', x, y: y + cellPadding + 28, anchor: 'start' }); // prettier-ignore
    });
    places.forEach((place, column) => {
      const cell = place === null ? undefined : line?.cells[place];
      const right = left(column) + (widths[column] ?? 0);
      if (cell && cell.population > 0)
        shades.push({ x: left(column), y, width: right - left(column), height: rowHeight, share: cell.population / largest }); // prettier-ignore
      cellLines(row, table.across.length > 0 ? place : null).forEach((text, at) => {
        const role = at === 0 ? 'number' : 'small';
        texts.push({ text, role, x: right - padding, y: y + cellPadding + 13 + at * lineHeight, anchor: 'end' }); // prettier-ignore
      });
    });
  });
  const height = bodyFrom + (table.rows.length + 1) * rowHeight;
  return { width, height, texts: texts.filter(({ text }) => text !== ''), shades, rules };

  function sideWidths({ range, all, total }: DrawingPlan): readonly number[] {
    if (table.down.length === 0)
      return [Math.max(measure(all, 'name'), measure(total, 'name')) + padding];
    return table.down.map(({ name, position }, depth) => {
      const written = table.rows.flatMap(({ names, levels }) => [
        measure(names[depth] ?? '', 'name'),
        measure(range(position, levels[depth] ?? 0), 'small'),
      ]);
      return Math.max(measure(name, 'heading'), measure(total, 'name'), ...written) + 2 * padding;
    });
  }
}

function headText(attribute: string, { names }: QuotaLine, depth: number, place: number): string {
  return place === 0 ? `${attribute} ${names[depth] ?? ''}` : (names[depth] ?? '');
}

/** Wide enough for its numbers, and for the headers that it does not share. */
function columnWidth(
  { table, cellLines, range, total, measure }: DrawingPlan,
  place: number | null,
): number {
  const rows = [...table.rows.keys(), null];
  const numbers = rows.flatMap((row) =>
    cellLines(row, table.across.length > 0 ? place : null).map((text, at) =>
      measure(text, at === 0 ? 'number' : 'small'),
    ),
  );
  const column = place === null ? undefined : table.columns[place];
  const heads = table.across.flatMap(({ name, position }, depth) => {
    if (!column || place === null) return [measure(total, 'heading')];
    const span = Math.max(1, lineSpan(table.columns, place, depth));
    return [
      measure(headText(name, column, depth, place), 'heading') / span,
      measure(range(position, column.levels[depth] ?? 0), 'small') / span,
    ];
  });
  return Math.max(48, ...numbers, ...heads) + 2 * padding;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
