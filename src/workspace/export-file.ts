import type { ProjectDocument } from '#core/history/project-document.ts';
import type { Answer, Params } from '#engine/protocol.ts';

type Ask = (name: 'export-file', params: Params<'export-file'>) => Promise<Answer<'export-file'>>;

/** A project as one SQLite file, to be downloaded. */
export async function exportFile(document: ProjectDocument, ask: Ask): Promise<Blob> {
  const bytes = await ask('export-file', {
    documentText: JSON.stringify(document),
    keep: document.tables.map(({ name }) => name),
  });
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/vnd.sqlite3' });
}
