import { describe, expect, it } from 'vitest';
import { placesGained, rankedIdeas } from '#features/ideas/idea-board.ts';

function idea(id: number, impact: number, confidence: number, ease: number) {
  return { id, name: `idea ${id}`, target: '', impact, confidence, ease };
}

const ideas = [idea(1, 6, 5, 3), idea(2, 10, 1, 10), idea(3, 8, 7, 9), idea(4, 7, 7, 7)];
const order = (rule: 'product' | 'mean') => rankedIdeas(ideas, rule).map((one) => one.idea.id);

describe('the board of ideas', () => {
  it('sinks an idea with a 1 by the product and not by the mean', () => {
    expect(order('product')).toEqual([3, 4, 2, 1]);
    const byMean = rankedIdeas(ideas, 'mean').map(({ idea: { id }, score }) => [id, score.mean]);
    expect(byMean[0]).toEqual([3, 8]);
    expect(byMean[1]?.[1]).toBe(7);
  });

  it('orders equal scores by the other rule', () => {
    expect(order('mean')).toEqual([3, 4, 2, 1]);
  });

  it('says how many places an idea stands above where the other rule puts it', () => {
    const sunk = rankedIdeas(ideas, 'product').find((one) => one.idea.id === 2);
    expect(sunk && placesGained(sunk.score, 'product')).toBe(-1);
    expect(sunk && placesGained(sunk.score, 'mean')).toBe(1);
  });
});
