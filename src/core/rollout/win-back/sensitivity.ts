import { succeed, type Result } from '#core/result.ts';
import { bracketedRoot } from '#core/stats/numerics/bracketed-root.ts';
import { chainOf, type Chain } from './chain.ts';
import type { WinBackView } from './chain-money.ts';
import {
  factorRange,
  factorValue,
  winBackFactors,
  withFactor,
  type FactorRange,
  type WinBackFactor,
} from './sensitivity-inputs.ts';
import { outcomeOf } from './win-back.ts';
import type { WinBackInputs } from './win-back-inputs.ts';

/** What is watched while inputs vary. */
export interface SensitivityAim {
  readonly view: WinBackView;
  readonly measure: 'profit' | 'roi';
}

/** The reader's own ranges, as shares of the value to either side. */
export type FactorSpreads = Readonly<Partial<Record<WinBackFactor, number>>>;

/** One input at both ends of its range, everything else as it is. */
export interface TornadoBar {
  readonly factor: WinBackFactor;
  readonly value: number;
  readonly range: FactorRange;
  readonly atLow: number;
  readonly atHigh: number;
  /** How far apart the two ends are. */
  readonly swing: number;
  /** Whether the sign of the profit changes within the range. */
  readonly changesSign: boolean;
}

/** Profit or return over a grid of two inputs. `rows[y][x]`; a cell that has none is null. */
export interface TwoWayTable {
  readonly xValues: readonly number[];
  readonly yValues: readonly number[];
  readonly rows: readonly (readonly (number | null)[])[];
  /** Points at which the profit is 0, from left to right: for each the y that it takes at x. */
  readonly breakEven: readonly { readonly x: number; readonly y: number }[];
}

/**
 * Which input moves the outcome most: each at both ends of its own range while the others stay, sorted by the swing.
 * `inputs`: checked by `winBack`; `aim`: gross or incremental, profit or return; `spreads`: where the reader states a range.
 * Leaves out inputs without a range, and ends that have no outcome. Refuses what the outcome itself refuses (`no-cost`).
 * Source: Clemen & Reilly (2014), Making Hard Decisions, chapter 5: tornado diagram.
 * Example: in the deck's chain an order value of 24,000 to 36,000 gives a profit of 715,000 to 1,255,000.
 */
export function tornado(
  inputs: WinBackInputs,
  aim: SensitivityAim,
  spreads: FactorSpreads = {},
): Result<readonly TornadoBar[]> {
  const chain = chainOf(inputs);
  const now = outcomeOf(chain, aim.view, aim.measure);
  if (!now.ok) return now;
  const bars = winBackFactors(inputs).flatMap((factor): TornadoBar[] => {
    const range = factorRange(inputs, factor, spreads[factor] ?? null);
    if (range.high <= range.low) return [];
    const at = (value: number) =>
      outcomeOf(withFactor(chain, factor, value), aim.view, aim.measure);
    const [low, high] = [at(range.low), at(range.high)];
    if (!low.ok || !high.ok) return [];
    const [atLow, atHigh] = [low.value, high.value];
    return [
      {
        factor,
        value: factorValue(chain, factor),
        range,
        atLow,
        atHigh,
        swing: Math.abs(atHigh - atLow),
        changesSign: Math.sign(atLow) * Math.sign(atHigh) < 0,
      },
    ];
  });
  return succeed(bars.toSorted((one, other) => other.swing - one.swing));
}

/**
 * The outcome over a grid of two inputs, with the line on which the profit is 0.
 * `x`, `y`: the inputs and their ranges; `steps`: how many values each of the two takes, at least 2. The line is solved
 * for at every value of x and at seven places between, where the profit changes its sign between the ends of y.
 * Refuses nothing; a cell without an outcome (nothing spent) is null.
 * Example: response against order value in the deck's chain; at a response of 30 % the line is at 8,111.11.
 */
export function twoWayTable(
  inputs: WinBackInputs,
  aim: SensitivityAim,
  x: { readonly factor: WinBackFactor; readonly range: FactorRange },
  y: { readonly factor: WinBackFactor; readonly range: FactorRange },
  steps: number,
): TwoWayTable {
  const chain = chainOf(inputs);
  const xValues = spaced(x.range, steps);
  const yValues = spaced(y.range, steps);
  const at = (xValue: number, yValue: number): Chain =>
    withFactor(withFactor(chain, x.factor, xValue), y.factor, yValue);
  const rows = yValues.map((yValue) =>
    xValues.map((xValue) => {
      const outcome = outcomeOf(at(xValue, yValue), aim.view, aim.measure);
      return outcome.ok ? outcome.value : null;
    }),
  );
  const profitAt = (xValue: number, yValue: number): number => {
    const profit = outcomeOf(at(xValue, yValue), aim.view, 'profit');
    return profit.ok ? profit.value : Number.NaN;
  };
  const { low, high } = y.range;
  const breakEven = spaced(x.range, 8 * (steps - 1) + 1).flatMap((xValue) => {
    const ends = [profitAt(xValue, low), profitAt(xValue, high)] as const;
    if (!(Math.sign(ends[0]) * Math.sign(ends[1]) <= 0) || ends[0] === ends[1]) return [];
    const root = bracketedRoot((yValue) => profitAt(xValue, yValue), low, high);
    return [{ x: xValue, y: root }];
  });
  return { xValues, yValues, rows, breakEven };
}

/** So many values from low to high, both included. */
function spaced({ low, high }: FactorRange, count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => low + ((high - low) * place) / (count - 1));
}
