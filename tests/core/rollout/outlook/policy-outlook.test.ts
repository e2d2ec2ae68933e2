import { describe, expect, it } from 'vitest';
import { chanceBelow, quantileOf } from '#core/rollout/outlook/amount.ts';
import { selectionDiscount } from '#core/rollout/outlook/selection-discount.ts';
import { projectPolicy } from '#core/rollout/outlook/project-policy.ts';
import { ratioInterval } from '#core/stats/means/ratio-interval.ts';
import { expectClose, oracle, valueOf } from '../../stats/oracle.ts';
import { policyOf, type OracleCase } from './oracle-case.ts';

/** Of the profit's largest part: an estimate near 0 is a difference of large amounts. */
const digits = 1e-9;

describe('what a policy would bring, against R', () => {
  const rows = oracle<readonly { case: OracleCase; expect: Expected }[]>('rollout/policy-outlook');

  it.each(rows.map((row, place) => [place, row] as const))('case %i', (_, row) => {
    const { expect: wanted } = row;
    const near = (actual: number, expected: number, tolerance: number, scale = 0) => {
      expectClose(actual, expected, tolerance, row.case, scale);
    };
    const inputs = policyOf(row.case);
    const found = valueOf(projectPolicy(inputs));
    const size = wanted.estimates.cost + Math.abs(wanted.estimates.margin);
    const amounts = {
      incremental: found.incrementalResponses,
      sales: found.incrementalSales,
      margin: found.margin,
      reward: found.rewardCost,
      cost: found.cost,
      profit: found.profit,
    } as const;
    for (const [name, amount] of Object.entries(amounts)) {
      const part = name as keyof typeof amounts;
      near(amount.estimate, wanted.estimates[part], digits, part === 'profit' ? size : 1);
      near(amount.standardError ** 2, wanted.effect[part] + wanted.chance[part], digits);
    }
    near(found.contactCost, wanted.estimates.contact, digits);
    near(found.treatmentShare * found.sent, wanted.estimates.responses, digits);
    near(found.controlShare * found.sent, wanted.estimates.anyway, digits);
    near(found.doubt.effect, wanted.effect.profit, digits);
    near(found.doubt.chance, wanted.chance.profit, digits);
    const roi = valueOf(found.roi);
    near(roi.estimate, wanted.roi, digits, 1);
    near(roi.interval.low, wanted.roiLow, digits, 1);
    near(roi.interval.high, wanted.roiHigh, digits, 1);
    const cost = valueOf(
      ratioInterval(
        {
          numerator: wanted.estimates.cost,
          denominator: wanted.estimates.cost,
          numeratorVariance: found.cost.standardError ** 2,
          denominatorVariance: found.cost.standardError ** 2,
          covariance: found.cost.standardError ** 2,
        },
        row.case.confidence,
      ),
    );
    near(cost.high - cost.low, 0, digits, 1);
    near(found.chanceOfGain, wanted.gain, digits);
    near(chanceBelow(found.profit, -row.case.loss), wanted.lossChance, 1e-8);
    near(quantileOf(found.profit, 0.1), wanted.tenth, digits, size);
    const { effectKept } = found.breakEven;
    expect(effectKept.ok).toBe(wanted.kept !== null);
    if (effectKept.ok) near(effectKept.value, wanted.kept ?? 0, 1e-8, 1);
    const carrots = inputs.carrots.length;
    near(selectionDiscount(found.stakes, carrots, 'total'), wanted.byTotal, digits, 1);
    near(selectionDiscount(found.stakes, carrots, 'cell'), wanted.byCell, digits, 1);
  });

  it('covers every way of believing an effect, and cells that nothing tells apart', () => {
    const methods = new Set(rows.flatMap(({ expect: { methods: used } }) => used));
    expect([...methods].sort()).toEqual(['blup', 'morris', 'raw']);
    expect(rows.some(({ expect: { tau2, methods: used } }) => used.some((method, place) => method === 'morris' && tau2[place] === 0))).toBe(true); // prettier-ignore
  });
});

type Part = 'incremental' | 'sales' | 'margin' | 'reward' | 'cost' | 'profit';

interface Expected {
  readonly estimates: Record<Part | 'responses' | 'anyway' | 'contact', number>;
  readonly effect: Record<Part, number>;
  readonly chance: Record<Part, number>;
  readonly roi: number;
  readonly roiLow: number;
  readonly roiHigh: number;
  readonly gain: number;
  readonly lossChance: number;
  readonly tenth: number;
  readonly kept: number | null;
  readonly byTotal: number;
  readonly byCell: number;
  readonly methods: readonly string[];
  readonly tau2: readonly number[];
}
