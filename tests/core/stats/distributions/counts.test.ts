import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binomialLogLowerTail,
  binomialLogProbability,
  binomialLogUpperTail,
  binomialLowerTail,
  binomialProbability,
  binomialQuantile,
  binomialUpperQuantile,
  binomialUpperTail,
} from '#core/stats/distributions/binomial-distribution.ts';
import {
  hypergeometricLogLowerTail,
  hypergeometricLogProbability,
  hypergeometricLogUpperTail,
  hypergeometricLowerTail,
  hypergeometricProbability,
  hypergeometricQuantile,
  hypergeometricUpperQuantile,
  hypergeometricUpperTail,
} from '#core/stats/distributions/hypergeometric-distribution.ts';
import { normalUpperTail } from '#core/stats/distributions/normal-distribution.ts';
import {
  poissonLogLowerTail,
  poissonLogProbability,
  poissonLogUpperTail,
  poissonLowerTail,
  poissonProbability,
  poissonQuantile,
  poissonUpperQuantile,
  poissonUpperTail,
} from '#core/stats/distributions/poisson-distribution.ts';
import { expectClose, oracle } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface Row {
  events: number;
  probability: number;
  logProbability: number;
  lower: number;
  upper: number;
  logLower: number;
  logUpper: number;
}

const expected = oracle<{
  binomial: ({ trials: number; share: number } & Row)[];
  poisson: ({ mean: number } & Row)[];
  hypergeometric: ({ population: number; marked: number; drawn: number } & Row)[];
}>('distributions/counts');

/** A distribution of counts with its parameters filled in. */
interface Counts {
  probability: (events: number) => number;
  logProbability: (events: number) => number;
  lower: (events: number) => number;
  upper: (events: number) => number;
  logLower: (events: number) => number;
  logUpper: (events: number) => number;
  quantile: (lower: number) => number;
  upperQuantile: (upper: number) => number;
}

const binomialCounts = (binomial: { trials: number; share: number }): Counts => ({
  probability: (events) => binomialProbability(events, binomial),
  logProbability: (events) => binomialLogProbability(events, binomial),
  lower: (events) => binomialLowerTail(events, binomial),
  upper: (events) => binomialUpperTail(events, binomial),
  logLower: (events) => binomialLogLowerTail(events, binomial),
  logUpper: (events) => binomialLogUpperTail(events, binomial),
  quantile: (lower) => binomialQuantile(lower, binomial),
  upperQuantile: (upper) => binomialUpperQuantile(upper, binomial),
});

const poissonCounts = ({ mean }: { mean: number }): Counts => ({
  probability: (events) => poissonProbability(events, mean),
  logProbability: (events) => poissonLogProbability(events, mean),
  lower: (events) => poissonLowerTail(events, mean),
  upper: (events) => poissonUpperTail(events, mean),
  logLower: (events) => poissonLogLowerTail(events, mean),
  logUpper: (events) => poissonLogUpperTail(events, mean),
  quantile: (lower) => poissonQuantile(lower, mean),
  upperQuantile: (upper) => poissonUpperQuantile(upper, mean),
});

const hypergeometricCounts = (draw: {
  population: number;
  marked: number;
  drawn: number;
}): Counts => ({
  probability: (events) => hypergeometricProbability(events, draw),
  logProbability: (events) => hypergeometricLogProbability(events, draw),
  lower: (events) => hypergeometricLowerTail(events, draw),
  upper: (events) => hypergeometricUpperTail(events, draw),
  logLower: (events) => hypergeometricLogLowerTail(events, draw),
  logUpper: (events) => hypergeometricLogUpperTail(events, draw),
  quantile: (lower) => hypergeometricQuantile(lower, draw),
  upperQuantile: (upper) => hypergeometricUpperQuantile(upper, draw),
});

/** Below it a double has fewer digits, or none. */
const smallest = 1e-300;
const twelveDigits = 1e-12;

function expectTail(actual: number, wanted: number, about: unknown): void {
  if (wanted >= smallest) expectClose(actual, wanted, twelveDigits, about);
  else expect(actual, JSON.stringify(about)).toBeLessThan(2 * smallest);
}

function expectRow(counts: Counts, row: Row): void {
  const { events } = row;
  expectTail(counts.probability(events), row.probability, { probability: row });
  expectTail(-counts.logProbability(events), -row.logProbability, { logProbability: row });
  expectTail(counts.lower(events), row.lower, { lower: row });
  expectTail(counts.upper(events), row.upper, { upper: row });
  expectTail(-counts.logLower(events), -row.logLower, { logLower: row });
  expectTail(-counts.logUpper(events), -row.logUpper, { logUpper: row });
}

/** The quantiles lead back to the count whose tails they are given, as long as the tails still tell counts apart. */
function expectQuantiles(counts: Counts, row: Row): void {
  const { events, lower, upper } = row;
  const isTold = (tail: number): boolean =>
    tail > smallest && tail < 0.9 && row.probability > 1e-9 * tail;
  if (isTold(lower)) expect(counts.quantile(lower), JSON.stringify(row)).toBe(events);
  if (isTold(upper)) expect(counts.upperQuantile(upper), JSON.stringify(row)).toBe(events - 1);
}

describe('probabilities, tails and their logarithms have twelve digits, down to 1e-300 and beyond', () => {
  it('of the binomial, up to ten million trials', () => {
    for (const row of expected.binomial) expectRow(binomialCounts(row), row);
  });

  it('of the Poisson, up to a thousand million expected events', () => {
    for (const row of expected.poisson) expectRow(poissonCounts(row), row);
  });

  it('of the hypergeometric, up to a population of five million', () => {
    for (const row of expected.hypergeometric) expectRow(hypergeometricCounts(row), row);
  });
});

describe('the quantiles of counts', () => {
  it('lead back to the count from either tail', () => {
    for (const row of expected.binomial) expectQuantiles(binomialCounts(row), row);
    for (const row of expected.poisson) expectQuantiles(poissonCounts(row), row);
    for (const row of expected.hypergeometric) {
      if (row.population < 1e6) expectQuantiles(hypergeometricCounts(row), row);
    }
  });

  it('are the smallest counts that reach their part', () => {
    const binomial = binomialCounts({ trials: 700, share: 0.07 });
    const draw = hypergeometricCounts({ population: 900, marked: 120, drawn: 300 });
    fc.assert(
      fc.property(between(1e-9, 0.999), (part) => {
        for (const counts of [binomial, poissonCounts({ mean: 13.7 }), draw]) {
          const count = counts.quantile(part);
          expect(counts.lower(count)).toBeGreaterThanOrEqual(part * (1 - 2e-12));
          expect(counts.lower(count - 1)).toBeLessThan(part);
          const upperCount = counts.upperQuantile(part);
          expect(counts.upper(upperCount + 1)).toBeLessThanOrEqual(part * (1 + 2e-12));
          expect(counts.upper(upperCount)).toBeGreaterThan(part);
        }
      }),
    );
  });

  it('reach the ends: everything lies at or below the largest count', () => {
    expect(binomialQuantile(0, { trials: 9, share: 0.3 })).toBe(0);
    expect(binomialQuantile(1, { trials: 9, share: 0.3 })).toBe(9);
    expect(binomialUpperQuantile(0, { trials: 9, share: 0.3 })).toBe(9);
    expect(binomialUpperQuantile(1, { trials: 9, share: 0.3 })).toBe(0);
    expect(binomialQuantile(1, { trials: 9, share: 0 })).toBe(0);
    expect(binomialQuantile(0.5, { trials: 9, share: 1 })).toBe(9);
    expect(poissonQuantile(1, 3)).toBe(Infinity);
    expect(poissonQuantile(0.7, 0)).toBe(0);
    expect(hypergeometricQuantile(1, { population: 9, marked: 4, drawn: 6 })).toBe(4);
    expect(hypergeometricQuantile(0, { population: 9, marked: 4, drawn: 6 })).toBe(1);
  });
});

describe('the distributions of counts agree with themselves', () => {
  it('the probabilities add up to the tails', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        between(1e-6, 1 - 1e-6),
        fc.nat({ max: 60 }),
        (trials, share, events) => {
          const binomial = binomialCounts({ trials, share });
          const sum = (from: number, to: number, counts: Counts): number =>
            Array.from({ length: Math.max(0, to - from + 1) }, (_, place) =>
              counts.probability(from + place),
            ).reduce((total, probability) => total + probability, 0);
          expectClose(sum(0, events, binomial), binomial.lower(events), 1e-12, 'binomial');
          expectClose(sum(events, trials, binomial), binomial.upper(events), 1e-12, 'binomial');
          const draw = { population: 100, marked: trials, drawn: Math.round(100 * share) };
          const drawn = hypergeometricCounts(draw);
          expectClose(sum(0, events, drawn), drawn.lower(events), 1e-12, draw);
          expectClose(sum(events, trials, drawn), drawn.upper(events), 1e-12, draw);
          const poisson = poissonCounts({ mean: trials * share });
          expectClose(sum(0, events, poisson), poisson.lower(events), 1e-12, 'Poisson');
        },
      ),
    );
  });

  it('at most one count and at least the next share out all of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (events) => {
        const draw = { population: 5000, marked: 2100, drawn: 1000 };
        for (const counts of [
          binomialCounts({ trials: 1000, share: 0.42 }),
          hypergeometricCounts(draw),
          poissonCounts({ mean: 420 }),
        ]) {
          expectClose(counts.lower(events) + counts.upper(events + 1), 1, 1e-15, events);
        }
      }),
    );
  });

  it('events and their opposite mirror each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 99 }), (k, of128) => {
        const share = of128 / 128;
        expectClose(
          binomialUpperTail(k, { trials: 300, share }),
          binomialLowerTail(300 - k, { trials: 300, share: 1 - share }),
          1e-13,
          { k, share },
        );
      }),
    );
  });

  it('marked and drawn may change places', () => {
    const one = { population: 70000, marked: 900, drawn: 31000 };
    const other = { population: 70000, marked: 31000, drawn: 900 };
    for (const events of [300, 380, 399, 401, 450, 500]) {
      expectClose(
        hypergeometricUpperTail(events, one),
        hypergeometricUpperTail(events, other),
        1e-12,
        events,
      );
    }
  });

  it('a draw of few from very many is nearly binomial, and very many rare events nearly Poisson', () => {
    for (const events of [0, 1, 3, 6]) {
      const draw = { population: 1e12, marked: 2e11, drawn: 8 };
      expectClose(
        hypergeometricProbability(events, draw),
        binomialProbability(events, { trials: 8, share: 0.2 }),
        1e-9,
        events,
      );
      expectClose(
        binomialLowerTail(events, { trials: 1e12, share: 3e-12 }),
        poissonLowerTail(events, 3),
        1e-10,
        events,
      );
    }
  });

  it('very many trials are nearly normal', () => {
    const trials = 1e10;
    for (const z of [-5, -1, 0, 2, 4]) {
      const events = trials / 2 + (z * Math.sqrt(trials)) / 2;
      const halfStep = 1 / Math.sqrt(trials);
      expectClose(
        binomialUpperTail(events, { trials, share: 0.5 }),
        normalUpperTail(z - halfStep),
        1e-8,
        z,
      );
    }
  });
});

describe('counts that cannot be and arguments no distribution has', () => {
  it('impossible counts have probability 0, and certain tails 1', () => {
    const draw = { population: 10, marked: 8, drawn: 6 };
    for (const counts of [
      binomialCounts({ trials: 5, share: 0.5 }),
      poissonCounts({ mean: 2 }),
      hypergeometricCounts(draw),
    ]) {
      expect(counts.probability(-1)).toBe(0);
      expect(counts.probability(2.5)).toBe(0);
      expect(counts.logProbability(-1)).toBe(-Infinity);
      expect(counts.lower(-1)).toBe(0);
      expect(counts.upper(0)).toBe(1);
      expect(counts.logUpper(0)).toBe(0);
      expect(counts.logLower(-1)).toBe(-Infinity);
      expect(counts.lower(Infinity)).toBe(1);
      expect(counts.upper(Infinity)).toBe(0);
      expect(counts.lower(4.7)).toBe(counts.lower(4));
      expect(counts.upper(4.2)).toBe(counts.upper(5));
    }
    expect(binomialUpperTail(6, { trials: 5, share: 0.5 })).toBe(0);
    expect(hypergeometricProbability(3, draw)).toBe(0);
    expect(hypergeometricLowerTail(3, draw)).toBe(0);
    expect(hypergeometricUpperTail(4, draw)).toBe(1);
  });

  it('a share of 0 or 1 and a mean of 0 leave nothing to chance', () => {
    expect(binomialProbability(0, { trials: 3, share: 0 })).toBe(1);
    expect(binomialProbability(3, { trials: 3, share: 1 })).toBe(1);
    expect(binomialProbability(2, { trials: 3, share: 1 })).toBe(0);
    expect(binomialLowerTail(0, { trials: 3, share: 0 })).toBe(1);
    expect(binomialUpperTail(3, { trials: 3, share: 1 })).toBe(1);
    expect(poissonProbability(0, 0)).toBe(1);
    expect(poissonProbability(1, 0)).toBe(0);
    expect(poissonUpperTail(1, 0)).toBe(0);
    expect(hypergeometricProbability(0, { population: 0, marked: 0, drawn: 0 })).toBe(1);
    expect(hypergeometricProbability(0, { population: 4, marked: 0, drawn: 3 })).toBe(1);
    expect(hypergeometricProbability(2, { population: 4, marked: 2, drawn: 4 })).toBe(1);
  });

  it('give no number rather than a wrong one', () => {
    for (const counts of [
      binomialCounts({ trials: 2.5, share: 0.5 }),
      binomialCounts({ trials: -1, share: 0.5 }),
      binomialCounts({ trials: 2, share: 1.1 }),
      binomialCounts({ trials: Infinity, share: 0.1 }),
      poissonCounts({ mean: -1 }),
      poissonCounts({ mean: Infinity }),
      hypergeometricCounts({ population: 10, marked: 11, drawn: 1 }),
      hypergeometricCounts({ population: 10, marked: 1, drawn: 11 }),
      hypergeometricCounts({ population: 10.5, marked: 1, drawn: 1 }),
    ]) {
      for (const answer of Object.values(counts) as ((value: number) => number)[]) {
        expect(answer(0.5)).toBeNaN();
      }
    }
    const fair = binomialCounts({ trials: 2, share: 0.5 });
    for (const answer of Object.values(fair) as ((value: number) => number)[]) {
      expect(answer(Number.NaN)).toBeNaN();
    }
    expect(fair.quantile(-0.1)).toBeNaN();
    expect(fair.upperQuantile(1.1)).toBeNaN();
  });
});
