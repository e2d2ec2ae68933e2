import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { binomialWeights } from './event-weights.ts';
import {
  countedLiftProblem,
  countedPlanProblem,
  countedTest,
  type CountedPlan,
} from './operating-characteristics.ts';
import type { EffectDirection } from './proportion-power-scale.ts';
import type { SymmetricShareTest } from './share-tests.ts';
import { significantChances } from './significant-outcomes.ts';

/**
 * How likely an experiment finds a true effect, counted over every outcome there can be.
 * `lift`: in shares, not relative; sizes: whole customers, 1 to a million; `test`: `score` by default; a result that is
 * significant in the wrong direction counts too (`operatingCharacteristics` tells them apart).
 * Refuses `invalid-baseline`, `invalid-alpha` (outside 0 to 0.5), `invalid-lift`, `invalid-size`, `too-large-to-count`.
 * Source: Miettinen & Nurminen (1985), Statistics in Medicine 4 (the score test), or R `fisher.test`,
 * `prop.test(correct = FALSE)`; over all outcomes.
 * Example: 2% against 5%, 500 per arm, alpha 0.05 gives 0.7469229 by the score test.
 */
export function exactPowerOfProportions(
  plan: CountedPlan & { readonly lift: number },
): Result<number> {
  const problem = countedPlanProblem(plan) ?? countedLiftProblem(plan.baselineShare, plan.lift);
  return problem ? refuse(problem) : succeed(exactPowerAt(plan, plan.lift));
}

/**
 * The smallest rise (or fall) that an experiment of given sizes finds with the wanted power, counted exactly.
 * Arguments as above (`test`: one that judges every outcome); `direction`: `rise` by default; the answer is in shares, below 0 for a fall.
 * Refuses what the power refuses, `invalid-power` (not above what no effect at all would have, or not below 1),
 * `invalid-alternative` (the test looks only the other way), and `no-detectable-effect` when even the largest change
 * would not be found (with the power that would have).
 * Source: Miettinen & Nurminen (1985), Statistics in Medicine 4 (the score test), or R `fisher.test`,
 * `prop.test(correct = FALSE)`; over all outcomes, solved for the effect.
 * Example: 500 per arm, 2%, alpha 0.05, power 0.8 gives 0.0324530 by the score test.
 */
export function exactDetectableLift(
  plan: CountedPlan & {
    readonly test?: SymmetricShareTest;
    readonly power: number;
    readonly direction?: EffectDirection;
  },
): Result<number> {
  const { baselineShare, power, alpha, direction = 'rise' } = plan;
  const problem = countedPlanProblem(plan) ?? directionProblem(plan, direction);
  if (problem) return refuse(problem);
  if (!(power < 1 && power > exactPowerAt(plan, 0))) {
    return refuse({ code: 'invalid-power', power, alpha });
  }
  const largestLift = direction === 'rise' ? 1 - baselineShare : -baselineShare;
  const largestPower = exactPowerAt(plan, largestLift);
  if (largestPower < power) {
    return refuse({ code: 'no-detectable-effect', largestLift, largestPower });
  }
  const missing = (size: number): number =>
    exactPowerAt(plan, Math.sign(largestLift) * size) - power;
  return succeed(Math.sign(largestLift) * bracketedRoot(missing, 0, Math.abs(largestLift)));
}

/** The exact power of a plan that has been checked. */
export function exactPowerAt(plan: CountedPlan, lift: number): number {
  const treatedShare = Math.min(1, Math.max(0, plan.baselineShare + lift));
  const { higher, lower } = significantChances(
    countedTest(plan),
    binomialWeights(plan.sizeTreatment, treatedShare),
    binomialWeights(plan.sizeControl, plan.baselineShare),
  );
  return higher + lower;
}

/** Whether the test's alternative looks the other way. */
export function directionProblem(
  { alternative = 'two-sided' }: Pick<CountedPlan, 'alternative'>,
  direction: EffectDirection,
): Problem | null {
  const blind = direction === 'rise' ? 'less' : 'greater';
  return alternative === blind ? { code: 'invalid-alternative', alternative, direction } : null;
}
