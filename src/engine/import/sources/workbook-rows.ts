import type { WorkbookSource } from '#core/import/source-plan.ts';
import type { SheetFacts } from '../../protocol.ts';
import type { RowBatches } from '../row-source.ts';
import { SheetParser, type SheetRow } from './sheet-parser.ts';
import { SheetTable } from './sheet-table.ts';
import { SourceProblem } from './source-problem.ts';
import {
  readSharedStrings,
  readWorkbookParts,
  type SheetPart,
  type WorkbookParts,
} from './workbook-parts.ts';
import { ZipArchive } from './zip-archive.ts';

/** The XML of a million rows of twelve columns is some 600 MB; it is read as it comes. */
const mostSheetBytes = 2 ** 32;
/** Where the first rows have not come by then, none will. */
const mostHeadBytes = 1 << 26;

const usedRange = /<(?:\w+:)?dimension\s[^>]*?ref="[A-Z]+(\d+):[A-Z]+(\d+)"/;

/** An open workbook. Its shared texts are read with the first sheet that is. */
export class Workbook {
  readonly #archive: ZipArchive;
  readonly #parts: WorkbookParts;
  #strings: readonly string[] | null = null;

  private constructor(archive: ZipArchive, parts: WorkbookParts) {
    this.#archive = archive;
    this.#parts = parts;
  }

  /** Refuses, thrown: damaged-file, password-protected, unpacked-too-large, not-a-table (an xlsb). */
  static async open(file: Blob): Promise<Workbook> {
    const archive = await ZipArchive.open(file);
    return new Workbook(archive, await readWorkbookParts(archive));
  }

  /** The sheet that is named or, where there is none of that name, the first that is not hidden. */
  chooseSheet(name: string | undefined): SheetPart | null {
    const { sheets } = this.#parts;
    return (
      sheets.find((sheet) => sheet.name === name) ??
      sheets.find(({ isHidden }) => !isHidden) ??
      sheets[0] ??
      null
    );
  }

  /** Every sheet with its number of rows, as far as it says. */
  async sheetFacts(): Promise<SheetFacts[]> {
    const facts: SheetFacts[] = [];
    for (const sheet of this.#parts.sheets) {
      const rowCount = await this.#rowCount(sheet);
      facts.push({ name: sheet.name, rowCount, isHidden: sheet.isHidden });
    }
    return facts;
  }

  /** The rows of a sheet as they are read, and in the end the number of its last one, empty or not. `most` bytes of its XML may be read for them. */
  async *rows(
    { part }: SheetPart,
    most = mostSheetBytes,
  ): AsyncGenerator<{ rows: SheetRow[]; readShare: number }, number, undefined> {
    this.#strings ??= yield* this.#readStrings();
    const parser = new SheetParser(this.#parts, this.#strings);
    const size = this.#archive.sizeOf(part);
    try {
      for await (const chunk of this.#archive.text(part, most)) {
        yield { rows: parser.push(chunk), readShare: size > 0 ? chunk.length / size : 0 };
      }
      parser.end();
    } catch (error) {
      if (error instanceof SourceProblem) throw error;
      throw new SourceProblem({ code: 'damaged-file', detail: String(error) });
    }
    return parser.lastRow;
  }

  /** Gives empty batches while the shared texts are read: there may be hundreds of megabytes of them. */
  async *#readStrings(): AsyncGenerator<
    { rows: SheetRow[]; readShare: number },
    readonly string[],
    undefined
  > {
    const { stringsPart } = this.#parts;
    if (stringsPart === null) return [];
    const steps = readSharedStrings(this.#archive, stringsPart);
    for (;;) {
      const next = await steps.next();
      if (next.done) return next.value;
      yield { rows: [], readShare: 0 };
    }
  }

  /** The first rows of a sheet, at least `count` of them where there are so many. */
  async head(sheet: SheetPart, count: number): Promise<{ rows: SheetRow[]; isWhole: boolean }> {
    const head: SheetRow[] = [];
    let bytes = 0;
    for await (const { rows, readShare } of this.rows(sheet)) {
      head.push(...rows);
      if (head.length >= count) return { rows: head, isWhole: false };
      bytes += readShare * this.#archive.sizeOf(sheet.part);
      if (bytes > mostHeadBytes) {
        throw new SourceProblem({ code: 'unpacked-too-large', most: mostHeadBytes });
      }
    }
    return { rows: head, isWhole: true };
  }

  /** By the range of cells that a sheet says it uses. Some programs write A1 whatever there is. */
  async #rowCount({ part }: SheetPart): Promise<number | null> {
    for await (const chunk of this.#archive.text(part, mostSheetBytes)) {
      const rows = usedRange.exec(chunk);
      return rows ? Number(rows[2]) - Number(rows[1]) + 1 : null;
    }
    return null;
  }
}

/** The rows of a sheet below its header. `width`: how many columns the table has. */
export async function* workbookRows(file: Blob, source: WorkbookSource, width: number): RowBatches {
  const workbook = await Workbook.open(file);
  const sheet = workbook.chooseSheet(source.sheet);
  if (sheet?.name !== source.sheet) {
    throw new SourceProblem({ code: 'damaged-file', detail: `There is no sheet ${source.sheet}` });
  }
  const table = new SheetTable(source.layout, width);
  const batches = workbook.rows(sheet);
  let next = await batches.next();
  for (; !next.done; next = await batches.next()) {
    yield { rows: table.push(next.value.rows), byteCount: next.value.readShare * file.size };
  }
  yield { rows: table.end(next.value), byteCount: 0 };
  return { header: table.header, lines: table.lines };
}
