import { openExperiment, startExperiment } from '#core/history/edit-experiment.ts';
import { addTable } from '#core/history/edit-tables.ts';
import type { ProjectDocument } from '#core/history/project-document.ts';
import {
  practiceFile,
  practiceOf,
  practicePlan,
  type PracticeName,
} from '#core/simulate/practice/practice-plan.ts';
import { practiceWords } from '#text/practice/practice-words.ts';
import { downloadBlob } from '#ui/download.ts';
import { workspace } from '#workspace/workspace.svelte.ts';

/** Projects of one's own are left alone: the list belongs to the sample, and to a project that holds nothing else. */
export function offersPractice({ isSample, tables }: ProjectDocument): boolean {
  return isSample || tables.every(({ label }) => practiceOf(label) !== null);
}

/** The id of the experiment that reads a practice campaign in this project, or null. */
export function readingOf(document: ProjectDocument, name: PracticeName): number | null {
  const tables = document.tables.filter(({ label }) => practiceOf(label) === name);
  const reads = (table: string | undefined) => tables.some((each) => each.name === table);
  return document.experiments.find(({ analysis }) => reads(analysis?.source.table))?.id ?? null;
}

/** Opens a practice campaign; the first time its table and an experiment that reads it come into the project in one step. */
export async function readPractice(name: PracticeName): Promise<void> {
  await workspace.withRows(async () => {
    const known = workspace.document && readingOf(workspace.document, name);
    if (known !== null) {
      workspace.note((document) => openExperiment(document, known));
      return;
    }
    await workspace.dropUnreachable();
    const table = await workspace.ask('add-practice', { name });
    await workspace.saveRows();
    const t = practiceWords();
    const campaign = t.campaigns[name].name;
    workspace.change(t.edit(campaign), (document) =>
      startExperiment(addTable(document, table), {
        name: campaign,
        createdAt: new Date().toISOString(),
        analysis: practicePlan(name, table.name),
      }),
    );
  });
}

export async function downloadPractice(name: PracticeName): Promise<void> {
  const bytes = await workspace.ask('practice-file', { name });
  downloadBlob(new Blob([bytes], { type: 'text/csv' }), practiceFile(name));
}
