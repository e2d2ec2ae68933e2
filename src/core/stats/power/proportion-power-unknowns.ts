import { refuse, succeed, type Result } from '#core/result.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { powerAt } from './power-proportions.ts';
import { liftProblem, sizesProblem } from './proportion-plan-problems.ts';
import { planProblem, type ProportionPowerPlan } from './proportion-power-scale.ts';

interface TwoArms {
  readonly sizeTreatment: number;
  readonly sizeControl: number;
}

/**
 * Which false-alarm chance an experiment of given sizes must allow to find a true effect with the wanted power.
 * `lift`: in shares, not 0; `power`: 0 to 1; the answer is over both sides, or for one.
 * Refuses `invalid-baseline`, `invalid-lift`, `invalid-size`, `invalid-power`, and `no-such-alpha` when it would have to
 * be below 1e-300 or above one half.
 * Source: R `power.prop.test(sig.level = NULL)`.
 * Example: 50 per arm, 50% against 90%, power 0.9 gives 0.001321357 (R prints 0.001318068: its search stops at a
 * tolerance of 1e-4).
 */
export function alphaForPower(
  plan: Omit<ProportionPowerPlan, 'alpha'> &
    TwoArms & { readonly lift: number; readonly power: number },
): Result<number> {
  const { baselineShare, lift, power } = plan;
  const problem =
    planProblem({ ...plan, alpha: 0.05 }) ?? liftProblem(baselineShare, lift) ?? sizesProblem(plan);
  if (problem) return refuse(problem);
  if (!(power > 0 && power < 1)) return refuse({ code: 'invalid-power', power });
  const missing = (logAlpha: number): number =>
    powerAt({ ...plan, alpha: Math.exp(logAlpha) }, lift) - power;
  const [low, high] = [-300 * Math.LN10, Math.log(0.5)];
  if (!(missing(low) < 0 && missing(high) > 0)) return refuse({ code: 'no-such-alpha', power });
  return succeed(Math.exp(bracketedRoot(missing, low, high)));
}

/**
 * From which control share a given treated share is told apart with the wanted power.
 * `treatedShare`: strictly between 0 and 1; `direction`: `rise` (the control is below it) by default; the rest as in
 * `minimumDetectableLift`; the answer is the control's share.
 * Refuses what that function refuses, with `invalid-share` for the treated share.
 * Source: R `power.prop.test(p1 = NULL)`, which knows the rise only.
 * Example: 50 per arm, treated 75%, alpha 0.05, power 0.9 gives 0.4381511.
 */
export function baselineForPower(
  plan: Omit<ProportionPowerPlan, 'baselineShare'> &
    TwoArms & {
      readonly treatedShare: number;
      readonly power: number;
      readonly direction?: 'rise' | 'fall';
    },
): Result<number> {
  const { treatedShare, power, alpha, direction = 'rise' } = plan;
  if (!(treatedShare > 0 && treatedShare < 1))
    return refuse({ code: 'invalid-share', treatedShare });
  const problem = planProblem({ ...plan, baselineShare: treatedShare }) ?? sizesProblem(plan);
  if (problem) return refuse(problem);
  const missing = (baselineShare: number): number =>
    powerAt({ ...plan, baselineShare }, treatedShare - baselineShare) - power;
  if (!(power < 1 && missing(treatedShare) < 0))
    return refuse({ code: 'invalid-power', power, alpha });
  const farthest = direction === 'rise' ? 0 : 1;
  if (missing(farthest) < 0) {
    const largestLift = treatedShare - farthest;
    return refuse({
      code: 'no-detectable-effect',
      largestLift,
      largestPower: missing(farthest) + power,
    });
  }
  return succeed(
    bracketedRoot(missing, Math.min(farthest, treatedShare), Math.max(farthest, treatedShare)),
  );
}
