import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readFactorSpace,
  type Factor,
  type ForbiddenCombination,
} from '#core/design/factorial/factor-space.ts';
import { combinationCount, fullFactorial } from '#core/design/factorial/full-factorial.ts';
import { refusalOf, valueOf } from '../../stats/oracle.ts';
import { factor } from './factors.ts';

const carrot = factor('carrot', 'coupon', 'gift', 'points');
const channel = factor('channel', 'mail', 'sms');
const giftByMail: ForbiddenCombination = [
  { factor: 'carrot', level: 'gift' },
  { factor: 'channel', level: 'mail' },
];

describe('factors and forbidden combinations', () => {
  it('become places', () => {
    expect(valueOf(readFactorSpace([carrot, channel], [giftByMail]))).toEqual({
      levelCounts: [3, 2],
      forbidden: [
        [
          { factor: 0, level: 1 },
          { factor: 1, level: 0 },
        ],
      ],
    });
  });

  it.each<[string, Factor[], ForbiddenCombination[]]>([
    ['no-factor', [], []],
    ['too-few-levels', [carrot, factor('timing', 'always')], []],
    ['duplicate-factor', [carrot, carrot], []],
    ['duplicate-level', [factor('carrot', 'coupon', 'coupon')], []],
    ['unknown-level', [carrot], [giftByMail]],
    ['unknown-level', [carrot], [[{ factor: 'carrot', level: 'mail' }]]],
    ['contradictory-prohibition', [carrot, channel], [[]]],
    ['contradictory-prohibition', [carrot], [[{ factor: 'carrot', level: 'gift' }, { factor: 'carrot', level: 'points' }]]], // prettier-ignore
  ])('refuse %s', (code, factors, forbidden) => {
    expect(refusalOf(readFactorSpace(factors, forbidden))).toBe(code);
  });
});

describe('the full factorial', () => {
  it('is every combination but the forbidden, the first factor changing fastest', () => {
    const space = valueOf(readFactorSpace([carrot, channel], [giftByMail]));
    expect(valueOf(fullFactorial(space))).toEqual([
      [0, 0],
      [2, 0],
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
  });

  it('has every allowed combination once and no other', () => {
    const levels = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 5 });
    const prohibitions = fc.array(
      fc.array(fc.tuple(fc.nat(4), fc.nat(3)), { minLength: 2, maxLength: 3 }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(levels, prohibitions, (levelCounts, wanted) => {
        const forbidden = wanted.map((choices) => {
          return choices.map(([place, level]) => {
            const factor = place % levelCounts.length;
            return { factor, level: level % (levelCounts[factor] ?? 1) };
          });
        });
        const found = fullFactorial({ levelCounts, forbidden });
        if (!found.ok) {
          expect(['no-run-left', 'level-never-allowed']).toContain(found.problem.code);
          return;
        }
        const names = new Set(found.value.map((run) => run.join()));
        expect(names.size).toBe(found.value.length);
        const ruledOut = (run: readonly number[]) =>
          forbidden.some((choices) => choices.every((c) => run[c.factor] === c.level));
        expect(found.value.some(ruledOut)).toBe(false);
        const every = valueOf(fullFactorial({ levelCounts, forbidden: [] }));
        expect(every.length).toBe(combinationCount(levelCounts));
        expect(every.filter((run) => !ruledOut(run)).length).toBe(found.value.length);
      }),
    );
  });

  it('refuses what leaves nothing to plan', () => {
    const both = { levelCounts: [2, 2], forbidden: [] };
    const never = [[{ factor: 0, level: 1 }]];
    const all = [[{ factor: 0, level: 0 }], ...never];
    expect(fullFactorial({ ...both, forbidden: never })).toMatchObject({
      problem: { code: 'level-never-allowed', factor: 0, level: 1 },
    });
    expect(refusalOf(fullFactorial({ ...both, forbidden: all }))).toBe('no-run-left');
    const many = { levelCounts: new Array<number>(17).fill(2), forbidden: [] };
    expect(refusalOf(fullFactorial(many))).toBe('too-many-combinations');
  });
});
