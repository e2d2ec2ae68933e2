import { count, flag, listOf, orNull, record, ShapeMismatch, text } from '#core/history/shape.ts';
import { checksum } from './page-hash.ts';
import type { PartFile, SavedRows } from './row-image.ts';

/**
 * One state of a project, whole: its document, and which files hold the rows that belong to it. A project is the newest
 * record that is sound, so writing a record is the one step by which a save comes to count.
 */
export interface ProjectRecord {
  readonly name: string;
  readonly isSample: boolean;
  /** ISO date and time. */
  readonly updatedAt: string;
  /** Rows of all tables, for the list of projects. */
  readonly rowCount: number;
  readonly rows: SavedRows | null;
  readonly documentText: string;
}

/**
 * Which record of a project: `epoch` is when its tab began to write (milliseconds), `sequence` counts from 1 within it.
 * A tab that lost the project to another one can only write records of its own, earlier epoch, which count for nothing.
 */
export interface RecordPlace {
  readonly epoch: number;
  readonly sequence: number;
}

const format = 1;

const recordShape = record<ProjectRecord>({
  name: text,
  isSample: flag,
  updatedAt: text,
  rowCount: count,
  rows: orNull(
    record<SavedRows>({
      byteCount: count,
      checksum: text,
      parts: listOf(record<PartFile>({ name: text, byteCount: count })),
    }),
  ),
  documentText: text,
});

export function recordName({ epoch, sequence }: RecordPlace): string {
  return `record-${epoch}-${sequence}`;
}

/** Of which record a file is, or null where it is none. */
export function placeOfRecord(name: string): RecordPlace | null {
  const [, epoch, sequence] = /^record-(\d{1,15})-(\d{1,15})$/.exec(name) ?? [];
  return epoch && sequence ? { epoch: Number(epoch), sequence: Number(sequence) } : null;
}

/** The name of a file of rows that a tab writes; `number` counts from 1 within its epoch. */
export function rowsName(epoch: number, number: number): string {
  return `rows-${epoch}-${number}`;
}

/** In which epoch a file of rows was written, or null where it is none. */
export function epochOfRows(name: string): number | null {
  const [, epoch] = /^rows-(\d{1,15})-\d{1,15}$/.exec(name) ?? [];
  return epoch ? Number(epoch) : null;
}

export function isNewer(one: RecordPlace, other: RecordPlace): boolean {
  return one.epoch > other.epoch || (one.epoch === other.epoch && one.sequence > other.sequence);
}

/** A record as the content of its file: a checksum, a line feed, and JSON. */
export function writeRecord(state: ProjectRecord): Blob {
  const json = new TextEncoder().encode(JSON.stringify({ format, ...state }));
  return new Blob([checksum(json), '\n', json]);
}

/** The record in a file, or null where the file is torn or damaged. */
export async function readRecord(file: Blob): Promise<ProjectRecord | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const end = bytes.indexOf(0x0a);
  const decode = (part: Uint8Array) => new TextDecoder().decode(part);
  const json = bytes.subarray(end + 1);
  if (end < 0 || decode(bytes.subarray(0, end)) !== checksum(json)) return null;
  try {
    return recordShape(JSON.parse(decode(json)), '');
  } catch (error) {
    if (error instanceof ShapeMismatch || error instanceof SyntaxError) return null;
    throw error;
  }
}
