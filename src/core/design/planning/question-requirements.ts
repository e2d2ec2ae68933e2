import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { Requirement } from '#core/stats/allocation/requirement.ts';
import { chiSquareUpperQuantile } from '#core/stats/distributions/chi-square-distribution.ts';
import { noncentralChiSquareUpperTail } from '#core/stats/distributions/noncentral-chi-square-distribution.ts';
import {
  normalUpperQuantile,
  normalUpperTail,
} from '#core/stats/distributions/normal-distribution.ts';
import { contrastValue, neededNoncentrality } from '#core/stats/power/hypothesis-power.ts';
import { plannedGroups } from '../questions/contrast-spread.ts';
import { manyToOneLimit } from '../questions/many-to-one-power.ts';
import type { PlanFrame } from '../questions/plan-frame.ts';
import { questionContrasts, type QuestionProblem } from '../questions/question-contrasts.ts';
import { isNothing } from '../questions/question-power.ts';
import type { Question } from '../questions/question.ts';

/** A question with the false-alarm chance of its family. */
export interface PlannedQuestion {
  readonly question: Question;
  readonly alpha: number;
  /** Two-sided by default. */
  readonly sides?: 1 | 2;
}

/** What one comparison, or one joint test, of a question needs. */
export interface QuestionRequirement extends Requirement {
  /** The question's id. */
  readonly id: string;
  /** What a test must exceed: standard errors of a single contrast, a chi-square of several. */
  readonly limit: number;
  readonly form: 'single' | 'joint';
}

/** How likely an allocation answers a question; of any carrot against none, the carrot that is hardest to find. */
export interface ReachedPower {
  readonly id: string;
  readonly power: number;
}

export type RequirementProblem =
  | (QuestionProblem & { readonly question?: string })
  | (Problem<'no-effect-expected'> & { question: string })
  | (Problem<'wrong-direction'> & { question: string })
  | Problem;

/**
 * What questions need of an allocation to be answered with a power, cells weighed by their population and variances as
 * planned. Any carrot against none asks that every carrot with an expected effect is found, at the limit of its adjustment
 * (Dunnett's limit at the frame's own counts).
 * Refuses what `questionContrasts` refuses, `no-effect-expected` and `wrong-direction`, with the question's id.
 */
export function questionRequirements(
  frame: PlanFrame,
  questions: readonly PlannedQuestion[],
  power: number,
): Result<readonly QuestionRequirement[], RequirementProblem> {
  const all: QuestionRequirement[] = [];
  for (const planned of questions) {
    const found = requirementsOf(frame, planned, power);
    if (!found.ok) return refuse({ ...found.problem, question: planned.question.id });
    all.push(...found.value);
  }
  return succeed(all);
}

function requirementsOf(
  frame: PlanFrame,
  { question, alpha, sides: wanted = 2 }: PlannedQuestion,
  power: number,
): Result<readonly QuestionRequirement[]> {
  const { id } = question;
  const contrasts = questionContrasts(frame, question, 'population');
  if (!contrasts.ok) return contrasts;
  const { form, rows, oneSided } = contrasts.value;
  const groups = plannedGroups(frame);
  const effects = rows.map((row) => contrastValue(row, groups));
  if (effects.every(isNothing)) return refuse({ code: 'no-effect-expected' });
  if (form === 'joint') {
    const needed = neededNoncentrality({ degreesOfFreedom: rows.length, alpha, power });
    return needed.ok
      ? succeed([
          {
            id,
            form,
            limit: chiSquareUpperQuantile(alpha, rows.length),
            contrasts: rows,
            effects,
            needed: needed.value,
          },
        ])
      : needed;
  }
  const sides = oneSided ? 1 : wanted;
  if (oneSided && (effects[0] ?? 0) < 0) return refuse({ code: 'wrong-direction' });
  if (!(power > alpha && power < 1)) return refuse({ code: 'invalid-power', power, alpha });
  const limit =
    question.kind === 'any-carrot'
      ? manyToOneLimit({ rows, groups, alpha, sides, nullVariance: 'planned' }, question.adjustment)
      : normalUpperQuantile(alpha / sides);
  const needed = (limit + normalUpperQuantile(1 - power)) ** 2;
  return succeed(
    rows.flatMap((row, place) => {
      const effect = effects[place] ?? 0;
      return isNothing(effect)
        ? []
        : [{ id, form: 'single' as const, limit, contrasts: [row], effects: [effect], needed }];
    }),
  );
}

/**
 * The power of every question, in the order of the requirements, from how far they are met (`QuestionAllocation.reached`, the
 * information as a multiple of what is needed).
 */
export function reachedPowers(
  requirements: readonly QuestionRequirement[],
  reached: readonly number[],
): readonly ReachedPower[] {
  const powers = new Map<string, number>();
  for (const [place, { id, form, limit, contrasts, needed }] of requirements.entries()) {
    const noncentrality = (reached[place] ?? 0) * needed;
    const power =
      form === 'joint'
        ? noncentralChiSquareUpperTail(limit, contrasts.length, Math.min(noncentrality, 1e9))
        : normalUpperTail(limit - Math.sqrt(noncentrality));
    powers.set(id, Math.min(powers.get(id) ?? 1, power));
  }
  return [...powers].map(([id, power]) => ({ id, power }));
}
