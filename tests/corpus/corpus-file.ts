import type { ImportProblem, ImportProblemCode } from '#core/import/column.ts';
import type { RowAside } from '#core/import/file-row.ts';
import type { FilePreview, ReadProblem } from '#engine/protocol.ts';

export type Bytes = Uint8Array<ArrayBuffer>;
export type Cell = string | number | null;

/** A file that somebody may bring, named for what is wrong with it, and what must become of it. */
export interface CorpusFile {
  readonly name: string;
  /** Called when the file is tried, so that a file of many megabytes is made only then. */
  readonly content: () => string | Bytes | Promise<Bytes>;
  /** Default: `file.csv`. */
  readonly fileName?: string;
  readonly outcome: ReadOutcome | RefusedOutcome;
}

/** The file is read: everything below is compared to the last cell, and what is not named must not be there. */
export interface ReadOutcome {
  /** The names of the columns. */
  readonly names: readonly string[];
  /** Their kinds, in the same order: `'text integer'`. */
  readonly kinds: string;
  /** The rows that are kept, as they are stored; only the first of them where `rowsKept` is given. */
  readonly rows: readonly (readonly Cell[])[];
  readonly rowsKept?: number;
  /** Everything the report complains of. Default: nothing. */
  readonly problems?: readonly ExpectedProblem[];
  /** What the preview must say besides: encoding, dialect, lines above … */
  readonly preview?: PartOf<FilePreview>;
}

/** The file is refused, in the preview or on import, with this problem. */
export interface RefusedOutcome {
  readonly refused: PartOf<ReadProblem> & { readonly code: ReadProblem['code'] };
}

export type PartOf<Value> = Value extends readonly (infer Item)[]
  ? readonly PartOf<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]?: PartOf<Value[Key]> }
    : Value;

export interface ExpectedProblem {
  readonly code: ImportProblemCode;
  readonly severity: ImportProblem['severity'];
  readonly column: string | null;
  readonly count: number;
  /** The lines of the first few. */
  readonly lines: readonly number[];
}

const mostExamples = 5;

function problem(
  severity: ImportProblem['severity'],
  code: ImportProblemCode,
  column: string | null,
  lines: readonly number[],
): ExpectedProblem {
  return { code, severity, column, count: lines.length, lines: lines.slice(0, mostExamples) };
}

/** Rows on these lines are rejected, each for the whole of it. */
export function rejected(code: ImportProblemCode, ...lines: readonly number[]): ExpectedProblem {
  return problem('row', code, null, lines);
}

/** Lines that are no rows of the table. */
export function setAside(code: RowAside, ...lines: readonly number[]): ExpectedProblem {
  return problem('aside', code, null, lines);
}

/** Rows on these lines are rejected for what stands in one column. */
export function rejectedFor(
  code: ImportProblemCode,
  column: string,
  ...lines: readonly number[]
): ExpectedProblem {
  return problem('row', code, column, lines);
}

/** The values of a column on these lines are empty; their rows are kept. */
export function emptied(
  code: ImportProblemCode,
  column: string,
  ...lines: readonly number[]
): ExpectedProblem {
  return problem('value', code, column, lines);
}

/** Nothing is missing, but it is said. */
export function noted(
  code: ImportProblemCode,
  column: string | null,
  ...lines: readonly number[]
): ExpectedProblem {
  return problem('kept', code, column, lines);
}

/** A file that is read. */
export function reads(
  name: string,
  content: CorpusFile['content'] | string,
  outcome: ReadOutcome,
  fileName?: string,
): CorpusFile {
  return { name, content: contentOf(content), outcome, ...(fileName && { fileName }) };
}

/** A file that is refused. */
export function refuses(
  name: string,
  content: CorpusFile['content'] | string,
  refused: RefusedOutcome['refused'],
  fileName?: string,
): CorpusFile {
  return { name, content: contentOf(content), outcome: { refused }, ...(fileName && { fileName }) };
}

function contentOf(content: CorpusFile['content'] | string): CorpusFile['content'] {
  return typeof content === 'string' ? () => content : content;
}

/** Bytes one after the other; texts among them in UTF-8. */
export function joined(...parts: readonly (string | Uint8Array | readonly number[])[]): Bytes {
  const pieces = parts.map((part) =>
    typeof part === 'string' ? new TextEncoder().encode(part) : Uint8Array.from(part),
  );
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** A text in UTF-16, with its byte order mark if it begins with U+FEFF. */
export function utf16(text: string, isLittleEndian: boolean): Bytes {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), isLittleEndian);
  }
  return new Uint8Array(view.buffer);
}
