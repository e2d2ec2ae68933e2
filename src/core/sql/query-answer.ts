import type { Problem } from '#core/result.ts';
import type { SqlError } from './sql-error.ts';
import type { SqlPlace, StatementProblem } from './read-statement.ts';

/**
 * A value of an answer. `exact` is one that JavaScript has no value for, as SQLite writes it: a whole number beyond
 * 2^53, an infinity, a blob.
 */
export type QueryCell = string | number | null | { readonly exact: string };
export type QueryRow = readonly QueryCell[];

/** An answer without its rows, which are kept apart. */
export interface QueryAnswer {
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly seconds: number;
  /** Which limit cut it off, or null where it is complete. */
  readonly cutBy: 'rows' | 'bytes' | null;
}

/** Most rows of an answer, and most bytes of its rows as they are kept. */
export const mostRows = 1_000_000;
export const mostBytes = 256_000_000;

/** Why a query has no answer. */
export type QueryProblem = StatementProblem | SqlError;

/** The console itself gave up: memory ran out, or its worker stopped. */
export type ConsoleProblem = Problem<'console-crashed'>;

/** What a problem may say beyond its code. */
interface ProblemFacts {
  readonly place?: SqlPlace | null;
  readonly nearest?: string | null;
  readonly words?: string;
}

/** Where in the text a problem is, the name that was probably meant there, and SQLite's words; null for what it lacks. */
export function problemFacts(problem: QueryProblem | ConsoleProblem): {
  readonly place: SqlPlace | null;
  readonly nearest: string | null;
  readonly words: string | null;
} {
  const { place = null, nearest = null, words = null } = problem as ProblemFacts;
  return { place, nearest, words };
}
