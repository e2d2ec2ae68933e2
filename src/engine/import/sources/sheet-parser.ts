import { columnIndex, isoDateText, numberText, unescapeText } from '#core/import/excel-cell.ts';
import { plainNumber, type NumberFormat } from '#core/import/excel-format.ts';
import { asField } from '../../csv/decode-text.ts';
import { RichText, type WorkbookParts } from './workbook-parts.ts';
import { XmlReader } from './xml-reader.ts';

/** What Excel can hold. */
const mostRows = 1_048_576;
const mostColumns = 16_384;

/** A row of a sheet that has a value: its number (the first row is 1), and its cells up to the last one with a value. */
export interface SheetRow {
  readonly number: number;
  readonly fields: readonly string[];
}

/**
 * Turns the XML of a sheet into rows of text. A formula counts by the value that was stored with it; where none was
 * (some programs write none), its text stands there, so that it is not lost unseen. Errors (#N/A) are text, and merged
 * cells have their value where they begin. Throws where the XML is malformed or a place is beyond the limits of Excel.
 */
export class SheetParser {
  readonly #parts: WorkbookParts;
  readonly #strings: readonly string[];
  readonly #reader: XmlReader;
  readonly #text = new RichText();
  #rows: SheetRow[] = [];
  #number = 0;
  #fields: string[] = [];
  #column = -1;
  #type = 'n';
  #format: NumberFormat | undefined;
  #inside: 'v' | 'f' | null = null;
  #value = '';
  #formula: string | null = null;
  /** What follows the cells (drawings, controls) has rows of its own. */
  #isOver = false;

  constructor(parts: WorkbookParts, strings: readonly string[]) {
    this.#parts = parts;
    this.#strings = strings;
    this.#reader = new XmlReader({
      open: (name, attribute) => this.#open(name, attribute),
      text: (text) => this.#take(text),
      close: (name) => this.#close(name),
    });
  }

  /** The number of the last row that was read, empty or not. */
  get lastRow(): number {
    return this.#number;
  }

  /** The rows that have become complete. */
  push(text: string): SheetRow[] {
    this.#reader.push(text);
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  end(): void {
    this.#reader.end();
  }

  #open(name: string, attribute: (name: string) => string | undefined): void {
    if (this.#isOver) return;
    switch (name) {
      case 'row':
        this.#number = within(Number(attribute('r') ?? this.#number + 1), mostRows);
        this.#fields = [];
        this.#column = -1;
        return;
      case 'c': {
        const reference = attribute('r');
        const place = reference === undefined ? null : columnIndex(reference);
        this.#column = within((place ?? this.#column + 1) + 1, mostColumns) - 1;
        this.#type = attribute('t') ?? 'n';
        this.#format = this.#parts.formats[Number(attribute('s') ?? 0)];
        this.#value = '';
        this.#formula = null;
        return;
      }
      case 'v':
        this.#inside = 'v';
        return;
      case 'f':
        this.#inside = 'f';
        this.#formula = '';
        return;
      default:
        this.#text.open(name);
    }
  }

  #take(text: string): void {
    if (this.#inside === 'v') this.#value += text;
    else if (this.#inside === 'f') this.#formula = (this.#formula ?? '') + text;
    else this.#text.add(text);
  }

  #close(name: string): void {
    if (name === 'sheetData') this.#isOver = true;
    if (this.#isOver) return;
    if (name === 'v' || name === 'f') this.#inside = null;
    else if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
    else this.#text.close(name);
  }

  #endCell(): void {
    const field = asField(this.#cellText());
    if (field === '') return;
    while (this.#fields.length < this.#column) this.#fields.push('');
    this.#fields[this.#column] = field;
  }

  #cellText(): string {
    const inline = this.#text.take();
    const raw = this.#value;
    if (this.#formula !== null && raw === '' && this.#type !== 'str') return `=${this.#formula}`;
    switch (this.#type) {
      case 's':
        return raw === '' ? '' : this.#shared(Number(raw));
      case 'inlineStr':
        return unescapeText(inline);
      case 'str':
        return unescapeText(raw);
      case 'b':
        return raw === '' ? '' : isTrue(raw) ? 'TRUE' : 'FALSE';
      case 'd':
        return isoDateText(raw);
      case 'e':
        return raw;
      default:
        return raw === '' ? '' : numberText(raw, this.#format ?? plainNumber, this.#parts.system);
    }
  }

  #shared(index: number): string {
    const text = this.#strings[index];
    if (text === undefined) throw new Error(`There is no shared text ${index}`);
    return text;
  }

  #endRow(): void {
    if (this.#fields.length === 0) return;
    this.#rows.push({ number: this.#number, fields: this.#fields });
    this.#fields = [];
  }
}

function isTrue(raw: string): boolean {
  return raw === '1' || raw.toLowerCase() === 'true';
}

function within(place: number, most: number): number {
  if (!(place >= 1 && place <= most)) throw new Error('A cell beyond the limits of a sheet');
  return place;
}
