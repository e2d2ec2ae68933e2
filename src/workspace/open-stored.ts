import type { ProjectDocument } from '#core/history/project-document.ts';
import { readDocument } from '#core/history/read-document.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { Answer, OpenProblem, Params, RequestName } from '#engine/protocol.ts';
import type { FileStore } from '#engine/storage/file-store.ts';
import { readLivingRecords, type FoundRecord } from '#engine/storage/project-store.ts';
import type { SavedRows } from '#engine/storage/row-image.ts';
import { browserStorage } from './browser-storage.ts';

type Ask = <Name extends RequestName>(name: Name, params: Params<Name>) => Promise<Answer<Name>>;

export interface OpenedProject {
  readonly document: ProjectDocument;
  readonly rows: SavedRows | null;
  /** The records that there are, the newest first. */
  readonly records: readonly FoundRecord[];
  /** When the state was saved that had to be taken because the newest is damaged. ISO date and time, or null. */
  readonly fallenBackTo: string | null;
  /** Tables that nobody can have back any more were left out: the rows are worth saving again. */
  readonly isTrimmed: boolean;
}

/**
 * Opens the newest state of a stored project, or the one before it where the rows of the newest are damaged. Refuses:
 * not-saved, and whatever is wrong with the newest where no other opens; the engine keeps what it had then.
 */
export async function openStored(
  projectId: string,
  ask: Ask,
): Promise<Result<OpenedProject, OpenProblem>> {
  const files = await browserStorage();
  const opened = await openNewest(files, projectId, ask);
  // A tab that writes the project may have replaced a file between two of our looks.
  return opened.ok || opened.problem.code !== 'rows-missing'
    ? opened
    : openNewest(files, projectId, ask);
}

async function openNewest(
  files: FileStore,
  projectId: string,
  ask: Ask,
): Promise<Result<OpenedProject, OpenProblem>> {
  const records = await readLivingRecords(files, projectId);
  let problem: OpenProblem = { code: 'not-saved' };
  for (const [index, { record }] of records.entries()) {
    const opened = await openState(files, projectId, records, index, ask);
    if (opened.ok) {
      const fallenBackTo = index > 0 ? record.updatedAt : null;
      return succeed({ ...opened.value, fallenBackTo });
    }
    if (index === 0) problem = opened.problem;
    if (problem.code === 'newer-version' || problem.code === 'out-of-memory') break;
  }
  return refuse(problem);
}

async function openState(
  files: FileStore,
  projectId: string,
  records: readonly FoundRecord[],
  index: number,
  ask: Ask,
): Promise<Result<Omit<OpenedProject, 'fallenBackTo'>, OpenProblem>> {
  const { rows, documentText } = (records[index] as FoundRecord).record;
  const read = readDocument(documentText);
  if (!read.ok) {
    return read.problem.code === 'newer-version'
      ? refuse({ code: 'newer-version', version: read.problem.version })
      : refuse({ code: 'damaged-save' });
  }
  const document = read.value;
  const kept = records.slice(index);
  if (rows === null) {
    // A project that never saved rows must not go on with those of the project before it.
    await ask('start-empty', {});
    return succeed({
      document: { ...document, tables: [] },
      rows,
      records: kept,
      isTrimmed: false,
    });
  }
  const keep = document.tables.map(({ name }) => name);
  const opened = await ask('open-saved', { storage: files.kind, projectId, rows, keep });
  if (!opened.ok) return opened;
  const present = new Set(opened.value.tables);
  const tables = document.tables.filter(({ name }) => present.has(name));
  const { isTrimmed } = opened.value;
  return succeed({ document: { ...document, tables }, rows, records: kept, isTrimmed });
}
