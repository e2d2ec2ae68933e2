import { longestQuotedRecord } from '#core/import/quoted-record.ts';

const usualHeadBytes = 1 << 19;
const sliceBytes = 1 << 16;
const slicePlaces = [0.25, 0.5, 0.75, 1];
const lineFeed = 10;

/** What is looked at of a file before it is imported. */
export interface FileSample {
  readonly head: Uint8Array;
  /** Whether `head` is the whole file. */
  readonly isWhole: boolean;
  /**
   * Whole lines from further on, each part from the beginning of a line, which may be one within a quoted field: a column may
   * show decimals, and a file Korean, only there. None for UTF-16.
   */
  readonly later: readonly Uint8Array[];
}

/** So much of a file holds the longest record that is read as one, and more, in whatever encoding. */
const longHeadBytes = 4 * longestQuotedRecord;

/**
 * Reads the beginning of a file, and some lines from its quarters and its end. `isLong`: far more of it, for a table whose
 * first cells are texts of megabytes. Default: false.
 */
export async function readSample(file: Blob, isLong = false): Promise<FileSample> {
  const headBytes = isLong ? longHeadBytes : usualHeadBytes;
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const isWhole = head.length === file.size;
  const slices: Uint8Array[] = [];
  if (!isWhole && !head.subarray(0, 1024).includes(0)) {
    for (const place of slicePlaces) {
      const start = Math.max(headBytes, Math.floor((file.size - sliceBytes) * place));
      const bytes = new Uint8Array(await file.slice(start, start + sliceBytes).arrayBuffer());
      slices.push(bytes.subarray(bytes.indexOf(lineFeed) + 1, bytes.lastIndexOf(lineFeed) + 1));
    }
  }
  return { head, isWhole, later: slices };
}

/** The beginning up to its last line end, and the later lines. */
export function wholeLines({ head, later }: FileSample): Uint8Array {
  return later.length === 0
    ? head
    : joined([head.subarray(0, head.lastIndexOf(lineFeed) + 1), ...later]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
