import { keywords } from '#core/sql/keywords.ts';
import { problemFacts, type ConsoleProblem, type QueryProblem } from '#core/sql/query-answer.ts';
import type { SqlPlace } from '#core/sql/read-statement.ts';
import { quoteName } from '#core/sql/quote-name.ts';
import { sqlWords } from '#text/sql/sql-words.ts';

/** A problem in words, and what could be done about it. */
export interface ProblemWords {
  readonly sentences: readonly string[];
  /** The name that was probably meant, as it is written in a query, with the place that it would take. */
  readonly correction: { readonly insert: string; readonly place: SqlPlace } | null;
  readonly place: SqlPlace | null;
  /** SQLite's own words, or null where we refused before SQLite saw it. */
  readonly sqliteWords: string | null;
}

/** What is wrong with a query, in the language of the page. */
export function problemWords(problem: QueryProblem | ConsoleProblem): ProblemWords {
  const t = sqlWords().problem;
  const { place, nearest, words: sqliteWords } = problemFacts(problem);
  const correction = nearest !== null && place ? { insert: quoteName(nearest), place } : null;
  const hint = nearest === null ? [] : [t.didYouMean(nearest)];
  const say = (...sentences: readonly string[]): ProblemWords => ({
    sentences,
    correction,
    place,
    sqliteWords,
  });
  switch (problem.code) {
    case 'no-statement':
    case 'several-statements':
    case 'incomplete':
    case 'other':
    case 'out-of-memory':
    case 'console-crashed':
      return say(t[problem.code]);
    case 'not-read-only':
    case 'unclosed':
    case 'curly-quote':
    case 'has-parameter':
    case 'unknown-sign':
      return say(t[problem.code](problem.found));
    case 'syntax':
      return say(t.syntax(problem.found), ...hint, ...reservedHint(problem.found));
    case 'no-such-table':
    case 'no-such-function':
      return say(t[problem.code](problem.name), ...hint);
    case 'wrong-arguments':
    case 'misplaced-function':
      return say(t[problem.code](problem.name));
    case 'ambiguous-column': {
      const name = quoteName(problem.name);
      const choices = problem.tables.map((table) => `${quoteName(table)}.${name}`).join(', ');
      return say(t['ambiguous-column'](problem.name, choices));
    }
    case 'no-such-column': {
      const { name, inTable, wasQuoted } = problem;
      if (inTable !== null) return say(t.inTable(name, inTable));
      return say(t['no-such-column'](name), ...hint, ...(wasQuoted ? [t.wasQuoted(name)] : []));
    }
  }
}

/** A word of SQL that hardly anybody knows for one is easily taken as a name. */
function reservedHint(found: string): string[] {
  const isRare = /^[a-z]+$/i.test(found) && !keywords.includes(found.toUpperCase());
  return isRare && quoteName(found) !== found ? [sqlWords().problem.reserved(found)] : [];
}
