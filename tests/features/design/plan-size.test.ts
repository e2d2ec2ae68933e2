import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '#core/design/allocation.ts';
import { mostArms } from '#core/design/arm.ts';
import { armSizes } from '#core/design/cost.ts';
import type { Design } from '#core/design/design.ts';
import { withRuns } from '#core/design/factor-arms.ts';
import { suggestPlans } from '#core/design/factorial/suggest-plans.ts';
import { nameArm } from '#features/design/arm-naming.ts';
import { advisedRuns, mostRuns, planSize, smallestCell } from '#features/design/plan-size.ts';
import { factorDesign } from '../../core/design/factor-design.ts';
import { valueOf } from '../../core/stats/oracle.ts';

const plan = factorDesign.factorPlan;
if (!plan) throw new Error('The design has factors.');
const { plans } = valueOf(suggestPlans(plan.factors, plan.forbidden, { maxRuns: 8, seed: 'a' }));
const [full] = plans;
if (!full) throw new Error('There is a plan.');
const deck = (perCellAndArm: number): Design => ({
  ...factorDesign,
  allocation: { kind: 'equal', perCellAndArm },
});
const cells = (customers: number) => Array.from({ length: 9 }, () => customers);

describe('how many runs the customers allow', () => {
  it('leaves empty cells out of account, and nobody where there is none', () => {
    expect(smallestCell([0, 445, 900])).toBe(445);
    expect(smallestCell([0, 0])).toBeNull();
  });

  it('gives every arm and the holdout 30 of the smallest cell, between 4 and what an experiment can have', () => {
    expect(advisedRuns([445, 900])).toBe(13);
    expect(advisedRuns([])).toBe(8);
    expect(advisedRuns([90])).toBe(4);
    expect(advisedRuns([1_000_000])).toBe(mostRuns);
    expect(mostRuns).toBe(mostArms - 1);
    fc.assert(
      fc.property(fc.integer({ min: 150, max: 5000 }), (customers) => {
        const runs = advisedRuns([customers]);
        expect((runs + 1) * 30).toBeLessThanOrEqual(customers);
        if (runs < mostRuns) expect((runs + 2) * 30).toBeGreaterThan(customers);
      }),
    );
  });
});

describe('the customers of one arm of a plan', () => {
  it('are those of the allocation, once its arms are made', () => {
    const made = valueOf(withRuns(deck(100), full.kind, full.runs, nameArm));
    const counts = allocate(made, cells(1000));
    const sizes = counts.ok ? armSizes(counts.value, made.arms.length) : [];
    expect(planSize(deck(100), full, cells(1000))).toEqual({
      perArm: sizes.at(-1),
      shrunkTo: null,
    });
    expect(sizes.at(-1)).toBe(900);
  });

  it('are the most there can be where the cells are too small, and none where nothing fits', () => {
    // Six combinations and the holdout share 700 customers of each cell.
    expect(planSize(deck(200), full, cells(700))).toEqual({ perArm: 900, shrunkTo: 100 });
    const some = [...cells(700).slice(1), 0];
    expect(planSize(deck(200), full, some)).toEqual({ perArm: 800, shrunkTo: 100 });
    expect(planSize(deck(200), full, cells(3))).toEqual({ perArm: null, shrunkTo: null });
  });

  it('are unknown for a plan that cannot be made', () => {
    const impossible = { ...full, runs: [[9, 9, 9]] };
    expect(planSize(deck(1), impossible, cells(700))).toEqual({ perArm: null, shrunkTo: null });
  });
});
