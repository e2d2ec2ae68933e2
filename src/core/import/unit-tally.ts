import { mixedUnits } from './mixed-units.ts';
import { numberParts } from './number-parts.ts';

const mostWritings = 200;
const mostExamples = 5;

interface Writing {
  readonly example: string;
  count: number;
  readonly examples: { readonly line: number; readonly text: string }[];
}

/** A unit of a column whose units differ (empty for none), and its share of the values that are not 0, 0..1. */
export interface UnitShare {
  readonly unit: string;
  readonly count: number;
  readonly share: number;
  readonly examples: readonly { readonly line: number; readonly text: string }[];
}

/** Counts over a whole column of numbers in which units they are written; `mixedUnits` says which differ. */
export class UnitTally {
  /** By what is left of a number without its digits: few, however many numbers there are. */
  readonly #writings = new Map<string, Writing>();
  #taken = 0;

  /** Takes a field that was read as a number. Nought is nought in every unit. */
  take(field: string, value: number, line: number): void {
    if (value === 0) return;
    this.#taken++;
    const key = field.replace(/[\d.,\s+]/g, '');
    let writing = this.#writings.get(key);
    if (!writing) {
      if (this.#writings.size >= mostWritings) return;
      writing = { example: field.trim(), count: 0, examples: [] };
      this.#writings.set(key, writing);
    }
    writing.count++;
    if (writing.examples.length < mostExamples) writing.examples.push({ line, text: field });
  }

  /** The units with their values, most frequent first; none where they do not differ. */
  differing(): UnitShare[] {
    const writings = [...this.#writings.values()];
    const differing = mixedUnits(writings.map(({ example }) => example));
    return differing
      .map(({ unit }) => {
        const own = writings.filter(({ example }) => unitOf(example) === unit);
        const count = own.reduce((sum, writing) => sum + writing.count, 0);
        const examples = own
          .flatMap((writing) => writing.examples)
          .sort((one, other) => one.line - other.line)
          .slice(0, mostExamples);
        return { unit, count, share: count / this.#taken, examples };
      })
      .sort((one, other) => other.count - one.count);
  }
}

function unitOf(text: string): string | null {
  const parts = numberParts(text);
  return parts && parts.scale + parts.measure;
}
