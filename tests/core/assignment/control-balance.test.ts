import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlBalance, largestDifference } from '#core/assignment/control-balance.ts';
import { controlOmnibus } from '#core/assignment/control-omnibus.ts';
import {
  controlLevels,
  mostControlLevels,
  type ControlValues,
  type DrawnPlaces,
} from '#core/assignment/control-values.ts';
import { createGenerator } from '#core/random/generator.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../stats/oracle.ts';

interface Line {
  value: string | null;
  byArm: (number | null)[];
  smd: (number | null)[];
}
interface Case {
  cells: number;
  arms: number;
  cell: number[];
  arm: number[];
  controls: (
    | { kind: 'category'; values: string[]; codes: number[] }
    | { kind: 'number' | 'date'; numbers: (number | null)[] }
  )[];
  expected: { mean: Omit<Line, 'value'> | null; levels: Line[] }[];
  omnibus: { statistic: number; df: number; p: number }[];
}

const cases = oracle<Case[]>('assignment/control-balance');

const placesOf = (cell: number[], arm: number[], cellCount: number, armCount: number) => ({
  cells: Int32Array.from(cell),
  arms: Int32Array.from(arm),
  cellCount,
  armCount,
});
const numbers = (
  values: readonly (number | null)[],
  kind: 'number' | 'date' = 'number',
): ControlValues => ({
  kind,
  numbers: Float64Array.from(values, (each) => each ?? NaN),
});
const category = (values: readonly string[], codes: readonly number[]): ControlValues => ({
  kind: 'category',
  values,
  codes: Int32Array.from(codes),
});
const controlsOf = ({ controls }: Case): ControlValues[] =>
  controls.map((control) =>
    control.kind === 'category'
      ? category(control.values, control.codes)
      : numbers(control.numbers, control.kind),
  );

describe('the balance of control factors is that of NumPy, written out', () => {
  // Through standardisedMeanDifference and standardisedLevelDifference.
  it('in the means, shares and standardised differences of every arm', () => {
    for (const each of cases) {
      const places = placesOf(each.cell, each.arm, each.cells, each.arms);
      controlBalance(controlsOf(each), places).forEach(({ kind, lines }, factor) => {
        const { mean, levels } = each.expected[factor] as Case['expected'][number];
        const expected = [...(mean ? [{ value: null, ...mean }] : []), ...levels];
        expect(kind).toBe(each.controls[factor]?.kind);
        expect(lines.length).toBe(expected.length);
        lines.forEach(({ level, byArm, standardisedDifferences }, index) => {
          const { value, byArm: figures, smd } = expected[index] as Line;
          if (level?.kind === 'value') expect(level.value).toBe(value);
          expectAll(byArm, figures, 1e-12);
          expectAll(standardisedDifferences.slice(1), smd, 1e-9);
          expect(standardisedDifferences[0]).toBeNull();
        });
      });
    }
  });

  it('in the omnibus chi-square within cells, by omnibusBalance', () => {
    for (const each of cases) {
      const places = placesOf(each.cell, each.arm, each.cells, each.arms);
      const [holdout, ...found] = controlOmnibus(controlsOf(each), places);
      expect(holdout).toBeNull();
      found.forEach((result, index) => {
        const expected = each.omnibus[index] as Case['omnibus'][number];
        const { statistic, degreesOfFreedom, pValue } = valueOf(result ?? { ok: false, problem: { code: 'none' } }); // prettier-ignore
        expect(degreesOfFreedom).toBe(expected.df);
        expectClose(statistic, expected.statistic, 1e-9, each.cells, 1e-3);
        expectClose(pValue, expected.p, 1e-9, each.cells);
      });
    }
  });

  it('in the examples of the docstrings', () => {
    const women = category(['F', 'M'], [0, 0, 1, 1, 1, 0, 1, 0, 1, 0]);
    const places = placesOf(new Array<number>(10).fill(0), [0, 0, 0, 0, 0, 1, 1, 1, 1, 1], 1, 2);
    const [balance] = controlBalance([women], places);
    // 2 of 5 women in the holdout, 3 of 5 in the arm: 0.2 / √0.24.
    const one = balance?.lines.find(({ level }) => level?.kind === 'value' && level.value === 'F');
    expectClose(one?.standardisedDifferences[1] ?? NaN, 0.2 / Math.sqrt(0.24), 1e-12, 'women');
    const known = controlOmnibus([numbers([3, 4, 5, 6, 9, 1, 2, 3, 4, 5])], places);
    expectClose(valueOf(known[1] ?? { ok: false, problem: { code: 'none' } }).pValue, 0.0918, 1e-3, 'p'); // prettier-ignore
  });
});

function expectAll(
  found: readonly (number | null)[],
  expected: readonly (number | null)[],
  tolerance: number,
): void {
  expect(found.length).toBe(expected.length);
  expected.forEach((value, index) => {
    if (value === null) expect(found[index]).toBeNull();
    else expectClose(found[index] ?? NaN, value, tolerance, index, 1e-3);
  });
}

describe('levels of a control factor', () => {
  it('are the most frequent first, and what is missing is one of its own', () => {
    expect(controlLevels(category(['M', 'F', 'X'], [1, 0, 1, -1]))).toEqual({
      levels: [{ kind: 'value', value: 'F' }, { kind: 'value', value: 'M' }, { kind: 'missing' }],
      levelOf: Int32Array.from([0, 1, 0, 2]),
    });
    expect(controlLevels(numbers([1, null])).levelOf).toEqual(Int32Array.from([-1, 0]));
    expect(controlLevels(numbers([1, 2])).levels).toEqual([]);
  });

  it('are joined where there are very many', () => {
    const values = Array.from({ length: 30 }, (_, index) => `v${index}`);
    const codes = values.flatMap((_, index) => new Array<number>(40 - index).fill(index));
    const { levels, levelOf } = controlLevels(category(values, codes));
    expect(levels.length).toBe(mostControlLevels);
    expect(levels[0]).toEqual({ kind: 'value', value: 'v0' });
    expect(levels.at(-1)).toEqual({ kind: 'others', levels: 11 });
    expect(levelOf.at(-1)).toBe(mostControlLevels - 1);
  });
});

describe('what cannot be computed says so', () => {
  const places = placesOf([0, 0, 0, 0], [0, 0, 1, 1], 1, 2);

  it('arms without any spread agree by 0 or are not comparable', () => {
    const differences = (values: (number | null)[]) =>
      controlBalance([numbers(values)], places)[0]?.lines[0]?.standardisedDifferences[1];
    expect(differences([5, 5, 5, 5])).toBe(0);
    expect(differences([5, 5, 6, 6])).toBeNull();
    expect(differences([5, null, 6, 7])).toBeNull();
    const apart = controlBalance([category(['a', 'b'], [0, 0, 1, 1])], places)[0]?.lines[0];
    expect(apart?.standardisedDifferences).toEqual([null, null]);
    expect(largestDifference([])).toBeNull();
  });

  it('no factor, no variation and too many levels are refused', () => {
    const refusal = (controls: ControlValues[], at: DrawnPlaces = places) => {
      const [, found] = controlOmnibus(controls, at);
      return found ? refusalOf(found) : 'none';
    };
    expect(refusal([])).toBe('no-control-factors');
    expect(refusal([numbers([0.1, 0.1, 0.1, 0.1])])).toBe('no-informative-strata');
    const wide = Array.from({ length: 60 }, () => category(['a', 'b'], [0, 1, 0, 1]));
    expect(refusal(wide, { ...places, cellCount: 2000 })).toBe('too-many-control-levels');
  });
});

describe('the balance', () => {
  const list = fc.record({
    seed: fc.integer(),
    count: fc.integer({ min: 12, max: 60 }),
    scale: fc.constantFrom(1e-6, 1, 1e9),
    shift: fc.constantFrom(0, -5, 1e6),
  });

  it('does not depend on the order of customers, nor on the unit of a number', () => {
    fc.assert(
      fc.property(list, ({ seed, count, scale, shift }) => {
        const random = createGenerator(String(seed));
        const rows = Array.from({ length: count }, (_, index) => ({
          cell: index % 2,
          arm: index % 3,
          value: Math.floor(random.nextShare() * 50),
          code: Math.floor(random.nextShare() * 4) - 1,
        }));
        const measure = (of: typeof rows, times: number, plus: number) => {
          const places = placesOf(of.map((r) => r.cell), of.map((r) => r.arm), 2, 3); // prettier-ignore
          const controls = [
            numbers(of.map((r) => r.value * times + plus)),
            category(['a', 'b', 'c'], of.map((r) => r.code)), // prettier-ignore
          ];
          return { balance: controlBalance(controls, places), omnibus: controlOmnibus(controls, places) }; // prettier-ignore
        };
        const before = measure(rows, 1, 0);
        const after = measure(rows.toReversed(), scale, shift * scale);
        expectClose(
          largestDifference(after.balance)?.standardisedDifference ?? NaN,
          largestDifference(before.balance)?.standardisedDifference ?? NaN,
          1e-6,
          seed,
        );
        after.omnibus.forEach((found, arm) => {
          const other = before.omnibus[arm];
          if (found && other) expectClose(valueOf(found).statistic, valueOf(other).statistic, 1e-6, seed); // prettier-ignore
        });
      }),
    );
  });
});
