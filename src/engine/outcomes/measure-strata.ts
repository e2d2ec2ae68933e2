import type { ArmMeasures, BeforeMoments, OutcomeDetail } from '#core/results/outcome-detail.ts';
import type { CustomerOutcomes } from './customer-outcomes.ts';
import { hasCustomers, takesPart } from './total-outcomes.ts';

/** The sums that are added up for every stratum and arm, each in an array over both. */
const sums = [
  'customers',
  'responders',
  'purchasers',
  'money',
  'moneySquares',
  'buyers',
  'capped',
  'cappedSquares',
  'orders',
  'orderSquares',
  'moneyByOrders',
  'knownCustomers',
  'knownResponders',
  'before',
  'beforeSquares',
  'beforeByResponse',
  'knownMoney',
  'knownMoneySquares',
  'beforeByMoney',
  'knownCapped',
  'knownCappedSquares',
  'beforeByCapped',
] as const;

type Sum = (typeof sums)[number];

/** The measures of every stratum and arm in one pass. `cap`: money above it is cut to it; null: no capped money. */
export function measureStrata(
  outcomes: CustomerOutcomes,
  cap: number | null,
): OutcomeDetail['strata'] {
  const { arms, arm, stratum, keys, responded, purchased, money, orders, before } = outcomes;
  const size = keys.length * arms.length;
  const columns = Object.fromEntries(sums.map((sum) => [sum, new Float64Array(size)])) as Record<
    Sum,
    Float64Array
  >;
  let at = 0;
  const add = (sum: Sum, amount: number) => {
    const column = columns[sum];
    column[at] = (column[at] as number) + amount;
  };
  for (let place = 0; place < arm.length; place++) {
    if (!takesPart(outcomes, place)) continue;
    at = (stratum[place] as number) * arms.length + (arm[place] as number);
    const response = responded[place] as number;
    const amount = money ? (money[place] as number) : 0;
    const capped = cap === null ? amount : Math.min(amount, cap);
    add('customers', 1);
    add('responders', response);
    if (purchased) add('purchasers', purchased[place] as number);
    if (amount !== 0) {
      add('money', amount);
      add('moneySquares', amount * amount);
      if (amount > 0) add('buyers', 1);
      add('capped', capped);
      add('cappedSquares', capped * capped);
    }
    if (orders) {
      const placed = orders[place] as number;
      add('orders', placed);
      add('orderSquares', placed * placed);
      add('moneyByOrders', placed * amount);
    }
    if (!before) continue;
    const known = before[place] as number;
    if (Number.isNaN(known)) continue;
    add('knownCustomers', 1);
    add('knownResponders', response);
    add('before', known);
    add('beforeSquares', known * known);
    add('beforeByResponse', known * response);
    add('knownMoney', amount);
    add('knownMoneySquares', amount * amount);
    add('beforeByMoney', known * amount);
    add('knownCapped', capped);
    add('knownCappedSquares', capped * capped);
    add('beforeByCapped', known * capped);
  }
  return keys
    .map((key, place) => ({
      key,
      arms: arms.map((_, armPlace) =>
        measuresAt(columns, place * arms.length + armPlace, outcomes, cap !== null),
      ),
    }))
    .filter((each) => outcomes.showsEmptyStrata || hasCustomers(each.arms));
}

function measuresAt(
  columns: Readonly<Record<Sum, Float64Array>>,
  at: number,
  { purchased, money, orders, before }: CustomerOutcomes,
  isCapped: boolean,
): ArmMeasures {
  const of = (sum: Sum) => columns[sum][at] as number;
  const moments = (sum: Sum, squares: Sum) => ({ sum: of(sum), sumOfSquares: of(squares) });
  const known: BeforeMoments = {
    customers: of('knownCustomers'),
    responders: of('knownResponders'),
    ...moments('before', 'beforeSquares'),
    byResponse: of('beforeByResponse'),
    money: money && moments('knownMoney', 'knownMoneySquares'),
    byMoney: money && of('beforeByMoney'),
    cappedMoney: money && isCapped ? moments('knownCapped', 'knownCappedSquares') : null,
    byCappedMoney: money && isCapped ? of('beforeByCapped') : null,
  };
  return {
    customers: of('customers'),
    responders: of('responders'),
    purchasers: purchased && of('purchasers'),
    money: money && moments('money', 'moneySquares'),
    buyers: money && of('buyers'),
    cappedMoney: money && isCapped ? moments('capped', 'cappedSquares') : null,
    orders: orders && moments('orders', 'orderSquares'),
    moneyByOrders: money && orders && of('moneyByOrders'),
    before: before && known,
  };
}
