import type { Problem } from '#core/result.ts';
import { everywhereWords } from '#text/everywhere/everywhere-words.ts';
import { reasonWords } from './reasons.ts';

/** Why a figure of "same everywhere, or not?" has no value, in a few words. */
export function everywhereReason(problem: Problem): string {
  const words: Readonly<Record<string, string>> = everywhereWords().reason;
  return words[problem.code] ?? reasonWords(problem);
}
