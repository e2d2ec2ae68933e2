import initSqlJs from 'sql.js';
import type { ConsoleSchema } from '#core/sql/console-schema.ts';
import { Console } from '#engine/sql/console.ts';
import type { QueryAnswer, QueryRow } from '#core/sql/query-answer.ts';
import { readPiece } from '#engine/sql/console-protocol.ts';
import { sqlOptions } from '#engine/sql-options.ts';
import { value } from './open-engine.ts';

const library = await initSqlJs(sqlOptions);

/** The console as its worker opens it. */
export function openConsole(bytes: Uint8Array, schema: ConsoleSchema, masked = true): TestConsole {
  const console = new Console(library);
  console.open({ bytes, schema, masked });
  return new TestConsole(console);
}

export class TestConsole {
  readonly console: Console;

  constructor(console: Console) {
    this.console = console;
  }

  /** The answer to a query that must have one. */
  ask(sql: string): QueryAnswer & { rows: QueryRow[] } {
    const rows: QueryRow[] = [];
    const answer = value(this.console.run(sql, (piece) => rows.push(...readPiece(piece))));
    return { ...answer, rows };
  }

  /** Why a query has no answer. */
  problem(sql: string) {
    const answer = this.console.run(sql, () => undefined);
    if (answer.ok) throw new Error(`Answered: ${sql}`);
    return answer.problem;
  }
}
