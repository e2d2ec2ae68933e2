import { cellProfits, type CellProfits } from './cell-profits.ts';
import { drawTogether, type BelievedProfits } from './drawn-together.ts';
import type { PolicyPart } from './offers.ts';
import { bestPlans, type PolicyProblem } from './policy-problem.ts';
import type { TestCounts } from './test-counts.ts';

/**
 * A way to come from counts to plans.
 * - `shrunken`: the best plan by what is to be believed of the cells; the one to be used.
 * - `raw`: the best plan by the cells as they came out: in each the carrot that looked best.
 * - `best-cell`: only the cell and carrot that looked best per customer.
 * - `everyone`: one carrot for all, as far as the budget goes the same share of every cell.
 */
export type PolicyRule =
  | { readonly kind: 'shrunken' | 'raw' | 'best-cell' }
  | { readonly kind: 'everyone'; readonly carrot: number };

/** What counts make of every cell × carrot. */
export interface Estimates {
  readonly raw: CellProfits;
  readonly believed: BelievedProfits;
}

export function estimate(
  { carrots, basis }: Pick<PolicyProblem, 'carrots' | 'basis'>,
  counts: TestCounts,
): Estimates {
  const raw = cellProfits(counts, carrots, basis);
  return { raw, believed: drawTogether(raw, carrots) };
}

/** Customers of each cell × carrot that a rule reaches, for each budget (null: as much as pays; single carrots: all). */
export function plansBy(
  rule: PolicyRule,
  problem: PolicyProblem,
  { raw, believed }: Estimates,
  budgets: readonly (number | null)[],
): readonly Float64Array[] {
  const { carrots, isKnown } = raw;
  if (rule.kind === 'shrunken')
    return bestPlans(problem, { carrots, isKnown, ...believed }, budgets).map(
      ({ customers }) => customers,
    );
  if (rule.kind === 'raw')
    return bestPlans(problem, raw, budgets).map(({ customers }) => customers);
  const whole = rule.kind === 'everyone' ? onlyCarrot(problem.parts, raw, rule.carrot) : bestCell(problem.parts, raw); // prettier-ignore
  const most = shareWithinCapacity(problem, whole);
  const cost = whole.reduce(
    (sum, count, place) => sum + count * (believed.cost[place] as number),
    0,
  );
  return budgets.map((budget) => {
    const share = budget === null || cost <= 0 ? 1 : budget / cost;
    return whole.map((count) => count * Math.min(most, share));
  });
}

function onlyCarrot(
  parts: readonly PolicyPart[],
  { carrots, isKnown }: CellProfits,
  carrot: number,
): Float64Array {
  const customers = new Float64Array(isKnown.length);
  for (const part of parts) {
    const place = part.cell * carrots + carrot;
    if (part.allowed[carrot] && isKnown[place])
      customers[place] = (customers[place] as number) + part.customers;
  }
  return customers;
}

/** Nobody where not even the best cell seems to earn. */
function bestCell(parts: readonly PolicyPart[], raw: CellProfits): Float64Array {
  const reach = Array.from({ length: raw.carrots }, (_, carrot) => onlyCarrot(parts, raw, carrot));
  const customers = new Float64Array(raw.isKnown.length);
  let [best, most] = [-1, 0];
  for (let place = 0; place < customers.length; place++) {
    const profit = raw.profit[place] as number;
    const isReached = (reach[place % raw.carrots]?.[place] ?? 0) > 0;
    if (isReached && profit > most) [best, most] = [place, profit];
  }
  if (best >= 0) customers[best] = reach[best % raw.carrots]?.[best] ?? 0;
  return customers;
}

function shareWithinCapacity(
  { capacities, carrots }: Pick<PolicyProblem, 'capacities' | 'carrots'>,
  customers: Float64Array,
): number {
  return capacities.reduce((share, { carrots: through, most }) => {
    const contacts = customers.reduce(
      (sum, count, place) => sum + (through[place % carrots.length] ? count : 0),
      0,
    );
    return contacts > most ? Math.min(share, most / contacts) : share;
  }, 1);
}
