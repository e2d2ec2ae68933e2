import { describe, expect, it } from 'vitest';
import type { Attribute } from '#core/design/design.ts';
import { onlyThose, type VariableCondition } from '#core/design/eligibility.ts';
import { withAttribute, withCondition } from '#core/design/extend-design.ts';
import { deckDesign } from './deck-design.ts';

const inStage = (stage: string): VariableCondition => ({
  kind: 'category',
  variable: { from: 'stage' },
  values: [stage],
  drawn: null,
});

describe('extending a design', () => {
  it('adds a rule on a variable that the design does not ask for yet', () => {
    const design = deckDesign;
    const extended = withCondition(design, inStage('inactive'));
    expect(extended.eligibility).toEqual([...design.eligibility, onlyThose(inStage('inactive'))]);
  });

  it('replaces the rule on the same variable, so that the target changes instead of emptying', () => {
    const design = withCondition(deckDesign, inStage('prospect'));
    expect(withCondition(design, inStage('inactive')).eligibility).toEqual([
      ...deckDesign.eligibility,
      onlyThose(inStage('inactive')),
    ]);
  });

  it('leaves rules that exclude or ask for several things alone', () => {
    const condition = inStage('prospect');
    const rules = [
      { isOn: true, exclude: true, any: [condition] },
      { isOn: true, exclude: false, any: [condition, inStage('new')] },
    ];
    const design = withCondition({ ...deckDesign, eligibility: rules }, inStage('inactive'));
    expect(design.eligibility).toEqual([...rules, onlyThose(inStage('inactive'))]);
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
