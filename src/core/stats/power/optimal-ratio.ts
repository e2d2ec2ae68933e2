import { refuse, succeed, type Result } from '#core/result.ts';

/**
 * How many control customers for each customer of an arm make the comparisons most precise for their cost.
 * `arms`: arms compared with one control, whole, at least 1; `costArm`, `costControl`: of one customer, above 0, both 1
 * by default.
 * Refuses `invalid-arms` and `invalid-cost`.
 * Source: Dunnett (1955), JASA 50; minimising the sum of the variances: root(arms · cost of an arm's customer / of the control's).
 * Example: four arms give 2: the control is twice as large as each of them.
 */
export function optimalControlRatio(plan: {
  readonly arms: number;
  readonly costArm?: number;
  readonly costControl?: number;
}): Result<number> {
  const { arms, costArm = 1, costControl = 1 } = plan;
  if (!(Number.isSafeInteger(arms) && arms >= 1)) return refuse({ code: 'invalid-arms', arms });
  return ratioOf(arms, costArm, costControl);
}

/**
 * How many treated customers for each control customer make one comparison most precise for its cost.
 * `treatedShare`, `controlShare`: the response shares expected, strictly between 0 and 1; costs as above.
 * Refuses `invalid-share` and `invalid-cost`.
 * Source: Cochran (1977), 5.5: customers in proportion to the spread over the root of the cost.
 * Example: 5% against 5% at a cost of 4 per treated and 1 per control customer gives 0.5.
 */
export function optimalTreatmentRatio(plan: {
  readonly treatedShare: number;
  readonly controlShare: number;
  readonly costTreatment?: number;
  readonly costControl?: number;
}): Result<number> {
  const { treatedShare, controlShare, costTreatment = 1, costControl = 1 } = plan;
  const inside = [treatedShare, controlShare].every((share) => share > 0 && share < 1);
  if (!inside) return refuse({ code: 'invalid-share', treatedShare, controlShare });
  const variances = (treatedShare * (1 - treatedShare)) / (controlShare * (1 - controlShare));
  return ratioOf(variances, costControl, costTreatment);
}

/** The root of a ratio of variances (or arms) times a ratio of costs. */
function ratioOf(variances: number, cost: number, otherCost: number): Result<number> {
  const ratio = Math.sqrt(variances * (cost / otherCost));
  const possible = cost > 0 && otherCost > 0 && ratio > 0 && Number.isFinite(ratio);
  return possible ? succeed(ratio) : refuse({ code: 'invalid-cost', cost, otherCost });
}
