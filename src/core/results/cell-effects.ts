import { refuse, succeed, type Result } from '#core/result.ts';
import type { Interval } from '#core/stats/interval.ts';
import type { ArmPair } from '#core/stats/proportions/arm-counts.ts';
import { compareProportions } from '#core/stats/proportions/proportion-difference.ts';
import { betweenVariance, betweenVarianceInterval } from '#core/stats/shrinkage/between-cells.ts';
import type { CellEffect } from '#core/stats/shrinkage/cell-effect.ts';
import {
  morrisEffects,
  shrunkenEffects,
  type ShrunkenEffect,
} from '#core/stats/shrinkage/shrunken-effects.ts';
import { isTooFewToJudge } from './event-floor.ts';

/** One carrot against control in one cell: by itself, and as all cells together make it believable. In shares. */
export interface CellEffectReading {
  readonly raw: Result<{ readonly difference: number; readonly interval: Interval }>;
  /** Too few responses over both arms to be judged by itself. */
  readonly isTooFew: boolean;
  readonly shrunken: Result<BelievedEffect>;
}

export interface BelievedEffect extends ShrunkenEffect {
  /** How many cells like this one it rests on: how often the cell's own squared standard error holds the shrunken one. */
  readonly worthOfCells: number;
}

/** How much the effect truly differs from cell to cell, as a standard deviation in shares. */
export interface CellSpread {
  readonly method: 'morris' | 'blup';
  readonly spread: number;
  readonly interval: Interval;
  /** Cells that have customers in both arms. */
  readonly usedCells: number;
}

export interface CellEffects {
  /** In the order of the pairs. */
  readonly cells: readonly CellEffectReading[];
  readonly spread: Result<CellSpread>;
}

/** Fewer cells leave Morris' intervals nothing to be reckoned from. */
const fewestForMorris = 4;

/**
 * What a carrot did in every cell, raw and drawn towards the mean of all cells (empirical Bayes).
 * `pairs`: whole counts of carrot and control per cell; `confidenceShare`: between 0 and 1.
 * With four cells or more the shrinkage is Morris', whose intervals allow for not knowing how much the cells differ; with
 * fewer the plain best linear unbiased prediction. A cell where nobody (or everybody) in an arm responded gets half a
 * customer more in each of its four counts, or it would seem to know its effect exactly.
 * Refusals per cell: `no-trials`, those of `compareProportions`, and `no-visible-difference` (nothing tells the cells
 * apart: the effect over all holds in each); of the spread: `too-few-cells` and those of `betweenVariance`.
 * Source: Morris (1983), JASA 78; R `metafor::escalc(measure = "RD")`, `rma(method = "PM")`.
 * Example: the sample's POINT in the cell of 28 against 5 of 100 is drawn from 0.23 to 0.1864.
 */
export function readCellEffects(pairs: readonly ArmPair[], confidenceShare: number): CellEffects {
  const used = pairs.flatMap((pair, place) => (canCompare(pair) ? [place] : []));
  const effects = used.map((place) => effectOf(pairs[place] as ArmPair));
  const isMorris = effects.length >= fewestForMorris;
  const shrunken = isMorris
    ? morrisEffects(effects, { confidenceShare })
    : shrunkenEffects(effects, { confidenceShare });
  return {
    cells: pairs.map((pair, place) => {
      const found = compareProportions(pair.treatment, pair.control, confidenceShare);
      const own = used.indexOf(place);
      return {
        raw: found.ok
          ? succeed({ difference: found.value.difference, interval: found.value.interval })
          : found,
        isTooFew: isTooFewToJudge(pair.treatment.events, pair.control.events),
        shrunken:
          own < 0
            ? refuse({ code: 'no-trials' })
            : shrunken.ok
              ? believed(effects[own], shrunken.value.cells[own])
              : shrunken,
      };
    }),
    spread: spreadOf(effects, isMorris, confidenceShare),
  };
}

function believed(
  own: CellEffect | undefined,
  shrunken: ShrunkenEffect | undefined,
): Result<BelievedEffect> {
  if (!own || !shrunken) throw new Error('Every cell that was used has a shrunken effect.');
  return succeed({
    ...shrunken,
    worthOfCells: (own.standardError / shrunken.standardError) ** 2,
  });
}

function spreadOf(
  effects: readonly CellEffect[],
  isMorris: boolean,
  confidenceShare: number,
): Result<CellSpread> {
  const between = betweenVariance(effects, isMorris ? 'paule-mandel' : 'reml');
  if (!between.ok) return between;
  const range = betweenVarianceInterval(effects, confidenceShare);
  if (!range.ok) return range;
  return succeed({
    method: isMorris ? 'morris' : 'blup',
    spread: Math.sqrt(between.value),
    interval: { low: Math.sqrt(range.value.low), high: Math.sqrt(range.value.high) },
    usedCells: effects.length,
  });
}

function canCompare({ treatment, control }: ArmPair): boolean {
  return treatment.trials > 0 && control.trials > 0;
}

/** The difference with the standard error of independent shares. */
function effectOf({ treatment, control }: ArmPair): CellEffect {
  const arms = [treatment, control];
  const isBare = arms.some(({ events, trials }) => events === 0 || events === trials);
  const added = isBare ? 0.5 : 0;
  const [given = 0, kept = 0] = arms.map(
    ({ events, trials }) => (events + added) / (trials + 2 * added),
  );
  const variance =
    (given * (1 - given)) / (treatment.trials + 2 * added) +
    (kept * (1 - kept)) / (control.trials + 2 * added);
  return { estimate: given - kept, standardError: Math.sqrt(variance) };
}
