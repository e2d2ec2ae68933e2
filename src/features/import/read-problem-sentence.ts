import { formatCount } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import type { ReadProblem } from './reading.ts';

/** What the file looks like and what to do, in one sentence. */
export function readProblemSentence(problem: ReadProblem): string {
  const t = catalogue().importing.problem;
  switch (problem.code) {
    case 'empty-file':
      return t.emptyFile;
    case 'no-rows':
      return t.noRows;
    case 'cancelled':
      return t.cancelled;
    case 'duplicate-ids': {
      const { count, line } = problem;
      const number = (value: number) => formatCount(value, language.code);
      return t.duplicateIds(number(count), problem.example, number(line));
    }
    case 'blank-ids':
      return t.blankIds(
        formatCount(problem.count, language.code),
        formatCount(problem.line, language.code),
      );
    case 'too-many-columns':
      return t.tooManyColumns(
        formatCount(problem.columns, language.code),
        formatCount(problem.most, language.code),
      );
    case 'not-a-table':
      return t.looksLike[problem.looksLike];
    case 'password-protected':
      return t.passwordProtected;
    case 'damaged-file':
      return t.damaged;
    case 'unpacked-too-large':
      return t.unpackedTooLarge(formatCount(Math.round(problem.most / 2 ** 20), language.code));
    case 'no-common-column':
      return t.noCommonColumn;
    case 'out-of-memory':
      return t.outOfMemory;
    case 'engine-stopped':
      return t.engineStopped;
    case 'unreadable-file':
      return t.unreadable(problem.detail);
  }
}
