import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGenerator, type RandomGenerator } from '#core/random/generator.ts';
import { shuffle } from '#core/random/shuffle.ts';
import { binomialUpperTail } from '#core/stats/distributions/binomial-distribution.ts';
import { groupSequentialBoundaries } from '#core/stats/sequential/group-sequential-boundaries.ts';
import type { ResponseDay } from '#core/stats/sequential/label-draws.ts';
import { responseScore } from '#core/stats/sequential/response-score.ts';
import { responseSequence } from '#core/stats/sequential/response-sequence.ts';
import { runs } from '../../../property-runs.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface ReadingRow {
  readonly logRatio: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number;
}
const { sequences, scores, limits } = oracle<{
  sequences: { days: ResponseDay[]; confidence: number; spread: number; readings: ReadingRow[] }[];
  scores: ({ days: ResponseDay[]; criticalValue: number } & Record<
    'z' | 'information' | 'low' | 'high',
    number
  >)[];
  limits: {
    informationShares: number[];
    spendingShares: number[];
    alpha: number;
    criticalValues: number[];
  }[];
}>('sequential/label-draws');

const usual = { confidenceShare: 0.95, effectSpread: 0.5 };
const orInfinite = (end: number | null, sign: 1 | -1) => end ?? sign * Number.POSITIVE_INFINITY;

describe('responses day by day as draws of labels', () => {
  it('give the intervals and p-values of sums in 40 digits', () => {
    expect(sequences.length).toBe(10);
    for (const { days, confidence, spread, readings } of sequences) {
      const found = valueOf(
        responseSequence(days, { confidenceShare: confidence, effectSpread: spread }),
      );
      for (const [day, row] of readings.entries()) {
        const { logRatio, interval, pValue } = found[day] ?? {};
        expect(logRatio === null).toBe(row.logRatio === null);
        if (row.logRatio !== null) expectClose(logRatio ?? NaN, row.logRatio, 1e-10, row, 1);
        expectClose(interval?.low ?? NaN, orInfinite(row.low, -1), 1e-10, row, 1);
        expectClose(interval?.high ?? NaN, orInfinite(row.high, 1), 1e-10, row, 1);
        expectClose(pValue ?? NaN, row.p, 1e-11, row);
      }
    }
  });

  it('give the score of sums in 40 digits, and the ratios that it does not exclude', () => {
    expect(scores.length).toBe(10);
    for (const { days, criticalValue, ...row } of scores) {
      const { z, information, interval } = valueOf(responseScore(days, criticalValue));
      expectClose(z, row.z, 1e-11, row, 1);
      expectClose(information, row.information, 1e-11, row);
      expectClose(interval.low, row.low, 1e-10, row, 1);
      expectClose(interval.high, row.high, 1e-10, row, 1);
    }
  });

  it('refuse days that cannot be', () => {
    const day = { waitingTreatment: 10, waitingControl: 10, treatment: 2, control: 1 };
    expect(refusalOf(responseSequence([], usual))).toBe('no-looks');
    expect(refusalOf(responseSequence([{ ...day, control: 11 }], usual))).toBe('invalid-counts');
    expect(refusalOf(responseSequence([day], { ...usual, effectSpread: 0 }))).toBe(
      'invalid-tuning',
    );
    expect(refusalOf(responseSequence([day], { ...usual, confidenceShare: 1 }))).toBe(
      'invalid-confidence',
    );
    expect(refusalOf(responseScore([day], 0))).toBe('invalid-boundary');
    expect(refusalOf(responseScore([{ ...day, treatment: 0, control: 0 }], 2))).toBe(
      'no-variation',
    );
  });

  it('say the opposite when the arms are exchanged, and nothing before the first response', () => {
    const part = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(part, part), { minLength: 1, maxLength: 6 }), (daily) => {
        const found = valueOf(responseSequence(waiting(60, 50, daily), usual));
        const turned = daily.map(([one, other]) => [other, one] as const);
        const mirrored = valueOf(responseSequence(waiting(50, 60, turned), usual));
        const silent = daily.findIndex(([one, other]) => one + other > 0);
        return found.every(({ interval, pValue }, day) => {
          const other = mirrored[day];
          if (!other || Math.abs(pValue - other.pValue) > 1e-9) return false;
          if (day < silent || silent < 0) return pValue === 1 && interval.low === -Infinity;
          const same = (a: number, b: number) => a === b || Math.abs(a - b) < 1e-7;
          return (
            same(interval.low, -other.interval.high) && same(interval.high, -other.interval.low)
          );
        });
      }),
      runs(40),
    );
  });
});

describe('limits that spend by the calendar', () => {
  const rule = { kind: 'lan-demets-obrien-fleming' } as const;

  it('are those of another recursion', () => {
    for (const { criticalValues, ...design } of limits) {
      const { looks } = valueOf(groupSequentialBoundaries({ ...design, rule }));
      for (const [look, expected] of criticalValues.entries())
        expectClose(looks[look]?.criticalValue ?? NaN, expected, 1e-10, design);
    }
  });

  it('depend on the proportions of the information alone', () => {
    const design = { alpha: 0.05, rule, spendingShares: [0.3, 0.6, 1] };
    const at = (informationShares: readonly number[]) =>
      valueOf(groupSequentialBoundaries({ ...design, informationShares })).looks;
    for (const [look, { criticalValue }] of at([0.4, 0.8, 1]).entries())
      expectClose(at([1, 2, 2.5])[look]?.criticalValue ?? NaN, criticalValue ?? NaN, 1e-11, look);
  });

  it.each([[[0.5]], [[0.5, 0.4]], [[0, 1]], [[0.5, 1.1]]])(
    'refuse the clock %j',
    (spendingShares) => {
      const design = { informationShares: [0.5, 1], alpha: 0.05, rule, spendingShares };
      expect(refusalOf(groupSequentialBoundaries(design))).toBe('invalid-spending-shares');
    },
  );
});

/** Days from counts of treatment and control. */
function waiting(
  treatment: number,
  control: number,
  daily: readonly (readonly [number, number])[],
): ResponseDay[] {
  let [waitingTreatment, waitingControl] = [treatment, control];
  return daily.map(([one, other]) => {
    const day = { waitingTreatment, waitingControl, treatment: one, control: other };
    waitingTreatment -= one;
    waitingControl -= other;
    return day;
  });
}

const lastDay = 14;
/** Nine cells that respond differently, as the sample's do; arms were drawn within each. */
const cellHazards = [0.004, 0.004, 0.002, 0.006, 0.006, 0.004, 0.012, 0.009, 0.03];
/** Where the ratio is that of every customer, it must be the same for all to be the ratio of the whole. */
const alike = cellHazards.map(() => 0.008);

/** A cohort of 30 and 30 customers in every cell; the hazard falls by the day. `ratio`: of the treatment's odds. */
function cohort(
  generator: RandomGenerator,
  hazards: readonly number[],
  ratio: number,
): ResponseDay[] {
  const daily = Array.from({ length: lastDay }, (): [number, number] => [0, 0]);
  for (const hazard of hazards) {
    const labels = Array.from({ length: 60 }, (_, place) => place % 2);
    shuffle(labels, generator);
    for (const label of labels) {
      for (let day = 0; day < lastDay; day += 1) {
        const odds = ((4 * hazard) / (1 + day / 4)) * (label === 0 ? ratio : 1);
        if (generator.nextShare() >= odds / (1 + odds)) continue;
        const counts = daily[day] ?? [0, 0];
        counts[label === 0 ? 0 : 1] += 1;
        break;
      }
    }
  }
  return waiting(30 * hazards.length, 30 * hazards.length, daily);
}

/** As many or more would happen with a chance of less than one in ten thousand if the promise held. */
function isTooOften(times: number, trials: number, chance: number): boolean {
  return times > 0 && binomialUpperTail(times - 1, { trials, share: chance }) < 1e-4;
}

describe('looking every day', () => {
  const trials = 400;
  /** Limits take longer to reckon. */
  const plannedTrials = 120;

  it('raises no more false alarms than declared, where looking without a rule raises many', () => {
    const generator = createGenerator('peeking');
    let [sequential, planned, naive] = [0, 0, 0];
    for (let trial = 0; trial < trials; trial += 1) {
      const days = cohort(generator, cellHazards, 1);
      const readings = valueOf(responseSequence(days, usual));
      if ((readings.at(-1)?.pValue ?? 0) <= 0.05) sequential += 1;
      if (trial >= plannedTrials) continue;
      const byDay = days.map((_, day) => responseScore(days.slice(0, day + 1), 1.96));
      if (byDay.some((found) => found.ok && Math.abs(found.value.z) >= 1.96)) naive += 1;
      if (stopsAtLook(days, [4, 7, 10, 13])) planned += 1;
    }
    expect(isTooOften(sequential, trials, 0.05), `${sequential}`).toBe(false);
    expect(isTooOften(planned, plannedTrials, 0.05), `${planned}`).toBe(false);
    expect(isTooOften(naive, plannedTrials, 0.05), `${naive}`).toBe(true);
  });

  it('keeps the true ratio in all intervals at once, and finds a large one', () => {
    const generator = createGenerator('always within');
    let [missed, found] = [0, 0];
    for (let trial = 0; trial < trials; trial += 1) {
      const readings = valueOf(responseSequence(cohort(generator, alike, 2.5), usual));
      const isIn = readings.every(
        ({ interval: { low, high } }) => low <= Math.log(2.5) && Math.log(2.5) <= high,
      );
      if (!isIn) missed += 1;
      if ((readings.at(-1)?.pValue ?? 1) <= 0.05) found += 1;
    }
    expect(isTooOften(missed, trials, 0.05), `${missed}`).toBe(false);
    expect(found).toBeGreaterThan(0.5 * trials);
  });
});

/** Whether any of the looks, at the end of these days, crosses an O'Brien-Fleming limit spent by the calendar. */
function stopsAtLook(days: readonly ResponseDay[], lookDays: readonly number[]): boolean {
  const made = lookDays.flatMap((day) => {
    const found = responseScore(days.slice(0, day + 1), 1.96);
    return found.ok ? [{ ...found.value, clock: (day + 1) / days.length }] : [];
  });
  const whole = made.at(-1)?.information ?? 1;
  const { looks } = valueOf(
    groupSequentialBoundaries({
      informationShares: made.map(({ information }) => information / whole),
      spendingShares: made.map(({ clock }) => clock),
      alpha: 0.05,
      rule: { kind: 'lan-demets-obrien-fleming' },
    }),
  );
  return made.some(({ z }, look) => Math.abs(z) >= (looks[look]?.criticalValue ?? Infinity));
}
