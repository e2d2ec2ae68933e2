import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { customersOf, mergeCounts, valueCountsProblem, type ValueCounts } from './value-counts.ts';

/** Which shares of all customers may be capped at the bottom and at the top (0 up to, not including, one half). */
export interface CapShares {
  readonly lowerShare: number;
  readonly upperShare: number;
  /**
   * `interpolated` (by default): the caps lie between two customers' values where the share falls between them.
   * `observed`: they are values that occur, and at most the given share lies beyond them.
   */
  readonly rule?: 'interpolated' | 'observed';
}

/** The values beyond which every arm is capped, in the unit of the values. */
export interface Caps {
  readonly rule: 'interpolated' | 'observed';
  readonly low: number;
  readonly high: number;
}

/** One arm after capping, and how many of its customers were moved. */
export interface CappedArm {
  readonly values: ValueCounts;
  readonly raised: number;
  readonly lowered: number;
}

/**
 * At which values to cap unusual amounts: one lower and one upper cap for all arms, found in all their customers together.
 * A cap per arm would hide the very difference that is looked for, by capping the better arm higher.
 * `arms`: value counts, ascending (`countValues` makes them of raw values); the shares are of all customers.
 * Refuses `too-few-arms`, `too-few-values`, `invalid-counts`, `invalid-shares` (not 0 up to one half) and
 * `caps-meet` when capping would leave no difference at all: with 5% buyers, an upper share of 5% caps at 0.
 * Source: Dixon & Tukey (1968); `interpolated` is R `quantile(type = 7)`, `observed` scipy `stats.mstats.winsorize`.
 * Example: the values 1 to 20 in any arms with 0.1 and 0.1 give 2.9 and 18.1, observed 3 and 18.
 */
export function pooledCaps(arms: readonly ValueCounts[], shares: CapShares): Result<Caps> {
  const { lowerShare, upperShare, rule = 'interpolated' } = shares;
  const problem = armsProblem(arms) ?? sharesProblem(shares);
  if (problem) return refuse(problem);
  const pooled = mergeCounts(arms);
  const customers = customersOf(pooled);
  const [low, high] =
    rule === 'interpolated'
      ? [
          interpolatedAt(pooled, (customers - 1) * lowerShare),
          interpolatedAt(pooled, (customers - 1) * (1 - upperShare)),
        ]
      : [
          observedAt(pooled, Math.floor(customers * lowerShare)),
          observedAt(pooled, customers - 1 - Math.floor(customers * upperShare)),
        ];
  return low >= high && pooled.length > 1
    ? refuse({ code: 'caps-meet', low, high, lowerShare, upperShare })
    : succeed({ rule, low, high });
}

/**
 * One arm with its values beyond the caps moved to the caps; nobody is dropped.
 * `counts`: value counts, ascending; caps from `pooledCaps`, the same for every arm.
 * Example: 0 for 9 customers and 500 for 1 with caps 0 and 100 give 0 for 9 and 100 for 1, one lowered.
 */
export function capCounts(counts: ValueCounts, { low, high }: Caps): CappedArm {
  const moved = counts.map(({ value, count }) => ({
    value: Math.min(high, Math.max(low, value)),
    count,
  }));
  return {
    values: mergeCounts([moved]),
    raised: customersOf(counts.filter(({ value }) => value < low)),
    lowered: customersOf(counts.filter(({ value }) => value > high)),
  };
}

/** The same for raw values, whose order is kept. */
export function capValues(values: readonly number[], { low, high }: Caps): number[] {
  return values.map((value) => Math.min(high, Math.max(low, value)));
}

function armsProblem(arms: readonly ValueCounts[]): Problem | null {
  if (arms.length === 0) return { code: 'too-few-arms', arms: 0 };
  const problems = arms.map((counts, place) => valueCountsProblem(String(place + 1), counts));
  return problems.find((problem) => problem !== null) ?? null;
}

function sharesProblem({ lowerShare, upperShare }: CapShares): Problem | null {
  const valid = [lowerShare, upperShare].every((share) => share >= 0 && share < 0.5);
  return valid ? null : { code: 'invalid-shares', lowerShare, upperShare };
}

/** The value of the customer with this place in ascending order, 0 the lowest. */
function observedAt(pooled: ValueCounts, place: number): number {
  let passed = 0;
  for (const { value, count } of pooled) {
    passed += count;
    if (place < passed) return value;
  }
  return pooled.at(-1)?.value ?? Number.NaN;
}

/** The value at a place that may lie between two customers. */
function interpolatedAt(pooled: ValueCounts, place: number): number {
  const whole = Math.floor(place);
  const below = observedAt(pooled, whole);
  const above = observedAt(pooled, whole + 1);
  return below === above ? below : below + (place - whole) * (above - below);
}
