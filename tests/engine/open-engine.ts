import initSqlJs from 'sql.js';
import type { Result } from '#core/result.ts';
import { Engine, type RequestContext } from '#engine/engine.ts';
import type { ColumnMask } from '#core/import/personal-data.ts';
import { handlers } from '#engine/handlers.ts';
import type { DrawProgress } from '#engine/assignment-protocol.ts';
import type { ReplayProgress } from '#engine/outlook-protocol.ts';
import type {
  Answer,
  ImportPlan,
  Params,
  Progress,
  ProgressOf,
  RequestName,
} from '#engine/protocol.ts';
import { sqlOptions } from '#engine/sql-options.ts';
import { RowKeeper } from '#engine/storage/row-keeper.ts';
import { importing } from '#text/en/importing.ts';
import { memoryFiles } from './memory-files.ts';

const library = await initSqlJs(sqlOptions);

/** The engine as the worker opens it, with its storage in memory. */
export function openEngine(files = memoryFiles()): TestEngine {
  return new TestEngine(new Engine(library, new RowKeeper(() => files)));
}

export class TestEngine {
  readonly engine: Engine;
  /** What imports told, what draws did, and what replays did. */
  readonly progress: Progress[] = [];
  readonly drawing: DrawProgress[] = [];
  readonly replaying: ReplayProgress[] = [];
  isCancelled = () => false;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  async request<Name extends RequestName>(name: Name, params: Params<Name>): Promise<Answer<Name>> {
    const context: RequestContext<ProgressOf<Name>> = {
      progress: (told) => {
        const heard =
          name === 'draw' ? this.drawing : name === 'replay-plan' ? this.replaying : this.progress;
        heard.push(told as never);
      },
      isCancelled: () => this.isCancelled(),
    };
    const handle = handlers[name] as (
      engine: Engine,
      params: Params<Name>,
      context: RequestContext<ProgressOf<Name>>,
    ) => Answer<Name> | Promise<Answer<Name>>;
    return handle(this.engine, params, context);
  }

  async preview(file: Blob, fileName = 'file.csv') {
    return this.request('preview-file', { file, fileName, chosen: {} });
  }

  /** Imports a file as its preview suggests, with what is to be different. */
  async importText(content: BlobPart, changes: Partial<ImportPlan> = {}) {
    const file = new Blob([content]);
    const preview = value(await this.preview(file));
    const plan: ImportPlan = {
      label: preview.suggestedLabel,
      tableRole: preview.tableRole,
      source: preview.source,
      columns: preview.columns.map(({ name, kind, role, personal, format }) => ({
        name,
        kind,
        role,
        personal,
        format,
      })),
      duplicates: 'keep-first',
      blankIds: 'reject',
      today: '2026-11-25',
      into: { mode: 'new' },
      ...changes,
    };
    return this.request('import-file', { file, fileName: 'file.csv', plan });
  }

  /** The rejected rows as they are downloaded. */
  async rejected(table: string, masks: readonly ColumnMask[] = []) {
    const { rejectedColumns, codes } = importing.report;
    const words = { ...rejectedColumns, reasons: codes };
    const bytes = await this.request('rejected-rows', { table, masks, words });
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }

  async rows(table: string) {
    return (await this.request('read-rows', { table, offset: 0, limit: 1000 })).rows;
  }
}

/** The value of a result that must be one. */
export function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}
