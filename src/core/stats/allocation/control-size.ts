import { refuse, succeed, type Problem, type Result } from '#core/result.ts';

/** One arm of an experiment with a common control. */
export interface PlannedArm {
  /** The standard deviation of the outcome, above 0. */
  readonly spread: number;
  /** What one customer costs, above 0. */
  readonly cost: number;
}

/** Customers of the control and of each offer, not yet whole, and the sum of the variances of all comparisons. */
export interface ControlledArms {
  readonly control: number;
  readonly offers: readonly number[];
  readonly varianceSum: number;
}

/**
 * How to divide a budget among several offers and the control they are all compared with, so that the comparisons are as
 * exact as possible together (the sum of their variances is smallest).
 * `control`, `offers`: spread and cost of a customer; `budget`: above 0, in the unit of the costs (with costs of 1 the
 * number of customers). With equal spreads and k offers the control gets √k · √(cost of an offer / its own cost) times as
 * many customers as an offer.
 * Refuses `too-few-arms` (no offer), `invalid-arm` (a spread or cost not above 0) and `invalid-budget`.
 * Source: Dunnett (1955), JASA 50, with costs as in Cochran (1977), 5.5.
 * Example: four offers, all spreads and costs 1, budget 600 gives 200 for the control and 100 for each offer.
 */
export function divideWithControl(
  control: PlannedArm,
  offers: readonly PlannedArm[],
  budget: number,
): Result<ControlledArms> {
  if (offers.length === 0) return refuse({ code: 'too-few-arms', arms: 1 });
  const problem = armProblem('control', control) ?? offersProblem(offers);
  if (problem) return refuse(problem);
  if (!(budget > 0 && budget <= 1e100)) return refuse({ code: 'invalid-budget', budget });
  const wish = ({ spread, cost }: PlannedArm): number => spread / Math.sqrt(cost);
  const controlWish = Math.sqrt(offers.length) * wish(control);
  const price = offers.reduce((sum, arm) => sum + wish(arm) * arm.cost, controlWish * control.cost);
  const controlSize = (budget * controlWish) / price;
  const sizes = offers.map((arm) => (budget * wish(arm)) / price);
  const varianceSum = offers.reduce(
    (sum, { spread }, place) => sum + spread ** 2 / (sizes[place] ?? 0),
    (offers.length * control.spread ** 2) / controlSize,
  );
  return succeed({ control: controlSize, offers: sizes, varianceSum });
}

function offersProblem(offers: readonly PlannedArm[]): Problem | null {
  for (const [place, arm] of offers.entries()) {
    const problem = armProblem(`offer ${place + 1}`, arm);
    if (problem) return problem;
  }
  return null;
}

function armProblem(arm: string, { spread, cost }: PlannedArm): Problem | null {
  const possible = [spread, cost].every((size) => size >= 1e-100 && size <= 1e100);
  return possible ? null : { code: 'invalid-arm', arm, spread, cost };
}
