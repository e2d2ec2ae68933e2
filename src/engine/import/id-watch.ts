import type { SqlValue } from 'sql.js';
import { FrequentValues } from '#core/import/frequent-values.ts';
import { isPlaceholderId } from '#core/import/placeholder-id.ts';
import type { ProblemList } from './import-report.ts';

/** How often an id is there, beyond what the frequent values know. */
export type CountRows = (id: string | number) => number;

/** Looks at the customer ids of a table for those that stand for nobody. */
export class IdWatch {
  readonly #column: string;
  readonly #frequent = new FrequentValues<string | number>();

  constructor(column: string) {
    this.#column = column;
  }

  take(id: SqlValue, line: number): void {
    if (typeof id === 'string' || typeof id === 'number') this.#frequent.take(id, line);
  }

  /** Reports the placeholders. `countRows`: rows that were read with an id; it is asked for few. */
  end(problems: ProblemList, countRows: CountRows): void {
    const { taken: allRows, distinctAtLeast: distinct } = this.#frequent;
    for (const { value, atMost, lines } of this.#frequent.candidates()) {
      const id = String(value);
      if (!isPlaceholderId(id, { rows: atMost, allRows, distinct })) continue;
      const rows = countRows(value);
      if (!isPlaceholderId(id, { rows, allRows, distinct })) continue;
      problems.addCounted({
        code: 'placeholder-id',
        severity: 'kept',
        column: this.#column,
        count: rows,
        value: id.slice(0, 80),
        share: rows / allRows,
        examples: lines.map((line) => ({ line, text: id })),
      });
    }
  }
}
