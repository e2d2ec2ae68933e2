import { refuse, succeed, type Result } from '#core/result.ts';
import { createGenerator } from '#core/random/generator.ts';
import { confidenceProblem, type Interval } from '#core/stats/interval.ts';
import {
  areaOverRandom,
  rankByScore,
  sumRanked,
  upliftCurve,
  upliftDefinitions,
  type UpliftCurve,
  type UpliftDefinition,
} from './uplift-curve.ts';
import {
  foldsOf,
  upliftRankings,
  upliftScores,
  type UpliftCustomers,
  type UpliftRanking,
} from './uplift-scores.ts';

/** A curve by its definition, and the area between it and random contacts. */
export interface UpliftReading {
  readonly definition: UpliftDefinition;
  readonly curve: UpliftCurve;
  readonly area: number;
  readonly interval: Interval;
}

/** How well one way of ranking customers tells whom a carrot moves. */
export interface RankingReading {
  readonly ranking: UpliftRanking;
  /** One for each definition, in their order. */
  readonly readings: readonly UpliftReading[];
}

export interface Uplift {
  readonly treated: number;
  readonly control: number;
  /** Outcome per customer with the carrot less without: where every curve ends. */
  readonly effect: number;
  readonly rankings: readonly RankingReading[];
  readonly method: { readonly folds: 5; readonly bootstraps: number; readonly seed: string };
}

/** What is asked: whom the carrot moves, by their responses or their money. */
export interface UpliftQuestion extends UpliftCustomers {
  /** What is gained, per customer: the response itself, or money. */
  readonly outcome: Float64Array;
  readonly confidenceShare: number;
  readonly seed: string;
}

const mostPoints = 150;

/**
 * Uplift curves of a carrot by the effects of the cells and by a simple model, each with the area between it and random
 * contacts.
 * Nobody is ranked by his own answer (five folds). The interval of an area is from a Poisson bootstrap of the customers
 * (200 times, fewer for very many), the ranking taken as given.
 * Refuses `arm-without-customers`, `no-variation` (all have the same outcome) and `invalid-confidence`.
 * Source: Radcliffe (2007) and Gutierrez & Gérardy (2017) for the curves; Hanley & MacGibbon (2006), Computer Methods and
 * Programs in Biomedicine 83, for the bootstrap.
 */
export function findUplift(question: UpliftQuestion): Result<Uplift> {
  const { treated, outcome, confidenceShare, seed } = question;
  const problem = confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const given = treated.reduce((sum, each) => sum + each, 0);
  const kept = treated.length - given;
  if (given === 0 || kept === 0) return refuse({ code: 'arm-without-customers', given, kept });
  if (outcome.every((each) => each === outcome[0])) return refuse({ code: 'no-variation' });
  const fold = foldsOf(treated, seed);
  const rankings = upliftRankings.map((ranking) =>
    rankByScore(upliftScores(question, ranking, fold)),
  );
  const curvesOf = (weight: Uint8Array | null) =>
    rankings.map((ranked) => {
      const sums = sumRanked(question, ranked, weight);
      return upliftDefinitions.map((definition) => upliftCurve(sums, definition));
    });
  const curves = curvesOf(null);
  const bootstraps = Math.max(40, Math.min(200, Math.floor(2e7 / treated.length)));
  const areas = curves.map((each) => each.map(() => [] as number[]));
  const generator = createGenerator(`${seed}/bootstrap`);
  const weight = new Uint8Array(treated.length);
  for (let round = 0; round < bootstraps; round++) {
    for (let place = 0; place < weight.length; place++) weight[place] = poissonOf(generator.nextWord()); // prettier-ignore
    curvesOf(weight).forEach((each, ranking) =>
      each.forEach((curve, place) => areas[ranking]?.[place]?.push(areaOverRandom(curve))),
    );
  }
  const [first] = curves[0] ?? [];
  return succeed({
    treated: given,
    control: kept,
    effect: first?.value[first.value.length - 1] ?? 0,
    rankings: upliftRankings.map((ranking, at) => ({
      ranking,
      readings: upliftDefinitions.map((definition, place) => {
        const curve = curves[at]?.[place] as UpliftCurve;
        const drawn = (areas[at]?.[place] as number[]).sort((one, other) => one - other);
        return {
          definition,
          curve: thinned(curve),
          area: areaOverRandom(curve),
          interval: {
            low: quantile(drawn, (1 - confidenceShare) / 2),
            high: quantile(drawn, (1 + confidenceShare) / 2),
          },
        };
      }),
    })),
    method: { folds: 5, bootstraps, seed },
  });
}

/** Chances that a Poisson count of mean 1 is at most 0, 1, 2 …, as 32-bit words. */
const poissonBelow = (() => {
  const words: number[] = [];
  for (let count = 0, chance = Math.exp(-1), sum = 0; count < 12; count++, chance /= count) {
    sum += chance;
    words.push(sum * 2 ** 32);
  }
  return words;
})();

function poissonOf(word: number): number {
  let count = 0;
  while (count < poissonBelow.length && word >= (poissonBelow[count] as number)) count++;
  return count;
}

/** Between two of the sorted values where the share falls there (R `quantile`, type 7). */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] as number;
  return below + (place - Math.floor(place)) * ((sorted[Math.ceil(place)] as number) - below);
}

/** As many points as a picture shows, the first and the last among them. */
function thinned(curve: UpliftCurve): UpliftCurve {
  const last = curve.share.length - 1;
  if (last < mostPoints) return curve;
  const keep = (values: Float64Array) =>
    Float64Array.from(
      { length: mostPoints + 1 },
      (_, point) => values[Math.round((last * point) / mostPoints)] as number,
    );
  return { share: keep(curve.share), value: keep(curve.value) };
}
