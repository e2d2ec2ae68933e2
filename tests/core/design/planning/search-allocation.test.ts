import { describe, expect, it } from 'vitest';
import { allocate } from '#core/design/allocation.ts';
import { carrotArm, holdoutArm } from '#core/design/arm.ts';
import { planCost } from '#core/design/cost.ts';
import type { Design } from '#core/design/design.ts';
import { foundFor } from '#core/design/planning/found-for.ts';
import {
  searchAllocation,
  type AllocationWish,
  type FoundPlan,
} from '#core/design/planning/search-allocation.ts';
import { questionPower } from '#core/design/questions/question-power.ts';
import { questionedFrame } from '#core/design/questions/judge-plan.ts';
import type { Question } from '#core/design/questions/question.ts';
import type { Result } from '#core/result.ts';
import { refusalOf, valueOf } from '../../stats/oracle.ts';
import { deckDesign, deckPopulation } from '../deck-design.ts';

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const asking = (...asked: Question[]): Design => ({
  ...deckDesign,
  questionPlan: { ...deckDesign.questionPlan, asked },
});
const any: Question = { id: 'any', kind: 'any-carrot', adjustment: 'dunnett' };
const one: Question = { id: 'one', kind: 'carrot-versus-holdout', carrot: 'coupon' };
const pair: Question = { id: 'pair', kind: 'carrot-versus-carrot', first: 'coupon', second: 'gift' }; // prettier-ignore

function found(
  design: Design,
  wish: AllocationWish,
  population = deckPopulation,
): Result<FoundPlan> {
  const search = searchAllocation(design, population, wish);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

/** The power of a question at counts, by the route of the screen. */
function powerAt(design: Design, counts: FoundPlan['counts'], question: Question): number {
  const frame = questionedFrame(design, deckPopulation, counts);
  if (!frame) throw new Error('no frame');
  return valueOf(questionPower(frame, question, { alpha: 0.05 })).power ?? NaN;
}

describe('an allocation that is searched for', () => {
  const cheapest = { goal: { kind: 'cheapest', power: 0.8 }, least: 10 } as const;

  it('of one cell with one carrot is 355 and 488', () => {
    const design: Design = {
      ...asking({ ...one, carrot: 'coupon' }),
      attributes: [],
      arms: [holdoutArm('none', 'none'), carrotArm('coupon', 'COUPON', 'tm', 0)],
      power: { baselineShare: 0.05, lift: 0.05, alpha: 0.05 },
    };
    expect(valueOf(found(design, cheapest, [5000])).counts).toEqual([[355, 488]]);
  });

  it('gives every question its power, every group its least, and costs less than equal arms', () => {
    const design = asking(any, one);
    const plan = valueOf(found(design, cheapest));
    for (const { question, power } of plan.answers) {
      expect(power).toBeGreaterThanOrEqual(0.8);
      expect(powerAt(design, plan.counts, question)).toBeGreaterThan(0.79);
    }
    expect(Math.min(...plan.counts.flat())).toBeGreaterThanOrEqual(10);
    expect(plan.cost).toBeCloseTo(valueOf(planCost(plan.counts, design)).totalCost, 6);
    for (let perCellAndArm = 10; ; perCellAndArm += 1) {
      const allocation = { kind: 'equal', perCellAndArm } as const;
      const counts = valueOf(allocate({ ...design, allocation }, deckPopulation));
      const reached = plan.answers.every(({ question }) => powerAt(design, counts, question) >= 0.8); // prettier-ignore
      if (!reached) continue;
      expect(plan.cost).toBeLessThan(valueOf(planCost(counts, design)).totalCost);
      break;
    }
  });

  it('spends on carrots what there is and not more, for the worst question', () => {
    const each = ['coupon', 'gift', 'point'].map((carrot): Question => ({ ...one, id: carrot, carrot })); // prettier-ignore
    const design = asking(...each);
    const budget = 4_000_000;
    const plan = valueOf(found(design, { goal: { kind: 'best-worst', budget }, least: 5 }));
    expect(plan.cost).toBeLessThanOrEqual(budget);
    expect(plan.cost).toBeGreaterThan(0.95 * budget);
    const worst = Math.min(...plan.answers.map(({ power }) => power));
    const allocation = { kind: 'cost-optimal', budget } as const;
    const counts = valueOf(allocate({ ...design, allocation }, deckPopulation));
    expect(worst).toBeGreaterThan(
      Math.min(...each.map((question) => powerAt(design, counts, question))),
    );
  });

  it('keeps the limits of cells and leaves out those that are off', () => {
    const design: Design = {
      ...asking(any),
      cellRules: [
        { cell: 0, isOff: true, least: null, most: null },
        { cell: 2, isOff: false, least: null, most: 150 },
        { cell: 3, isOff: false, least: 203, most: null },
      ],
    };
    const { counts } = valueOf(found(design, cheapest));
    expect(sum(counts[0] ?? [])).toBe(0);
    expect(sum(counts[2] ?? [])).toBeLessThanOrEqual(150);
    expect(sum(counts[3] ?? [])).toBeGreaterThanOrEqual(203);
    const allocation = {
      kind: 'optimised',
      ...cheapest,
      foundFor: foundFor(design, deckPopulation),
      counts,
      answers: [],
    } as const;
    expect(valueOf(allocate({ ...design, allocation }, deckPopulation))).toEqual(counts);
  });

  it('leaves out questions of which no difference is expected, and says which', () => {
    const plan = valueOf(found(asking(any, pair), cheapest));
    expect(plan.leftOut.map(({ id }) => id)).toEqual(['pair']);
    expect(plan.answers.map(({ question }) => question.id)).toEqual(['any']);
    expect(refusalOf(found(asking(pair), cheapest))).toBe('no-questions');
  });

  it('says which question is out of reach, and what comes nearest', () => {
    const design = asking(any, { ...one, within: [3] });
    const far = found({ ...design, power: { ...design.power, lift: 0.02 } }, cheapest);
    expect(far).toMatchObject({
      ok: false,
      problem: { code: 'out-of-reach', wantedPower: 0.8, short: [{ question: { id: 'one' } }] },
    });
  });

  it.each([
    ['share-out-of-range', { power: { ...deckDesign.power, baselineShare: 0 } }],
    ['invalid-power', { goal: { kind: 'cheapest', power: 1 } }],
    ['budget-below-limits', { goal: { kind: 'best-worst', budget: 0 } }],
    ['all-cells-off', { cellRules: deckPopulation.map((_, cell) => ({ cell, isOff: true, least: null, most: null })) }], // prettier-ignore
  ] as const)('refuses %s', (code, change) => {
    const wish = { ...cheapest, ...('goal' in change && { goal: change.goal }) };
    expect(refusalOf(found({ ...asking(any), ...change }, wish))).toBe(code);
  });
});

describe('what an allocation was found for', () => {
  const known = foundFor(deckDesign, deckPopulation);

  it('does not depend on names or on the allocation itself', () => {
    const arms = deckDesign.arms.map((arm) => ({ ...arm, name: `${arm.name}!` }));
    const allocation = { kind: 'proportional', total: 1 } as const;
    expect(foundFor({ ...deckDesign, arms, allocation }, deckPopulation)).toBe(known);
  });

  it.each([
    ['a cost', { channels: deckDesign.channels.map((each) => ({ ...each, costPerContact: 1 })) }],
    ['an expectation', { power: { ...deckDesign.power, lift: 0.04 } }],
    ['a limit', { cellRules: [{ cell: 1, isOff: true, least: null, most: null }] }],
    ['an arm', { arms: deckDesign.arms.slice(0, 3) }],
  ])('depends on %s', (_, change) => {
    expect(foundFor({ ...deckDesign, ...change }, deckPopulation)).not.toBe(known);
  });

  it('depends on the customers of the cells', () => {
    expect(foundFor(deckDesign, deckPopulation.with(0, 500))).not.toBe(known);
  });
});
