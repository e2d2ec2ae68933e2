import type { Problem } from '#core/result.ts';
import { spendingProblem, type SpendingFunction } from './spending-function.ts';

/**
 * A shape fixed beforehand for all planned looks: the critical value at a look is a constant times
 * (its information / the last one's)^(shape - 1/2). Shape 0 is O'Brien-Fleming, 1/2 is Pocock, between is Wang-Tsiatis.
 */
export type ConstantBoundary =
  | { readonly kind: 'obrien-fleming' }
  | { readonly kind: 'pocock' }
  | { readonly kind: 'wang-tsiatis'; readonly shape: number };

/** When an experiment is looked at before its end, and how the false-alarm chance is shared among the looks. */
export interface SequentialDesign {
  /** The information at each look as a share of the planned one, ascending; the last may be above or below 1. */
  readonly informationShares: readonly number[];
  /** The false-alarm chance over all looks and `sides`: at least 1e-12, below one half for each side. */
  readonly alpha: number;
  /** 2 by default: stops for a better and for a worse treatment alike; 1 stops for a better one only. */
  readonly sides?: 1 | 2;
  readonly rule: SpendingFunction | ConstantBoundary;
  /**
   * How far each look has come by the clock that spends, ascending and at most 1: calendar time, where nobody knows how
   * much information there will be in the end. Default: the information shares. Constant boundaries have no such clock.
   */
  readonly spendingShares?: readonly number[];
}

/** One look: when z reaches `criticalValue` the experiment may stop. */
export interface SequentialLook {
  readonly informationShare: number;
  /** Null at a look that cannot stop: it comes so early that no alpha is spent there (less than 1e-25). */
  readonly criticalValue: number | null;
}

/** What a running experiment needs to know of its looks. */
export interface SequentialLooks {
  readonly sides: 1 | 2;
  readonly looks: readonly SequentialLook[];
}

const mostLooks = 20;
const smallestGap = 0.001;
const largestShare = 10;
const smallestAlpha = 1e-12;

/**
 * Why looks cannot be planned like that, or null: `no-looks`, `too-many-looks` (over 20), `invalid-information` (a share
 * not above 0, or above 10), `looks-too-close` (less than 0.001 of the planned information apart, or not ascending).
 */
export function looksProblem(informationShares: readonly number[]): Problem | null {
  if (informationShares.length === 0) return { code: 'no-looks' };
  if (informationShares.length > mostLooks) {
    return { code: 'too-many-looks', looks: informationShares.length, mostLooks };
  }
  let previous = 0;
  for (const [place, informationShare] of informationShares.entries()) {
    if (!(informationShare > 0 && informationShare <= largestShare)) {
      return { code: 'invalid-information', look: place + 1, informationShare };
    }
    // Half a billionth of room: 0.3 and 0.301 are 0.001 apart, whatever their last digits say.
    if (informationShare - previous < smallestGap * (1 - 5e-10)) {
      return { code: 'looks-too-close', look: place + 1, informationShare, previous, smallestGap };
    }
    previous = informationShare;
  }
  return null;
}

/** Why a design cannot be used, or null: also `invalid-alpha`, `invalid-spending` and `invalid-spending-shares`. */
export function designProblem(design: SequentialDesign): Problem | null {
  const { informationShares, alpha, sides = 2, rule } = design;
  if (!(alpha >= smallestAlpha && alpha / sides < 0.5)) return { code: 'invalid-alpha', alpha };
  return looksProblem(informationShares) ?? ruleProblem(rule) ?? clockProblem(design);
}

function clockProblem({ informationShares, spendingShares }: SequentialDesign): Problem | null {
  if (!spendingShares) return null;
  const isClock =
    spendingShares.length === informationShares.length &&
    spendingShares.every(
      (share, place) => share > (place === 0 ? 0 : (spendingShares[place - 1] ?? 0)) && share <= 1,
    );
  return isClock ? null : { code: 'invalid-spending-shares', spendingShares };
}

function ruleProblem(rule: SequentialDesign['rule']): Problem | null {
  if (rule.kind === 'wang-tsiatis') {
    return rule.shape >= 0 && rule.shape <= 0.5 ? null : { code: 'invalid-spending', ...rule };
  }
  return rule.kind === 'obrien-fleming' || rule.kind === 'pocock' ? null : spendingProblem(rule);
}
