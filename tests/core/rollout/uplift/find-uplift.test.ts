import { describe, expect, it } from 'vitest';
import { createGenerator } from '#core/random/generator.ts';
import { findUplift, type UpliftQuestion } from '#core/rollout/uplift/find-uplift.ts';
import { fitResponses } from '#core/rollout/uplift/response-model.ts';
import { foldsOf, upliftScores } from '#core/rollout/uplift/uplift-scores.ts';
import { valueOf } from '../../stats/oracle.ts';

/** Customers in four cells; the carrot adds `lifts` there. What was known before goes with the response, not with the lift. */
function customers(size: number, lifts: readonly number[], seed: string): UpliftQuestion {
  const generator = createGenerator(seed);
  const rows = Array.from({ length: size }, () => {
    const [cell, treated, before] = [generator.nextInteger(4), generator.nextInteger(2), generator.nextShare()]; // prettier-ignore
    const share = 0.1 + 0.1 * before + treated * (lifts[cell] ?? 0);
    return { cell, treated, before, responded: Number(generator.nextShare() < share) };
  });
  return {
    treated: Uint8Array.from(rows, ({ treated }) => treated),
    cell: Int32Array.from(rows, ({ cell }) => cell),
    cells: 4,
    responded: Uint8Array.from(rows, ({ responded }) => responded),
    variables: 4,
    values: Float64Array.from(
      rows.flatMap(({ cell, before }) => [...[1, 2, 3].map((one) => Number(cell === one)), before]),
    ),
    outcome: Float64Array.from(rows, ({ responded }) => responded),
    confidenceShare: 0.95,
    seed: 'carrotlab',
  };
}

describe('findUplift', () => {
  it('finds whom the carrot moves, by the cells and by the model alike', () => {
    const found = valueOf(findUplift(customers(6000, [0, 0.05, 0.15, 0.3], 'moved')));
    for (const { readings } of found.rankings)
      for (const { area, interval, curve } of readings) {
        expect(interval.low).toBeGreaterThan(0);
        expect(area).toBeGreaterThan(interval.low);
        expect(area).toBeLessThan(interval.high);
        expect(curve.share.length).toBeLessThanOrEqual(151);
        expect(curve.value.at(-1)).toBeCloseTo(found.effect, 12);
      }
  });

  it('claims an area no more often than it may where the carrot moves all alike', () => {
    // A ranking by one's own answers would always find one. Of 40 intervals 39 and more are right with a chance of 0.4, 33 and fewer with one of 1 in 1,000.
    const right = Array.from({ length: 20 }, (_, time) =>
      valueOf(findUplift(customers(400, [0.1, 0.1, 0.1, 0.1], `alike ${time}`))),
    ).flatMap(({ rankings }) =>
      rankings.map(({ readings: [qini] }) => (qini ? qini.interval.low <= 0 : false)),
    );
    expect(right.filter(Boolean).length).toBeGreaterThan(33);
  });

  it('is the same every time, and refuses what has no answer', () => {
    const asked = customers(300, [0, 0, 0.1, 0.2], 'again');
    expect(findUplift(asked)).toEqual(findUplift(asked));
    const refused = (change: Partial<UpliftQuestion>) => findUplift({ ...asked, ...change });
    const code = (wanted: string) => ({ ok: false, problem: { code: wanted } });
    expect(refused({ treated: new Uint8Array(300) })).toMatchObject(code('arm-without-customers'));
    expect(refused({ outcome: new Float64Array(300) })).toMatchObject(code('no-variation'));
    expect(refused({ confidenceShare: 0 })).toMatchObject(code('invalid-confidence'));
  });
});

describe('nobody is ranked by his own answer', () => {
  it('another answer of one customer leaves the scores of his fold as they are', () => {
    const asked = customers(300, [0, 0, 0.1, 0.2], 'own');
    const fold = foldsOf(asked.treated, 'seed');
    const other = { ...asked, responded: asked.responded.map((each, place) => (place === 7 ? 1 - each : each)) }; // prettier-ignore
    for (const ranking of ['cells', 'model'] as const) {
      const [before, after] = [asked, other].map((each) => upliftScores(each, ranking, fold));
      const own = [...fold.keys()].filter((place) => fold[place] === fold[7]);
      expect(own.map((place) => after?.[place])).toEqual(own.map((place) => before?.[place]));
      expect(after).not.toEqual(before);
    }
  });

  it('folds are even within each arm', () => {
    const { treated } = customers(301, [0, 0, 0, 0], 'folds');
    const fold = foldsOf(treated, 'seed');
    for (const arm of [0, 1]) {
      const counts = [0, 1, 2, 3, 4].map((one) => [...fold.keys()].filter((place) => fold[place] === one && treated[place] === arm).length); // prettier-ignore
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });
});

describe('fitResponses', () => {
  it('is the line of least squares, and leaves a variable out that never varies', () => {
    const values = Float64Array.from([0, 5, 1, 5, 2, 5, 3, 5]);
    const model = fitResponses(values, 2, Uint8Array.of(0, 0, 1, 1), () => true);
    for (const [place, expected] of [-0.1, 0.3, 0.7, 1.1].entries())
      expect(model?.(place)).toBeCloseTo(expected, 12);
  });

  it('is none without anybody to fit to', () => {
    expect(fitResponses(new Float64Array(2), 1, new Uint8Array(2), () => false)).toBeNull();
  });
});
