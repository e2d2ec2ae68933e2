import '../../both-languages.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { controlBalance } from '#core/assignment/control-balance.ts';
import { controlOmnibus } from '#core/assignment/control-omnibus.ts';
import type { ControlValues } from '#core/assignment/control-values.ts';
import type { ListBalance } from '#core/assignment/list-balance.ts';
import { language } from '#text/language.svelte.ts';
import { deckDesign } from '../../core/design/deck-design.ts';
import { adjustedOmnibus, balanceFactors, balanceSentence } from '../../../src/features/assignment/balance-view.ts'; // prettier-ignore
import { balanceExport } from '../../../src/features/assignment/balance-export.ts';

const [holdout, coupon] = deckDesign.arms;
const design = {
  ...deckDesign,
  arms: holdout && coupon ? [holdout, coupon] : [],
  controlFactors: [
    { from: 'customers', column: 'gender' },
    { from: 'customers', column: 'age' },
  ] as const,
};

/** 100 customers in two arms of 50: how many women each has, and their age. */
function balanceOf(women: readonly [number, number], age: (place: number) => number): ListBalance {
  const arms = Int32Array.from({ length: 100 }, (_, place) => (place < 50 ? 0 : 1));
  const controls: ControlValues[] = [
    {
      kind: 'category',
      values: ['F', 'M'],
      codes: Int32Array.from(arms, (arm, place) => (place % 50 < (women[arm] ?? 0) ? 0 : 1)),
    },
    { kind: 'number', numbers: Float64Array.from(arms, (_, place) => age(place)) },
  ];
  const places = { cells: new Int32Array(100), arms, cellCount: 1, armCount: 2 };
  const factors = controlBalance(controls, places);
  return { customers: 100, absent: 0, factors, omnibus: controlOmnibus(controls, places) };
}
const even = (place: number) => 30 + (place % 50);

afterEach(() => {
  language.code = 'ko';
});

describe('the sentence about the balance', () => {
  it('says that all is even, with the largest difference', () => {
    const balance = balanceOf([25, 26], even);
    const { tone, sentence } = balanceSentence(balance, design, []);
    expect(tone).toBe('good');
    expect(sentence).toContain('모든 통제 요인이 고르게 나뉘었습니다');
    expect(sentence).toContain('0.040');
    language.code = 'en';
    expect(balanceSentence(balance, design, []).sentence).toMatch(/evenly divided.*0\.040/);
  });

  it('tells chance from a list that is no random draw', () => {
    expect(balanceSentence(balanceOf([25, 30], even), design, []).tone).toBe('doubt');
    const older = balanceOf([25, 25], (place) => even(place) + (place >= 50 ? 20 : 0));
    const { tone, sentence } = balanceSentence(older, design, []);
    expect(tone).toBe('alarm');
    expect(sentence).toContain('age');
    expect(adjustedOmnibus(older)[1]).toBeLessThan(0.001);
  });

  it('says that nothing can be compared where nothing can', () => {
    const none = { customers: 0, absent: 0, factors: [], omnibus: [] };
    expect(balanceSentence(none, design, []).tone).toBe('hint');
  });
});

describe('the table of the balance', () => {
  it('heads levels by the one that differs most, and exports all of them at full precision', () => {
    const balance = balanceOf([25, 30], even);
    const factors = balanceFactors(balance, design, []);
    const [gender, age] = factors;
    expect(gender?.head).toMatchObject({ name: 'gender', writes: null });
    expect(gender?.levels.map(({ name }) => name)).toEqual(['F', 'M']);
    expect(gender?.head.differences[1]).toBe(gender?.levels[0]?.differences[1]);
    expect(age?.head).toMatchObject({ name: 'age', writes: 'mean', byArm: [54.5, 54.5] });
    const { rows } = balanceExport(design, balance, factors);
    expect(rows[2]?.slice(0, 3)).toEqual(['gender F', 0.5, 0.6]);
    expect(Number(rows[2]?.[3])).toBeCloseTo(0.1 / Math.sqrt((0.25 + 0.24) / 2), 12);
    expect(rows.length).toBe(6);
  });
});
