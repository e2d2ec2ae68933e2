import { describe, expect, it } from 'vitest';
import { attributeProblems } from '#core/design/attribute-checks.ts';
import {
  newAttribute,
  nextCut,
  overVariable,
  withLevel,
  withoutLevel,
  withValuesInLevel,
} from '#features/design/edit-attributes.ts';
import type { VariableChoice } from '#features/design/variable-choices.ts';
import { deckDesign } from '../../core/design/deck-design.ts';

const region: VariableChoice = {
  key: 'customers.region',
  variable: { from: 'customers', column: 'region' },
  label: '지역',
  listed: '지역',
  group: 'customers',
  kind: 'category',
  whole: true,
  boolean: false,
};
const lastOrder: VariableChoice = {
  ...region,
  key: 'transactions.last-order-date',
  variable: { from: 'transactions', measure: 'last-order-date' },
  kind: 'date',
};
const nothing = {
  missing: 0,
  range: null,
  bins: [],
  logBins: [],
  dayBins: [],
  suggestedCuts: [],
  distinct: 8,
};
const regions = {
  ...nothing,
  kind: 'category' as const,
  columnKind: 'text' as const,
  categories: ['서울', '경기', '부산'].map((value) => ({ value, count: 9 })),
};
const dates = { ...nothing, kind: 'date' as const, columnKind: 'date' as const, categories: [] };

describe('a new attribute', () => {
  it('has a level per category, by its value, and can be drawn', () => {
    const attribute = newAttribute(deckDesign, region, regions);
    expect(attribute.banding).toEqual({ kind: 'category', groups: [['서울'], ['경기'], ['부산']] });
    expect(attribute.levelNames).toEqual(['서울', '경기', '부산']);
    expect(attributeProblems([...deckDesign.attributes, attribute])).toEqual([]);
  });

  it('never takes a name that is taken', () => {
    const first = newAttribute(deckDesign, region, regions);
    const design = { ...deckDesign, attributes: [first] };
    expect(newAttribute(design, region, regions).name).toBe('지역 2');
  });
});

describe('another variable under an attribute', () => {
  const [dormancy] = deckDesign.attributes;
  if (!dormancy) throw new Error('The deck has dormancy.');

  it('keeps bands and names where dates stay dates', () => {
    const attribute = overVariable(deckDesign, dormancy, lastOrder, dates);
    expect(attribute).toEqual({ ...dormancy, variable: lastOrder.variable });
    const inDays = { ...dormancy, banding: { kind: 'days-since' as const, cuts: [90, 181] } };
    expect(overVariable(deckDesign, inDays, lastOrder, dates).banding).toEqual(inDays.banding);
  });

  it('gets new bands where dates become categories', () => {
    const attribute = overVariable(deckDesign, dormancy, region, regions);
    expect(attribute).toMatchObject({ id: 'dormancy', banding: { kind: 'category' } });
  });
});

describe('levels of categories', () => {
  const attribute = newAttribute(deckDesign, region, regions);

  it('hold a value once, wherever it is put', () => {
    const moved = withValuesInLevel(attribute, ['부산'], 0);
    expect(moved.banding).toMatchObject({ groups: [['서울', '부산'], ['경기'], []] });
    expect(withValuesInLevel(moved, ['부산'], null).banding).toMatchObject({
      groups: [['서울'], ['경기'], []],
    });
  });

  it('come and go with their names', () => {
    const more = withLevel(attribute);
    expect(more.levelNames).toHaveLength(4);
    expect(withoutLevel(more, 1).levelNames).toEqual(['서울', '부산', more.levelNames[3]]);
    expect(withoutLevel(more, 1).banding).toMatchObject({ groups: [['서울'], ['부산'], []] });
  });
});

describe('a place for one more cut', () => {
  it('divides the widest band', () => {
    expect(nextCut([3000, 10_000], true)).toBe(6500);
    expect(nextCut([3, 6], true)).toBe(2);
  });

  it('lies beyond the last cut where every band is a unit wide', () => {
    expect(nextCut([1, 2], true)).toBe(3);
    expect(nextCut([], true)).toBe(1);
  });
});
