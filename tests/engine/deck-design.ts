import { carrotArm, holdoutArm } from '#core/design/arm.ts';
import { emptyBrief } from '#core/design/brief.ts';
import type { CustomerSource, Variable } from '#core/customers/variable.ts';
import type { Design } from '#core/design/design.ts';
import { undecided } from '#core/design/undecided.ts';
import { onlyThose } from '#core/design/eligibility.ts';

export const sampleSource: CustomerSource = {
  table: 'data_1',
  idColumn: 'customer_id',
  lastPurchaseColumn: 'last_purchase_date',
  transactions: {
    table: 'data_2',
    customerColumn: 'customer_id',
    dateColumn: 'order_date',
    orderColumn: 'order_id',
    amountColumn: 'amount',
  },
};

export const fromColumn: Variable = { from: 'customers', column: 'last_purchase_date' };
export const fromTransactions: Variable = { from: 'transactions', measure: 'last-order-date' };

/** The deck's design: dormancy by points, customers of 서울 and 경기 who are dormant for a month or more. */
export function deckDesign(dormancy: Variable = fromColumn): Design {
  return {
    brief: emptyBrief,
    asOf: '2017-03-26',
    controlFactors: [],
    eligibility: [
      onlyThose({
        kind: 'category',
        variable: { from: 'customers', column: 'region' },
        values: ['서울', '경기'],
        drawn: null,
      }),
      onlyThose({ kind: 'months-since', variable: dormancy, from: 1, to: null }),
    ],
    attributes: [
      {
        id: 'dormancy',
        name: '휴면기간',
        variable: dormancy,
        banding: { kind: 'months-since', cuts: [3, 6] },
        levelNames: ['단기', '중기', '장기'],
        unknownName: null,
        highestFirst: true,
      },
      {
        id: 'points',
        name: '누적포인트',
        variable: { from: 'customers', column: 'points_balance' },
        banding: { kind: 'number', cuts: [3000, 10000] },
        levelNames: ['낮음', '중간', '높음'],
        unknownName: null,
        highestFirst: true,
      },
    ],
    arms: [holdoutArm('a', '대조군'), carrotArm('b', '쿠폰', 'tm', 5000)],
    channels: [{ id: 'tm', name: '', kind: 'tm', costPerContact: 3500, reachShare: 1 }],
    allocation: { kind: 'equal', perCellAndArm: 10 },
    ...undecided,
    power: { baselineShare: 0.03, lift: 0.02, alpha: 0.05 },
  };
}
