import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import { factorPlanProblems } from '#core/design/factor-checks.ts';
import { withRuns } from '#core/design/factor-arms.ts';
import type { ArmFactor, FactorPlan } from '#core/design/factor-plan.ts';
import {
  changeFactor,
  changeLevel,
  isSame,
  toggleForbidden,
  withFactor,
  withFactors,
  withLevel,
  withoutFactor,
  withoutLevel,
} from '#features/design/edit-factors.ts';
import { designFactors as words } from '#text/ko/design-factors.ts';
import { deckDesign } from '../../core/design/deck-design.ts';
import { factorDesign, joinedNames } from '../../core/design/factor-design.ts';
import { valueOf } from '../../core/stats/oracle.ts';

const planOf = ({ factorPlan }: Design): FactorPlan => {
  if (!factorPlan) throw new Error('The design has factors.');
  return factorPlan;
};
const factorOf = (design: Design, id: string): ArmFactor => {
  const found = planOf(design).factors.find((factor) => factor.id === id);
  if (!found) throw new Error(`There is no factor ${id}.`);
  return found;
};
const giftByPost = [{ factor: 'carrot', level: 'gift' }, { factor: 'channel', level: 'dm' }]; // prettier-ignore

describe('a design that becomes combinations of factors', () => {
  it('has its carrots with their money, its channels where there are two, and two messages', () => {
    const made = withFactors({ ...factorDesign, factorPlan: null }, words);
    expect(planOf(made).factors.map(({ kind, levels }) => [kind, levels.map(({ id }) => id)])).toEqual([
      ['carrot', deckDesign.arms.filter(({ role }) => role === 'carrot').map(({ id }) => id)],
      ['channel', ['tm', 'dm']],
      ['message', ['level-1', 'level-2']],
    ]); // prettier-ignore
    const [carrot] = deckDesign.arms.filter(({ role }) => role === 'carrot');
    expect(factorOf(made, 'carrot').levels[0]?.offer).toEqual({
      costPerReward: carrot?.costPerReward,
      valueToCustomer: carrot?.valueToCustomer,
      redemptionShare: carrot?.redemptionShare,
    });
    expect(factorOf(made, 'message').levels.map(({ name }) => name)).toEqual(words.start.message);
    expect(planOf(made)).toMatchObject({ forbidden: [], kind: null });
    expect(made.arms).toBe(factorDesign.arms);
  });

  it('has no channel factor, and no channel more, where there is one channel', () => {
    const made = withFactors({ ...factorDesign, channels: factorDesign.channels.slice(0, 1), factorPlan: null }, words); // prettier-ignore
    expect(planOf(made).factors.map(({ kind }) => kind)).toEqual(['carrot', 'message']);
    expect(made.channels).toHaveLength(1);
  });

  it('begins with four carrots at most, and with those that are no combinations themselves', () => {
    const [holdout, first] = deckDesign.arms;
    if (!holdout || !first) throw new Error('The deck has arms.');
    const carrots = Array.from({ length: 6 }, (_, place) => ({ ...first, id: `c${place}`, name: `c${place}` })); // prettier-ignore
    const many = { ...deckDesign, arms: [holdout, ...carrots] };
    expect(factorOf(withFactors(many, words), 'carrot').levels).toHaveLength(4);
    const combined = valueOf(withRuns(factorDesign, 'full-factorial', [[0, 0, 0], [1, 0, 0]], joinedNames)); // prettier-ignore
    const again = factorOf(withFactors(combined, words), 'carrot');
    expect(again.levels.map(({ name }) => name)).toEqual([words.newCarrot('1'), words.newCarrot('2')]); // prettier-ignore
  });
});

describe('factors and levels that come and go', () => {
  it('are called apart: names and ids are never taken twice', () => {
    const twice = withFactor(withFactor(factorDesign, 'message', words), 'message', words);
    expect(planOf(twice).factors.map(({ id }) => id)).toEqual(['carrot', 'channel', 'message', 'message-2', 'message-3']); // prettier-ignore
    const names = planOf(twice).factors.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    // A level that was removed from the middle leaves a number that is taken again, by one.
    const gap = withoutLevel(withLevel(withLevel(twice, 'message-2', words), 'message-2', words), 'message-2', 'level-2'); // prettier-ignore
    const filled = factorOf(withLevel(gap, 'message-2', words), 'message-2').levels;
    expect(new Set(filled.map(({ id }) => id)).size).toBe(filled.length);
    expect(new Set(filled.map(({ name }) => name)).size).toBe(filled.length);
  });

  it('a new carrot costs what the last one does, and can be changed alone', () => {
    const more = withLevel(factorDesign, 'carrot', words);
    const [, gift, third] = factorOf(more, 'carrot').levels;
    expect(third?.offer).toEqual(gift?.offer);
    const offer = { costPerReward: 7000, valueToCustomer: null, redemptionShare: 0.4 };
    const changed = changeLevel(more, 'carrot', third?.id ?? '', { offer });
    expect(factorOf(changed, 'carrot').levels.map((level) => level.offer?.costPerReward)).toEqual([1000, 2000, 7000]); // prettier-ignore
    expect(factorOf(changeFactor(changed, 'carrot', { name: 'X' }), 'carrot').name).toBe('X');
  });

  it('a prohibition goes with the level or the factor that it names, and no other does', () => {
    const other = [{ factor: 'carrot', level: 'coupon' }, { factor: 'message', level: 'A' }]; // prettier-ignore
    const both = toggleForbidden(factorDesign, other);
    expect(planOf(withoutLevel(both, 'channel', 'dm')).forbidden).toEqual([other]);
    expect(planOf(withoutFactor(both, 'message')).forbidden).toEqual([giftByPost]);
    expect(planOf(withoutFactor(both, 'carrot')).forbidden).toEqual([]);
  });

  it('a prohibition is taken back by the same levels in any order', () => {
    expect(isSame(giftByPost, giftByPost.toReversed())).toBe(true);
    expect(isSame(giftByPost, giftByPost.slice(0, 1))).toBe(false);
    expect(planOf(toggleForbidden(factorDesign, giftByPost.toReversed())).forbidden).toEqual([]);
  });

  it('leave a design without factors, and a factor that is not there, as they are', () => {
    expect(changeFactor(deckDesign, 'carrot', { name: 'X' })).toBe(deckDesign);
    expect(withLevel(factorDesign, 'nobody', words)).toBe(factorDesign);
  });

  it('whatever is added and removed, ids stay apart and every prohibition names what is there', () => {
    const step = fc.record({
      what: fc.constantFrom('factor', 'level', 'less', 'forbid'),
      kind: fc.constantFrom('message', 'timing', 'other'),
      place: fc.nat(5),
      level: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let design = factorDesign;
        for (const { what, kind, place, level } of steps) {
          const { factors } = planOf(design);
          const factor = factors[place % Math.max(1, factors.length)];
          const next = factors[(place + 1) % Math.max(1, factors.length)];
          const one = factor?.levels[level % Math.max(1, factor.levels.length)];
          const two = next?.levels[level % Math.max(1, next.levels.length)];
          if (what === 'factor') design = withFactor(design, kind as 'message', words);
          else if (!factor || !one) continue;
          else if (what === 'level') design = withLevel(design, factor.id, words);
          else if (what === 'less') design = withoutLevel(design, factor.id, one.id);
          else if (next && two && next !== factor)
            design = toggleForbidden(design, [{ factor: factor.id, level: one.id }, { factor: next.id, level: two.id }]); // prettier-ignore
        }
        const { factors, forbidden } = planOf(design);
        for (const ids of [factors, design.channels, ...factors.map(({ levels }) => levels)].map(
          (each) => each.map(({ id }) => id),
        ))
          // prettier-ignore
          expect(new Set(ids).size).toBe(ids.length);
        for (const { factor, level } of forbidden.flat())
          expect(factors.find(({ id }) => id === factor)?.levels.some(({ id }) => id === level)).toBe(true); // prettier-ignore
        expect(factorPlanProblems(design).map(({ code }) => code)).not.toContain('unknown-level');
      }),
    );
  });
});
