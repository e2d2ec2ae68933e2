import type { CellEffect } from '#core/stats/shrinkage/cell-effect.ts';
import {
  morrisEffects,
  shrunkenEffects,
  type ShrunkenEffects,
} from '#core/stats/shrinkage/shrunken-effects.ts';
import type { Result } from '#core/result.ts';
import type { CarrotMoney, CellProfits } from './cell-profits.ts';

/** Fewer cells leave Morris' intervals nothing to be reckoned from. */
const fewestForMorris = 4;

/** What to believe of each cell × carrot once all cells are known, per customer; zeros where `isKnown` is 0. */
export interface BelievedProfits {
  readonly profit: Float64Array;
  readonly standardError: Float64Array;
  readonly cost: Float64Array;
}

/**
 * Every carrot's profit and response in each cell, drawn towards its mean over all cells (empirical Bayes), each as far as
 * the cell's own data are weak. With four cells or more by Morris' rule, with two or three as best linear unbiased
 * prediction, a single one as it is. Where nothing tells the cells apart, each is the mean of all.
 * Carrots are drawn one by one: that they share the control of a cell is left aside here, and counts in the standard
 * error of a whole plan (`planVariance`).
 * `profits`: as `cellProfits` gives them.
 * Source: Morris (1983), JASA 78; Robinson (1991), Statistical Science 6.
 */
export function drawTogether(
  profits: CellProfits,
  carrots: readonly CarrotMoney[],
): BelievedProfits {
  const { cells, carrots: count, isKnown } = profits;
  const profit = profits.profit.slice();
  const standardError = profits.variance.map(Math.sqrt);
  const cost = profits.cost.slice();
  for (const [carrot, { costPerContact, rewardPerResponse }] of carrots.entries()) {
    const places: number[] = [];
    for (let cell = 0; cell < cells; cell++)
      if (isKnown[cell * count + carrot]) places.push(cell * count + carrot);
    drawOne(places, profits.profit, profits.variance, (place, effect) => {
      profit[place] = effect.estimate;
      standardError[place] = effect.standardError;
    });
    if (rewardPerResponse === 0) continue;
    drawOne(places, profits.share, profits.shareVariance, (place, { estimate }) => {
      cost[place] = costPerContact + rewardPerResponse * estimate;
    });
  }
  return { profit, standardError, cost };
}

function drawOne(
  places: readonly number[],
  values: Float64Array,
  variances: Float64Array,
  keep: (place: number, effect: CellEffect) => void,
): void {
  const effects = places.map((place) => ({
    estimate: values[place] as number,
    standardError: Math.sqrt(variances[place] as number),
  }));
  const drawn: Result<Pick<ShrunkenEffects, 'cells'>> =
    effects.length >= fewestForMorris
      ? morrisEffects(effects)
      : shrunkenEffects(effects, { method: 'reml' });
  if (drawn.ok) {
    places.forEach((place, at) => keep(place, drawn.value.cells[at] as CellEffect));
    return;
  }
  if (drawn.problem.code !== 'no-visible-difference') return;
  const precision = effects.reduce((sum, effect) => sum + effect.standardError ** -2, 0);
  const mean = Number(drawn.problem.mean);
  for (const place of places) keep(place, { estimate: mean, standardError: precision ** -0.5 });
}
