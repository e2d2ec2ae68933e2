import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listCells } from '#core/rollout/outlook/list-cells.ts';
import type { CarrotMoney, PolicyInputs } from '#core/rollout/outlook/policy-inputs.ts';
import { profitByShare } from '#core/rollout/outlook/profit-by-share.ts';
import { projectPolicy, type PolicyOutlook } from '#core/rollout/outlook/project-policy.ts';
import { ratioInterval } from '#core/stats/means/ratio-interval.ts';
import { runs } from '../../../property-runs.ts';
import { plantedArms, plantedByColumns } from '../../results/planted-experiment.ts';
import { refusalOf, valueOf } from '../../stats/oracle.ts';

const money: CarrotMoney = {
  salesPerResponse: 30_000,
  marginPerResponse: 9000,
  costPerContact: 350,
  rewardPerResponse: 2000,
};
const asBefore = { effectKept: 1, responseFactor: 1, costFactor: 1 };
const carrots = plantedArms.slice(1);
const list = listCells(plantedByColumns, 'CONTROL', carrots, { eligible: null, population: null });
const point = 2;

const sample: PolicyInputs = {
  cells: list.cells,
  carrots: [money, money, money],
  policy: list.cells.map(() => ({ carrot: point, share: 1 })),
  belief: 'raw',
  testedAreOnTheList: true,
  whatIf: asBefore,
  confidenceShare: 0.95,
};

/** A past win-back: 20 percent came back, but so did 14 percent of the holdout. */
function winBack(change: Partial<CarrotMoney> = {}): PolicyInputs {
  return {
    ...sample,
    cells: [
      {
        population: 10_000,
        control: { events: 140, trials: 1000 },
        carrots: [{ events: 200, trials: 1000 }],
      },
    ],
    carrots: [
      {
        salesPerResponse: 31_000,
        marginPerResponse: 9300,
        costPerContact: 900,
        rewardPerResponse: 0,
        ...change,
      },
    ],
    policy: [{ carrot: 0, share: 1 }],
  };
}

const project = (inputs: PolicyInputs): PolicyOutlook => valueOf(projectPolicy(inputs));

describe('the outlook of the sample’s point carrot', () => {
  const outlook = project(sample);

  it('weights each cell by its eligible customers, which the plain difference of arms does not', () => {
    const weighted = (arm: 0 | 3) =>
      plantedByColumns.strata.reduce(
        (sum, { population, totals }) => sum + (population ?? 0) * (totals[arm]?.responders ?? 0),
        0,
      ) / 1_371_200;
    expect(list.method).toBe('post-stratified');
    expect(outlook.sent).toBe(13_712);
    expect(outlook.answered).toBe(900);
    expect(outlook.controlShare).toBeCloseTo(weighted(0), 12);
    expect(outlook.treatmentShare).toBeCloseTo(weighted(3), 12);
    expect(outlook.incrementalResponses.estimate / outlook.sent).toBeCloseTo(0.033477, 6);
  });

  it('has no profit at the break-even difference', () => {
    const difference = valueOf(outlook.breakEven.difference);
    const cost = 350 + 2000 * (outlook.controlShare + difference);
    expect(9000 * difference).toBeCloseTo(cost, 8);
    expect(valueOf(outlook.breakEven.response)).toBeCloseTo(outlook.controlShare + difference, 12);
  });

  it('has no profit when the break-even share of the effect is kept, and half a chance of one', () => {
    const effectKept = valueOf(outlook.breakEven.effectKept);
    const there = project({ ...sample, whatIf: { ...asBefore, effectKept } });
    expect(effectKept).toBeGreaterThan(1);
    expect(there.profit.estimate).toBeCloseTo(0, 4);
    expect(there.chanceOfGain).toBeCloseTo(0.5, 8);
  });

  it('knows the answers of those who got the carrot: both doubts together are the usual correction', () => {
    const variance = list.cells.reduce((sum, { population, control, carrots: arms }) => {
      const share = (arm = control) => arm.events / arm.trials;
      const [p1, p0] = [share(arms[point]), share()];
      const treated = (7000 * population) ** 2 * (1 - 100 / population) * ((p1 * (1 - p1)) / 100);
      return sum + treated + (9000 * population) ** 2 * ((p0 * (1 - p0)) / 100);
    }, 0);
    const { effect, chance } = outlook.doubt;
    expect((effect + chance) / variance).toBeCloseTo(1, 12);
    expect(outlook.doubtElsewhere.effect).toBeGreaterThan(effect);
  });

  it('earns most while only the cells with high points are sent to', () => {
    const points = profitByShare(outlook.stakes);
    const best = points.reduce((one, other) => (other.estimate > one.estimate ? other : one));
    expect(best.customers).toBeCloseTo(501 + 445 + 562 + 1009 + 892, 6);
    const last = points.at(-1);
    expect(last?.estimate).toBeCloseTo(outlook.profit.estimate, 6);
    expect(last?.standardError).toBeCloseTo(outlook.profit.standardError, 6);
  });

  it('has twice as many customers in every cell when twice as many are asked for, none of whom has answered', () => {
    const size = { eligible: null, population: 27_424 };
    const twice = listCells(plantedByColumns, 'CONTROL', carrots, size);
    expect(twice.testedAreOnTheList).toBe(false);
    expect(twice.cells.map(({ population }) => population)).toEqual(
      list.cells.map(({ population }) => 2 * population),
    );
  });

  it('is one cell where the customers of the strata are not known', () => {
    const strata = plantedByColumns.strata.map((stratum) => ({ ...stratum, population: null }));
    const size = { eligible: 3600, population: null };
    const pooled = listCells({ ...plantedByColumns, strata }, 'CONTROL', carrots, size);
    expect(pooled.method).toBe('pooled');
    expect(pooled.cells).toEqual([
      {
        population: 3600,
        control: { events: 25, trials: 900 },
        carrots: [76, 54, 94].map((events) => ({ events, trials: 900 })),
      },
    ]);
  });
});

describe('a win-back with 20 percent gross and 14 percent in the holdout', () => {
  it('has a gross return of 107 percent and an incremental one of -38 percent', () => {
    const outlook = project(winBack());
    expect(valueOf(outlook.grossRoi)).toBeCloseTo(1860 / 900 - 1, 12);
    expect(valueOf(outlook.roi).estimate).toBeCloseTo(-0.38, 12);
    expect(outlook.profit.estimate).toBeCloseTo(-3_420_000, 6);
    expect(valueOf(outlook.breakEven.difference)).toBeCloseTo(900 / 9300, 12);
  });

  it('has no return where nothing, or next to nothing, is spent', () => {
    for (const costPerContact of [0, 5e-324]) {
      const outlook = project(winBack({ costPerContact }));
      expect(refusalOf(outlook.roi)).toBe('no-cost');
      expect(refusalOf(outlook.grossRoi)).toBe('no-cost');
    }
  });

  it.each([{ costPerContact: 1e308 }, { rewardPerResponse: 1e308 }, { salesPerResponse: 1e308 }])(
    'refuses amounts beyond the numbers: %o',
    (change) => {
      expect(refusalOf(projectPolicy(winBack(change)))).toBe('out-of-numbers');
    },
  );

  it('never breaks even when the reward eats the margin', () => {
    const { breakEven } = project(winBack({ rewardPerResponse: 9300 }));
    expect(refusalOf(breakEven.difference)).toBe('reward-exceeds-margin');
    expect(refusalOf(breakEven.effectKept)).toBe('effect-does-not-pay');
  });

  it('never breaks even where everybody responding would not pay the contacts', () => {
    const { breakEven } = project(winBack({ rewardPerResponse: 5000, costPerContact: 8000 }));
    expect(breakEven.difference).toEqual({
      ok: false,
      problem: { code: 'everybody-is-not-enough', needed: 8700 / 4300, controlShare: 0.14 },
    });
  });
});

describe('a policy', () => {
  const [cell] = sample.cells;
  const empty = { events: 0, trials: 0 };
  const refused: readonly (readonly [string, Partial<PolicyInputs>])[] = [
    ['negative-input', { carrots: [money, money, { ...money, costPerContact: -1 }] }],
    ['negative-input', { whatIf: { ...asBefore, effectKept: Number.NaN } }],
    ['invalid-confidence', { confidenceShare: 1 }],
    ['no-population', { cells: sample.cells.map((each) => ({ ...each, population: 0 })) }],
    ['nobody-is-sent', { policy: sample.cells.map(() => null) }],
    ['invalid-population', { cells: sample.cells.map((each) => ({ ...each, population: 99 })) }],
    ['stratum-without-arm', { cells: sample.cells.map((each) => ({ ...each, control: empty })) }],
    ['invalid-counts', { cells: sample.cells.map((each) => ({ ...each, control: { events: 3, trials: 2 } })) }],
    ['response-above-everybody', { whatIf: { ...asBefore, responseFactor: 4 } }],
  ]; // prettier-ignore

  it.each(refused)('refuses with %s', (code, change) => {
    expect(refusalOf(projectPolicy({ ...sample, ...change }))).toBe(code);
  });

  it('refuses to be certain of nothing when nobody responded', () => {
    const nobody = { events: 0, trials: 100 };
    const cells = sample.cells.map((each) => ({ ...each, control: nobody, carrots: [nobody] }));
    const policy = cells.map(() => ({ carrot: 0, share: 1 }));
    expect(refusalOf(projectPolicy({ ...sample, cells, policy }))).toBe('no-variation');
  });

  it('knows an arm in which nobody responded no better than half a customer would', () => {
    if (!cell) throw new Error('The sample has cells.');
    const cells = [{ ...cell, control: { events: 0, trials: 100 }, carrots: [{ events: 5, trials: 100 }] }]; // prettier-ignore
    const outlook = project({ ...sample, cells, policy: [{ carrot: 0, share: 1 }] });
    const ownControl = (9000 * cell.population) ** 2 * ((0.5 / 101) * (100.5 / 101)) / 101; // prettier-ignore
    expect(outlook.doubt.effect).toBeGreaterThan(ownControl);
    expect(outlook.controlShare).toBe(0);
  });

  it('earns exactly when the difference is above the break-even difference', () => {
    const input = fc.record({
      treated: fc.integer({ min: 1, max: 999 }),
      held: fc.integer({ min: 1, max: 999 }),
      costPerContact: fc.integer({ min: 1, max: 5000 }),
      rewardPerResponse: fc.integer({ min: 0, max: 9000 }),
    });
    fc.assert(
      fc.property(input, ({ treated, held, ...costs }) => {
        const inputs = winBack(costs);
        const outlook = project({
          ...inputs,
          cells: [
            {
              population: 1000,
              control: { events: held, trials: 1000 },
              carrots: [{ events: treated, trials: 1000 }],
            },
          ],
        });
        const { difference: limit } = outlook.breakEven;
        const { estimate, interval } = outlook.profit;
        const earns = limit.ok && (treated - held) / 1000 > limit.value;
        if (Math.abs(estimate) > 1e-6) expect(estimate > 0).toBe(earns);
        expect(interval.low).toBeLessThanOrEqual(interval.high);
        expect(outlook.chanceOfGain > 0.5).toBe(estimate > 0);
      }),
      runs(60),
    );
  });

  it('is the same in any currency', () => {
    const scale = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(scale, fc.constantFrom('raw', 'shrunken'), (factor, belief) => {
        const dearer = Object.fromEntries(
          Object.entries(money).map(([field, value]) => [field, value * factor]),
        ) as unknown as CarrotMoney;
        const [one, other] = [
          [money, money, money],
          [dearer, dearer, dearer],
        ].map((terms) => project({ ...sample, carrots: terms, belief })) as [
          PolicyOutlook,
          PolicyOutlook,
        ];
        expect(other.profit.estimate / one.profit.estimate / factor).toBeCloseTo(1, 9);
        expect(other.chanceOfGain).toBeCloseTo(one.chanceOfGain, 9);
        expect(valueOf(other.roi).interval.low).toBeCloseTo(valueOf(one.roi).interval.low, 9);
      }),
      runs(20),
    );
  });

  it('leaves the return 0 out of its interval exactly where the profit’s interval does', () => {
    for (const costPerContact of [10, 60, 120, 160, 200, 400]) {
      const { profit, roi } = project({ ...sample, carrots: [money, money, { ...money, costPerContact }] }); // prettier-ignore
      const { interval } = valueOf(roi);
      expect(interval.low > 0).toBe(profit.interval.low > 0);
      expect(interval.high < 0).toBe(profit.interval.high < 0);
    }
  });
});

describe('the interval of a ratio', () => {
  const ratio = { numerator: 6, denominator: 3, numeratorVariance: 1, denominatorVariance: 0.25, covariance: 0 }; // prettier-ignore

  it('is where a z test of numerator less ratio times denominator turns', () => {
    const { low, high } = valueOf(ratioInterval(ratio, 0.95));
    for (const end of [low, high])
      expect((6 - end * 3) ** 2 / (1 + end * end * 0.25)).toBeCloseTo(1.959963984540054 ** 2, 10);
    expect([low, high].map((end) => Number(end.toFixed(4)))).toEqual([1.2326, 3.2452]);
  });

  it('is not given where the denominator could be 0', () => {
    expect(refusalOf(ratioInterval({ ...ratio, denominatorVariance: 3 }, 0.95))).toBe(
      'denominator-not-distinguishable',
    );
  });
});
