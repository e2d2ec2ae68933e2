import { describe, expect, it } from 'vitest';
import { aliasTable } from '#core/design/factorial/alias-table.ts';
import { confoundings } from '#core/design/factorial/confounding.ts';
import { fitOrthogonalArray } from '#core/design/factorial/fit-array.ts';
import { minimumAberrationFraction } from '#core/design/factorial/minimum-aberration.ts';
import { mixings } from '#core/design/factorial/mixings.ts';
import { plackettBurmanRuns } from '#core/design/factorial/plackett-burman.ts';
import { fractionRuns } from '#core/design/factorial/regular-fraction.ts';
import { valueOf } from '../../stats/oracle.ts';
import { written } from './factors.ts';

const two = (factors: number) => new Array<number>(factors).fill(2);

describe('what is mixed', () => {
  it.each([
    [3, 4],
    [4, 8],
    [5, 8],
    [7, 16],
    [7, 8],
  ])(
    'in the fraction of %i factors in %i runs are the groups of its alias table',
    (factors, size) => {
      const fraction = valueOf(minimumAberrationFraction(factors, size));
      const said = mixings(confoundings(fractionRuns(fraction), two(factors)), two(factors));
      const groups = aliasTable(fraction).groups.filter(({ length }) => length > 1);
      expect(said.map(({ effect, fully }) => [effect, ...fully].map(written))).toEqual(
        groups.map((members) => members.map(({ effect }) => written(effect))),
      );
      expect(said.every(({ partly }) => partly.length === 0)).toBe(true);
    },
  );

  it('in Plackett–Burman is each factor with every pair of others, by a third', () => {
    const runs = valueOf(plackettBurmanRuns(5, 12));
    const mains = mixings(confoundings(runs, two(5)), two(5)).filter(({ effect }) => effect.length === 1); // prettier-ignore
    expect(mains).toHaveLength(5);
    for (const { effect, fully, partly } of mains) {
      expect(fully).toEqual([]);
      expect(partly.map((each) => each.effect.includes(effect[0] ?? -1))).toEqual(new Array(6).fill(false)); // prettier-ignore
      for (const { correlation } of partly) expect(correlation).toBeCloseTo(1 / 3, 12);
    }
  });

  it('in L9 is said of pairs again, since a pair of three levels is more than one number', () => {
    const counts = [3, 3, 3, 3];
    const found = confoundings(valueOf(fitOrthogonalArray(counts, 9)).runs, counts);
    const said = mixings(found, counts);
    const [first] = said;
    expect(first && [first.effect, ...first.fully].map(written)).toEqual(['A', 'BC', 'BD', 'CD']);
    const times = said.reduce((sum, { fully, partly }) => sum + fully.length + partly.length, 0);
    expect(times).toBe(found.length);
  });
});
