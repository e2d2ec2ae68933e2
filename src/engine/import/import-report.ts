import type { ImportProblem, ImportProblemCode } from '#core/import/column.ts';

const mostExamples = 5;
export const longestExample = 80;

/** Gathers what an import could not understand: counts by code, column and what was done, and the first few lines of each. */
export class ProblemList {
  readonly #problems = new Map<
    string,
    Omit<ImportProblem, 'count' | 'examples'> & {
      count: number;
      examples: { line: number; text: string }[];
    }
  >();

  add(
    code: ImportProblemCode,
    severity: ImportProblem['severity'],
    column: string | null,
    line: number,
    text: string,
  ): void {
    const key = `${code}\n${severity}\n${column ?? ''}`;
    let problem = this.#problems.get(key);
    if (!problem) {
      problem = { code, severity, column, count: 0, value: null, share: null, examples: [] };
      this.#problems.set(key, problem);
    }
    problem.count++;
    if (problem.examples.length < mostExamples) {
      problem.examples.push({ line, text: text.slice(0, longestExample) });
    }
  }

  list(): ImportProblem[] {
    return [...this.#problems.values()];
  }
}
