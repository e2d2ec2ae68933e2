import { describe, expect, it } from 'vitest';
import { binomialDraws } from '#core/random/binomial-draws.ts';
import { createGenerator, type RandomGenerator } from '#core/random/generator.ts';
import { crossFit } from '#core/rollout/policy/cross-fit.ts';
import { usualMethod } from '#core/rollout/policy/cross-fitting.ts';
import { drawHypergeometric } from '#core/rollout/policy/hypergeometric-draw.ts';
import { planProfit } from '#core/rollout/policy/plan-value.ts';
import type { PolicyProblem } from '#core/rollout/policy/policy-problem.ts';
import { estimate, plansBy } from '#core/rollout/policy/policy-rules.ts';
import { splitCounts } from '#core/rollout/policy/split-counts.ts';
import { countsWithout, testCounts } from '#core/rollout/policy/test-counts.ts';
import { hypergeometricProbability } from '#core/stats/distributions/hypergeometric-distribution.ts';
import { armTotals } from '../../results/planted-experiment.ts';

const carrot = {
  marginPerResponse: 72_000,
  marginPerSales: 0.3,
  rewardPerResponse: 5000,
  costPerContact: 3500,
};
const cells = 9;
const customers = 100;

/** A market in which carrots differ from cell to cell, and an experiment in it. */
function market(generator: RandomGenerator) {
  const shares = Array.from({ length: cells }, () => {
    const base = 0.02 + 0.03 * generator.nextShare();
    const lift = (spread: number) =>
      Math.max(0.001, base + 0.055 + spread * (2 * generator.nextShare() - 1));
    return [base, lift(0.04), lift(0.04), lift(0.08)];
  });
  const counts = testCounts(
    shares.map((row) =>
      row.map((share) => armTotals(customers, binomialDraws(customers, share)(generator))),
    ),
  );
  const problem: PolicyProblem = {
    counts,
    carrots: [carrot, carrot, carrot],
    basis: 'response',
    parts: shares.map((_, cell) => ({ cell, unit: cell, customers: 1000, allowed: [true, true, true] })), // prettier-ignore
    capacities: [],
  };
  const truth = Float64Array.from(
    shares.flatMap(([kept = 0, ...given]) =>
      given.map((share) => 72_000 * (share - kept) - 5000 * share - 3500),
    ),
  );
  return { problem, truth };
}

function mean(values: readonly number[]): {
  readonly mean: number;
  readonly standardError: number;
} {
  const average = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, value) => sum + (value - average) ** 2, 0);
  return {
    mean: average,
    standardError: Math.sqrt(spread / (values.length - 1) / values.length),
  };
}

// Over 3,000 of them: raw too good by 12.1 million of 12.2 million earned, cross-fitted off by -0.06 ± 0.14 million, the
// interval right in 97.7 percent, the error per cell 1,768 in place of 2,313.
describe('over 200 simulated experiments in markets that are known', () => {
  const fitting = { ...usualMethod, repeats: 1 };
  const generator = createGenerator('policy');
  const found = Array.from({ length: 200 }, () => {
    const { problem, truth } = market(generator);
    const estimates = estimate(problem, problem.counts);
    const [raw = new Float64Array()] = plansBy({ kind: 'raw' }, problem, estimates, [null]);
    const [used = new Float64Array()] = plansBy({ kind: 'shrunken' }, problem, estimates, [null]);
    const [judged] = crossFit(problem, estimates.raw, [{ kind: 'shrunken' }], [null], fitting);
    const value = judged?.value[0] ?? 0;
    const ofFolds = splitCounts(problem.counts, 5, createGenerator('carrotlab/policy')).map(
      (part) => {
        const without = estimate(problem, countsWithout(problem.counts, part));
        const [plan = new Float64Array()] = plansBy({ kind: 'shrunken' }, problem, without, [null]);
        return planProfit(plan, truth) / 5;
      },
    );
    const squares = (believed: Float64Array) =>
      believed.reduce((sum, each, place) => sum + (each - (truth[place] ?? 0)) ** 2, 0);
    return {
      rawTooGood: planProfit(raw, estimates.raw.profit) - planProfit(raw, truth),
      crossFittedOff: value - ofFolds.reduce((sum, each) => sum + each, 0),
      isCovered:
        Math.abs(value - planProfit(used, truth)) <= 1.96 * (judged?.standardError[0] ?? 0),
      rawSquares: squares(estimates.raw.profit),
      believedSquares: squares(estimates.believed.profit),
      trueValue: planProfit(used, truth),
    };
  });

  it('the raw value is too good by most of what is earned; the cross-fitted one is off by nothing but chance', () => {
    const raw = mean(found.map(({ rawTooGood }) => rawTooGood));
    const crossFitted = mean(found.map(({ crossFittedOff }) => crossFittedOff));
    const earned = mean(found.map(({ trueValue }) => trueValue));
    expect(raw.mean / raw.standardError).toBeGreaterThan(15);
    expect(raw.mean).toBeGreaterThan(0.8 * earned.mean);
    expect(Math.abs(crossFitted.mean / crossFitted.standardError)).toBeLessThan(3);
    expect(Math.abs(crossFitted.mean)).toBeLessThan(0.15 * earned.mean);
  });

  it('the interval holds what the plan truly earns in 95 of 100 or more', () => {
    const covered = found.filter(({ isCovered }) => isCovered).length;
    // 0.945 and less would leave 180 or fewer of 200 with a chance of 1 in 100.
    expect(covered).toBeGreaterThan(180);
  });

  it('profits that are drawn together miss the true ones by less than raw ones', () => {
    const error = (squares: readonly number[]) => Math.sqrt(mean(squares).mean / (3 * cells));
    const raw = error(found.map(({ rawSquares }) => rawSquares));
    const believed = error(found.map(({ believedSquares }) => believedSquares));
    expect(believed).toBeLessThan(0.85 * raw);
  });
});

describe('splitCounts', () => {
  it('shares everybody out, and cuts as even as can be', () => {
    const counts = testCounts([
      [armTotals(103, 7, 50), armTotals(3, 3, 20)],
      [armTotals(0, 0), armTotals(41, 0)],
    ]);
    const parts = splitCounts(counts, 5, createGenerator('split'));
    for (const name of ['customers', 'responders', 'money', 'moneySquares'] as const)
      counts[name].forEach((whole, place) => {
        const each = parts.map((part) => part[name][place] ?? NaN);
        expect(each.reduce((sum, value) => sum + value, 0)).toBeCloseTo(whole, 9);
      });
    for (const part of parts) {
      expect([20, 21]).toContain(part.customers[0]);
      expect(part.responders[1]).toBe(part.customers[1]);
      expect(part.responders[3]).toBe(0);
    }
  });

  it('scatters the money of a part as much as customers drawn without replacement would', () => {
    // Ten responders of 100 spent 10 to 100: a part of five has the mean 275 and the variance 5 · 9166.67/10 · 1/2.
    const amounts = Array.from({ length: 10 }, (_, place) => 10 * (place + 1));
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const totals = {
      customers: 10,
      responders: 10,
      moneySum: sum(amounts),
      moneySumOfSquares: sum(amounts.map((amount) => amount * amount)),
    };
    const generator = createGenerator('money');
    const drawn = Array.from(
      { length: 2000 },
      () => splitCounts(testCounts([[totals]]), 2, generator)[0]?.money[0] ?? 0,
    );
    const { mean: average, standardError } = mean(drawn);
    expect(Math.abs(average - 275)).toBeLessThan(3 * standardError);
    const variance = standardError ** 2 * 2000;
    expect(variance / (5 * (8250 / 9) * 0.5)).toBeCloseTo(1, 0.9);
  });
});

it('drawHypergeometric gives every count as often as it is likely', () => {
  const generator = createGenerator('hypergeometric');
  const draw = { population: 100, marked: 12, drawn: 20 };
  const times = 5000;
  const counts = new Array<number>(13).fill(0);
  for (let time = 0; time < times; time++) {
    const count = drawHypergeometric(generator, draw.population, draw.marked, draw.drawn);
    counts[count] = (counts[count] ?? 0) + 1;
  }
  for (const [events, count] of counts.entries()) {
    const expected = times * hypergeometricProbability(events, draw);
    expect(Math.abs(count - expected)).toBeLessThan(4 * Math.sqrt(expected) + 2);
  }
});
