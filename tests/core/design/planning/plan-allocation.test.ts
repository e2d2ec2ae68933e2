import { describe, expect, it } from 'vitest';
import { planAllocation } from '#core/design/planning/plan-allocation.ts';
import type { PlanTask } from '#core/design/planning/plan-problem.ts';
import { questionPower } from '#core/design/questions/question-power.ts';
import type { Question } from '#core/design/questions/question.ts';
import { expectClose, refusalOf, valueOf } from '../../stats/oracle.ts';
import { deckFrame } from '../questions/deck-frame.ts';

const one: Question = { id: 'one', kind: 'carrot-versus-holdout', carrot: 'coupon' };

function oneCell(available: number, question: Question = one): PlanTask {
  return {
    frame: {
      levels: [1],
      arms: [
        { id: 'none', role: 'holdout' },
        { id: 'coupon', role: 'carrot' },
      ],
      population: [available],
      counts: [[0, 0]],
      shares: [[0.05, 0.1]],
    },
    questions: [{ question, alpha: 0.05 }],
    limits: { costs: [1, 1] },
  };
}

/** The deck’s cells, with carrots that differ a little and an effect that differs by dormancy. */
function deckTask(): PlanTask {
  const { population, ...frame } = deckFrame();
  const shares = population.map((_, cell) => {
    const level = Math.floor(cell / 3);
    return [0.03, 0.06 + 0.05 * level, 0.09, 0.1];
  });
  const questions: Question[] = [
    { id: 'any', kind: 'any-carrot', adjustment: 'dunnett' },
    { id: 'same', kind: 'same-everywhere', carrot: 'coupon', attribute: 0 },
    {
      id: 'pair',
      kind: 'carrot-versus-carrot',
      first: 'point',
      second: 'coupon',
      within: [0, 1, 2],
    },
  ];
  return {
    frame: { ...frame, population, shares },
    questions: questions.map((question) => ({ question, alpha: 0.05 / 3 })),
    limits: { costs: [500, 3900, 3900, 3900], least: 5 },
  };
}

const powerIn = (task: PlanTask, counts: readonly (readonly number[])[], question: Question) =>
  valueOf(
    questionPower({ ...task.frame, counts }, question, { alpha: task.questions[0]?.alpha ?? NaN }),
  );

describe('the allocation that answers all questions', () => {
  it('takes 843 instead of 864 customers for one comparison, for the larger variance more', () => {
    const found = valueOf(planAllocation(oneCell(5000), { kind: 'cheapest', power: 0.8 }));
    expect(found.counts).toEqual([[355, 488]]);
    expectClose(found.exactCost, 842.238068, 1e-8, found);
    const power = powerIn(oneCell(5000), found.counts, one).power ?? NaN;
    expect(power).toBeGreaterThanOrEqual(0.8);
    expectClose(found.powers[0]?.power ?? NaN, power, 1e-12, found);
  });

  it('gives every question its power for the least money, as the questions themselves say', () => {
    const task = deckTask();
    const found = valueOf(planAllocation(task, { kind: 'cheapest', power: 0.8 }));
    expect(found.cost).toBeGreaterThanOrEqual(found.exactCost * (1 - 1e-9));
    expect(found.cost).toBeLessThanOrEqual(found.exactCost * 1.002);
    for (const { question } of task.questions.slice(1)) {
      const { power } = powerIn(task, found.counts, question);
      expectClose(
        power ?? NaN,
        found.powers.find(({ id }) => id === question.id)?.power ?? NaN,
        1e-9,
        question,
      );
      expect(power).toBeGreaterThanOrEqual(0.8 - 1e-9);
    }
    const any = task.questions[0]?.question ?? one;
    // Any of them is found more often than each.
    expect(powerIn(task, found.counts, any).power).toBeGreaterThan(0.8);
    for (const [cell, row] of found.counts.entries()) {
      expect(Math.min(...row)).toBeGreaterThanOrEqual(5);
      const taken = row.reduce((sum, count) => sum + count, 0);
      expect(taken).toBeLessThanOrEqual(task.frame.population[cell] ?? 0);
    }
  });

  it('buys the largest power of the worst question, and as much power as it was cheapest for', () => {
    const task = deckTask();
    const cheapest = valueOf(planAllocation(task, { kind: 'cheapest', power: 0.8 }));
    const goal = { kind: 'best-worst', budget: cheapest.exactCost } as const;
    const found = valueOf(planAllocation(task, goal));
    expect(found.cost).toBeLessThanOrEqual(cheapest.exactCost);
    expect(found.binding.budget).toBe(true);
    const worst = Math.min(...found.powers.map(({ power }) => power));
    expect(worst).toBeGreaterThan(0.799);
    expect(worst).toBeLessThan(0.8 + 1e-6);
    const half = valueOf(planAllocation(task, { ...goal, budget: cheapest.exactCost / 2 }));
    expect(Math.min(...half.powers.map(({ power }) => power))).toBeLessThan(worst);
  });

  it('says which cell binds, what is reached and the nearest plan when the list is too short', () => {
    const found = planAllocation(oneCell(500), { kind: 'cheapest', power: 0.8 });
    if (found.ok) throw new Error('answered');
    expect(found.problem).toMatchObject({
      code: 'questions-out-of-reach',
      wantedPower: 0.8,
      cells: [{ cell: 0, available: 500 }],
      nearest: { counts: [[210, 290]], cost: 500 },
    });
    const [reached] = found.problem['questions'] as { id: string; power: number }[];
    expect(reached?.power).toBeCloseTo(0.5787, 4);
    // And the nearest plan is what it says.
    const power = powerIn(oneCell(500), [[210, 290]], one).power ?? NaN;
    expectClose(reached?.power ?? NaN, power, 1e-12, found.problem);
  });

  it('is refused with the reason', () => {
    const goal = { kind: 'cheapest', power: 0.8 } as const;
    const task = oneCell(5000);
    expect(refusalOf(planAllocation({ ...task, limits: { costs: [0, 1] } }, goal))).toBe(
      'invalid-cost',
    );
    const limits = { costs: [1, 1], least: 9, most: 8 };
    expect(refusalOf(planAllocation({ ...task, limits }, goal))).toBe('invalid-limits');
    expect(
      refusalOf(planAllocation({ ...task, limits: { costs: [1, 1], least: 3000 } }, goal)),
    ).toBe('cell-below-limits');
    expect(refusalOf(planAllocation(task, { kind: 'best-worst', budget: 0 }))).toBe(
      'budget-below-limits',
    );
    const nobody = oneCell(5000, { ...one, carrot: 'nobody' });
    expect(planAllocation(nobody, goal)).toMatchObject({
      problem: { code: 'unknown-arm', question: 'one' },
    });
    const even = { ...task, frame: { ...task.frame, shares: [[0.1, 0.1]] } };
    expect(refusalOf(planAllocation(even, goal))).toBe('no-effect-expected');
    expect(refusalOf(planAllocation(task, { ...goal, power: 0.01 }))).toBe('invalid-power');
    expect(refusalOf(planAllocation({ ...task, questions: [] }, goal))).toBe('no-requirements');
  });
});
