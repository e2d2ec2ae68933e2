import { describe, expect, it } from 'vitest';
import type { Attribute, Filter } from '#core/design/design.ts';
import { withAttribute, withFilter } from '#core/design/extend-design.ts';
import { deckDesign } from './deck-design.ts';

const stageFilter = (stage: string): Filter => ({
  kind: 'category',
  variable: { from: 'stage' },
  values: [stage],
});

describe('extending a design', () => {
  it('adds a filter on a variable that the design does not filter yet', () => {
    const design = deckDesign;
    const extended = withFilter(design, stageFilter('inactive'));
    expect(extended.filters).toEqual([...design.filters, stageFilter('inactive')]);
  });

  it('replaces the filter on the same variable, so that the target changes instead of emptying', () => {
    const design = withFilter(deckDesign, stageFilter('prospect'));
    expect(withFilter(design, stageFilter('inactive')).filters).toEqual([
      ...deckDesign.filters,
      stageFilter('inactive'),
    ]);
  });

  it('replaces the attribute on the same variable in its place', () => {
    const design = deckDesign;
    const [first, ...others] = design.attributes;
    const recut: Attribute = {
      ...(first as Attribute),
      banding: { kind: 'months-since', cuts: [6] },
      levelNames: ['to 5', '6 and more'],
    };
    expect(withAttribute(design, recut).attributes).toEqual([recut, ...others]);
  });
});
