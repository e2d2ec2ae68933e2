import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostIdeas, parseIce, writeIce, type WrittenIdea } from '#features/tools/ice-address.ts';
import { iceRows } from '#features/tools/ice-result.ts';
import { hostileQuery, numbersIn } from './hostile-query.ts';

const example: readonly WrittenIdea[] = [{ name: 'Example', scores: ['8', '7', '9'] }];
const score = fc.oneof(
  fc.integer({ min: 1, max: 10 }).map(String),
  fc.constantFrom('', '11', '0', 'x'),
);
const item = fc.record({
  name: fc.string({ unit: 'grapheme', maxLength: 12 }).map((name) => name.trim()),
  scores: fc.tuple(score, score, score),
});

describe('the address of the ICE calculator', () => {
  it('reads names with three scores', () => {
    expect(parseIce('?items=Name:8:7:9,Name:6:5:3', example)).toEqual({
      inputs: {
        items: [
          { name: 'Name', scores: ['8', '7', '9'] },
          { name: 'Name', scores: ['6', '5', '3'] },
        ],
      },
      problem: null,
      example: false,
    });
  });

  it('understands a comma and a colon in a name', () => {
    const { inputs } = parseIce('?items=쿠폰 5,000원:8:7:9,TM: 감사전화:6:5:3', example);
    expect(inputs.items.map(({ name }) => name)).toEqual(['쿠폰 5,000원', 'TM: 감사전화']);
  });

  it('keeps what markup a name has as text', () => {
    const { inputs } = parseIce('?items=<b>x</b>:8:7:9', example);
    expect(inputs.items[0]?.name).toBe('<b>x</b>');
  });

  it('comes back from its own writing, whatever the names', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 20 }), (items) => {
        expect(parseIce(writeIce({ items }), example).inputs.items).toEqual(items);
      }),
    );
  });

  it.each([
    ['?items=', 'missing'],
    ['?items=abc', 'malformed'],
    [`?items=${Array.from({ length: 200 }, () => 'x:1:2:3').join(',')}`, 'too-many'],
  ])('says what is wrong with %s', (search, code) => {
    expect(parseIce(search, example).problem).toMatchObject({ code });
  });

  it('turns every address, however hostile, into rows with finite numbers', () => {
    fc.assert(
      fc.property(hostileQuery(['items']), (search) => {
        const { inputs } = parseIce(search, example);
        const rows = iceRows(inputs.items);
        expect(inputs.items.length).toBeLessThanOrEqual(mostIdeas);
        expect(numbersIn(rows).filter((value) => !Number.isFinite(value))).toEqual([]);
      }),
    );
  });
});

describe('the ICE calculator', () => {
  it('ranks the ideas that can be read and leaves the others out', () => {
    const { inputs } = parseIce('?items=A:10:1:10,B:8:7:9,C:11:5:3,D:6:5:4', example);
    const rows = iceRows(inputs.items);
    expect(rows.map(({ score }) => score?.product ?? null)).toEqual([100, 504, null, 120]);
    expect(rows.map(({ score }) => score?.rankChange ?? null)).toEqual([1, 0, null, -1]);
    expect(rows[2]?.problems[0]).toMatchObject({ code: 'too-large', limit: 10 });
  });
});
