import type { SqlJsStatic, SqlValue, Statement } from 'sql.js';
import { knownTables, type ConsoleSchema } from '#core/sql/console-schema.ts';
import {
  mostBytes,
  mostRows,
  type QueryAnswer,
  type QueryCell,
  type QueryProblem,
  type QueryRow,
} from '#core/sql/query-answer.ts';
import { planTree, type PlanStep } from '#core/sql/query-plan.ts';
import { readStatement, type ReadStatement } from '#core/sql/read-statement.ts';
import { sqlError } from '#core/sql/sql-error.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { Database } from '../database.ts';
import { openCopy } from './console-copy.ts';
import {
  writePiece,
  type ConsoleAnswer,
  type ConsoleParams,
  type QueryPiece,
} from './console-protocol.ts';

/** A piece of an answer ends with the first of these: it is small enough to be read between two frames. */
const rowsPerPiece = 1000;
const sizeOfPiece = 200_000;

/** What the types of sql.js leave out. */
type ExactStatement = Omit<Statement, 'get'> & {
  get(params: null, config: { useBigInt: true }): (SqlValue | bigint)[];
};

/** A copy of a project's rows that answers queries. Nothing that it is asked can reach the project. */
export class Console {
  readonly #library: SqlJsStatic;
  #database: Database | null = null;
  #schema: ConsoleSchema = { tables: [], lists: [], made: [] };
  #functions: string[] = [];

  constructor(library: SqlJsStatic) {
    this.#library = library;
  }

  /** Opens a copy in place of the one before it. */
  open({ bytes, schema, masked }: ConsoleParams<'open'>): ConsoleAnswer<'open'> {
    this.#database?.close();
    this.#database = null;
    this.#database = openCopy(this.#library, bytes, schema, masked);
    this.#schema = schema;
    this.#functions = this.#database
      .all("SELECT DISTINCT name FROM pragma_function_list WHERE name GLOB '[a-z]*' ORDER BY name")
      .map(([name]) => String(name));
    return { functions: this.#functions };
  }

  /** Runs one statement. `take` gets the rows piece by piece; what it got counts only with an answer. */
  run(text: string, take: (piece: QueryPiece) => void): Result<QueryAnswer, QueryProblem> {
    return this.#reading(text, (statement) => {
      const started = performance.now();
      const prepared = this.#opened.prepare(statement.sql);
      try {
        const columns = prepared.getColumnNames().map((name) => asTyped(name, statement));
        const read = takeRows(prepared, take);
        return { columns, ...read, seconds: (performance.now() - started) / 1000 };
      } finally {
        prepared.free();
      }
    });
  }

  /** How SQLite would answer a statement. */
  plan(text: string): Result<PlanStep[], QueryProblem> {
    return this.#reading(text, ({ sql, explains }) => {
      const rows = this.#opened.all(explains ? sql : `EXPLAIN QUERY PLAN ${sql}`);
      return planTree(
        rows.map(([id, parent, , detail]) => ({
          id: Number(id),
          parent: Number(parent),
          detail: String(detail),
        })),
      );
    });
  }

  #reading<Value>(
    text: string,
    work: (statement: ReadStatement) => Value,
  ): Result<Value, QueryProblem> {
    const statement = readStatement(text);
    if (!statement.ok) return statement;
    try {
      return succeed(work(statement.value));
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw error;
      const words = error instanceof Error ? error.message : String(error);
      return refuse(
        sqlError(words, statement.value, {
          tables: knownTables(this.#schema),
          functions: this.#functions,
          attempt: (sql) => this.#attempt(sql),
        }),
      );
    }
  }

  #attempt(sql: string): string | null {
    try {
      this.#opened.prepare(sql).free();
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  get #opened(): Database {
    if (!this.#database) throw new Error('The console has no rows yet.');
    return this.#database;
  }
}

function takeRows(
  prepared: Statement,
  take: (piece: QueryPiece) => void,
): Pick<QueryAnswer, 'rowCount' | 'cutBy'> {
  let cutBy: QueryAnswer['cutBy'] = null;
  let rowCount = 0;
  let byteCount = 0;
  let size = 0;
  let rows: QueryRow[] = [];
  const give = () => {
    const piece = writePiece(rows);
    byteCount += piece.bytes.byteLength;
    take(piece);
    rows = [];
    size = 0;
  };
  while (prepared.step()) {
    cutBy = rowCount === mostRows ? 'rows' : byteCount >= mostBytes ? 'bytes' : null;
    if (cutBy) break;
    const cells = cellsOf(prepared);
    rows.push(cells);
    rowCount++;
    for (const cell of cells) size += typeof cell === 'string' ? cell.length + 8 : 8;
    if (rows.length === rowsPerPiece || size >= sizeOfPiece) give();
  }
  if (rows.length > 0) give();
  return { rowCount, cutBy };
}

function cellsOf(prepared: Statement): QueryRow {
  const values = prepared.get();
  if (!values.some(isInexact)) return values as QueryRow;
  // Whole numbers as they are: a double would round those beyond 2^53.
  return (prepared as ExactStatement).get(null, { useBigInt: true }).map(cellOf);
}

function isInexact(value: SqlValue): boolean {
  return typeof value === 'number'
    ? Math.abs(value) > Number.MAX_SAFE_INTEGER
    : value instanceof Uint8Array;
}

function cellOf(value: SqlValue | bigint): QueryCell {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : { exact: String(value) };
  }
  if (value instanceof Uint8Array) {
    return {
      exact: `x'${Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')}'`,
    };
  }
  if (value === Infinity || value === -Infinity) return { exact: value > 0 ? 'Inf' : '-Inf' };
  return value;
}

/** A column that SQLite named by its expression, with the quotes that were typed. */
function asTyped(name: string, { parts }: ReadStatement): string {
  return parts
    .filter(({ text, sql }) => text !== sql && name !== sql.slice(1, -1))
    .reduce((typed, { text, sql }) => typed.replaceAll(sql, text), name);
}
