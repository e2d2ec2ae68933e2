import type { Problem } from '#core/result.ts';
import type { workspace } from '#workspace/workspace.svelte.ts';

type Looked = Awaited<ReturnType<typeof workspace.ask<'preview-file'>>>;
type Options = NonNullable<Parameters<typeof workspace.ask<'import-file'>>[2]>;

/** What the beginning of a file seems to be. */
export type FilePreview = Extract<Looked, { ok: true }>['value'];

/** A column as the beginning of the file lets it seem. */
export type ColumnGuess = FilePreview['columns'][number];

/** All that is decided about a file before it is read. */
export type ImportPlan = Parameters<typeof workspace.ask<'import-file'>>[1]['plan'];

/** A column as it is to be read. */
export type PlanColumn = ImportPlan['columns'][number];

/** Why a file could not be read: what is wrong with it, or what befell the engine. */
export type ReadProblem =
  Extract<Looked, { ok: false }>['problem'] | Problem<'out-of-memory'> | Problem<'engine-stopped'>;

/** How far the reading is. */
export type Progress = Parameters<NonNullable<Options['onProgress']>>[0];

/** What a column of a table holds. */
export type ColumnProfile = Extract<
  Awaited<ReturnType<typeof workspace.ask<'profile-column'>>>,
  { ok: true }
>['value'];

/** How a table fits the customer list. */
export type RelationCheck = Extract<
  Awaited<ReturnType<typeof workspace.ask<'check-relations'>>>,
  { ok: true }
>['value'];

/** The engine stopped at a file: the reader gets the file back instead of a bar that never ends. */
export function asProblem(error: unknown): { ok: false; problem: ReadProblem } {
  const name = error instanceof Error ? error.name : '';
  if (name === 'EngineOutOfMemory') return { ok: false, problem: { code: 'out-of-memory' } };
  if (name === 'EngineCrash') return { ok: false, problem: { code: 'engine-stopped' } };
  return { ok: false, problem: { code: 'unreadable-file', detail: String(error) } };
}
