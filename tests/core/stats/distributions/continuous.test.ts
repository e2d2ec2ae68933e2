import { describe, expect, it } from 'vitest';
import {
  betaDensity,
  betaLogLowerTail,
  betaLogUpperTail,
  betaLowerTail,
  betaQuantile,
  betaUpperQuantile,
  betaUpperTail,
} from '#core/stats/distributions/beta-distribution.ts';
import {
  chiSquareDensity,
  chiSquareLogLowerTail,
  chiSquareLogUpperTail,
  chiSquareLowerTail,
  chiSquareQuantile,
  chiSquareUpperQuantile,
  chiSquareUpperTail,
} from '#core/stats/distributions/chi-square-distribution.ts';
import {
  fDensity,
  fLogLowerTail,
  fLogUpperTail,
  fLowerTail,
  fQuantile,
  fUpperQuantile,
  fUpperTail,
} from '#core/stats/distributions/f-distribution.ts';
import {
  gammaDensity,
  gammaLogTails,
  gammaQuantile,
  gammaTails,
  gammaUpperQuantile,
} from '#core/stats/distributions/gamma-distribution.ts';
import {
  millsRatio,
  normalDensity,
  normalLogUpperTail,
  normalLowerTail,
  normalQuantile,
  normalTwoSided,
  normalUpperQuantile,
  normalUpperTail,
} from '#core/stats/distributions/normal-distribution.ts';
import {
  studentDensity,
  studentLogUpperTail,
  studentLowerTail,
  studentQuantile,
  studentTwoSided,
  studentUpperQuantile,
  studentUpperTail,
} from '#core/stats/distributions/student-distribution.ts';
import { expectClose, oracle } from '../oracle.ts';

interface Answers {
  lower: number;
  upper: number;
  logLower: number;
  logUpper: number;
  density: number;
}

type Side = 'lower' | 'upper';

const expected = oracle<{
  normal: ({ z: number; mills?: number } & Answers)[];
  beta: ({ share: number; alpha: number; beta: number } & Answers)[];
  gamma: ({ value: number; shape: number } & Answers)[];
  student: ({ t: number; df: number; both: number } & Answers)[];
  f: ({ statistic: number; numerator: number; denominator: number } & Answers)[];
  normalQuantile: { upper: number; z: number }[];
  betaQuantile: { part: number; side: Side; alpha: number; beta: number; share: number }[];
  gammaQuantile: { part: number; side: Side; shape: number; value: number }[];
  studentQuantile: { upper: number; df: number; t: number }[];
  fQuantile: {
    part: number;
    side: Side;
    numerator: number;
    denominator: number;
    statistic: number;
  }[];
}>('distributions/continuous');

/** Below it a double has fewer digits, or none. */
const smallest = 1e-300;
const twelveDigits = 1e-12;

function expectTail(actual: number, wanted: number, about: unknown): void {
  if (wanted >= smallest) expectClose(actual, wanted, twelveDigits, about);
  else expect(actual, JSON.stringify(about)).toBeLessThan(2 * smallest);
}

/** All five answers of a distribution at one place. */
function expectAnswers(actual: Answers, row: Answers): void {
  expectTail(actual.lower, row.lower, { lower: row });
  expectTail(actual.upper, row.upper, { upper: row });
  expectTail(-actual.logLower, -row.logLower, { logLower: row });
  expectTail(-actual.logUpper, -row.logUpper, { logUpper: row });
  if (Number.isFinite(row.density)) expectTail(actual.density, row.density, { density: row });
}

describe('the tails, their logarithms and the density have twelve digits, down to 1e-300 and beyond', () => {
  it('of the normal', () => {
    for (const row of expected.normal) {
      expectAnswers(
        {
          lower: normalLowerTail(row.z),
          upper: normalUpperTail(row.z),
          logLower: normalLogUpperTail(-row.z),
          logUpper: normalLogUpperTail(row.z),
          density: normalDensity(row.z),
        },
        row,
      );
      expectTail(normalTwoSided(row.z), 2 * Math.min(row.lower, row.upper), row);
      if (row.mills !== undefined) expectClose(millsRatio(row.z), row.mills, twelveDigits, row);
    }
  });

  it('of the beta, with shapes from a thousandth to a thousand million', () => {
    for (const row of expected.beta) {
      expectAnswers(
        {
          lower: betaLowerTail(row.share, row),
          upper: betaUpperTail(row.share, row),
          logLower: betaLogLowerTail(row.share, row),
          logUpper: betaLogUpperTail(row.share, row),
          density: betaDensity(row.share, row),
        },
        row,
      );
    }
  });

  it('of the gamma and of chi-square, which is half of one', () => {
    for (const row of expected.gamma) {
      const { value, shape } = row;
      const tails = gammaTails(value, shape);
      const { lower: logLower, upper: logUpper } = gammaLogTails(value, shape);
      expectAnswers({ ...tails, logLower, logUpper, density: gammaDensity(value, shape) }, row);
      expectAnswers(
        {
          lower: chiSquareLowerTail(2 * value, 2 * shape),
          upper: chiSquareUpperTail(2 * value, 2 * shape),
          logLower: chiSquareLogLowerTail(2 * value, 2 * shape),
          logUpper: chiSquareLogUpperTail(2 * value, 2 * shape),
          density: 2 * chiSquareDensity(2 * value, 2 * shape),
        },
        row,
      );
    }
  });

  it('of Student t, with degrees of freedom from a thousandth to a thousand million', () => {
    for (const row of expected.student) {
      const { t, df } = row;
      expectAnswers(
        {
          lower: studentLowerTail(t, df),
          upper: studentUpperTail(t, df),
          logLower: studentLogUpperTail(-t, df),
          logUpper: studentLogUpperTail(t, df),
          density: studentDensity(t, df),
        },
        row,
      );
      expectTail(studentTwoSided(t, df), row.both, row);
    }
  });

  it('of F', () => {
    for (const row of expected.f) {
      expectAnswers(
        {
          lower: fLowerTail(row.statistic, row),
          upper: fUpperTail(row.statistic, row),
          logLower: fLogLowerTail(row.statistic, row),
          logUpper: fLogUpperTail(row.statistic, row),
          density: fDensity(row.statistic, row),
        },
        row,
      );
    }
  });
});

describe('the quantiles have twelve digits from either tail, down to 1e-300', () => {
  it('of the normal', () => {
    for (const row of expected.normalQuantile) {
      expectClose(normalUpperQuantile(row.upper), row.z, twelveDigits, row);
      expectClose(normalQuantile(row.upper), -row.z, twelveDigits, row);
    }
  });

  it('of the beta', () => {
    for (const row of expected.betaQuantile) {
      const quantile = row.side === 'lower' ? betaQuantile : betaUpperQuantile;
      expectClose(quantile(row.part, row), row.share, twelveDigits, row);
    }
  });

  it('of the gamma and of chi-square', () => {
    for (const { part, side, shape, value } of expected.gammaQuantile) {
      const isLower = side === 'lower';
      const gamma = isLower ? gammaQuantile(part, shape) : gammaUpperQuantile(part, shape);
      const chiSquare = isLower
        ? chiSquareQuantile(part, 2 * shape)
        : chiSquareUpperQuantile(part, 2 * shape);
      expectClose(gamma, value, twelveDigits, { part, side, shape });
      expectClose(chiSquare / 2, value, twelveDigits, { part, side, shape });
    }
  });

  it('of Student t', () => {
    for (const { upper, df, t } of expected.studentQuantile) {
      expectClose(studentUpperQuantile(upper, df), t, twelveDigits, { upper, df });
      expectClose(studentQuantile(upper, df), -t, twelveDigits, { upper, df });
    }
  });

  it('of F', () => {
    for (const row of expected.fQuantile) {
      const quantile = row.side === 'lower' ? fQuantile : fUpperQuantile;
      expectClose(quantile(row.part, row), row.statistic, twelveDigits, row);
    }
  });
});
