import { expectedNormalMaximum } from '#core/stats/shrinkage/expected-normal-maximum.ts';
import type { CarrotBelief } from './carrot-belief.ts';
import { profitLine } from './project-policy.ts';
import type { Stake, Stakes } from './stake.ts';

/**
 * By how much money the profit looks too good on average if all carrots were truly alike: the winner's curse of having
 * taken the best-looking. It is the most that choosing can have added; the further apart the carrots are, the less it is.
 * `carrots`: among how many each was chosen, 1 or more. `chosenBy`: `total`, one carrot for all by its total profit, or
 * `cell`, in each cell by itself. Only the luck of the carrot's own customers counts, in the cell and through the mean that
 * its cells are drawn to: the control's is the same for all carrots.
 * Source: Tippett (1925): the expected largest of k normal values, each with the carrot's own standard error.
 * Example: one carrot of three, with a standard error of its own of 1,000,000: 846,284.
 */
export function selectionDiscount(
  { stakes, beliefs }: Stakes,
  carrots: number,
  chosenBy: 'total' | 'cell',
): number {
  const error = [...beliefs].reduce((sum, [carrot, belief]) => {
    const own = stakes.filter((stake) => stake.carrot === carrot);
    return sum + (chosenBy === 'cell' ? errorByCell(own, belief) : errorOfTotal(own, belief));
  }, 0);
  return expectedNormalMaximum(carrots) * error;
}

/** How the profit of a cell moves with the share that its own treated customers showed, and with the carrot's mean. */
function slopes(stake: Stake): { readonly own: number; readonly mean: number } {
  const { onTreatment, onControl } = profitLine(stake);
  const { borrowedShare, controlFollows } = stake.belief;
  const mean = borrowedShare * (onTreatment * (1 - controlFollows) - onControl * controlFollows);
  return { own: onTreatment - mean, mean };
}

/** How the mean of a carrot moves with the share that its customers showed in each cell, and that share's variance. */
function meanSlopes({ cells, weights, weightSum }: CarrotBelief) {
  return cells.map((cell, place) => ({
    slope: (weights[place] ?? 0) / weightSum,
    variance: cell?.shownTreatmentVariance ?? 0,
  }));
}

function errorByCell(stakes: readonly Stake[], belief: CarrotBelief): number {
  const means = meanSlopes(belief);
  const meanVariance = means.reduce((sum, { slope, variance }) => sum + slope ** 2 * variance, 0);
  return stakes.reduce((sum, stake) => {
    const { own, mean } = slopes(stake);
    const { slope = 0, variance = 0 } = means[stake.cell] ?? {};
    const square = own * (own + 2 * mean * slope) * variance + mean ** 2 * meanVariance;
    return sum + Math.sqrt(Math.max(0, square));
  }, 0);
}

function errorOfTotal(stakes: readonly Stake[], belief: CarrotBelief): number {
  const ownByCell = new Map(stakes.map((stake) => [stake.cell, slopes(stake)]));
  const throughMean = [...ownByCell.values()].reduce((sum, { mean }) => sum + mean, 0);
  const square = meanSlopes(belief).reduce((sum, { slope, variance }, cell) => {
    const perShare = (ownByCell.get(cell)?.own ?? 0) + throughMean * slope;
    return sum + perShare ** 2 * variance;
  }, 0);
  return Math.sqrt(square);
}
