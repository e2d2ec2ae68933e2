import type { Question } from './question.ts';

/**
 * How the questions of a family share alpha. `none`: each has it for itself; `bonferroni`: alpha divided by their number;
 * `holm`: the same for the first step, which is the power that can be promised (later steps have more).
 */
export type FamilyRule = 'none' | 'bonferroni' | 'holm';

/** Questions that shall not raise a false alarm together; a question in no family is one of its own. */
export interface QuestionFamily {
  readonly rule: FamilyRule;
  /** The questions' ids. */
  readonly questions: readonly string[];
}

/**
 * The false-alarm chance that each question is planned with, by its id.
 * `alpha`: of a family (or of a question in none); a question in several families gets the strictest.
 * Source: Holm (1979), Scandinavian Journal of Statistics 6.
 * Example: three questions in a Holm family at 0.05 are planned with 0.0166667 each.
 */
export function plannedAlphas(
  questions: readonly Pick<Question, 'id'>[],
  families: readonly QuestionFamily[],
  alpha: number,
): ReadonlyMap<string, number> {
  const known = new Set(questions.map(({ id }) => id));
  const alphas = new Map(questions.map(({ id }) => [id, alpha] as const));
  for (const { rule, questions: members } of families) {
    if (rule === 'none') continue;
    const asked = new Set(members.filter((id) => known.has(id)));
    for (const id of asked) {
      alphas.set(id, Math.min(alphas.get(id) ?? alpha, alpha / asked.size));
    }
  }
  return alphas;
}
