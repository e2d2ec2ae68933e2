import type { workspace } from '#workspace/workspace.svelte.ts';

type Ask = (typeof workspace)['ask'];
type Looked = Awaited<ReturnType<typeof workspace.ask<'preview-file'>>>;
type Options = NonNullable<Parameters<Ask>[2]>;

/** What the beginning of a file seems to be. */
export type FilePreview = Extract<Looked, { ok: true }>['value'];

/** A column as it is to be read. */
export type PlanColumn = Parameters<
  typeof workspace.ask<'import-file'>
>[1]['plan']['columns'][number];

/** Why a file could not be read. */
export type ReadProblem = Extract<Looked, { ok: false }>['problem'];

/** How far the reading is. */
export type Progress = Parameters<NonNullable<Options['onProgress']>>[0];
