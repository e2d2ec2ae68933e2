import { describe, expect, it } from 'vitest';
import { searchAllocation } from '#core/design/planning/search-allocation.ts';
import {
  deckDesign,
  deckPopulationInBandingOrder as population,
} from '../core/design/deck-design.ts';
import { openEngine, value } from './open-engine.ts';

const design = {
  ...deckDesign,
  questionPlan: {
    ...deckDesign.questionPlan,
    asked: [{ id: 'any', kind: 'any-carrot', adjustment: 'dunnett' } as const],
  },
};
const wish = { goal: { kind: 'cheapest', power: 0.8 }, least: 5 } as const;

describe('the worker asked to share out a sample', () => {
  it('finds what the search finds', async () => {
    const found = value(await openEngine().request('find-allocation', { design, population, ...wish })); // prettier-ignore
    const search = searchAllocation(design, population, wish);
    let step = search.next();
    while (!step.done) step = search.next();
    expect(found).toEqual(value(step.value));
    expect(Math.min(...found.answers.map(({ power }) => power))).toBeGreaterThanOrEqual(0.8);
  });

  it('stops when it is told to', async () => {
    const engine = openEngine();
    engine.isCancelled = () => true;
    const stopped = await engine.request('find-allocation', { design, population, ...wish });
    expect(stopped).toEqual({ ok: false, problem: { code: 'cancelled' } });
  });

  it('says between which amounts the deck’s plan costs', async () => {
    const counts = population.map(() => [100, 100, 100, 100]);
    const cost = value(await openEngine().request('cost-interval', { design: deckDesign, counts }));
    expect(cost.totalCost).toBe(10_515_600);
    expect(cost.byChance).toEqual({ low: 10_381_600, high: 10_653_800 });
    expect(cost.withRange?.low).toBeLessThan(9_450_000 + 0.03 * 13_320_000);
    expect(cost.withRange?.high).toBeGreaterThan(9_450_000 + 0.13 * 13_320_000);
  });
});
