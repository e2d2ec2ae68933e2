import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agrestiCaffoInterval,
  meeInterval,
  newcombeInterval,
  waldDifferenceInterval,
} from '#core/stats/proportions/difference-intervals.ts';
import {
  adjustedLogInterval,
  adjustedLogitInterval,
  katzInterval,
  woolfInterval,
} from '#core/stats/proportions/log-intervals.ts';
import {
  compareProportions,
  pooledChiSquare,
} from '#core/stats/proportions/proportion-difference.ts';
import { wilsonInterval } from '#core/stats/proportions/proportion-interval.ts';
import { recommendedTest } from '#core/stats/proportions/recommended-test.ts';
import { cochranArmitageTrend, sharesDiffer } from '#core/stats/proportions/several-proportions.ts';
import {
  agrestiCoullInterval,
  clopperPearsonInterval,
  jeffreysInterval,
  waldInterval,
} from '#core/stats/proportions/share-intervals.ts';
import { yatesChiSquare } from '#core/stats/proportions/yates-chi-square.ts';
import { oneShareZTest, pooledZTest, unpooledZTest } from '#core/stats/proportions/z-tests.ts';
import { scoreComparison } from '#core/stats/proportions/score-comparison.ts';
import { numbersIn } from '../../../features/tools/hostile-query.ts';
import { runs } from '../../../property-runs.ts';
import { counts } from '../arm-arbitrary.ts';
import { expectClose, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

const twoShareIntervals = {
  newcombeInterval,
  agrestiCaffoInterval,
  waldDifferenceInterval,
  meeInterval,
  katzInterval,
  adjustedLogInterval,
  woolfInterval,
  adjustedLogitInterval,
};
const shareIntervals = {
  clopperPearsonInterval,
  jeffreysInterval,
  agrestiCoullInterval,
  waldInterval,
  wilsonInterval,
};
const most = Number.MAX_SAFE_INTEGER;
/** Arms of up to 9e15 customers, of whom nearly nobody, nearly everybody, or any number responded. */
const hugeArm = fc
  .oneof(
    fc.integer({ min: 1, max: most }),
    fc.integer({ min: most - 9, max: most }),
    fc.integer({ min: 1, max: 9 }),
  )
  .chain((trials) =>
    fc
      .oneof(
        fc.integer({ min: 0, max: Math.min(9, trials) }),
        fc.integer({ min: Math.max(0, trials - 9), max: trials }),
        fc.integer({ min: 0, max: trials }),
      )
      .map((events) => counts(events, trials)),
  );
const confidence = fc.oneof(fc.constant(0.95), between(0.1, 1 - 2 ** -53));

describe('the difference of two shares next to 1', () => {
  it('is told by those who did not respond, with all digits', () => {
    for (const trials of [1e6, 1e9, 1e13]) {
      const [few, most] = [counts(1, trials), counts(trials - 1, trials)];
      const rare = valueOf(compareProportions(few, counts(0, trials), 0.95));
      const common = valueOf(compareProportions(counts(trials, trials), most, 0.95));
      expectClose(common.pValue, rare.pValue, 1e-12, trials);
      expectClose(common.interval.low, rare.interval.low, 1e-12, trials);
      expectClose(common.interval.high, rare.interval.high, 1e-12, trials);
    }
  });
});

describe('however many customers there are', () => {
  it('the score comparison answers, with ends in their order', () => {
    fc.assert(
      fc.property(hugeArm, hugeArm, confidence, (treatment, control, share) => {
        const found = valueOf(scoreComparison(treatment, control, share));
        const { difference, lift, oddsRatio } = found;
        expect(numbersIn(found).filter((value) => !Number.isFinite(value))).toEqual([]);
        expect(difference.interval.low).toBeLessThanOrEqual(difference.difference);
        expect(difference.interval.high).toBeGreaterThanOrEqual(difference.difference);
        if (lift.ok) {
          // A lift is the distance of a ratio from 1, and known to the last digit of that 1.
          const { low, high } = lift.value.interval;
          expect(low).toBeLessThanOrEqual(high + 1e-15);
        }
        if (oddsRatio.ok) {
          const { low, high } = oddsRatio.value.interval;
          expect(low).toBeLessThanOrEqual(high ?? Infinity);
        }
      }),
      runs(1000),
    );
  });

  it('every interval and every test of two shares answers in numbers, or refuses', () => {
    fc.assert(
      fc.property(hugeArm, hugeArm, confidence, (treatment, control, share) => {
        const { events, trials } = treatment;
        const found = [
          ...Object.values(twoShareIntervals).map((ask) => ask(treatment, control, share)),
          ...Object.values(shareIntervals).map((ask) => ask(events, trials, share)),
          ...[pooledZTest, unpooledZTest, yatesChiSquare, pooledChiSquare].map((ask) =>
            ask(treatment, control),
          ),
          oneShareZTest(treatment, { nullShare: share }),
          sharesDiffer([treatment, control]),
          cochranArmitageTrend([treatment, control]),
          recommendedTest({ treatment, control }),
        ];
        const values = found.flatMap((result) => (result.ok ? numbersIn(result.value) : []));
        expect(values.filter((value) => !Number.isFinite(value))).toEqual([]);
      }),
      runs(300),
    );
  });
});
