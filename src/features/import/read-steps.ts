import type { DataTable } from '#core/import/column.ts';
import type { Result } from '#core/result.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import { asProblem, type ImportPlan, type Progress, type ReadProblem } from './reading.ts';

/** One file to read. The rows of each go below those of the files before it. */
export interface ReadStep {
  readonly file: File;
  readonly plan: ImportPlan;
}

/** How far several files are, as one, and which is being read. */
export interface StepProgress extends Progress {
  readonly fileName: string;
  readonly files: number;
}

/** Why they were not read, and at which file. */
export type StepProblem = ReadProblem & { readonly fileName: string };

/** Reads files one after the other into one new table, with one report: all of them, or nothing. */
export async function readSteps(
  steps: readonly ReadStep[],
  onProgress: (progress: StepProgress) => void,
  signal: AbortSignal,
): Promise<Result<DataTable, StepProblem>> {
  const [first, ...followedBy] = steps.map(({ file, plan }) => ({
    file,
    fileName: file.name,
    plan,
  }));
  if (!first) throw new Error('There is no file to read.');
  let { fileName } = first;
  const tell = (progress: Progress) => {
    fileName = steps[progress.file - 1]?.file.name ?? fileName;
    onProgress({ ...progress, fileName, files: steps.length });
  };
  const read = await workspace
    .ask('import-file', { ...first, followedBy }, { onProgress: tell, signal })
    .catch(asProblem);
  return read.ok ? read : { ok: false, problem: { fileName, ...read.problem } };
}
