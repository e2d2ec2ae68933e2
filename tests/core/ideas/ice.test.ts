import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iceScores } from '#core/ideas/ice.ts';
import type { Idea } from '#core/ideas/idea.ts';

function idea(id: number, impact: number, confidence: number, ease: number): Idea {
  return { id, name: `Idea ${id}`, target: 'everyone', impact, confidence, ease };
}

const score = fc.integer({ min: 1, max: 10 });
const board = fc
  .array(fc.tuple(score, score, score), { maxLength: 12 })
  .map((rows) => rows.map(([i, c, e], id) => idea(id, i, c, e)));

describe('ICE scores', () => {
  it('gives the published examples by both rules', () => {
    const scored = iceScores([idea(1, 8, 7, 9), idea(2, 6, 5, 3), idea(3, 10, 1, 10)]);
    expect(scored).toMatchObject({
      ok: true,
      value: [
        { product: 504, mean: 8, rankByProduct: 1, rankByMean: 1, rankChange: 0 },
        { product: 90, rankByProduct: 3, rankByMean: 3, rankChange: 0 },
        { product: 100, mean: 7, rankByProduct: 2, rankByMean: 2, rankChange: 0 },
      ],
    });
    expect(scored.ok && scored.value[1]?.mean).toBeCloseTo(4.667, 3);
  });

  it('sinks an idea with a 1 by the product though the mean puts it first', () => {
    expect(iceScores([idea(1, 10, 1, 10), idea(2, 6, 6, 6)])).toMatchObject({
      value: [
        { rankByProduct: 2, rankByMean: 1, rankChange: 1 },
        { rankByProduct: 1, rankByMean: 2, rankChange: -1 },
      ],
    });
  });

  it('lets equal scores share the better rank and leaves the next rank out', () => {
    const scored = iceScores([idea(1, 2, 3, 4), idea(2, 4, 3, 2), idea(3, 1, 1, 1)]);
    expect(scored.ok && scored.value.map(({ rankByProduct }) => rankByProduct)).toEqual([1, 1, 3]);
  });

  it('scores an empty board as an empty list', () => {
    expect(iceScores([])).toEqual({ ok: true, value: [] });
  });

  it.each([0, 11, 5.5, Number.NaN, -1])('refuses a score of %d and names the idea', (ease) => {
    expect(iceScores([idea(7, 5, 5, ease)])).toMatchObject({
      ok: false,
      problem: { code: 'score-out-of-range', id: 7, factor: 'ease', score: ease },
    });
  });

  it('ranks by the product exactly as a sort would, and the best rank is 1', () => {
    fc.assert(
      fc.property(board, (ideas) => {
        const scored = iceScores(ideas);
        if (!scored.ok) throw new Error(scored.problem.code);
        const sorted = scored.value.map(({ product }) => product).sort((a, b) => b - a);
        for (const { product, rankByProduct } of scored.value)
          expect(sorted.indexOf(product) + 1).toBe(rankByProduct);
        expect(scored.value.reduce((sum, { mean }) => sum + mean, 0) >= ideas.length).toBe(true);
      }),
    );
  });
});
