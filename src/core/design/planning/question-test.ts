import { refuse, succeed, type Result } from '#core/result.ts';
import { chiSquareUpperQuantile } from '#core/stats/distributions/chi-square-distribution.ts';
import { normalUpperQuantile } from '#core/stats/distributions/normal-distribution.ts';
import { dot, solveSymmetric } from '#core/stats/numerics/linear-algebra.ts';
import { contrastCovariance, contrastValue } from '#core/stats/power/hypothesis-power.ts';
import {
  emptyGroups,
  nullSpread,
  plannedGroups,
  type NullVariance,
  type PlannedGroup,
} from '../questions/contrast-spread.ts';
import { manyToOneLimit } from '../questions/many-to-one-power.ts';
import type { PlanFrame } from '../questions/plan-frame.ts';
import { questionContrasts } from '../questions/question-contrasts.ts';
import type { CellWeighting } from '../questions/question.ts';
import type { PlannedQuestion } from './question-requirements.ts';

/** What a test says of one outcome of the experiment. */
export interface TestVerdict {
  /** Whether the question is answered: any comparison (any carrot), or the test itself. */
  readonly significant: boolean;
  /** The value of every contrast as observed, and which are significant (of a joint test: none by itself). */
  readonly estimates: readonly number[];
  readonly found: readonly boolean[];
}

/** The test that will answer a question. */
export interface QuestionTest {
  readonly id: string;
  readonly form: 'single' | 'many-to-one' | 'joint';
  /** The true value of every contrast. */
  readonly effects: readonly number[];
  readonly judge: (observed: readonly PlannedGroup[]) => TestVerdict;
  /** The value of every contrast at other shares. */
  readonly effectsAt: (groups: readonly PlannedGroup[]) => readonly number[];
}

/** How the outcomes will be tested: by Wald's statistic with the variances observed (or pooled, for pairs of arms). */
export interface TestingPlan {
  readonly frame: PlanFrame;
  readonly questions: readonly PlannedQuestion[];
  readonly weighting?: CellWeighting;
  readonly nullVariance?: NullVariance;
}

/**
 * The tests of a plan's questions. A difference without any observed variance is never significant; Dunnett's limit is that of
 * the plan. Refuses what `questionContrasts` refuses and `empty-groups`, with the question's id.
 */
export function questionTests(plan: TestingPlan): Result<readonly QuestionTest[]> {
  const { frame, weighting = 'population', nullVariance = 'planned' } = plan;
  const groups = plannedGroups(frame);
  const tests: QuestionTest[] = [];
  for (const { question, alpha, sides: wanted = 2 } of plan.questions) {
    const contrasts = questionContrasts(frame, question, weighting);
    if (!contrasts.ok) return refuse({ ...contrasts.problem, question: question.id });
    const { form, rows, oneSided } = contrasts.value;
    const empty = emptyGroups(rows, groups);
    if (empty.length > 0) {
      return refuse({ code: 'empty-groups', groups: empty, question: question.id });
    }
    const sides = oneSided ? 1 : wanted;
    const adjustment = question.kind === 'any-carrot' ? question.adjustment : 'none';
    const limits =
      form === 'many-to-one' && adjustment === 'holm'
        ? rows.map((_, step) => normalUpperQuantile(alpha / sides / (rows.length - step)))
        : rows.map(() =>
            form === 'many-to-one'
              ? manyToOneLimit({ rows, groups, alpha, sides, nullVariance }, adjustment)
              : normalUpperQuantile(alpha / sides),
          );
    const effectsAt = (at: readonly PlannedGroup[]) => rows.map((row) => contrastValue(row, at));
    const statistics = (observed: readonly PlannedGroup[], estimates: readonly number[]) =>
      rows.map((row, place) => {
        const spread = nullSpread(row, observed, nullVariance);
        const z = spread > 0 ? (estimates[place] ?? 0) / spread : 0;
        return sides === 1 ? z : Math.abs(z);
      });
    tests.push({
      id: question.id,
      form,
      effects: effectsAt(groups),
      effectsAt,
      judge: (observed) => {
        const estimates = effectsAt(observed);
        if (form === 'joint') {
          const solved = solveSymmetric(contrastCovariance(rows, observed), estimates);
          const statistic = solved ? dot(estimates, solved) : 0;
          const significant = statistic > chiSquareUpperQuantile(alpha, rows.length);
          return { significant, estimates, found: rows.map(() => false) };
        }
        const found = stepDown(statistics(observed, estimates), limits);
        return { significant: found.includes(true), estimates, found };
      },
    });
  }
  return succeed(tests);
}

/** The largest statistic against the first limit, the next against the second, until one does not exceed its own. */
function stepDown(statistics: readonly number[], limits: readonly number[]): boolean[] {
  const found = statistics.map(() => false);
  const order = [...statistics.keys()].sort(
    (left, right) => (statistics[right] ?? 0) - (statistics[left] ?? 0),
  );
  for (const [step, place] of order.entries()) {
    if (!((statistics[place] ?? 0) > (limits[step] ?? Number.POSITIVE_INFINITY))) break;
    found[place] = true;
  }
  return found;
}
