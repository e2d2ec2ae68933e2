import type { QueryAnswer, QueryRow } from '#core/sql/query-answer.ts';
import { readPiece, type QueryPiece } from '#engine/sql/console-protocol.ts';

const mostPiecesRead = 24;

/** An answer with its rows. They stay bytes until they are looked at, so that a million of them weigh little. */
export class QueryResult {
  readonly sql: string;
  readonly answer: QueryAnswer;
  readonly pieces: readonly QueryPiece[];
  /** The row at which each piece begins. */
  readonly #starts: readonly number[];
  #read = new Map<number, QueryRow[]>();

  constructor(sql: string, answer: QueryAnswer, pieces: readonly QueryPiece[]) {
    this.sql = sql;
    this.answer = answer;
    this.pieces = pieces;
    let start = 0;
    this.#starts = pieces.map(({ rowCount }) => (start += rowCount) - rowCount);
  }

  /** A row by its place, from 0. Throws where there is none. */
  row(place: number): QueryRow {
    const piece = this.#pieceOf(place);
    const row = this.#rowsOf(piece)[place - (this.#starts[piece] ?? 0)];
    if (!row) throw new RangeError(`There is no row ${place}`);
    return row;
  }

  /** Rows from one place to before another, as far as there are any. */
  rows(from: number, to: number): QueryRow[] {
    const end = Math.min(to, this.answer.rowCount);
    return Array.from({ length: Math.max(0, end - from) }, (_, index) => this.row(from + index));
  }

  #pieceOf(place: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] as number) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #rowsOf(index: number): QueryRow[] {
    const known = this.#read.get(index);
    if (known) return known;
    const piece = this.pieces[index];
    const rows = piece ? readPiece(piece) : [];
    const [oldest] = this.#read.keys();
    if (this.#read.size >= mostPiecesRead && oldest !== undefined) this.#read.delete(oldest);
    this.#read.set(index, rows);
    return rows;
  }
}
