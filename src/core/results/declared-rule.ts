import type { Design } from '../design/design.ts';
import type { MultiplicityRule } from './analysis.ts';

/**
 * How the plan of an experiment wants its carrots against the control adjusted; null where it says nothing of them.
 * A rule chosen for all questions together holds here too. Without one the question "does any carrot beat none?" has a
 * rule of its own, Dunnett's in the standard plan: one family with one control is what Dunnett's test is made for, and it
 * finds more than Holm's while all of its intervals hold together. Carrots asked about one by one, by a plan that shares
 * nothing out, stand each for itself.
 * Example: the standard plan with a holdout declares `dunnett`; with Holm for all questions, `holm`.
 */
export function declaredRule({
  questionPlan: { asked, multiplicity },
  arms,
}: Pick<Design, 'questionPlan' | 'arms'>): MultiplicityRule | null {
  if (multiplicity !== 'none') return multiplicity;
  if (asked === null) return arms.some(({ role }) => role === 'holdout') ? 'dunnett' : null;
  const family = asked.find((question) => question.kind === 'any-carrot');
  if (family) return family.adjustment;
  return asked.some(({ kind }) => kind === 'carrot-versus-holdout') ? 'none' : null;
}
