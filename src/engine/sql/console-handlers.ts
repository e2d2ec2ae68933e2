import type { QueryCell } from '#core/sql/query-answer.ts';
import { writeCsv } from '../csv/write-csv.ts';
import type { Console } from './console.ts';
import {
  readPiece,
  type ConsoleAnswer,
  type ConsoleParams,
  type ConsoleRequestName,
  type QueryPiece,
} from './console-protocol.ts';

type Handlers = {
  [Name in ConsoleRequestName]: (
    console: Console,
    params: ConsoleParams<Name>,
    take: (piece: QueryPiece) => void,
  ) => ConsoleAnswer<Name>;
};

/** What the console's worker does for each request. */
export const consoleHandlers: Handlers = {
  open: (console, params) => console.open(params),
  run: (console, { sql }, take) => console.run(sql, take),
  plan: (console, { sql }) => console.plan(sql),
  csv: (_console, { columns, pieces }) => [
    writeCsv([columns]),
    ...pieces.map((piece) => withoutMark(writeCsv(readPiece(piece).map((row) => row.map(plain))))),
  ],
};

function plain(cell: QueryCell): string | number | null {
  return typeof cell === 'object' && cell !== null ? cell.exact : cell;
}

/** Only the first part of the file begins with the byte order mark. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(3);
}
