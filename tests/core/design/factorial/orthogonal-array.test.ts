import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedVariant } from '#core/design/factorial/allowed-variant.ts';
import { strengthOf } from '#core/design/factorial/array-strength.ts';
import { confoundings, worstMixing } from '#core/design/factorial/confounding.ts';
import { addLevels, differenceScheme } from '#core/design/factorial/difference-scheme.ts';
import { isAllowed } from '#core/design/factorial/factor-space.ts';
import { fitOrthogonalArray } from '#core/design/factorial/fit-array.ts';
import { levelContrasts } from '#core/design/factorial/model-matrix.ts';
import { parentArrays } from '#core/design/factorial/orthogonal-array.ts';
import { plackettBurmanRuns } from '#core/design/factorial/plackett-burman.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../../stats/oracle.ts';
import { isSamePlan, runsOf } from './same-plan.ts';

const { screening, arrays } = oracle<{
  screening: { runs: number; length3: number; length4: number; resolution: number }[];
  arrays: { name: string; levelCounts: number[]; runs: number; length3: number; length4: number }[];
}>('factorial/factorial-plans');

const times = (count: number, levels: number) => new Array<number>(count).fill(levels);
const fitted = (levelCounts: readonly number[], most = 72) =>
  valueOf(fitOrthogonalArray(levelCounts, most)).runs;

/** Words of some length: the squared means of products of contrasts, added over all sets of so many factors. */
function words(
  runs: readonly (readonly number[])[],
  levelCounts: readonly number[],
  length: number,
): number {
  const columns = levelCounts.map((levels, factor) => {
    const rows = levelContrasts(levels);
    return Array.from({ length: levels - 1 }, (_, column) =>
      runs.map((run) => rows[run[factor] ?? 0]?.[column] ?? 0),
    );
  });
  const sum = (start: number, left: number, product: readonly number[]): number => {
    if (left === 0) return (product.reduce((total, value) => total + value, 0) / runs.length) ** 2;
    let total = 0;
    for (let factor = start; factor < columns.length; factor += 1) {
      for (const column of columns[factor] ?? []) {
        total += sum(
          factor + 1,
          left - 1,
          product.map((value, run) => value * (column[run] ?? 0)),
        );
      }
    }
    return total;
  };
  return sum(0, length, times(runs.length, 1));
}

describe('Plackett and Burman', () => {
  it('give the generalised words and resolution that DoE.base counts', () => {
    for (const { runs, length3, length4, resolution } of screening) {
      const plan = valueOf(plackettBurmanRuns(runs - 1, runs));
      const levels = times(runs - 1, 2);
      expect(strengthOf(plan, levels)).toBe(2);
      expectClose(words(plan, levels, 3), length3, 1e-9, runs);
      expectClose(words(plan, levels, 4), length4, 1e-9, runs);
      const { mainWithMain, mainWithPair } = worstMixing(confoundings(plan, levels));
      expect(mainWithMain).toBe(0);
      // R rounds the resolution to two digits.
      expect(Math.abs(4 - mainWithPair - resolution)).toBeLessThan(0.005);
    }
  });

  it('mix a main effect with every pair of others by a third in 12 runs, three fifths at most in 20, a third in 24', () => {
    const found = (runs: number, factors: number) =>
      confoundings(valueOf(plackettBurmanRuns(factors, runs)), times(factors, 2)).filter(
        ({ first, second }) => first.length === 1 && second.length === 2,
      );
    const twelve = found(12, 11);
    expect(twelve.length).toBe(11 * 45);
    for (const { correlation } of twelve) expect(correlation).toBeCloseTo(1 / 3, 12);
    expect(found(20, 19)[0]?.correlation).toBeCloseTo(0.6, 12);
    expect(found(24, 23)[0]?.correlation).toBeCloseTo(1 / 3, 12);
  });

  it.each([12, 20, 24])('are those that squares modulo a prime give: %i runs', (runs) => {
    // Paley (1933): a level is a square, or not, of the difference of row and column modulo runs - 1.
    const prime = runs - 1;
    const squares = new Set(
      Array.from({ length: prime - 1 }, (_, root) => (root + 1) ** 2 % prime),
    );
    const paley = Array.from({ length: prime }, (_, row) =>
      Array.from({ length: prime }, (__, column) => {
        const difference = (column - row + prime) % prime;
        return difference === 0 || squares.has(difference) ? 1 : 0;
      }),
    );
    const ours = valueOf(plackettBurmanRuns(prime, runs)).map((run) => run.join(''));
    const turned = Array.from({ length: prime }, (_, shift) =>
      paley.map((row) => row.map((__, column) => row[(column + shift) % prime]).join('')),
    );
    const mirrored = turned.map((rows) => rows.map((row) => Array.from(row).toReversed().join('')));
    const same = [...turned, ...mirrored].filter(
      (rows) => rows.toSorted().join() === ours.slice(0, -1).toSorted().join(),
    );
    expect(same.length).toBeGreaterThan(0);
  });

  it('are refused where there are none', () => {
    for (const [factors, runs] of [
      [12, 12],
      [0, 12],
      [5, 16],
      [23, 20],
    ]) {
      // prettier-ignore
      expect(refusalOf(plackettBurmanRuns(factors ?? 0, runs ?? 0))).toBe('no-such-screening-plan');
    }
  });
});

describe('difference schemes', () => {
  it('hold every difference of two columns equally often', () => {
    const known = [[2, 2], [3, 3], [4, 2], [4, 4], [5, 5], [6, 3], [7, 7], [8, 2], [8, 4], [8, 8], [9, 3], [9, 9], [12, 2], [12, 3], [16, 2], [16, 4], [16, 8], [20, 2], [24, 2], [6, 2], [10, 5], [12, 6], [18, 3]]; // prettier-ignore
    for (const [rows = 0, levels = 0] of known) {
      const scheme = differenceScheme(rows, levels);
      expect(scheme?.rows.length).toBe(rows);
      const add = addLevels(levels);
      const negative = Array.from({ length: levels }, (_, value) =>
        Array.from({ length: levels }, (__, other) => other).findIndex((o) => add(value, o) === 0),
      );
      const width = scheme?.rows[0]?.length ?? 0;
      for (let first = 0; first < width; first += 1) {
        for (let second = first + 1; second < width; second += 1) {
          const counts = times(levels, 0);
          for (const row of scheme?.rows ?? []) {
            const difference = add(row[first] ?? 0, negative[row[second] ?? 0] ?? 0);
            counts[difference] = (counts[difference] ?? 0) + 1;
          }
          expect(counts, `${rows} over ${levels}`).toEqual(times(levels, rows / levels));
        }
      }
    }
    expect(differenceScheme(7, 3)).toBeNull();
  });
});

describe('orthogonal arrays', () => {
  it('have strength 2 in every array from which others are split', () => {
    for (let runs = 4; runs <= 72; runs += 1) {
      for (const array of parentArrays(runs)) {
        const levels = array.map((column) => column.levels);
        const rows = Array.from({ length: runs }, (_, run) =>
          array.map(({ entries }) => entries[run] ?? Number.NaN),
        );
        expect(strengthOf(rows, levels, 2), `${runs}: ${levels.join()}`).toBe(2);
      }
    }
  });

  // Hedayat, Sloane & Stufken (1999), tables 12.7 and 12.8; Kuhfeld's list.
  it.each([
    [4, times(3, 2)],
    [8, times(7, 2)],
    [8, [4, ...times(4, 2)]],
    [9, times(4, 3)],
    [12, times(11, 2)],
    [12, [3, ...times(4, 2)]],
    [12, [6, 2, 2]],
    [16, times(15, 2)],
    [16, [4, ...times(12, 2)]],
    [16, [4, 4, ...times(9, 2)]],
    [16, [4, 4, 4, ...times(6, 2)]],
    [16, [4, 4, 4, 4, 2, 2, 2]],
    [16, times(5, 4)],
    [16, [8, ...times(8, 2)]],
    [18, [2, ...times(7, 3)]],
    [18, [6, ...times(6, 3)]],
    [20, times(19, 2)],
    [20, [5, ...times(8, 2)]],
    [24, [4, 3, ...times(12, 2)]],
    [24, [6, ...times(14, 2)]],
    [24, [3, ...times(16, 2)]],
    [24, [12, ...times(12, 2)]],
    [25, times(6, 5)],
    [27, times(13, 3)],
    [27, [9, ...times(9, 3)]],
    [32, [...times(9, 4), ...times(4, 2)]],
    [32, [8, ...times(8, 4)]],
    [36, [...times(12, 3), ...times(11, 2)]],
    [36, [4, ...times(13, 3)]],
    [40, [5, 4, 2, 2, 2]],
    [49, times(8, 7)],
    [64, times(9, 8)],
  ])('of %i runs hold the levels %j', (runs, levels) => {
    const found = valueOf(fitOrthogonalArray(levels, runs));
    expect(found.runs.length).toBe(runs);
    expect(strengthOf(found.runs, levels, 2)).toBe(2);
    expect(found.arrayLevels.length).toBeGreaterThanOrEqual(levels.length);
  });

  it('have the words of the published arrays', () => {
    for (const { name, levelCounts, runs, length3, length4 } of arrays) {
      const found = fitted(levelCounts);
      expect(found.length, name).toBe(runs);
      expectClose(words(found, levelCounts, 3), length3, 1e-9, name);
      expectClose(words(found, levelCounts, 4), length4, 1e-9, name, 1);
    }
  });

  it('of nine runs are the published L9', () => {
    const published = runsOf('1111 1222 1333 2123 2231 2312 3132 3213 3321', 1);
    expect(isSamePlan(fitted(times(4, 3)), published, [times(4, 3), times(4, 3)])).toBe(true);
  });

  it('of eighteen runs are the published L18', () => {
    // Taguchi's L18 as in the NIST/SEMATECH handbook, 5.3.3.10, and Phadke (1989), table A.
    const published = runsOf(
      `11111111 11222222 11333333 12112233 12223311 12331122 13121323 13232131 13313212
       21133221 21211332 21322113 22123132 22231213 22312321 23132312 23213123 23321231`,
      1,
    );
    const levels = [2, ...times(7, 3)];
    expect(strengthOf(published, levels, 2)).toBe(2);
    expect(isSamePlan(fitted(levels), published, [levels, levels])).toBe(true);
    // The test of equal plans sees a single exchanged level.
    const spoiled = published.map((run, place) => (place === 0 ? run.with(7, 1) : run));
    expect(isSamePlan(fitted(levels), spoiled, [levels, levels])).toBe(false);
  });

  it.each([
    [
      [2, ...times(7, 3)],
      [2, 3, 3, 3],
    ],
    [[2, ...times(7, 3)], times(5, 3)],
    [
      [4, 4, ...times(9, 2)],
      [4, 4, 2, 2, 2],
    ],
  ])(
    'of the columns %j take those for %j that mix main effects with pairs the least',
    (all, levels) => {
      const whole = fitted(all);
      const sets = levels.reduce<number[][]>(
        (before, count, at) =>
          before.flatMap((set) =>
            all.flatMap((own, column) => {
              const repeats = own === count && levels[at - 1] === count;
              return own === count && (!repeats || column > (set.at(-1) ?? -1))
                ? [[...set, column]]
                : [];
            }),
          ),
        [[]],
      );
      const mixing = sets.map((set) =>
        words(
          whole.map((run) => set.map((c) => run[c] ?? 0)),
          levels,
          3,
        ),
      );
      expect(Math.max(...mixing)).toBeGreaterThan(Math.min(...mixing) + 0.1);
      expect(words(fitted(levels), levels, 3)).toBeCloseTo(Math.min(...mixing), 12);
    },
  );

  it('are even for any factors, and have a run for everything they are to find', () => {
    const levels = fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(levels, (levelCounts) => {
        const found = fitOrthogonalArray(levelCounts, 64);
        if (!found.ok) {
          expect(found.problem.code).toBe('no-array');
          return;
        }
        const { runs } = found.value;
        expect(strengthOf(runs, levelCounts, 2)).toBe(2);
        expect(runs.length).toBeGreaterThan(levelCounts.reduce((sum, count) => sum + count - 1, 0));
      }),
    );
  });

  it('say where there is none', () => {
    expect(refusalOf(fitOrthogonalArray([3, 3, 3], 8))).toBe('no-array');
    expect(refusalOf(fitOrthogonalArray([7, 5, 3], 72))).toBe('no-array');
  });
});

describe('the exchange of levels', () => {
  it('avoids forbidden runs where it can, and changes nothing that the plan tells', () => {
    const choices = fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(3)), {
      minLength: 3,
      maxLength: 3,
      selector: ([factor]) => factor,
    });
    const any = fc.constantFrom([3, 3, 3, 3], [2, 3, 3, 3], [4, 2, 2, 2]);
    fc.assert(
      fc.property(any, fc.array(choices, { maxLength: 2 }), (levels, wanted) => {
        const plan = fitted(levels);
        const forbidden = wanted.map((prohibition) =>
          prohibition.map(([factor, level]) => ({ factor, level: level % (levels[factor] ?? 1) })),
        );
        const moved = allowedVariant(plan, { levelCounts: levels, forbidden });
        // Each of these plans leaves out some combinations of any three factors, unless it holds them all.
        const complete = strengthOf(plan, levels) > 2;
        if (forbidden.length === 0) expect(moved).toEqual(plan);
        if (forbidden.length === 1 && levels[0] === 3)
          expect(complete || moved !== null).toBe(true);
        if (!moved) return;
        expect(moved.every((run) => isAllowed(run, forbidden))).toBe(true);
        expect(isSamePlan(moved, plan, [levels, levels])).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('gives up where two levels may not meet', () => {
    const forbidden = [[{ factor: 0, level: 0 }, { factor: 1, level: 2 }]]; // prettier-ignore
    expect(allowedVariant(fitted(times(4, 3)), { levelCounts: times(4, 3), forbidden })).toBeNull();
  });
});
