import type { Problem } from '#core/result.ts';
import { formatCount, formatPoints } from '#text/format.ts';
import { language } from '#text/language.svelte.ts';
import { outlookWords } from '#text/outlook-words.ts';

/** Codes that one sentence says for all: the counts do not fit the plan, or the question does not. */
const sameSentence: Readonly<
  Record<string, 'plan-unfit' | 'question-unfit' | 'invalid-population'>
> = {
  'frame-mismatch': 'plan-unfit',
  'invalid-count': 'plan-unfit',
  'invalid-groups': 'plan-unfit',
  'no-strata': 'invalid-population',
  'unknown-arm': 'question-unfit',
  'unknown-attribute': 'question-unfit',
  'unknown-factor': 'question-unfit',
  'same-arm-twice': 'question-unfit',
  'too-few-carrots': 'question-unfit',
  'too-few-levels': 'question-unfit',
  'combination-missing': 'question-unfit',
  'no-cells-in-question': 'question-unfit',
};

/** Why the outlook of a plan cannot be told, in the current language. */
export function outlookProblem(problem: Problem): string {
  const t = outlookWords().problem;
  const count = (fact: string) => formatCount(Math.floor(Number(problem[fact])), language.code);
  const more = (fact: string) => formatCount(Math.ceil(Number(problem[fact])), language.code);
  switch (problem.code) {
    case 'invalid-size':
      return t['invalid-size'](count('most'));
    case 'list-too-short':
      return t['list-too-short'](more('wanted'), count('most'));
    case 'too-few-experiments':
      return t['too-few-experiments'](count('experiments'), count('fewest'));
    case 'no-variation':
      return t['no-variation'](formatPoints(Number(problem.mean), language.code));
    case 'too-large-to-enumerate':
      return t['too-large-to-enumerate'](count('outcomes'));
    case 'cancelled':
      return t.cancelled(count('done'));
    case 'share-out-of-range':
      return t['shares-impossible'];
    default: {
      const said: Readonly<Record<string, unknown>> = t;
      const sentence = said[sameSentence[problem.code] ?? problem.code];
      return typeof sentence === 'string' ? sentence : outlookWords().failed;
    }
  }
}
