import type { DataTable } from '#core/import/column.ts';
import { joinReports } from '#core/import/join-reports.ts';
import { succeed, type Result } from '#core/result.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import { asProblem, type ImportPlan, type Progress, type ReadProblem } from './reading.ts';

/** One file to read. Of several, each goes on with the table of those before it. */
export interface ReadStep {
  readonly file: File;
  readonly plan: ImportPlan;
}

/** How far several files are, as one: bytes of all of them, and which is being read. */
export interface StepProgress extends Progress {
  readonly fileName: string;
  /** 1-based. */
  readonly place: number;
  readonly files: number;
}

/** Why they were not read, and at which file. */
export type StepProblem = ReadProblem & { readonly fileName: string };

/** Reads files one after the other into one new table, with one report. What is refused leaves no table of the project changed. */
export async function readSteps(
  steps: readonly ReadStep[],
  onProgress: (progress: StepProgress) => void,
  signal: AbortSignal,
): Promise<Result<DataTable, StepProblem>> {
  const bytesTotal = steps.reduce((sum, { file }) => sum + file.size, 0);
  const tables: DataTable[] = [];
  let bytesBefore = 0;
  let rowsBefore = 0;
  for (const [index, { file, plan }] of steps.entries()) {
    const last = tables.at(-1);
    const into = last
      ? { mode: 'append' as const, table: last.name, columns: last.columns }
      : plan.into;
    const tell = (progress: Progress) =>
      onProgress({
        rows: rowsBefore + progress.rows,
        bytesRead: bytesBefore + progress.bytesRead,
        bytesTotal,
        secondsLeft: scaled(progress, bytesTotal - bytesBefore),
        fileName: file.name,
        place: index + 1,
        files: steps.length,
      });
    const read = await workspace
      .ask(
        'import-file',
        { file, fileName: file.name, plan: { ...plan, into } },
        { onProgress: tell, signal },
      )
      .catch(asProblem);
    if (!read.ok) return { ok: false, problem: { ...read.problem, fileName: file.name } };
    tables.push(read.value);
    bytesBefore += file.size;
    rowsBefore += read.value.report?.rowsRead ?? 0;
  }
  const last = tables.at(-1);
  if (!last) throw new Error('There is no file to read.');
  const reports = tables.flatMap(({ report }) => (report ? [report] : []));
  return succeed({ ...last, report: joinReports(reports) });
}

/** The seconds that are left for this file, as if they went on over those that follow. */
function scaled(progress: Progress, bytesLeft: number): number | null {
  const left = progress.bytesTotal - progress.bytesRead;
  if (progress.secondsLeft === null || left <= 0) return progress.secondsLeft;
  return (progress.secondsLeft * (bytesLeft - progress.bytesRead)) / left;
}
