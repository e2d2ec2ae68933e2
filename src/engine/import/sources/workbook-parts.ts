import type { SerialSystem } from '#core/import/column-format.ts';
import { unescapeText } from '#core/import/excel-cell.ts';
import { builtInFormat, readFormatCode, type NumberFormat } from '#core/import/excel-format.ts';
import { SourceProblem } from './source-problem.ts';
import { XmlReader, type XmlHandlers } from './xml-reader.ts';
import type { ZipArchive } from './zip-archive.ts';

/** Everything but the sheets is held in memory. */
const mostPartBytes = 1 << 26;
const mostStringBytes = 1 << 29;

/** A sheet as the workbook lists it; `part` is its entry in the archive. */
export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

/** What the cells of a workbook refer to. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly system: SerialSystem;
  /** By the style number of a cell. */
  readonly formats: readonly NumberFormat[];
  readonly stringsPart: string | null;
}

/**
 * Reads what a workbook says of itself. Parts are found through their relations, as the format has it: their names are
 * the writing program's own affair. Refuses, thrown: damaged-file, unpacked-too-large, and not-a-table for the binary
 * workbook of Excel (xlsb), whose parts are no XML.
 */
export async function readWorkbookParts(archive: ZipArchive): Promise<WorkbookParts> {
  const root = await readRelations(archive, '');
  const workbookPart =
    root.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  if (workbookPart.toLowerCase().endsWith('.bin')) {
    throw new SourceProblem({ code: 'not-a-table', looksLike: 'xlsb' });
  }
  const relations = await readRelations(archive, workbookPart);
  const partOf = (kind: string) =>
    relations.find(({ type }) => type.endsWith(`/${kind}`))?.target ?? null;
  const sheets: SheetPart[] = [];
  let system: SerialSystem = '1900';
  await readPart(archive, workbookPart, {
    open(name, attribute) {
      if (name === 'workbookPr' && isTrue(attribute('date1904'))) system = '1904';
      if (name !== 'sheet') return;
      const relation = relations.find(({ id }) => id === attribute('id'));
      if (!relation?.type.endsWith('/worksheet')) return;
      sheets.push({
        name: unescapeText(attribute('name') ?? ''),
        part: relation.target,
        isHidden: (attribute('state') ?? 'visible') !== 'visible',
      });
    },
  });
  const stylesPart = partOf('styles');
  const formats = stylesPart ? await readFormats(archive, stylesPart) : [];
  return { sheets, system, formats, stringsPart: partOf('sharedStrings') };
}

/**
 * The texts that cells share, by number. Rich text is put together, readings of Japanese characters are passed over. It
 * stops after every piece of them that was read, so that a cancellation is heard.
 */
export async function* readSharedStrings(
  archive: ZipArchive,
  part: string,
): AsyncGenerator<undefined, string[], undefined> {
  const strings: string[] = [];
  const text = new RichText();
  yield* partSteps(
    archive,
    part,
    {
      open: (name) => text.open(name),
      text: (piece) => text.add(piece),
      close(name) {
        text.close(name);
        if (name === 'si') strings.push(unescapeText(text.take()));
      },
    },
    mostStringBytes,
  );
  return strings;
}

/** Gathers the runs of a text, whether it is shared or stands in its cell. */
export class RichText {
  #text = '';
  #isRun = false;
  #isReading = false;

  open(name: string): void {
    if (name === 't') this.#isRun = true;
    if (name === 'rPh') this.#isReading = true;
  }

  add(piece: string): void {
    if (this.#isRun && !this.#isReading) this.#text += piece;
  }

  close(name: string): void {
    if (name === 't') this.#isRun = false;
    if (name === 'rPh') this.#isReading = false;
  }

  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

async function readFormats(archive: ZipArchive, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let isCell = false;
  await readPart(archive, part, {
    open(name, attribute) {
      if (name === 'numFmt') {
        codes.set(Number(attribute('numFmtId')), readFormatCode(attribute('formatCode') ?? ''));
      }
      if (name === 'cellXfs') isCell = true;
      if (name !== 'xf' || !isCell) return;
      const id = Number(attribute('numFmtId') ?? 0);
      formats.push(codes.get(id) ?? builtInFormat(id));
    },
    close(name) {
      if (name === 'cellXfs') isCell = false;
    },
  });
  return formats;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The relations of a part, their targets as names in the archive; none where it has none. */
async function readRelations(archive: ZipArchive, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!archive.names.includes(name.toLowerCase())) return [];
  const relations: Relation[] = [];
  await readPart(archive, name, {
    open(element, attribute) {
      if (element !== 'Relationship') return;
      relations.push({
        id: attribute('Id') ?? '',
        type: attribute('Type') ?? '',
        target: resolved(folder, attribute('Target') ?? ''),
      });
    },
  });
  return relations;
}

/** Example: `resolved('xl/', '../xl/styles.xml')` is 'xl/styles.xml', and so is `resolved('xl/', '/xl/styles.xml')`. */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  const path = target.replaceAll('\\', '/');
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

async function readPart(archive: ZipArchive, part: string, handlers: XmlHandlers): Promise<void> {
  const steps = partSteps(archive, part, handlers, mostPartBytes);
  while (!(await steps.next()).done);
}

/** Reads a part, and stops after every piece of it. */
async function* partSteps(
  archive: ZipArchive,
  part: string,
  handlers: XmlHandlers,
  most: number,
): AsyncGenerator<undefined, undefined, undefined> {
  try {
    const reader = new XmlReader(handlers);
    for await (const chunk of archive.text(part, most)) {
      reader.push(chunk);
      yield undefined;
    }
    reader.end();
  } catch (error) {
    if (error instanceof SourceProblem) throw error;
    throw new SourceProblem({ code: 'damaged-file', detail: `${part}: ${String(error)}` });
  }
  return undefined;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
