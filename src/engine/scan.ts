import type { SqlValue } from 'sql.js';
import type { Database } from './database.ts';
import type { RequestContext } from './engine.ts';
import { yieldToEvents } from './import/read-bytes.ts';

/** Some 20 ms of work, after which a cancellation is heard. */
const rowsAtOnce = 1 << 15;

/**
 * Calls `row` with the values of every row of a query, and pauses now and then. False where it was cancelled meanwhile.
 * Requests wait for one another, so that no other one changes the rows in the pauses.
 */
export async function scan(
  database: Database,
  sql: string,
  context: RequestContext,
  row: (values: SqlValue[]) => void,
): Promise<boolean> {
  const statement = database.prepare(sql);
  try {
    for (let count = 1; statement.step(); count++) {
      row(statement.get());
      if (count % rowsAtOnce !== 0) continue;
      await yieldToEvents();
      if (context.isCancelled()) return false;
    }
    return true;
  } finally {
    statement.free();
  }
}
