import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliasTable } from '#core/design/factorial/alias-table.ts';
import { strengthOf } from '#core/design/factorial/array-strength.ts';
import { confoundings } from '#core/design/factorial/confounding.ts';
import {
  fractionSizes,
  minimumAberrationFraction,
} from '#core/design/factorial/minimum-aberration.ts';
import {
  fractionRuns,
  regularFraction,
  type RegularFraction,
} from '#core/design/factorial/regular-fraction.ts';
import { oracle, refusalOf, valueOf } from '../../stats/oracle.ts';
import { written } from './factors.ts';
import { isSamePlan, runsOf } from './same-plan.ts';

const { fractions } = oracle<{
  fractions: {
    factors: number;
    runs: number;
    resolution: number;
    wordLengths: number[];
    classSizes: number[];
  }[];
}>('factorial/factorial-plans');

/** The treatment combinations of a published plan in Yates' letters: `ad` has a and d at their second level. */
function yates(words: string, factors: number): number[][] {
  return words
    .split(' ')
    .map((word) =>
      Array.from({ length: factors }, (_, place) =>
        word.includes(String.fromCharCode(97 + place)) ? 1 : 0,
      ),
    );
}

function two(factors: number): number[] {
  return new Array<number>(factors).fill(2);
}

function groupsOf(fraction: RegularFraction): string[] {
  return aliasTable(fraction).groups.map((group) =>
    group.map(({ effect, sign }) => `${sign < 0 ? '-' : ''}${written(effect)}`).join(' '),
  );
}

describe('two-level fractions of minimum aberration', () => {
  it('have the published words, resolution and alias classes in all sizes', () => {
    expect(fractions.length).toBe(28);
    for (const { factors, runs, resolution, wordLengths, classSizes } of fractions) {
      const found = valueOf(minimumAberrationFraction(factors, runs));
      expect(found.resolution, `${factors} in ${runs}`).toBe(resolution);
      const words = [...found.wordLengths, ...new Array<number>(7).fill(0)].slice(0, 7);
      expect(words, `${factors} in ${runs}`).toEqual(wordLengths);
      const sizes = aliasTable(found).groups.map(({ length }) => length);
      expect(
        sizes.toSorted((a, b) => b - a),
        `${factors} in ${runs}`,
      ).toEqual(classSizes);
    }
  });

  // Montgomery (2013), tables 8.3, 8.10 and 8.14: all runs, and what is mixed with what.
  it.each([
    [4, 8, '1 ad bd ab cd ac bc abcd', ['A', 'B', 'C', 'D', 'AB CD', 'AC BD', 'AD BC']],
    [5, 8, 'de a be abd cd ace bc abcde', ['A BD CE', 'B AD', 'C AE', 'D AB', 'E AC', 'BC DE', 'BE CD']], // prettier-ignore
    [7, 8, 'def afg beg abd cdg ace bcf abcdefg', ['A BD CE FG', 'B AD CF EG', 'C AE BF DG', 'D AB CG EF', 'E AC BG DF', 'F AG BC DE', 'G AF BE CD']], // prettier-ignore
  ])('of %i factors in %i runs are the published plan', (factors, runs, published, groups) => {
    const found = valueOf(minimumAberrationFraction(factors, runs));
    const ours = fractionRuns(found);
    const theirs = yates(published, factors);
    expect(isSamePlan(ours, theirs, [two(factors), two(factors)])).toBe(true);
    if (factors < 7) {
      expect(ours.map((run) => run.join()).toSorted()).toEqual(
        theirs.map((run) => run.join()).toSorted(),
      );
      expect(groupsOf(found)).toEqual(groups);
    } else {
      // Published with F = BC and G = ABC; ours has the same products for E, F, G in the order of the search.
      expect(groupsOf(found).length).toBe(groups.length);
      const published = valueOf(regularFraction(3, [[0, 1], [0, 2], [1, 2], [0, 1, 2]])); // prettier-ignore
      expect(groupsOf(published)).toEqual(groups);
    }
  });

  it('tell what the published tables tell of 2^(5-1), 2^(6-2) and 2^(5-2)', () => {
    const clearOf = (factors: number, runs: number) =>
      aliasTable(valueOf(minimumAberrationFraction(factors, runs))).clear.map(written);
    expect(clearOf(5, 16).length).toBe(15);
    expect(clearOf(6, 16)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    expect(clearOf(5, 8)).toEqual([]);
  });

  it('come in the sizes that are there, and are refused in others', () => {
    expect(fractionSizes(5)).toEqual([8, 16]);
    expect(fractionSizes(7)).toEqual([8, 16, 32, 64]);
    expect(fractionSizes(2)).toEqual([]);
    for (const [factors, runs] of [
      [4, 4],
      [3, 8],
      [5, 12],
      [2, 4],
      [16, 16],
      [13, 64],
      [5, 128],
    ]) {
      // prettier-ignore
      expect(refusalOf(minimumAberrationFraction(factors ?? 0, runs ?? 0))).toBe('no-such-fraction');
    }
  });
});

/** A fraction with any products of basic factors, and any signs. */
const anyFraction = fc
  .integer({ min: 3, max: 5 })
  .chain((basic) =>
    fc.tuple(
      fc.constant(basic),
      fc.uniqueArray(
        fc.subarray(
          Array.from({ length: basic }, (_, place) => place),
          { minLength: 2 },
        ),
        { minLength: 1, maxLength: 4, selector: (product) => product.join() },
      ),
      fc.array(fc.constantFrom<1 | -1>(1, -1), { minLength: 4, maxLength: 4 }),
    ),
  )
  .map(([basic, products, signs]) => valueOf(regularFraction(basic, products, signs)));

describe('any regular fraction', () => {
  it('holds its words constant and is as even as its resolution says', () => {
    fc.assert(
      fc.property(anyFraction, (fraction) => {
        const runs = fractionRuns(fraction);
        for (const { factors, sign } of fraction.definingWords) {
          for (const run of runs) {
            const minuses = factors.filter((factor) => run[factor] === 0).length;
            expect(minuses % 2 === 0 ? 1 : -1).toBe(sign);
          }
        }
        const words = 2 ** fraction.generators.length - 1;
        expect(fraction.definingWords.length).toBe(words);
        expect(fraction.wordLengths.reduce((sum, count) => sum + count, 0)).toBe(words);
        const strength = strengthOf(runs, two(fraction.factorCount), 6);
        expect(strength).toBe(Math.min(6, fraction.resolution - 1));
      }),
    );
  });

  it('mixes just the effects whose columns are equal or opposite', () => {
    fc.assert(
      fc.property(anyFraction, (fraction) => {
        const runs = fractionRuns(fraction);
        const sign = (run: readonly number[], effect: readonly number[]) =>
          effect.reduce((product, factor) => product * (run[factor] === 1 ? 1 : -1), 1);
        const { groups, clear, lost } = aliasTable(fraction);
        expect(lost).toEqual([]);
        const pairs = new Set<string>();
        for (const group of groups) {
          const [first] = group;
          for (const { effect, sign: own } of group) {
            for (const run of runs) expect(sign(run, first?.effect ?? [])).toBe(own * sign(run, effect)); // prettier-ignore
            for (const other of group) {
              if (other.effect !== effect) pairs.add([effect, other.effect].map(written).join());
            }
          }
        }
        expect(groups.flat().length).toBe(
          fraction.factorCount + (fraction.factorCount * (fraction.factorCount - 1)) / 2,
        );
        expect(clear.length).toBe(groups.filter(({ length }) => length === 1).length);
        const found = confoundings(runs, two(fraction.factorCount));
        expect(found.every(({ correlation }) => correlation > 1 - 1e-12)).toBe(true);
        const correlated = found.flatMap(({ first, second }) => [
          [first, second].map(written).join(),
          [second, first].map(written).join(),
        ]);
        expect(new Set(correlated)).toEqual(pairs);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses generators that make no fraction', () => {
    expect(refusalOf(regularFraction(3, [[0]]))).toBe('invalid-generator');
    expect(refusalOf(regularFraction(3, [[0, 3]]))).toBe('invalid-generator');
    expect(refusalOf(regularFraction(3, [[1, 0]]))).toBe('invalid-generator');
    expect(refusalOf(regularFraction(3, [[0, 1], [0, 1]]))).toBe('invalid-generator'); // prettier-ignore
  });

  it('is told apart from another by the test of equal plans', () => {
    const clear = valueOf(regularFraction(3, [[0, 1, 2]]));
    const mixed = valueOf(regularFraction(3, [[0, 1]]));
    const levels = two(4);
    expect(isSamePlan(fractionRuns(clear), fractionRuns(mixed), [levels, levels])).toBe(false);
    expect(isSamePlan(runsOf('00 11'), runsOf('01 10'), [two(2), two(2)])).toBe(true);
    expect(isSamePlan(runsOf('00 11'), runsOf('00 01'), [two(2), two(2)])).toBe(false);
  });
});
