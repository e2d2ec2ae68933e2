import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaOverRandom,
  rankByScore,
  sumRanked,
  upliftCurve,
  upliftDefinitions,
  type RankedCustomers,
  type UpliftCurve,
} from '#core/rollout/uplift/uplift-curve.ts';
import { oracle } from '../../stats/oracle.ts';
import { publicMail } from './public-mail.ts';

interface Case {
  readonly points: number;
  /** Place of a point, its share, and its value by each definition. */
  readonly at: readonly (readonly [number, number, number, number])[];
  readonly areas: readonly number[];
}

const { made, public: publicCases } = oracle<{
  made: readonly (Case & { score: number[]; treated: number[]; outcome: number[] })[];
  public: readonly (Case & { outcome: 'visit' | 'spend' })[];
}>('rollout/uplift');

function curvesOf(customers: RankedCustomers): readonly UpliftCurve[] {
  const sums = sumRanked(customers, rankByScore(customers.score));
  return upliftDefinitions.map((definition) => upliftCurve(sums, definition));
}

function check(customers: RankedCustomers, { points, at, areas }: Case): void {
  for (const [place, curve] of curvesOf(customers).entries()) {
    expect(curve.share.length).toBe(points);
    for (const [point, share, ...values] of at) {
      expect(curve.share[point]).toBeCloseTo(share, 12);
      const value = values[place] ?? NaN;
      expect(Math.abs((curve.value[point] ?? NaN) - value)).toBeLessThanOrEqual(1e-9 * Math.max(1e-3, Math.abs(value))); // prettier-ignore
    }
    const area = areas[place] ?? NaN;
    expect(Math.abs(areaOverRandom(curve) - area)).toBeLessThan(1e-9 * Math.max(1e-3, Math.abs(area))); // prettier-ignore
  }
}

describe('uplift curves', () => {
  it('are those of both definitions counted anew for every score', () => {
    for (const each of made)
      check(
        {
          score: Float64Array.from(each.score),
          treated: Uint8Array.from(each.treated),
          outcome: Float64Array.from(each.outcome),
        },
        each,
      );
    expect(made.length).toBe(4);
  });

  const mail = publicMail();
  it.skipIf(mail === null)(
    'are the same of the public e-mail experiment, by visits and by money',
    () => {
      for (const each of publicCases) {
        const { score, treated, visit, spend } = mail ?? expect.fail();
        check({ score, treated, outcome: each.outcome === 'visit' ? visit : spend }, each);
      }
    },
  );

  const someCustomers = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean(), fc.integer({ min: 0, max: 3 })), {
      minLength: 2,
      maxLength: 40,
    })
    .filter((rows) => rows.some(([, given]) => given) && rows.some(([, given]) => !given));

  it('end at the mean effect, whatever the ranking, and hold no area where all have one score', () => {
    fc.assert(
      fc.property(someCustomers, (rows) => {
        const customers = {
          score: Float64Array.from(rows, ([score]) => score),
          treated: Uint8Array.from(rows, ([, given]) => Number(given)),
          outcome: Float64Array.from(rows, ([, , outcome]) => outcome),
        };
        const mean = (given: boolean) => {
          const own = rows.filter((row) => row[1] === given);
          return own.reduce((sum, [, , outcome]) => sum + outcome, 0) / own.length;
        };
        for (const { share, value } of curvesOf(customers)) {
          expect(share.at(-1)).toBe(1);
          expect(value.at(-1)).toBeCloseTo(mean(true) - mean(false), 12);
        }
        for (const curve of curvesOf({ ...customers, score: customers.score.map(() => 1) }))
          expect(areaOverRandom(curve)).toBeCloseTo(0, 12);
      }),
    );
  });

  it('counts a customer twice who weighs 2', () => {
    fc.assert(
      fc.property(someCustomers, (rows) => {
        const twice = (times: number) => ({
          score: Float64Array.from(rows.flatMap((row) => Array<number>(times).fill(row[0]))),
          treated: Uint8Array.from(
            rows.flatMap((row) => Array<number>(times).fill(Number(row[1]))),
          ),
          outcome: Float64Array.from(rows.flatMap((row) => Array<number>(times).fill(row[2]))),
        });
        const once = twice(1);
        const weighed = sumRanked(once, rankByScore(once.score), rows.map(() => 2)); // prettier-ignore
        const doubled = twice(2);
        expect(weighed).toEqual(sumRanked(doubled, rankByScore(doubled.score)));
      }),
    );
  });

  it('a curve through (0.5, 1) to (1, 1) holds a quarter over random', () => {
    const curve = { share: Float64Array.of(0, 0.5, 1), value: Float64Array.of(0, 1, 1) };
    expect(areaOverRandom(curve)).toBe(0.25);
  });
});
