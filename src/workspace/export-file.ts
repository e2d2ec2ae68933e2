import type { ProjectDocument } from '#core/history/project-document.ts';
import { columnMasks } from '#core/import/personal-data.ts';
import type { Answer, Params } from '#engine/protocol.ts';

type Ask = (name: 'export-file', params: Params<'export-file'>) => Promise<Answer<'export-file'>>;

/**
 * A project as one SQLite file, to be downloaded. `hasPersonalData`: whether columns that are marked as personal are in it
 * as they are; otherwise they are empty.
 */
export async function exportFile(
  document: ProjectDocument,
  hasPersonalData: boolean,
  ask: Ask,
): Promise<Blob> {
  const bytes = await ask('export-file', {
    documentText: JSON.stringify(document),
    keep: document.tables.map(({ name }) => name),
    withheld: hasPersonalData ? [] : personalColumns(document),
  });
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/vnd.sqlite3' });
}

function personalColumns({ tables }: ProjectDocument) {
  return tables.flatMap(({ name: table, columns }) => {
    const personal = columnMasks(columns).map(({ column }) => column);
    return personal.length > 0 ? [{ table, columns: personal }] : [];
  });
}
