import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barnardTest, type BarnardStatistic } from '#core/stats/proportions/barnard.ts';
import {
  boschlooStaircase,
  boschlooTest,
  mostUnconditionalCustomers,
} from '#core/stats/proportions/boschloo.ts';
import { fisherExactPValue } from '#core/stats/proportions/fisher-exact.ts';
import { rejectionShare } from '#core/stats/proportions/nuisance-supremum.ts';
import { pooledZTest, unpooledZTest } from '#core/stats/proportions/z-tests.ts';
import { counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

const sides = ['two-sided', 'greater', 'less'] as const;
type Side = (typeof sides)[number];
type Row = Record<'events1' | 'trials1' | 'events0' | 'trials0', number> &
  Record<`${'boschloo' | 'pooled' | 'unpooled'} ${Side}`, number> & {
    'exact greater'?: number;
    'exact less'?: number;
  } & Partial<Record<`exact ${BarnardStatistic} ${Side}`, number>>;
const { tables } = oracle<{ tables: Row[] }>('proportions/unconditional');
const arms = (row: Row) =>
  [counts(row.events1, row.trials1), counts(row.events0, row.trials0)] as const;
const smallArm = fc
  .integer({ min: 1, max: 40 })
  .chain((trials) => fc.integer({ min: 0, max: trials }).map((events) => counts(events, trials)));

describe("Boschloo's test", () => {
  it('has the p-values of exact fractions over every table', () => {
    expect(tables.length).toBeGreaterThan(45);
    let compared = 0;
    for (const row of tables) {
      for (const alternative of ['greater', 'less'] as const) {
        const exact = row[`exact ${alternative}`];
        if (exact === undefined) continue;
        compared += 1;
        const { pValue } = valueOf(boschlooTest(...arms(row), { alternative }));
        expectClose(pValue, exact, 1e-11, { ...row, alternative });
      }
    }
    expect(compared).toBeGreaterThan(80);
  });

  it('is that of SciPy, on either side and on both', () => {
    for (const row of tables) {
      for (const alternative of sides) {
        const { pValue } = valueOf(boschlooTest(...arms(row), { alternative }));
        expectClose(pValue, row[`boschloo ${alternative}`], 1e-9, { ...row, alternative });
      }
    }
  });

  it('gives the published 0.0356 of 74 of 117 against 31 of 63', () => {
    const found = boschlooTest(counts(74, 117), counts(31, 63), { alternative: 'greater' });
    expect(valueOf(found).pValue).toBeCloseTo(0.03556, 5);
  });

  it("is one-sided never above Fisher's, and two-sided twice the smaller side", () => {
    fc.assert(
      fc.property(smallArm, smallArm, (treatment, control) => {
        const ask = (alternative: Side) =>
          valueOf(boschlooTest(treatment, control, { alternative })).pValue;
        const fisher = (alternative: Side) =>
          valueOf(fisherExactPValue(treatment, control, alternative));
        const about = { treatment, control };
        for (const side of ['greater', 'less'] as const) {
          expect(ask(side)).toBeLessThanOrEqual(fisher(side) * (1 + 1e-9));
          expect(ask(side)).toBeGreaterThan(0);
        }
        const doubled = Math.min(1, 2 * Math.min(ask('greater'), ask('less')));
        expectClose(ask('two-sided'), doubled, 1e-12, about);
      }),
    );
  });

  it('says the same when the arms, or response and no response, are swapped', () => {
    fc.assert(
      fc.property(smallArm, smallArm, (treatment, control) => {
        const misses = (arm: typeof treatment) => counts(arm.trials - arm.events, arm.trials);
        const greater = valueOf(boschlooTest(treatment, control, { alternative: 'greater' }));
        const less = { alternative: 'less' } as const;
        const about = { treatment, control };
        const swapped = valueOf(boschlooTest(control, treatment, less));
        expectClose(swapped.pValue, greater.pValue, 1e-12, about);
        const mirrored = valueOf(boschlooTest(misses(treatment), misses(control), less));
        expectClose(mirrored.pValue, greater.pValue, 1e-10, about);
      }),
    );
  });

  it('finds the highest of a thousand times finer trials', () => {
    for (const [treatment, control] of [
      [counts(6, 50), counts(1, 30)],
      [counts(2, 3), counts(0, 90)],
      [counts(40, 200), counts(20, 150)],
    ] as const) {
      const { pValue } = valueOf(boschlooTest(treatment, control, { alternative: 'greater' }));
      const staircase = boschlooStaircase(treatment, control);
      for (let trial = 1; trial < 3000; trial += 1) {
        const share = Math.sin((trial / 3000) * (Math.PI / 2)) ** 2;
        expect(rejectionShare([staircase], share)).toBeLessThanOrEqual(pValue * (1 + 1e-11));
      }
    }
  });

  it('comes close to the score test for thousands of customers', () => {
    const found = valueOf(boschlooTest(counts(140, 2000), counts(100, 2000)));
    expect(found.pValue).toBeCloseTo(0.00868, 4);
  });

  it('gives one where nobody or everybody responded', () => {
    for (const alternative of sides) {
      const nobody = boschlooTest(counts(0, 5), counts(0, 9), { alternative });
      const everybody = boschlooTest(counts(5, 5), counts(9, 9), { alternative });
      expect([valueOf(nobody).pValue, valueOf(everybody).pValue]).toEqual([1, 1]);
    }
  });

  it('refuses what no experiment can give, and what would take too long', () => {
    for (const test of [boschlooTest, barnardTest]) {
      expect(refusalOf(test(counts(0, 0), counts(1, 2)))).toBe('no-trials');
      expect(refusalOf(test(counts(3, 2), counts(1, 2)))).toBe('invalid-counts');
      const many = counts(5, mostUnconditionalCustomers);
      expect(test(many, counts(1, 2))).toMatchObject({
        problem: { code: 'too-large-for-exact', customers: 10_002, most: 10_000 },
      });
    }
  });
});

/** Every oracle table asked in every way. */
function answers() {
  return tables.flatMap((row) =>
    sides.flatMap((alternative) =>
      (['pooled', 'unpooled'] as const).map((method) => ({
        row,
        alternative,
        method,
        found: valueOf(barnardTest(...arms(row), { alternative, method })),
      })),
    ),
  );
}

describe("Barnard's test", () => {
  it('has the p-values of exact fractions over every table, with either standard error', () => {
    let compared = 0;
    for (const { row, alternative, method, found } of answers()) {
      const exact = row[`exact ${method} ${alternative}`];
      if (exact === undefined) continue;
      compared += 1;
      expectClose(found.pValue, exact, 1e-11, { ...row, alternative, method });
    }
    expect(compared).toBeGreaterThan(200);
  });

  it('is that of SciPy, or higher where its search ended too low or rounding parted a tie', () => {
    let higher = 0;
    for (const { row, alternative, method, found } of answers()) {
      const expected = row[`${method} ${alternative}`];
      if (found.pValue > expected * (1 + 1e-9)) higher += 1;
      else expectClose(found.pValue, expected, 1e-9, { ...row, alternative, method });
    }
    expect(higher).toBeLessThan(20);
  });

  it('orders the tables by the z value of the z tests, and names the share that is likeliest to give such a one', () => {
    const z = { pooled: pooledZTest, unpooled: unpooledZTest };
    for (const { row, method, found } of answers()) {
      const test = z[method](...arms(row));
      if (found.statistic === null) expect(refusalOf(test)).toBe('no-variation');
      else expectClose(found.statistic, valueOf(test).statistic, 1e-12, row, 1e-9);
      expect(found.nuisanceShare).toBeGreaterThan(0);
      expect(found.nuisanceShare).toBeLessThan(1);
    }
    const found = valueOf(boschlooTest(counts(6, 50), counts(1, 30), { alternative: 'greater' }));
    const staircase = boschlooStaircase(counts(6, 50), counts(1, 30));
    expectClose(rejectionShare([staircase], found.nuisanceShare), found.pValue, 1e-12, found);
  });

  it('counts both sides at once, and says the same when the arms are swapped', () => {
    fc.assert(
      fc.property(smallArm, smallArm, (treatment, control) => {
        const ask = (alternative: Side) =>
          valueOf(barnardTest(treatment, control, { alternative })).pValue;
        const smaller = Math.min(ask('greater'), ask('less'));
        expect(ask('two-sided')).toBeGreaterThanOrEqual(smaller * (1 - 1e-12));
        expect(ask('two-sided')).toBeLessThanOrEqual(1);
        const swapped = valueOf(barnardTest(control, treatment)).pValue;
        expectClose(swapped, ask('two-sided'), 1e-10, { treatment, control });
      }),
    );
  });
});
