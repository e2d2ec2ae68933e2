import { refuse, succeed, type Result } from '#core/result.ts';
import type { ArmPair } from '#core/stats/proportions/arm-counts.ts';
import { betweenVariance } from '#core/stats/shrinkage/between-cells.ts';
import { pooledAt, type CellEffect } from '#core/stats/shrinkage/cell-effect.ts';
import type { EffectBelief } from './outlook-plan.ts';

/**
 * What is believed of one carrot in one cell, in shares, and of what its error consists. An error of the difference is the
 * cell's own, or comes from the carrot's mean over all cells (`meanLoading`), or from not knowing how much cells differ
 * (`spreadLoading`); the last two are the same for all cells of the carrot.
 */
export interface CellBelief {
  readonly controlShare: number;
  readonly difference: number;
  /** How far the difference is drawn towards the mean of all cells: 0 not at all. */
  readonly borrowedShare: number;
  readonly ownVariance: number;
  readonly meanLoading: number;
  readonly spreadLoading: number;
  /** By how much the control's share falls when the difference rises by 1: both were measured on the same control. */
  readonly controlFollows: number;
  /** What stays uncertain of the control's share when the difference is known. */
  readonly controlVariance: number;
  /** The squared standard errors of the shares that the two arms showed. */
  readonly shownTreatmentVariance: number;
  readonly shownControlVariance: number;
}

/** One carrot in all cells. */
export interface CarrotBelief {
  /** `raw` also where fewer than two cells can be compared, which leaves nothing to draw towards. */
  readonly method: 'raw' | 'morris' | 'blup';
  /** In the order of the pairs; null where an arm has nobody. */
  readonly cells: readonly (CellBelief | null)[];
  /** Weight of each cell in the carrot's mean, and their sum, which is 1 over the squared standard error of the mean. */
  readonly weights: readonly number[];
  readonly weightSum: number;
}

/** Fewer cells leave Morris' correction nothing to be reckoned from. */
const fewestForMorris = 4;

/**
 * What to believe of a carrot's response and its control's in every cell, with the errors that cells have in common.
 * `pairs`: whole counts of carrot and control per cell. The shrunken differences and their standard errors are those of
 * `readCellEffects`: Morris' with four cells or more, the plain best linear unbiased prediction with fewer. Where nothing
 * tells the cells apart, Morris' still leaves each cell (2 / (cells - 1)) of its own; with fewer than four all get the mean.
 * The control's share moves with the difference as far as both rest on the same control.
 * An arm in which nobody (or everybody) responded gets half a customer more in each count of its cell for the standard
 * error, and for the shrunken estimate: it would seem to know its share exactly.
 * Refuses `invalid-effect` (no common scale).
 * Source: Morris (1983), JASA 78; Robinson (1991), Statistical Science 6; the joint normal posterior of a difference with a
 * normal prior and a control share with a flat one.
 * Example: the sample's POINT in the cell of 28 against 5 of 100: difference 0.1864, control share 0.0595.
 */
export function believeCarrot(
  pairs: readonly ArmPair[],
  belief: EffectBelief,
): Result<CarrotBelief> {
  const shown = pairs.map(shownShares);
  const used = shown.flatMap((cell) => (cell ? [cell] : []));
  if (belief === 'raw' || used.length < 2) {
    const cells = shown.map((cell) => cell && believed(cell, untouched));
    return succeed({ method: 'raw', cells, weights: pairs.map(() => 0), weightSum: 1 });
  }
  const isMorris = used.length >= fewestForMorris;
  const effects = used.map(({ effect }) => effect);
  const between = betweenVariance(effects, isMorris ? 'paule-mandel' : 'reml');
  if (!between.ok) return refuse(between.problem);
  const { mean, weights, weightSum } = pooledAt(effects, between.value);
  const kept = isMorris ? (used.length - 3) / (used.length - 1) : 1;
  const averageSquare = effects.reduce(
    (sum, { standardError }, place) =>
      sum + ((weights[place] ?? 0) / weightSum) * standardError ** 2,
    0,
  );
  let place = 0;
  const drawn = shown.map((cell) => {
    if (!cell) return { cell: null, weight: 0 };
    const weight = weights[place++] ?? 0;
    const { estimate, standardError } = cell.effect;
    const towardsMean = standardError ** 2 * weight;
    const borrowedShare = kept * towardsMean;
    const spread = isMorris
      ? (2 / (used.length - 3)) * (averageSquare + between.value) * weight
      : 0;
    return {
      weight,
      cell: believed(cell, {
        borrowedShare,
        mean,
        meanLoading: Math.sqrt(kept) * towardsMean,
        spreadLoading: Math.sqrt(spread) * borrowedShare * (estimate - mean),
      }),
    };
  });
  return succeed({
    method: isMorris ? 'morris' : 'blup',
    cells: drawn.map(({ cell }) => cell),
    weights: drawn.map(({ weight }) => weight),
    weightSum,
  });
}

interface ShownShares {
  readonly effect: CellEffect;
  /** As counted; the effect above allows for arms without variation. */
  readonly rawControl: number;
  readonly rawDifference: number;
  readonly controlShare: number;
  readonly treatmentVariance: number;
  readonly controlVariance: number;
}

function shownShares({ treatment, control }: ArmPair): ShownShares | null {
  const arms = [treatment, control];
  if (arms.some(({ trials }) => trials === 0)) return null;
  const added = arms.some(({ events, trials }) => events === 0 || events === trials) ? 0.5 : 0;
  const [given = 0, kept = 0] = arms.map(
    ({ events, trials }) => (events + added) / (trials + 2 * added),
  );
  const variance = (share: number, trials: number) => (share * (1 - share)) / (trials + 2 * added);
  const treatmentVariance = variance(given, treatment.trials);
  const controlVariance = variance(kept, control.trials);
  const standardError = Math.sqrt(treatmentVariance + controlVariance);
  const rawControl = control.events / control.trials;
  return {
    effect: { estimate: given - kept, standardError },
    rawControl,
    rawDifference: treatment.events / treatment.trials - rawControl,
    controlShare: kept,
    treatmentVariance,
    controlVariance,
  };
}

/** Towards what, and how far, a cell is drawn. */
interface Drawing {
  readonly borrowedShare: number;
  readonly mean: number;
  readonly meanLoading: number;
  readonly spreadLoading: number;
}

const untouched: Drawing = { borrowedShare: 0, mean: 0, meanLoading: 0, spreadLoading: 0 };

function believed(cell: ShownShares, drawing: Drawing): CellBelief {
  const { treatmentVariance, controlVariance } = cell;
  const square = treatmentVariance + controlVariance;
  const controlFollows = controlVariance / square;
  const { borrowedShare, mean, meanLoading, spreadLoading } = drawing;
  const isRaw = drawing === untouched;
  const moved = borrowedShare * (mean - cell.effect.estimate);
  return {
    controlShare: isRaw ? cell.rawControl : cell.controlShare - controlFollows * moved,
    difference: isRaw ? cell.rawDifference : cell.effect.estimate + moved,
    borrowedShare,
    ownVariance: square * (1 - borrowedShare),
    meanLoading,
    spreadLoading,
    controlFollows,
    controlVariance: (treatmentVariance * controlVariance) / square,
    shownTreatmentVariance: treatmentVariance,
    shownControlVariance: controlVariance,
  };
}
