import { refuse, succeed, type Result } from '#core/result.ts';
import { normalQuantile } from '#core/stats/distributions/normal-distribution.ts';
import { sequentialInflation } from '#core/stats/sequential/group-sequential-power.ts';
import { anyTimeSpread, type Looks } from './looks.ts';

/** What a way of looking costs, in customers relative to one look at the end with the same power. */
export interface LooksCost {
  /** How many times as many customers it takes. */
  readonly factor: number;
  /** How many are used on average if the planned effect is there, stopping early counted in; null where not reckoned. */
  readonly expectedFactor: number | null;
  /** The factor is a bound: it counts on the last day alone, though one may stop on any day before. */
  readonly isAtMost: boolean;
}

/** What the cost depends on. */
export interface LooksPlan {
  /** Two-sided, of one comparison. */
  readonly alpha: number;
  /** Between alpha and 1. */
  readonly power: number;
  readonly carrotSize: number;
  readonly holdoutSize: number;
  /** Responses expected of the two arms together. */
  readonly responses: number;
}

/**
 * How many more customers it takes to be allowed to look early, power unchanged.
 * `planned`: O'Brien-Fleming limits at equal steps; `any-time`: at most so many, from the width of the confidence sequence
 * on the last day alone; there the information grows with the responses, so that the factor is solved for itself.
 * Refuses `no-responses` (none to be expected of two arms with customers) and what `sequentialInflation` refuses.
 * Source: Jennison & Turnbull (2000), 2.3; Robbins (1970) for the mixture's limit.
 * Example: four planned looks at alpha 0.05 and power 0.8 take 1.020 times as many, and use 0.84 times as many on average.
 */
export function looksCost(looks: Looks, plan: LooksPlan): Result<LooksCost> {
  const { alpha, power, carrotSize, holdoutSize, responses } = plan;
  if (looks.kind === 'once') {
    return succeed({ factor: 1, expectedFactor: 1, isAtMost: false });
  }
  if (looks.kind === 'planned') {
    const cost = sequentialInflation(
      {
        informationShares: Array.from({ length: looks.looks }, (_, look) =>
          look + 1 === looks.looks ? 1 : (look + 1) / looks.looks,
        ),
        alpha,
        rule: { kind: 'lan-demets-obrien-fleming' },
      },
      power,
    );
    if (!cost.ok) return cost;
    const { inflationFactor: factor, expectedUnderEffect: expectedFactor } = cost.value;
    return succeed({ factor, expectedFactor, isAtMost: false });
  }
  const both = carrotSize + holdoutSize;
  if (!(responses > 0 && carrotSize > 0 && holdoutSize > 0)) {
    return refuse({ code: 'no-responses', responses, carrotSize, holdoutSize });
  }
  const information = (responses * carrotSize * holdoutSize) / (both * both);
  const reserve = -normalQuantile(1 - power);
  const single = -normalQuantile(alpha / 2) + reserve;
  let factor = 1;
  // The limit grows with the logarithm of the information: a few rounds settle it.
  for (let round = 0; round < rounds; round += 1) {
    const weight = factor * information * anyTimeSpread * anyTimeSpread;
    const limit = Math.sqrt(((weight + 1) / weight) * (Math.log1p(weight) - 2 * Math.log(alpha)));
    factor = ((limit + reserve) / single) ** 2;
  }
  return succeed({ factor, expectedFactor: null, isAtMost: true });
}

const rounds = 60;
