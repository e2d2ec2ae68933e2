import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strengthOf } from '#core/design/factorial/array-strength.ts';
import { dEfficiency } from '#core/design/factorial/d-efficiency.ts';
import { isAllowed, readFactorSpace } from '#core/design/factorial/factor-space.ts';
import { suggestPlans, type PlanSuggestions } from '#core/design/factorial/suggest-plans.ts';
import { refusalOf, valueOf } from '../../stats/oracle.ts';
import { factorsWith, written } from './factors.ts';

const never = (...choices: [factor: string, level: number][]) =>
  choices.map(([factor, level]) => ({ factor, level: String(level) }));
const suggested = (levels: number[], forbidden: ReturnType<typeof never>[], maxRuns: number) =>
  valueOf(suggestPlans(factorsWith(levels), forbidden, { maxRuns, seed: 'carrot' }));
const listed = ({ plans }: PlanSuggestions) =>
  plans.map(({ kind, runs, resolution }) => `${kind} ${runs.length} ${resolution}`);
const left = ({ unsuitable }: PlanSuggestions) =>
  unsuitable.map(({ kind, runs, problem }) => `${kind} ${runs} ${problem.code}`);

describe('the plans suggested', () => {
  it('for five factors of two levels are two fractions and a screening plan', () => {
    const found = suggested([2, 2, 2, 2, 2], [], 16);
    expect(listed(found)).toEqual([
      'regular-fraction 8 3',
      'plackett-burman 12 3',
      'regular-fraction 16 5',
    ]);
    expect(left(found)).toEqual([
      'full-factorial 32 more-runs-than-limit',
      'plackett-burman 20 more-runs-than-limit',
      'plackett-burman 24 more-runs-than-limit',
    ]);
    const [quarter, screening, half] = found.plans;
    expect(quarter?.aliases?.groups[0]?.map(({ effect }) => written(effect))).toEqual(['A', 'BD', 'CE']); // prettier-ignore
    expect(quarter?.worst).toEqual({ mainWithMain: 0, mainWithPair: 1, pairWithPair: 1 });
    expect(screening?.worst.mainWithPair).toBeCloseTo(1 / 3, 12);
    expect(screening?.clear).toEqual([]);
    expect(half?.clear.length).toBe(15);
    expect(half?.efficiency.main).toBeCloseTo(1, 12);
    expect(half?.efficiency.mainAndPairs).toBeCloseTo(1, 12);
  });

  it('for mixed levels are the smallest orthogonal array, and a D-optimal plan that tells pairs', () => {
    const found = suggested([3, 3, 3, 3], [], 9);
    expect(listed(found)).toEqual(['orthogonal-array 9 3']);
    expect(left(found)).toEqual([
      'full-factorial 81 more-runs-than-limit',
      'd-optimal null too-few-runs',
    ]);
    const larger = suggested([4, 3, 2, 2], [], 30);
    expect(listed(larger).slice(0, 1)).toEqual(['orthogonal-array 24 3']);
    expect(larger.plans[0]?.arrayLevels?.slice(0, 3)).toEqual([4, 3, 2]);
    const [, optimal] = larger.plans;
    expect(optimal?.kind).toBe('d-optimal');
    expect(optimal?.efficiency.mainAndPairs).toBeGreaterThan(0.7);
  });

  it('under two levels that may not meet are D-optimal, since they meet in every orthogonal plan', () => {
    const found = suggested([4, 4, 2], [never(['A', 3], ['B', 1])], 24);
    expect(found.plans.map(({ kind }) => kind)).toEqual(['d-optimal', 'd-optimal']);
    expect(left(found)).toEqual([
      'full-factorial 30 more-runs-than-limit',
      'orthogonal-array null forbidden-levels-meet',
    ]);
    const [main, pairs] = found.plans;
    expect(main?.efficiency.main).toBeGreaterThan(0.9);
    expect(main?.resolution).toBeNull();
    // The pair without one of its cells cannot be told whole: of 1 + 7 + 9 + 3 + 3 numbers one is lost.
    expect(pairs?.optimalFor).toEqual({ model: 'main-and-pairs', coefficients: 22, lostCoefficients: 1 }); // prettier-ignore
    expect(pairs?.runs.length).toBeLessThanOrEqual(24);
  });

  it('for nineteen factors are the screening plan in 20 cells of Bell, Ledolter & Swersey', () => {
    const nineteen = new Array<number>(19).fill(2);
    const found = suggested(nineteen, [], 20);
    expect(listed(found)).toEqual(['plackett-burman 20 3']);
    expect(left(found)).toEqual([
      'full-factorial null too-many-combinations',
      'plackett-burman 24 more-runs-than-limit',
      'd-optimal null too-few-runs',
    ]);
    const limited = suggested(nineteen, [never(['A', 1], ['B', 1])], 24);
    expect(limited.plans.map(({ kind }) => kind)).toEqual(['d-optimal']);
    expect(limited.plans[0]?.efficiency.main).toBeGreaterThan(0.75);
    expect(limited.plans[0]?.runs.some(([first, second]) => first === 1 && second === 1)).toBe(false); // prettier-ignore
    expect(suggested(nineteen, [never(['A', 1], ['B', 1])], 24)).toEqual(limited);
  });

  it('avoid a forbidden triple by other signs of the generators', () => {
    const forbidden = [never(['A', 0], ['B', 0], ['D', 1])];
    const found = suggested([2, 2, 2, 2, 2], forbidden, 8);
    const [plan] = found.plans;
    expect(plan?.kind).toBe('regular-fraction');
    expect(plan?.fraction?.generators.map(({ sign }) => sign)).toEqual([-1, 1]);
    expect(plan?.aliases?.groups[0]?.map(({ effect, sign }) => [written(effect), sign])).toEqual([
      ['A', 1],
      ['BD', -1],
      ['CE', 1],
    ]);
  });

  it('are the same for the same seed, allowed, within the limit, and what they say they are', () => {
    const levels = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 2, maxLength: 5 });
    const choice = fc.tuple(fc.nat(4), fc.nat(3));
    const prohibitions = fc.array(fc.array(choice, { minLength: 2, maxLength: 3 }), {
      maxLength: 2,
    });
    fc.assert(
      fc.property(
        levels,
        prohibitions,
        fc.integer({ min: 2, max: 32 }),
        (counts, wanted, maxRuns) => {
          const factors = factorsWith(counts);
          const forbidden = wanted.map((choices) => {
            const placed = choices.map(([place, level]): [number, number] => {
              const factor = place % counts.length;
              return [factor, level % (counts[factor] ?? 1)];
            });
            return [...new Map(placed)].map(([factor, level]) => ({
              factor: factors[factor]?.id ?? '',
              level: String(level),
            }));
          });
          const ask = () => suggestPlans(factors, forbidden, { maxRuns, seed: 'carrot' });
          const found = ask();
          if (!found.ok) {
            expect(['no-run-left', 'level-never-allowed']).toContain(found.problem.code);
            return;
          }
          expect(ask()).toEqual(found);
          const space = valueOf(readFactorSpace(factors, forbidden));
          expect(found.value.plans.length + found.value.unsuitable.length).toBeGreaterThan(0);
          for (const { kind, runs, resolution, efficiency } of found.value.plans) {
            expect(runs.length).toBeLessThanOrEqual(maxRuns);
            expect(runs.every((run) => isAllowed(run, space.forbidden))).toBe(true);
            expect(efficiency.main).toBeCloseTo(dEfficiency(runs, counts, 'main'), 12);
            if (resolution !== null) {
              expect(strengthOf(runs, counts, resolution - 1)).toBe(Math.min(resolution - 1, counts.length)); // prettier-ignore
              expect(efficiency.main).toBeCloseTo(1, 9);
            }
            if (kind === 'd-optimal') expect(efficiency.main).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are refused for what is no plan', () => {
    const ask = (factors: ReturnType<typeof factorsWith>, maxRuns: number, forbidden = [never()]) =>
      refusalOf(suggestPlans(factors, forbidden.filter(({ length }) => length), { maxRuns, seed: 1 })); // prettier-ignore
    expect(ask([], 8)).toBe('no-factor');
    expect(ask(factorsWith([2, 2]), 1)).toBe('invalid-run-limit');
    expect(ask(factorsWith([2, 2]), 4.5)).toBe('invalid-run-limit');
    expect(ask(factorsWith([2, 2]), 4, [never(['A', 0])])).toBe('level-never-allowed');
    expect(ask(factorsWith([2, 2]), 4, [never(['A', 0], ['C', 0])])).toBe('unknown-level');
  });
});
