import type { SqlJsStatic } from 'sql.js';
import { ColumnCache } from './columns.ts';
import { Database } from './database.ts';
import { ListShelf } from './list-shelf.ts';
import { createProjectTables } from './tables.ts';
import type { RowKeeper } from './storage/row-keeper.ts';

/** What a handler may use while it works on one request; `Told`: what its request tells of its progress. */
export interface RequestContext<Told = never> {
  progress(progress: Told): void;
  isCancelled(): boolean;
}

/** The rows of the open project. Handlers work on it one at a time. */
export class Engine {
  readonly library: SqlJsStatic;
  /** Keeps the rows in the browser's storage. */
  readonly keeper: RowKeeper;
  readonly shelf = new ListShelf();
  #database: Database;
  #columns: ColumnCache;
  #rowsState: string = crypto.randomUUID();

  constructor(library: SqlJsStatic, keeper: RowKeeper) {
    this.library = library;
    this.keeper = keeper;
    this.#database = new Database(library);
    createProjectTables(this.#database);
    this.#columns = new ColumnCache(this.#database);
  }

  get database(): Database {
    return this.#database;
  }

  get columns(): ColumnCache {
    return this.#columns;
  }

  /** Another text after every change of the rows: who holds a copy of them can tell by it whether it is still true. */
  get rowsState(): string {
    return this.#rowsState;
  }

  /** Goes on with another database; the old one is closed. */
  replaceDatabase(database: Database): void {
    this.#database.close();
    this.#database = database;
    this.shelf.clear();
    this.rowsChanged();
  }

  startEmpty(): void {
    const database = new Database(this.library);
    createProjectTables(database);
    this.replaceDatabase(database);
  }

  /** Forgets what was remembered about the rows. To be called after every change of them. */
  rowsChanged(): void {
    this.#columns = new ColumnCache(this.#database);
    this.listsChanged();
  }

  /** To be called after a draw, which changes no table of the user's. */
  listsChanged(): void {
    this.#columns.forgetMasks();
    this.#rowsState = crypto.randomUUID();
    this.keeper.markChanged();
  }
}
