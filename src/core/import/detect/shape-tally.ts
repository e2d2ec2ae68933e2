import type { CellShape } from './cell-shape.ts';

/** What the cells of each column look like, null where they differ or are words. */
export type ColumnShapes = readonly (Exclude<CellShape, 'blank' | 'text'> | null)[];

/** A column has a shape when more than this share of its filled cells have it. */
const enoughCells = 0.6;

const filledShapes = ['text', 'number', 'date', 'time', 'code', 'link'] as const;
const places: Record<CellShape, number> = {
  text: 0,
  number: 1,
  date: 2,
  time: 3,
  code: 4,
  link: 5,
  blank: -1,
};

/** Counts the shapes of the cells in each column of some rows, which come and go. */
export class ShapeTally {
  /** One count for each shape of each column, column after column. */
  readonly #counts: number[] = [];
  #rowCount = 0;

  get rowCount(): number {
    return this.#rowCount;
  }

  add(shapes: readonly CellShape[]): void {
    this.#change(shapes, 1);
  }

  /** Takes a row away that was added. */
  remove(shapes: readonly CellShape[]): void {
    this.#change(shapes, -1);
  }

  /** The shapes of the columns of the rows that are there. */
  columns(): ColumnShapes {
    const columns: ColumnShapes[number][] = [];
    for (let at = 0; at < this.#counts.length; at += filledShapes.length) {
      columns.push(this.#shapeOf(at));
    }
    return columns;
  }

  #change(shapes: readonly CellShape[], by: 1 | -1): void {
    while (this.#counts.length < shapes.length * filledShapes.length) this.#counts.push(0);
    shapes.forEach((shape, column) => {
      const at = column * filledShapes.length + places[shape];
      if (shape !== 'blank') this.#counts[at] = (this.#counts[at] as number) + by;
    });
    this.#rowCount += by;
  }

  #shapeOf(from: number): ColumnShapes[number] {
    const counts = this.#counts.slice(from, from + filledShapes.length);
    const filled = counts.reduce((sum, count) => sum + count, 0);
    const place = counts.findIndex((count) => count > filled * enoughCells);
    const shape = filledShapes[place];
    return shape === undefined || shape === 'text' ? null : shape;
  }
}
