import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { Chain } from './chain.ts';
import { chainMoney, type WinBackView } from './chain-money.ts';
import { presentFactor } from './present-value.ts';

/** What has been earned by a moment, `month` months after the contact, as worth at the contact. */
export interface ProfitSoFar {
  readonly month: number;
  readonly profit: number;
}

/**
 * The profit that has come together by the end of every month, from the contact to the last month of the last step.
 * The first point is the day of the contact: contacts, rewards and the first follow-up are paid, and the first orders are
 * in. A later follow-up is paid at the moment when the months before it are over.
 * `chain`: checked by `winBack`; `view`: whose orders count. Refuses nothing.
 * Example: the funnel of the deck goes from -95,000 by 180,000 a month to 985,000.
 */
export function profitByMonth(chain: Chain, view: WinBackView): readonly ProfitSoFar[] {
  const money = chainMoney(chain);
  const marginPerOrder = chain.marginShare * chain.orderValue;
  const counted = (customers: number, anyway: number) =>
    view === 'gross' ? customers : customers - anyway;
  const atOnce = chain.ordersAtOnce * counted(chain.responded, money.anyway);
  let profit = marginPerOrder * atOnce - money.contactCost - money.rewardCost;
  const points: ProfitSoFar[] = [];
  for (const [place, step] of money.steps.entries()) {
    const { months, ordersPerMonth } = chain.steps[place] ?? { months: 0, ordersPerMonth: 0 };
    profit -= step.presentCost;
    const last = points.at(-1);
    if (last?.month === step.startMonth) points.pop();
    points.push({ month: step.startMonth, profit });
    const monthly = marginPerOrder * ordersPerMonth * counted(step.remaining, step.anyway);
    for (let paid = 0; paid < months;) {
      const part = Math.min(1, months - paid);
      paid = part < 1 ? months : paid + 1;
      const month = step.startMonth + paid;
      profit += part * monthly * presentFactor(month, chain.discountPerMonth);
      points.push({ month, profit });
    }
  }
  return points;
}

/**
 * In which month the margin has paid everything spent, and does so until the end.
 * `points`: from `profitByMonth`; `totalCost`: what was spent in all. Sums within a rounding error of 0 count as paid: at
 * its own break-even a campaign pays back in its last month.
 * Refuses `never-pays-back` with what is missing at the end, after how many months.
 * Example: the funnel of the deck is at -95,000 on the day of the contact and pays back in month 1.
 */
export function paybackMonth(
  points: readonly ProfitSoFar[],
  totalCost: number,
): Result<number, Problem<'never-pays-back'>> {
  const isPaid = ({ profit }: ProfitSoFar) => profit >= -1e-12 * totalCost;
  const lastUnpaid = points.findLastIndex((point) => !isPaid(point));
  const paid = points[lastUnpaid + 1];
  if (paid) return succeed(paid.month);
  const { month, profit } = points.at(-1) ?? { month: 0, profit: 0 };
  return refuse({ code: 'never-pays-back', missing: -profit, months: month });
}
