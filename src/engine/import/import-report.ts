import type { ImportProblem, ImportProblemCode, PersonalDataKind } from '#core/import/column.ts';
import { fieldsApart } from '#core/import/mask-report.ts';
import { maskRow } from '#core/import/mask-row.ts';
import { maskedAs, maskPersonal } from '#core/import/personal-data.ts';
import type { PlanColumn } from '../protocol.ts';

const mostExamples = 5;
export const longestExample = 80;

type Counted = Omit<ImportProblem, 'count' | 'examples'> & {
  count: number;
  examples: { line: number; text: string }[];
};

/**
 * Gathers what an import could not understand: counts by code, column and what was done, and the first few lines of
 * each. Personal columns are masked in them.
 */
export class ProblemList {
  readonly #problems = new Map<string, Counted>();
  readonly #kinds: readonly (PersonalDataKind | null)[];
  readonly #kindOf: ReadonlyMap<string, PersonalDataKind | null>;

  constructor(columns: readonly PlanColumn[]) {
    this.#kinds = columns.map(maskedAs);
    this.#kindOf = new Map(columns.map((column) => [column.name, maskedAs(column)]));
  }

  /**
   * `value`: what is counted where the code does not say it (see `ImportProblem`). Default: null. `count`: how many there
   * are from this line on. Default: one.
   */
  add(
    code: ImportProblemCode,
    severity: ImportProblem['severity'],
    column: string | null,
    line: number,
    text: string,
    value: string | null = null,
    count = 1,
  ): void {
    const key = JSON.stringify([code, severity, column, value]);
    let problem = this.#problems.get(key);
    if (!problem) {
      problem = { code, severity, column, count: 0, value, share: null, examples: [] };
      this.#problems.set(key, problem);
    }
    problem.count += count;
    if (problem.examples.length < mostExamples) {
      problem.examples.push({ line, text: this.#shown(column, text) });
    }
  }

  /** A row that is not kept: its example is the whole row. */
  addRow(
    code: ImportProblemCode,
    severity: 'row' | 'aside',
    column: string | null,
    line: number,
    fields: readonly string[],
  ): void {
    this.add(code, severity, column, line, maskRow(fields, code, this.#kinds).join(fieldsApart));
  }

  /** What was counted elsewhere. */
  addCounted({ examples, ...problem }: ImportProblem): void {
    const key = JSON.stringify([problem.code, problem.severity, problem.column, problem.value]);
    this.#problems.set(key, {
      ...problem,
      examples: examples
        .slice(0, mostExamples)
        .map(({ line, text }) => ({ line, text: this.#shown(problem.column, text) })),
    });
  }

  list(): ImportProblem[] {
    return [...this.#problems.values()];
  }

  #shown(column: string | null, text: string): string {
    const kind = column === null ? null : (this.#kindOf.get(column) ?? null);
    return (kind === null ? text : (maskPersonal(text, kind) ?? '')).slice(0, longestExample);
  }
}
