import { createGenerator } from '#core/random/generator.ts';
import { shuffle } from '#core/random/shuffle.ts';
import { readCellEffects } from '../../results/cell-effects.ts';
import { fitResponses, type ResponseModel } from './response-model.ts';

/** What is known of the customers of a carrot and of the control before they answered; an entry per customer. */
export interface UpliftCustomers {
  /** 1 with the carrot, 0 in the control. */
  readonly treated: Uint8Array;
  /** Number of the cell. */
  readonly cell: Int32Array;
  readonly cells: number;
  /** 1 for a response. */
  readonly responded: Uint8Array;
  /** What a model goes by: an entry per customer and variable (`customer * variables + variable`). */
  readonly variables: number;
  readonly values: Float64Array;
}

/** How customers are ranked: by the effect in their cell, or by a model of their levels and what was known before. */
export const upliftRankings = ['cells', 'model'] as const;
export type UpliftRanking = (typeof upliftRankings)[number];

const folds = 5;

/** The fold of every customer: as even as can be within each arm, at random by the seed. */
export function foldsOf(treated: Uint8Array, seed: string): Uint8Array {
  const generator = createGenerator(`${seed}/uplift`);
  const fold = new Uint8Array(treated.length);
  for (const arm of [0, 1]) {
    const places = [...treated.keys()].filter((place) => treated[place] === arm);
    shuffle(places, generator).forEach((place, at) => {
      fold[place] = at % folds;
    });
  }
  return fold;
}

/**
 * How much a carrot is expected to add for every customer, by customers of other folds alone: nobody is ranked by his own
 * answer.
 * - `cells`: the difference of the response shares in the customer's cell, drawn towards the mean of all cells.
 * - `model`: two linear regressions of the response, one on those with the carrot and one on the control, and the
 *   difference of what they expect (a T-learner). Where a regression cannot be fitted, every score is 0.
 * Source: Morris (1983), JASA 78; Künzel et al. (2019), PNAS 116, for the two models; Chernozhukov et al. (2018) for the folds.
 */
export function upliftScores(
  customers: UpliftCustomers,
  ranking: UpliftRanking,
  fold: Uint8Array,
): Float64Array {
  const score = new Float64Array(customers.treated.length);
  for (let left = 0; left < folds; left++) {
    const expected =
      ranking === 'cells' ? cellScores(customers, fold, left) : modelScores(customers, fold, left);
    for (let place = 0; place < score.length; place++)
      if (fold[place] === left) score[place] = expected(place);
  }
  return score;
}

function cellScores(
  { treated, cell, cells, responded }: UpliftCustomers,
  fold: Uint8Array,
  left: number,
): (place: number) => number {
  const counts = Array.from({ length: cells }, () => [
    { events: 0, trials: 0 },
    { events: 0, trials: 0 },
  ]);
  for (let place = 0; place < treated.length; place++) {
    if (fold[place] === left) continue;
    const count = counts[cell[place] as number]?.[treated[place] as number];
    if (!count) continue;
    count.trials++;
    count.events += responded[place] as number;
  }
  const none = { events: 0, trials: 0 };
  const { cells: effects } = readCellEffects(
    counts.map(([control = none, treatment = none]) => ({ treatment, control })),
    0.95,
  );
  const scores = effects.map(({ shrunken, raw }) =>
    shrunken.ok
      ? shrunken.value.estimate
      : Number(shrunken.problem['mean'] ?? (raw.ok ? raw.value.difference : 0)),
  );
  return (place) => scores[cell[place] as number] ?? 0;
}

function modelScores(
  customers: UpliftCustomers,
  fold: Uint8Array,
  left: number,
): (place: number) => number {
  const fit = (arm: number): ResponseModel | null =>
    fitResponses(
      customers.values,
      customers.variables,
      customers.responded,
      (place) => fold[place] !== left && customers.treated[place] === arm,
    );
  const [kept, given] = [fit(0), fit(1)];
  return (place) => (given && kept ? given(place) - kept(place) : 0);
}
