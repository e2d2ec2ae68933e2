import { catalogue } from '#text/language.svelte.ts';
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
    case 'not-a-table':
      return t.looksLike[problem.looksLike];
    case 'unreadable-file':
      return t.unreadable(problem.detail);
  }
}
