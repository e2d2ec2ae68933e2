import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { SaveProblem } from '../protocol.ts';
import type { FileStore, StorageKind } from './file-store.ts';
import {
  epochOfRows,
  placeOfRecord,
  recordName,
  rowsName,
  writeRecord,
  type ProjectRecord,
  type RecordPlace,
} from './project-record.ts';
import type { FoundRecord } from './project-store.ts';
import { attemptSave } from './save-problem.ts';

export type WriteProblem =
  | SaveProblem
  /** Another tab writes this project now. */
  | Problem<'taken-over'>
  /** The record is written, but files of rows that it names are gone: the browser cleared them. */
  | Problem<'rows-missing'>;

/** So many records are kept: where the newest is torn or its rows are damaged, the one before it counts. */
export const keptRecords = 2;

/**
 * The one tab's hand on a stored project. Every save is a new file; what no kept record names is then removed. Each
 * writer has an epoch of its own in its file names, so that a save of a tab that has lost the project, however late it
 * lands, overwrites nothing and counts for nothing.
 */
export class ProjectWriter {
  readonly projectId: string;
  readonly #files: FileStore;
  readonly #epoch: number;
  #sequence = 0;
  #rowFiles = 0;
  #kept: FoundRecord[];
  #isStopped = false;

  /** `found`: the sound records that there are, the newest first. `now`: milliseconds since 1970. */
  constructor(files: FileStore, projectId: string, found: readonly FoundRecord[], now: number) {
    this.projectId = projectId;
    this.#files = files;
    this.#epoch = Math.max(now, (found[0]?.place.epoch ?? 0) + 1);
    this.#kept = found.slice(0, keptRecords);
  }

  get storage(): StorageKind {
    return this.#files.kind;
  }

  /** A name for the next file of rows, which no file has or had. */
  nextRowsName(): string {
    return rowsName(this.#epoch, ++this.#rowFiles);
  }

  /** Nothing is written or removed any more. To be called when another tab took the project. */
  stop(): void {
    this.#isStopped = true;
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /**
   * Writes a state of the project; once this is done it is what the project is.
   * Refuses: storage-full, storage-refused, taken-over, rows-missing.
   */
  async write(record: ProjectRecord): Promise<Result<null, WriteProblem>> {
    if (this.#isStopped) return refuse({ code: 'taken-over' });
    const place: RecordPlace = { epoch: this.#epoch, sequence: ++this.#sequence };
    const written = await attemptSave(() =>
      this.#files.write(this.projectId, recordName(place), writeRecord(record)),
    );
    if (!written.ok) return written;
    const names = await this.#files.names(this.projectId).catch(() => null);
    if (names === null) return succeed(null);
    if (names.some((name) => (placeOfRecord(name)?.epoch ?? 0) > this.#epoch)) this.stop();
    if (this.#isStopped) return refuse({ code: 'taken-over' });
    const dropped = this.#kept.slice(keptRecords - 1);
    this.#kept = [{ place, record }, ...this.#kept].slice(0, keptRecords);
    await this.#tidy(names, dropped).catch(() => undefined);
    const isMissing = record.rows?.parts.some(({ name }) => !names.includes(name)) ?? false;
    return isMissing ? refuse({ code: 'rows-missing' }) : succeed(null);
  }

  /** Removes what nothing names any more, and what crashes left behind in earlier epochs. */
  async #tidy(names: readonly string[], dropped: readonly FoundRecord[]): Promise<void> {
    const partsOf = (records: readonly FoundRecord[]) =>
      records.flatMap(({ record }) => record.rows?.parts.map(({ name }) => name) ?? []);
    const kept = new Set([
      ...this.#kept.map(({ place }) => recordName(place)),
      ...partsOf(this.#kept),
    ]);
    const outdated = new Set([
      ...dropped.map(({ place }) => recordName(place)),
      ...partsOf(dropped),
    ]);
    for (const name of names) {
      const epoch = placeOfRecord(name)?.epoch ?? epochOfRows(name);
      const isLeftBehind = epoch !== null && epoch < this.#epoch;
      if (this.#isStopped) return;
      if (!kept.has(name) && (outdated.has(name) || isLeftBehind)) {
        await this.#files.remove(this.projectId, name);
      }
    }
  }
}
