import { variableKey } from '#core/customers/variable.ts';
import type { Column } from '#core/import/column.ts';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '#core/design/design-checks.ts';
import { onlyThose } from '#core/design/eligibility.ts';
import { suggestDesign, type SuggestionNames } from '#core/design/default-design.ts';

const names: SuggestionNames = {
  dormancy: { name: '휴면기간', levels: ['단기', '중기', '장기'] },
  points: { name: '누적포인트', levels: ['하', '중', '상'] },
  arms: { holdout: '홀드아웃', coupon: '쿠폰', gift: '사은품', point: '포인트' },
};
const lastPurchase = { from: 'customers', column: 'last_purchase_date' } as const;
const points = { from: 'customers', column: 'points_balance' } as const;
const region = { variable: { from: 'customers', column: 'region' }, values: ['부산', '경기', '서울'] } as const; // prettier-ignore

const columns = ['customer_id', 'gender', 'age_band', 'coupon_usage', 'region'].map(
  (name): Column => ({ name, kind: 'text', role: 'none', personal: null }),
);

describe('the suggested design', () => {
  it('is the deck’s, complete, when the data has its three columns', () => {
    const design = suggestDesign(
      { asOf: '2017-03-26', lastPurchase, points, region, columns },
      names,
    );
    expect(checkDesign(design, null)).toEqual([]);
    expect(design.eligibility).toEqual([
      onlyThose({
        kind: 'category',
        variable: region.variable,
        values: ['서울', '경기'],
        drawn: null,
      }),
      onlyThose({ kind: 'months-since', variable: lastPurchase, from: 1, to: null }),
    ]);
    expect(design.attributes.map(({ banding }) => banding)).toEqual([
      { kind: 'months-since', cuts: [3, 6] },
      { kind: 'number', cuts: [3000, 10000] },
    ]);
    expect(design.controlFactors.map((variable) => variableKey(variable))).toEqual([
      'customers.gender',
      'customers.age_band',
      'customers.region',
    ]);
    expect(design.arms.map(({ name, role, costPerReward }) => [name, role, costPerReward])).toEqual(
      [
        ['홀드아웃', 'holdout', 0],
        ['쿠폰', 'carrot', 5000],
        ['사은품', 'carrot', 4800],
        ['포인트', 'carrot', 5000],
      ],
    );
  });

  it('leaves out what the data does not have', () => {
    const elsewhere = { variable: region.variable, values: ['부산'] };
    const design = suggestDesign(
      { asOf: '2017-03-26', lastPurchase: null, points, region: elsewhere, columns: [] },
      names,
    );
    expect(design.eligibility).toEqual([]);
    expect(design.attributes.map(({ id }) => id)).toEqual(['points']);
    expect(design.controlFactors).toEqual([]);
  });
});
