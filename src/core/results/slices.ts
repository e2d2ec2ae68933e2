import { refuse, succeed, type Result } from '#core/result.ts';
import type { Interval } from '#core/stats/interval.ts';
import { adjustBenjaminiHochberg } from '#core/stats/multiplicity/adjusted-p-values.ts';
import {
  compareProportions,
  pooledChiSquare,
} from '#core/stats/proportions/proportion-difference.ts';
import { mantelHaenszelDifference } from '#core/stats/stratified/stratified.ts';
import type { ExperimentTotals } from './analysis.ts';
import { pairByStratum, summariseArms } from './arm-totals.ts';
import { isTooFewToJudge } from './event-floor.ts';
import { readInteractions } from './interactions.ts';
import type { AttributeInteraction } from './reading.ts';

/** One carrot against control in one slice. In shares. */
export interface SliceComparison {
  readonly arm: string;
  readonly customers: number;
  readonly controlCustomers: number;
  readonly difference: Result<{
    readonly difference: number;
    readonly interval: Interval;
    readonly pValue: number;
  }>;
  /** Too few responses over both arms: the difference is shown, it is not tested. */
  readonly isTooFew: boolean;
  /** Null where it is not tested. */
  readonly pValueAdjusted: number | null;
}

/** The carrots in every slice of the customers. */
export interface SliceReading {
  readonly slices: readonly {
    readonly slice: string;
    readonly customers: number;
    readonly comparisons: readonly SliceComparison[];
  }[];
  /** How many comparisons were tested, and share the false findings. */
  readonly tested: number;
  /** Whether the carrots do something else from slice to slice: that one is told from control and another is not says nothing of it. */
  readonly interaction: AttributeInteraction['test'];
}

/**
 * Every carrot against control in every slice that somebody thought of afterwards. All that are tested are one family: of
 * those below `1 - confidence` about that share is false (Benjamini-Hochberg). Looking like this raises questions; it
 * settles none.
 * `totals`: counts by stratum and arm; `sliceOf`: the slice of every stratum; `order`: the slices to be read, in that order.
 * A slice of several strata is compared within them (Mantel-Haenszel), one of a single stratum by the score test.
 * Refusals per comparison: `no-trials`, `no-variation`, `no-informative-strata` and those of its method.
 * Source: Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57.
 * Example: four p-values .01, .02, .03 and .04 are all .04.
 */
export function readSlices(
  totals: ExperimentTotals,
  sliceOf: readonly string[],
  order: readonly string[],
  { control, confidenceShare }: { readonly control: string; readonly confidenceShare: number },
): SliceReading {
  const reference = totals.arms.indexOf(control);
  const found = order.map((slice) => {
    const strata = totals.strata.filter((_, stratum) => sliceOf[stratum] === slice);
    const here = { ...totals, strata };
    const arms = summariseArms(here);
    const kept = arms[reference]?.counts ?? { events: 0, trials: 0 };
    return {
      slice,
      customers: arms.reduce((sum, { counts }) => sum + counts.trials, 0),
      comparisons: arms
        .filter(({ place }) => place !== reference)
        .map(({ name: arm, place, counts }) => ({
          arm,
          customers: counts.trials,
          controlCustomers: kept.trials,
          difference: compare(here, place, reference, confidenceShare),
          isTooFew: isTooFewToJudge(counts.events, kept.events),
        })),
    };
  });
  const family = found.flatMap(({ comparisons }) => comparisons.filter(isTested));
  const adjusted = adjustBenjaminiHochberg(
    family.map(({ difference }) => (difference.ok ? difference.value.pValue : 1)),
  );
  const pValues = new Map(family.map((comparison, place) => [comparison, adjusted[place] ?? null]));
  return {
    slices: found.map(({ comparisons, ...slice }) => ({
      ...slice,
      comparisons: comparisons.map((comparison) => ({
        ...comparison,
        pValueAdjusted: pValues.get(comparison) ?? null,
      })),
    })),
    tested: family.length,
    interaction: interactionOf(totals, sliceOf, order, { control, confidenceShare }),
  };
}

function interactionOf(
  totals: ExperimentTotals,
  sliceOf: readonly string[],
  order: readonly string[],
  plan: { readonly control: string; readonly confidenceShare: number },
): AttributeInteraction['test'] {
  const strata = order.map((slice) => {
    const here = totals.strata.filter((_, stratum) => sliceOf[stratum] === slice);
    return {
      key: [slice],
      totals: summariseArms({ ...totals, strata: here }).map(({ counts }) => ({
        customers: counts.trials,
        responders: counts.events,
        moneySum: 0,
        moneySumOfSquares: 0,
      })),
      population: null,
    };
  });
  const [found] = readInteractions(
    { ...totals, strata },
    { ...plan, strata: { kind: 'columns', columns: ['slice'] } },
  );
  return found?.test ?? refuse({ code: 'too-few-levels', levels: 0 });
}

function isTested({ difference, isTooFew }: Omit<SliceComparison, 'pValueAdjusted'>): boolean {
  return difference.ok && !isTooFew;
}

function compare(
  here: ExperimentTotals,
  treatment: number,
  control: number,
  confidenceShare: number,
): SliceComparison['difference'] {
  const pairs = pairByStratum(here, treatment, control);
  const [only] = pairs;
  if (!only || pairs.length > 1) {
    const within = mantelHaenszelDifference(pairs, { confidenceShare });
    if (!within.ok) return within;
    const { difference, interval, pValue } = within.value;
    return succeed({ difference, interval, pValue });
  }
  const variation = pooledChiSquare(only.treatment, only.control);
  if (!variation.ok) return variation;
  const found = compareProportions(only.treatment, only.control, confidenceShare);
  if (!found.ok) return found;
  const { difference, interval, pValue } = found.value;
  return succeed({ difference, interval, pValue });
}
