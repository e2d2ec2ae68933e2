import { isoDate } from '#core/customers/completed-months.ts';
import type { DailyOutcomes, MoneyCap, OutcomeDetail } from '#core/results/outcome-detail.ts';
import { branchesOf } from './arm-branches.ts';
import { noArm, type CustomerOutcomes } from './customer-outcomes.ts';
import { measureStrata } from './measure-strata.ts';
import { takesPart } from './total-outcomes.ts';

const mostAmounts = 10;
/** Days of more than about three years are no responses to one experiment: they are not shown day by day. */
const mostDays = 1200;
const dayLength = 86_400_000;

/** What is shown of a result beside its totals. `moneyCapShare`: where money is cut, 0..1; null: nowhere. */
export function detailOutcomes(
  outcomes: CustomerOutcomes,
  moneyCapShare: number | null,
): OutcomeDetail {
  const { arms, days, delivered, purchased, several, money, orders, before, day } = outcomes;
  const moneyCap = moneyCapShare === null ? null : capOf(outcomes, moneyCapShare);
  return {
    arms,
    branches: branchesOf(outcomes),
    told: {
      delivery: delivered !== null,
      purchase: purchased !== null,
      basket: several !== null,
      money: money !== null,
      orders: orders !== null,
      before: before !== null,
      days: day !== null,
    },
    strata: measureStrata(outcomes, moneyCap?.value ?? null),
    moneyCap,
    largestAmounts: largestAmounts(outcomes),
    daily: dailyOutcomes(outcomes),
    inSeveralArms: outcomes.inSeveralArms,
    onOtherLists: outcomes.onOtherLists,
    days: days && { first: isoDate(days.first), last: isoDate(days.last) },
  };
}

/** One cap for all arms, between two customers' amounts where the share falls there (R `quantile`, type 7). */
function capOf(outcomes: CustomerOutcomes, share: number): MoneyCap | null {
  const { money, arm, arms } = outcomes;
  if (!money) return null;
  const amounts = money.filter((_, place) => takesPart(outcomes, place)).sort();
  if (amounts.length === 0) return null;
  const place = (amounts.length - 1) * share;
  const below = amounts[Math.floor(place)] as number;
  const above = amounts[Math.ceil(place)] as number;
  const value = below + (place - Math.floor(place)) * (above - below);
  const customersAbove = arms.map(() => 0);
  for (let at = 0; at < money.length; at++) {
    if ((money[at] as number) > value && takesPart(outcomes, at))
      customersAbove[arm[at] as number] = (customersAbove[arm[at] as number] as number) + 1;
  }
  return { value, customersAbove };
}

function largestAmounts(outcomes: CustomerOutcomes): OutcomeDetail['largestAmounts'] {
  const { money, arm } = outcomes;
  const largest: { arm: number; money: number; place: number }[] = [];
  if (!money) return [];
  for (let place = 0; place < money.length; place++) {
    const amount = money[place] as number;
    const least = largest[mostAmounts - 1]?.money ?? 0;
    if (amount <= least || !takesPart(outcomes, place)) continue;
    largest.push({ arm: arm[place] as number, money: amount, place });
    largest.sort((one, other) => other.money - one.money);
    largest.length = Math.min(largest.length, mostAmounts);
  }
  return largest.map(({ place, ...amount }) => ({
    ...amount,
    customer: outcomes.customerAt(place),
  }));
}

function dailyOutcomes(outcomes: CustomerOutcomes): DailyOutcomes | null {
  const { arms, arm, responded, day, dailyMoney, money } = outcomes;
  if (!day) return null;
  const undated = arms.map(() => 0);
  const dated: number[] = [];
  let first = Infinity;
  let last = -Infinity;
  for (let place = 0; place < arm.length; place++) {
    if (responded[place] !== 1 || arm[place] === noArm || !takesPart(outcomes, place)) continue;
    const number = dayNumber(day[place] as number);
    if (Number.isNaN(number)) {
      undated[arm[place] as number] = (undated[arm[place] as number] as number) + 1;
      continue;
    }
    dated.push(place);
    first = Math.min(first, number);
    last = Math.max(last, number);
  }
  const count = last - first + 1;
  if (!(count >= 1 && count <= mostDays)) return null;
  const byDay = () => arms.map(() => new Array<number>(count).fill(0));
  const responders = byDay();
  for (const place of dated)
    addAt(responders[arm[place] as number], dayNumber(day[place] as number) - first, 1);
  const amounts = money ? byDay() : null;
  if (amounts)
    for (const [date, sums] of dailyMoney) {
      const at = dayNumber(date) - first;
      if (at >= 0 && at < count) sums.forEach((sum, armPlace) => addAt(amounts[armPlace], at, sum));
    }
  return {
    first: new Date(first * dayLength).toISOString().slice(0, 10),
    responders,
    money: amounts,
    undated,
  };
}

function addAt(days: number[] | undefined, at: number, amount: number): void {
  if (days) days[at] = (days[at] ?? 0) + amount;
}

/** Days since 1970 of a compact date, NaN of NaN. */
function dayNumber(compact: number): number {
  return Number.isNaN(compact) ? NaN : Date.parse(isoDate(compact)) / dayLength;
}
