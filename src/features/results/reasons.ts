import type { Problem } from '#core/result.ts';
import { formatCount } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';

/** Why a figure has no value, in a few words. */
export function reasonWords({ code, arm }: Problem): string {
  const t = catalogue().results.reason;
  if (arm === 'control' && code === 'no-trials') return t.noControlTrials;
  if (arm === 'control' && code === 'too-few-values') return t.tooFewControlValues;
  const words: Readonly<Record<string, string>> = {
    'no-trials': t.noTrials,
    'too-few-arms': t.tooFewArms,
    'no-variation': t.noVariation,
    'no-control-events': t.noControlEvents,
    'too-few-values': t.tooFewValues,
    'control-mean-not-positive': t.controlMeanNotPositive,
    'control-mean-not-distinguishable': t.controlMeanNotDistinguishable,
    'no-informative-strata': t.noInformativeStrata,
    'too-few-strata': t.tooFewStrata,
    'no-common-odds-ratio': t.noCommonOddsRatio,
    'too-few-levels': t.tooFewLevels,
    separated: t.separated,
    'split-not-stated': t.splitNotStated,
    'not-converged': t.notConverged,
  };
  return words[code] ?? t.other;
}

/** Why an experiment cannot be read, as a sentence. */
export function readingProblem(problem: Problem): string {
  const t = catalogue().results.problem;
  switch (problem.code) {
    case 'too-many-arms':
      return t.tooManyArms(String(problem.arms), String(problem.most));
    case 'too-many-strata':
      return t.tooManyStrata(String(problem.most));
    case 'no-rows':
      return t.noRows;
    case 'nobody-on-list':
      return t.nobodyOnList(
        formatCount(Number(problem.rows), language.code),
        String(problem.example),
        String(problem.listed),
      );
    case 'outcome-not-yes-or-no':
      return t.outcomeNotYesOrNo(String(problem.column), String(problem.example));
    case 'impossible-aggregate':
      return t.impossibleAggregate(
        formatCount(Number(problem.row), language.code),
        formatCount(Number(problem.customers), language.code),
        formatCount(Number(problem.responders), language.code),
      );
    case 'control-not-found':
      return t.controlNotFound(String(problem.control));
    default:
      return t.other;
  }
}
