import type { ArmMeasures, BeforeMoments, Moments, OutcomeDetail } from './outcome-detail.ts';

/** An arm with its sums over all strata. */
export interface NamedArm {
  readonly name: string;
  readonly measures: ArmMeasures;
}

/** Every arm's measures over all strata, in the order of `detail.arms`. */
export function measuresByArm({ arms, strata }: OutcomeDetail): readonly NamedArm[] {
  return arms.map((name, arm) => {
    const parts = strata.flatMap(({ arms: measures }) => measures[arm] ?? []);
    return { name, measures: parts.length === 0 ? nobody : parts.reduce(addMeasures) };
  });
}

const nobody: ArmMeasures = {
  customers: 0,
  responders: 0,
  purchasers: null,
  money: null,
  buyers: null,
  cappedMoney: null,
  orders: null,
  moneyByOrders: null,
  before: null,
};

function addMeasures(one: ArmMeasures, other: ArmMeasures): ArmMeasures {
  return {
    customers: one.customers + other.customers,
    responders: one.responders + other.responders,
    purchasers: both(one.purchasers, other.purchasers, plus),
    money: both(one.money, other.money, addMoments),
    buyers: both(one.buyers, other.buyers, plus),
    cappedMoney: both(one.cappedMoney, other.cappedMoney, addMoments),
    orders: both(one.orders, other.orders, addMoments),
    moneyByOrders: both(one.moneyByOrders, other.moneyByOrders, plus),
    before: both(one.before, other.before, addBefore),
  };
}

function addBefore(one: BeforeMoments, other: BeforeMoments): BeforeMoments {
  return {
    ...addMoments(one, other),
    customers: one.customers + other.customers,
    responders: one.responders + other.responders,
    byResponse: one.byResponse + other.byResponse,
    money: both(one.money, other.money, addMoments),
    byMoney: both(one.byMoney, other.byMoney, plus),
    cappedMoney: both(one.cappedMoney, other.cappedMoney, addMoments),
    byCappedMoney: both(one.byCappedMoney, other.byCappedMoney, plus),
  };
}

function addMoments(one: Moments, other: Moments): Moments {
  return { sum: one.sum + other.sum, sumOfSquares: one.sumOfSquares + other.sumOfSquares };
}

function plus(one: number, other: number): number {
  return one + other;
}

/** Null where one of the two is not told. */
function both<Part>(
  one: Part | null,
  other: Part | null,
  add: (one: Part, other: Part) => Part,
): Part | null {
  return one === null || other === null ? null : add(one, other);
}
