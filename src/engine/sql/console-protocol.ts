import type { ConsoleSchema } from '#core/sql/console-schema.ts';
import type { PlanStep } from '#core/sql/query-plan.ts';
import type { QueryAnswer, QueryProblem, QueryRow } from '#core/sql/query-answer.ts';
import type { Result } from '#core/result.ts';

/** Some rows of an answer as bytes, which move between threads without being copied. */
export interface QueryPiece {
  readonly bytes: ArrayBuffer;
  readonly rowCount: number;
}

/** Every request that the page can make of the console's worker. It holds a copy of the rows and nothing else. */
export interface ConsoleRequests {
  /** Opens a copy of the rows. `masked`: personal data are masked in it, once and for all. */
  open: {
    params: { bytes: Uint8Array; schema: ConsoleSchema; masked: boolean };
    result: { functions: string[] };
  };
  /** Runs one statement that only reads. Its rows come as pieces before the answer. */
  run: { params: { sql: string }; result: Result<QueryAnswer, QueryProblem> };
  /** How SQLite would answer a statement. */
  plan: { params: { sql: string }; result: Result<PlanStep[], QueryProblem> };
  /** An answer as the parts of a CSV file: UTF-8 with BOM, CRLF, formulas guarded. */
  csv: {
    params: { columns: readonly string[]; pieces: readonly QueryPiece[] };
    result: Uint8Array[];
  };
}

export type ConsoleRequestName = keyof ConsoleRequests;
export type ConsoleParams<Name extends ConsoleRequestName> = ConsoleRequests[Name]['params'];
export type ConsoleAnswer<Name extends ConsoleRequestName> = ConsoleRequests[Name]['result'];

/** What travels between the page and the console's worker. */
export interface ToConsole {
  readonly id: number;
  readonly name: ConsoleRequestName;
  readonly params: unknown;
}

export type FromConsole =
  | { type: 'ready' }
  /** Rows as `readPiece` reads them. */
  | { type: 'piece'; id: number; piece: QueryPiece }
  | { type: 'answer'; id: number; result: unknown }
  | { type: 'failure'; id: number; message: string };

export function writePiece(rows: readonly QueryRow[]): QueryPiece {
  return { bytes: new TextEncoder().encode(JSON.stringify(rows)).buffer, rowCount: rows.length };
}

export function readPiece({ bytes }: QueryPiece): QueryRow[] {
  return JSON.parse(new TextDecoder().decode(bytes)) as QueryRow[];
}
