import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { directionProblem, exactPowerAt } from './exact-power.ts';
import {
  countedLiftProblem,
  countedPlanProblem,
  type CountedPlan,
} from './operating-characteristics.ts';
import { sampleSizePerArm } from './power-proportions.ts';
import type { ArmSizesInCustomers, ShareTest } from './share-tests.ts';

/** The sizes, and the exact power they have. */
export interface ExactSizes extends ArmSizesInCustomers {
  readonly test: ShareTest;
  readonly power: number;
}

/** Hundreds of sizes are counted for one answer: beyond this the formula is as good (`fleiss-corrected` for Fisher's). */
const largestSearched = 50_000;
const largestSearchedByFisher = 2_000;

/**
 * The smallest experiment that has the wanted power by exact count, and keeps it when it grows.
 * Exact power is a saw blade: one customer more can lower it. The answer is the smallest control size from which on no
 * larger size falls below the wanted power, looked at up to where the power exceeds it by more than any tooth (a tooth
 * is at most the chance of the likeliest number of events).
 * `lift`: in shares, not 0; `power`: between `alpha` and 1; `ratio`: treated customers per control customer, 1 by
 * default, the treated rounded up; the rest as in `exactPowerOfProportions`.
 * Refuses what the power refuses, `invalid-power`, `invalid-ratio`, `invalid-lift` (also 0), `invalid-alternative`, and
 * `too-large-to-count` (more than 50,000 per arm, 2,000 by Fisher's test).
 * Source: Chernick & Liu (2002), The American Statistician 56 (the sawtooth); every outcome counted.
 * Example: 5% against 10%, alpha 0.05, power 0.8 needs 424 per arm by the score test.
 */
export function exactSizePerArm(
  plan: Omit<CountedPlan, keyof ArmSizesInCustomers> & {
    readonly lift: number;
    readonly power: number;
    readonly ratio?: number;
  },
): Result<ExactSizes> {
  const { lift, power, ratio = 1, alpha, alternative = 'two-sided', test = 'score' } = plan;
  const problem = sizeQuestionProblem({ ...plan, ratio });
  if (problem) return refuse(problem);
  const sides = alternative === 'two-sided' ? 2 : 1;
  const { baselineShare } = plan;
  const guess = sampleSizePerArm({ baselineShare, alpha, sides, lift, power, ratio });
  const start = guess.ok ? guess.value.sizeControl : 1;
  const most = (test === 'fisher' ? largestSearchedByFisher : largestSearched) / Math.max(1, ratio);
  const sizes = (sizeControl: number): ArmSizesInCustomers => ({
    sizeControl,
    sizeTreatment: Math.max(1, Math.ceil(sizeControl * ratio * (1 - 1e-12))),
  });
  const found = (sizeControl: number): number =>
    exactPowerAt({ ...plan, ...sizes(sizeControl) }, lift);
  const safe = (size: number): number =>
    power + Math.min((1 - power) / 2, tooth(plan, sizes(size)));
  let upper = Math.max(1, start);
  while (upper > most || found(upper) < safe(upper)) {
    if (upper > most) return refuse({ code: 'too-large-to-count', size: upper, most });
    upper = Math.ceil(upper * 1.03) + 1;
  }
  while (upper > 1 && found(upper - 1) >= power) upper -= 1;
  return succeed({ test, ...sizes(upper), power: found(upper) });
}

/** The largest step that one customer more can make: the chance of the likeliest number of events of an arm. */
function tooth(
  { baselineShare, lift }: { readonly baselineShare: number; readonly lift: number },
  { sizeTreatment, sizeControl }: ArmSizesInCustomers,
): number {
  const treatedShare = baselineShare + lift;
  const spreads = [
    sizeTreatment * treatedShare * (1 - treatedShare),
    sizeControl * baselineShare * (1 - baselineShare),
  ];
  return 1 / Math.sqrt(2 * Math.PI * Math.max(...spreads));
}

function sizeQuestionProblem(
  plan: Omit<CountedPlan, keyof ArmSizesInCustomers> & {
    readonly lift: number;
    readonly power: number;
    readonly ratio: number;
  },
): Problem | null {
  const { lift, power, ratio, alpha, baselineShare } = plan;
  const problem = countedPlanProblem({ ...plan, sizeTreatment: 1, sizeControl: 1 });
  if (problem) return problem;
  if (lift === 0) return { code: 'invalid-lift', lift, baselineShare };
  if (!(power > alpha && power < 1)) return { code: 'invalid-power', power, alpha };
  if (!(ratio >= 1e-6 && ratio <= 1e6)) return { code: 'invalid-ratio', ratio };
  return (
    countedLiftProblem(baselineShare, lift) ?? directionProblem(plan, lift > 0 ? 'rise' : 'fall')
  );
}
