import type { ReadProblem } from '../../protocol.ts';

/**
 * Why a file cannot be read, thrown from the depth of a stream; preview and import give it back as the refusal it is.
 */
export class SourceProblem extends Error {
  readonly problem: ReadProblem;

  constructor(problem: ReadProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The refusal in an error of a reader; an error of any other kind means that the file could not be read. */
export function problemOf(error: unknown): ReadProblem {
  return error instanceof SourceProblem
    ? error.problem
    : { code: 'unreadable-file', detail: String(error) };
}
