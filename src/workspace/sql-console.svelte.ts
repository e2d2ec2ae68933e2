import {
  consoleSchema,
  knownTables,
  maskedColumns,
  type ConsoleSchema,
} from '#core/sql/console-schema.ts';
import type { PlanStep } from '#core/sql/query-plan.ts';
import { ConsoleClient, ConsoleEnded } from '#engine/sql/console-client.ts';
import type { QueryPiece } from '#engine/sql/console-protocol.ts';
import type { ConsoleProblem, QueryProblem } from '#core/sql/query-answer.ts';
import { QueryResult } from './query-result.ts';
import { workspace } from './workspace.svelte.ts';

/** What became of the last thing that was asked. `sql` is the text that it was asked for. */
export type QueryOutcome =
  | { readonly kind: 'rows'; readonly sql: string }
  | { readonly kind: 'plan'; readonly sql: string; readonly steps: readonly PlanStep[] }
  | {
      readonly kind: 'problem';
      readonly sql: string;
      readonly problem: QueryProblem | ConsoleProblem;
    }
  | { readonly kind: 'cancelled'; readonly sql: string; readonly seconds: number };

interface Running {
  readonly sql: string;
  /** As `performance.now()` tells the time. */
  readonly since: number;
}

const noSchema: ConsoleSchema = { tables: [], lists: [], made: [] };

/**
 * The SQL console of the open project. Its worker holds a copy of the rows, taken when a query needs it; the project
 * itself is out of its reach, and ending the worker ends any query. A result stays until another one is complete.
 */
class SqlConsole {
  #client: ConsoleClient | null = null;
  /** Which rows, names and masks the worker's copy has. */
  #copied: string | null = null;
  #turn: object | null = null;
  #projectId: string | null = null;
  #running = $state.raw<Running | null>(null);
  #outcome = $state.raw<QueryOutcome | null>(null);
  #result = $state.raw<QueryResult | null>(null);
  /** Which columns were masked when the result was got. */
  #resultMasks = $state('');
  #functions = $state.raw<readonly string[]>([]);
  #showsPersonalData = $state(false);

  readonly schema = $derived.by(() =>
    workspace.document ? consoleSchema(workspace.document) : noSchema,
  );
  readonly tables = $derived.by(() => knownTables(this.schema));
  readonly hasPersonalData = $derived.by(() =>
    this.schema.tables.some(({ columns }) => columns.some(({ masked }) => masked !== null)),
  );

  readonly #masks = $derived.by(() => JSON.stringify(maskedColumns(this.schema)));

  get running(): Running | null {
    return this.#running;
  }

  get outcome(): QueryOutcome | null {
    return this.#outcome;
  }

  /**
   * The last complete answer; it outlives problems and cancelled queries, but not a column that was marked as personal
   * since.
   */
  get result(): QueryResult | null {
    return this.#resultMasks === this.#masks ? this.#result : null;
  }

  /** The functions that SQLite knows here; empty before the first query. */
  get functions(): readonly string[] {
    return this.#functions;
  }

  get showsPersonalData(): boolean {
    return this.#showsPersonalData;
  }

  set showsPersonalData(shows: boolean) {
    this.#showsPersonalData = shows;
    // What is on the screen may be what is no longer to be shown.
    this.#result = null;
    this.#outcome = null;
  }

  /** Forgets the answers of a project that is no longer open. */
  follow(projectId: string | null): void {
    if (projectId === this.#projectId) return;
    this.#projectId = projectId;
    if (this.#running) this.cancel();
    this.#client?.end();
    this.#client = null;
    this.#result = null;
    this.#outcome = null;
    this.#showsPersonalData = false;
  }

  async run(sql: string): Promise<void> {
    await this.#ask(sql, async (client) => {
      const pieces: QueryPiece[] = [];
      const answer = await client.request('run', { sql }, { take: (piece) => pieces.push(piece) });
      if (!answer.ok) return { kind: 'problem', sql, problem: answer.problem };
      return { kind: 'rows', sql, result: new QueryResult(sql, answer.value, pieces) };
    });
  }

  async plan(sql: string): Promise<void> {
    await this.#ask(sql, async (client) => {
      const steps = await client.request('plan', { sql });
      if (!steps.ok) return { kind: 'problem', sql, problem: steps.problem };
      return { kind: 'plan', sql, steps: steps.value };
    });
  }

  /** Ends the query that is running. The text, the last result and the project's rows are not touched. */
  cancel(): void {
    const running = this.#running;
    if (!running) return;
    this.#turn = null;
    this.#running = null;
    this.#client?.end();
    // The next one is up by the time it is needed.
    this.#client = new ConsoleClient();
    this.#copied = null;
    const seconds = (performance.now() - running.since) / 1000;
    this.#outcome = { kind: 'cancelled', sql: running.sql, seconds };
  }

  /** The last result as a CSV file. */
  async csv(result: QueryResult): Promise<Blob> {
    const { answer, pieces } = result;
    const parts = await this.#started().request('csv', { columns: answer.columns, pieces });
    return new Blob(parts as Uint8Array<ArrayBuffer>[], { type: 'text/csv;charset=utf-8' });
  }

  async #ask(
    sql: string,
    work: (
      client: ConsoleClient,
    ) => Promise<QueryOutcome | (QueryOutcome & { kind: 'rows'; result: QueryResult })>,
  ): Promise<void> {
    if (this.#running) return;
    const turn = {};
    this.#turn = turn;
    this.#running = { sql, since: performance.now() };
    const isMine = () => this.#turn === turn;
    try {
      const client = this.#started();
      const masks = this.#masks;
      await this.#bringRows(client);
      if (!isMine()) return;
      const outcome = await work(client);
      if (!isMine()) return;
      if ('result' in outcome) {
        this.#result = outcome.result;
        this.#resultMasks = masks;
      }
      this.#outcome = outcome;
    } catch (error) {
      if (!isMine()) return;
      if (!(error instanceof ConsoleEnded)) console.error(error);
      this.#client?.end();
      this.#copied = null;
      this.#outcome = { kind: 'problem', sql, problem: { code: 'console-crashed' } };
    } finally {
      if (isMine()) this.#running = null;
    }
  }

  /** Sees to it that the worker's copy is as the project is now. */
  async #bringRows(client: ConsoleClient): Promise<void> {
    const { schema } = this;
    const masked = !this.#showsPersonalData;
    const state = await workspace.ask('rows-state', {});
    const wanted = JSON.stringify([state, masked, schema]);
    if (this.#copied === wanted) return;
    const bytes = await workspace.ask('copy-rows', {});
    const { functions } = await client.request(
      'open',
      { bytes, schema, masked },
      { transfer: [bytes.buffer] },
    );
    if (client !== this.#client) return;
    this.#functions = functions;
    this.#copied = wanted;
  }

  #started(): ConsoleClient {
    if (!this.#client || this.#client.hasEnded) {
      this.#client = new ConsoleClient();
      this.#copied = null;
    }
    return this.#client;
  }
}

export const sqlConsole = new SqlConsole();
