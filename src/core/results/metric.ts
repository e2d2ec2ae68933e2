import type { Result } from '#core/result.ts';
import type { PairSums } from '#core/stats/means/pair-sums.ts';
import { perCustomer } from './arm-totals.ts';
import type { NamedArm } from './arm-measures.ts';
import { compareWithControl, loadingsOfVariances, type FamilyGuard } from './control-family.ts';
import {
  meanMethod,
  ratioMethod,
  shareMethod,
  type Estimate,
  type MetricDifference,
  type MetricLift,
  type MetricMethod,
} from './metric-method.ts';
import type { ArmMeasures } from './outcome-detail.ts';
import type { Adjusted } from './reading.ts';

/**
 * What is measured of every arm. Shares of all customers: `response` and `purchase`. Per customer, those with 0 included:
 * `whole-money`, `capped-money` (large amounts cut at the cap) and `orders`. `money-per-order`: the arm's money per order.
 */
export const metricNames = [
  'response',
  'purchase',
  'whole-money',
  'capped-money',
  'orders',
  'money-per-order',
] as const;
export type MetricName = (typeof metricNames)[number];

/** One metric in one arm. `against`: against the control; null for the control itself. */
export interface MetricOfArm {
  readonly arm: string;
  readonly estimate: Result<Estimate>;
  readonly against: {
    readonly difference: Result<Adjusted<MetricDifference>>;
    readonly lift: Result<MetricLift>;
  } | null;
}

/** One metric over the arms, in their order. Its carrots are a family of their own. */
export interface Metric {
  readonly name: MetricName;
  readonly arms: readonly MetricOfArm[];
}

/** How metrics are compared: the control's name, the rule for the carrots, and a confidence of 0..1. */
export type MetricPlan = FamilyGuard & { readonly control: string };

/** One metric of every arm and against the control; null where some arm is not told of. */
export function readMetric(
  name: MetricName,
  arms: readonly NamedArm[],
  plan: MetricPlan,
): Metric | null {
  switch (name) {
    case 'response':
      return asMetric(name, arms, plan, shareMethod, ({ responders, customers }) => ({
        events: responders,
        trials: customers,
      }));
    case 'purchase':
      return asMetric(name, arms, plan, shareMethod, ({ purchasers, customers }) =>
        purchasers === null ? null : { events: purchasers, trials: customers },
      );
    case 'whole-money':
      return asMetric(
        name,
        arms,
        plan,
        meanMethod,
        ({ customers, money }) => money && perCustomer(customers, money),
      );
    case 'capped-money':
      return asMetric(
        name,
        arms,
        plan,
        meanMethod,
        ({ customers, cappedMoney }) => cappedMoney && perCustomer(customers, cappedMoney),
      );
    case 'orders':
      return asMetric(
        name,
        arms,
        plan,
        meanMethod,
        ({ customers, orders }) => orders && perCustomer(customers, orders),
      );
    case 'money-per-order':
      return asMetric(name, arms, plan, ratioMethod, moneyPerOrder);
  }
}

function moneyPerOrder({ customers, money, orders, moneyByOrders }: ArmMeasures): PairSums | null {
  if (!money || !orders || moneyByOrders === null) return null;
  return {
    count: customers,
    outcomeSum: money.sum,
    outcomeSquares: money.sumOfSquares,
    companionSum: orders.sum,
    companionSquares: orders.sumOfSquares,
    products: moneyByOrders,
  };
}

/** Null where some arm is not told of. */
function asMetric<Arm>(
  name: MetricName,
  arms: readonly NamedArm[],
  plan: MetricPlan,
  method: MetricMethod<Arm>,
  sumsOf: (measures: ArmMeasures) => Arm | null,
): Metric | null {
  const { confidenceShare } = plan;
  const told = arms.flatMap((arm) => {
    const sums = sumsOf(arm.measures);
    return sums === null ? [] : [{ name: arm.name, sums }];
  });
  if (told.length < arms.length) return null;
  const control = told.find((arm) => arm.name === plan.control);
  const carrots = control ? told.filter((arm) => arm !== control) : [];
  const family = control
    ? compareWithControl(
        carrots,
        plan,
        ({ sums }, share) => method.compare(sums, control.sums, share),
        (members) =>
          loadingsOfVariances(
            method.variance(control.sums),
            members.map(({ item }) => method.variance(item.sums)),
          ),
      )
    : [];
  return {
    name,
    arms: told.map((arm) => {
      const member = family.find(({ item }) => item === arm);
      return {
        arm: arm.name,
        estimate: method.estimate(arm.sums, confidenceShare),
        against:
          member && control
            ? {
                difference: member.compared,
                lift: method.lift(arm.sums, control.sums, member.intervalShare),
              }
            : null,
      };
    }),
  };
}
