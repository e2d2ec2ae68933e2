import type { Design } from '../../design/design.ts';
import type { ExperimentTotals, ResponseFile, ResponseWindow } from '../../results/analysis.ts';
import type { ListForecast } from './list-forecast.ts';
import type { ListPlan } from './list-plan.ts';

/** The name and version of the procedure that draws a rollout list, saved with every list. */
export const rolloutListAlgorithm = 'rollout-md5-order-1';

/**
 * What became of the eligible customers of each cell; every list has a number per cell, and all but the first add up to the first.
 * Who belongs to two of them is counted in the first.
 */
export interface RolloutPool {
  readonly eligible: readonly number[];
  /** Had a carrot in the experiment. */
  readonly tested: readonly number[];
  /** Were in the experiment's holdout. */
  readonly heldOut: readonly number[];
  /** Are on an earlier rollout list. */
  readonly rolledOut: readonly number[];
  /** The cell gets no carrot. */
  readonly withoutCarrot: readonly number[];
  /** Gave no consent for the channel of their carrot. */
  readonly withoutConsent: readonly number[];
  /** Can be drawn. */
  readonly left: readonly number[];
}

/** A rollout list that was drawn: enough to draw it again, with a fingerprint to compare, and what was expected of it. */
export interface RolloutList {
  /** Of the project: its rows are kept under it, beside those of the experiments' lists. */
  readonly id: number;
  readonly algorithm: string;
  readonly seed: string;
  /** By which its cells were found, and which names cells and arms. */
  readonly design: Design;
  readonly plan: ListPlan;
  /** Share of each cell that is held back to watch the rollout, 0 or more and below 1. */
  readonly holdoutShare: number;
  /** Id of the carrot that each cell gets; null for none. */
  readonly carrots: readonly (string | null)[];
  readonly pool: RolloutPool;
  /** Customers per cell and slot: the monitoring holdout first, then wave by wave. */
  readonly counts: readonly (readonly number[])[];
  /** Ids of the experiments that were running when it was drawn: a rule may have left out who was on theirs. */
  readonly runningExperiments: readonly number[];
  /** MD5 of the sorted lines `customer,cell,arm,wave`; the monitoring holdout is arm 0 and wave 0. */
  readonly listFingerprint: string;
  /** ISO date and time. */
  readonly drawnAt: string;
  /** Null where nothing could be forecast. */
  readonly forecast: ListForecast | null;
  /** What became of it; null until somebody has looked. */
  readonly outcome: RolloutOutcome | null;
}

/** The outcome of a rollout as it was read. */
export interface RolloutOutcome {
  readonly file: ResponseFile;
  /** Null: whenever a response came. */
  readonly window: ResponseWindow | null;
  /** ISO date and time. */
  readonly readAt: string;
  /** By cell and arm of the design; the monitoring holdout is the first. */
  readonly totals: ExperimentTotals;
}

/** Customers of a list who are contacted and who are held back, all cells together. */
export function listSizes({ counts }: Pick<RolloutList, 'counts'>): {
  readonly contacted: number;
  readonly heldBack: number;
} {
  let contacted = 0;
  let heldBack = 0;
  for (const [holdout = 0, ...waves] of counts) {
    heldBack += holdout;
    for (const wave of waves) contacted += wave;
  }
  return { contacted, heldBack };
}

/**
 * Customers of every carrot by wave, in the order of the design's arms; carrots of no cell are left out.
 * Example: of two cells with [1, 4, 5] and [0, 2, 3] that both get POINT, POINT has [6, 8] and a holdout of 1.
 */
export function carrotWaves({
  counts,
  carrots,
  design,
}: Pick<RolloutList, 'counts' | 'carrots' | 'design'>): readonly {
  readonly arm: string;
  readonly heldBack: number;
  readonly waves: readonly number[];
}[] {
  return design.arms.flatMap(({ id }) => {
    const own = counts.filter((_, cell) => carrots[cell] === id);
    if (own.length === 0) return [];
    const slots = (own[0] ?? []).map((_, slot) => own.reduce((sum, row) => sum + (row[slot] ?? 0), 0)); // prettier-ignore
    const [heldBack = 0, ...waves] = slots;
    return [{ arm: id, heldBack, waves }];
  });
}
