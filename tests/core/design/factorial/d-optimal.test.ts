import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGenerator } from '#core/random/generator.ts';
import { shuffle } from '#core/random/shuffle.ts';
import { dEfficiency } from '#core/design/factorial/d-efficiency.ts';
import { dOptimalPlan, estimableModel } from '#core/design/factorial/d-optimal.ts';
import { coefficientCount, type EffectModel } from '#core/design/factorial/effect.ts';
import type { PlacedLevel } from '#core/design/factorial/factor-space.ts';
import { fullFactorial } from '#core/design/factorial/full-factorial.ts';
import { fractionRuns, regularFraction } from '#core/design/factorial/regular-fraction.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../../stats/oracle.ts';

const { optimal, plans } = oracle<{
  optimal: {
    levelCounts: number[];
    model: EffectModel;
    runs: number;
    forbidden: PlacedLevel[][];
    candidates: number;
    efficiency: number;
    by: 'enumeration' | 'optFederov';
  }[];
  plans: {
    levelCounts: number[];
    model: EffectModel;
    runs: number[][];
    efficiency?: number;
  }[];
}>('factorial/factorial-plans');

describe('D-efficiency', () => {
  it('is that of AlgDesign::eval.design', () => {
    const rated = plans.filter(({ efficiency }) => typeof efficiency === 'number');
    expect(rated.length).toBeGreaterThan(20);
    for (const { levelCounts, model, runs, efficiency } of rated) {
      expectClose(dEfficiency(runs, levelCounts, model), efficiency ?? NaN, 1e-9, levelCounts);
    }
  });

  it('is 1 for a fraction, 0 where effects are mixed or the runs too few', () => {
    const runs = fractionRuns(valueOf(regularFraction(3, [[0, 1, 2]])));
    const levels = [2, 2, 2, 2];
    expect(dEfficiency(runs, levels, 'main')).toBeCloseTo(1, 12);
    expect(dEfficiency([...runs, ...runs], levels, 'main-and-pairs')).toBe(0);
    expect(dEfficiency(runs.slice(0, 4), levels, 'main')).toBe(0);
    expect(dEfficiency([[0, 0], [1, 0], [0, 1]], [2, 2], 'main')).toBeCloseTo(0.8399474, 7); // prettier-ignore
  });
});

describe('D-optimal plans', () => {
  it('tell as much as the best that enumeration or AlgDesign found', () => {
    expect(optimal.length).toBe(45);
    for (const { levelCounts, model, runs, forbidden, candidates, efficiency, by } of optimal) {
      const allowed = valueOf(fullFactorial({ levelCounts, forbidden }));
      expect(allowed.length).toBe(candidates);
      const search = { candidates: allowed, levelCounts, model, runs, seed: 'carrot', starts: 20 };
      const found = valueOf(dOptimalPlan(search));
      const about = { levelCounts, model, runs, by };
      if (by === 'enumeration') expectClose(found.efficiency, efficiency, 1e-9, about);
      else expect(found.efficiency / efficiency, JSON.stringify(about)).toBeGreaterThan(1 - 1e-9);
      expectClose(dEfficiency(found.runs, levelCounts, model), found.efficiency, 1e-9, about);
    }
  });

  const searches = fc
    .record({
      levelCounts: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 2, maxLength: 4 }),
      model: fc.constantFrom<EffectModel>('main', 'main-and-pairs'),
      extra: fc.nat(6),
      pair: fc.tuple(fc.nat(3), fc.nat(3)),
      seed: fc.nat(1000),
    })
    .map(({ levelCounts, model, extra, pair, seed }) => {
      const forbidden = [
        pair.map((level, factor) => ({ factor, level: level % (levelCounts[factor] ?? 1) })),
      ];
      const candidates = valueOf(fullFactorial({ levelCounts, forbidden }));
      const runs = coefficientCount(model, levelCounts) + extra;
      return { candidates, levelCounts, model, runs, seed, starts: 3 };
    });

  it('take allowed runs, none twice, the same for the same seed, and beat random choices', () => {
    fc.assert(
      fc.property(searches, (search) => {
        const found = dOptimalPlan(search);
        const { candidates, levelCounts, model, runs, seed } = search;
        if (!found.ok) {
          expect(['too-many-runs', 'model-not-estimable']).toContain(found.problem.code);
          return;
        }
        expect(dOptimalPlan(search)).toEqual(found);
        const names = new Set(found.value.runs.map((run) => run.join()));
        expect(names.size).toBe(runs);
        expect(found.value.runs.every((run) => candidates.includes(run))).toBe(true);
        expect(found.value.efficiency).toBeLessThanOrEqual(1 + 1e-12);
        const generator = createGenerator(`other ${seed}`);
        // Where some pair cannot be told whole, no plan has an efficiency for all pairs.
        const whole = found.value.lostCoefficients === 0;
        expect(dEfficiency(found.value.runs, levelCounts, model) > 0).toBe(whole);
        for (let draw = 0; draw < 10; draw += 1) {
          const random = shuffle([...candidates], generator).slice(0, runs);
          expect(dEfficiency(random, levelCounts, model)).toBeLessThanOrEqual(
            found.value.efficiency * (1 + 1e-9),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('cannot be improved by exchanging one run', () => {
    fc.assert(
      fc.property(searches, (search) => {
        const found = dOptimalPlan({ ...search, starts: 1 });
        if (!found.ok || found.value.lostCoefficients > 0) return;
        const { runs, efficiency } = found.value;
        for (const [place] of runs.entries()) {
          for (const other of search.candidates) {
            if (runs.includes(other)) continue;
            const exchanged = dEfficiency(
              runs.with(place, other),
              search.levelCounts,
              search.model,
            );
            expect(exchanged).toBeLessThanOrEqual(efficiency * (1 + 1e-8));
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('find a half fraction where there is one', () => {
    const candidates = valueOf(fullFactorial({ levelCounts: [2, 2, 2], forbidden: [] }));
    const search = { candidates, levelCounts: [2, 2, 2], model: 'main', runs: 4, seed: 1 } as const;
    const found = valueOf(dOptimalPlan(search));
    expect(found.efficiency).toBeCloseTo(1, 12);
    const parities = found.runs.map((run) => run.reduce((sum, level) => sum + level, 0) % 2);
    expect(new Set(parities).size).toBe(1);
  });

  it('tell of pairs what can be told when two levels may not meet', () => {
    const levelCounts = [4, 3, 2];
    const forbidden = [[{ factor: 0, level: 3 }, { factor: 1, level: 2 }]]; // prettier-ignore
    const candidates = valueOf(fullFactorial({ levelCounts, forbidden }));
    const search = { candidates, levelCounts, model: 'main-and-pairs', runs: 18, seed: 3 } as const;
    const found = valueOf(dOptimalPlan(search));
    // 1 + 3 + 2 + 1 and 6 + 3 + 2 of pairs, of which one of carrots by channels is never seen.
    expect(found.coefficients).toBe(17);
    expect(found.lostCoefficients).toBe(1);
    const told = estimableModel(found.runs, levelCounts, 'main-and-pairs');
    expect(told?.rows[0]?.length).toBe(17);
  });

  it('are refused where they cannot be', () => {
    const levelCounts = [2, 2, 2];
    const candidates = valueOf(fullFactorial({ levelCounts, forbidden: [] }));
    const search = { candidates, levelCounts, model: 'main', seed: 1 } as const;
    expect(refusalOf(dOptimalPlan({ ...search, runs: 3 }))).toBe('too-few-runs');
    expect(refusalOf(dOptimalPlan({ ...search, runs: 9 }))).toBe('too-many-runs');
    const tied = candidates.filter(([first, second]) => first === second);
    expect(refusalOf(dOptimalPlan({ ...search, candidates: tied, runs: 4 }))).toBe(
      'model-not-estimable',
    );
  });
});
