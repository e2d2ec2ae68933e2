import { createGenerator, type RandomGenerator } from '../random/generator.ts';
import { shuffle } from '../random/shuffle.ts';
import { pickInside, pickWeighted } from './choices.ts';
import { type Category, categoryWeights } from './products.ts';
import {
  type Band,
  capitalBuyers,
  type DormancyBand,
  dormancyBands,
  dormancyDays,
  neverBought,
  otherBuyers,
  pointsBalance,
  type PointsBand,
  pointsBands,
  rowsPerEdge,
  wakeUpShare,
} from './sample-plan.ts';

export type Place = 'capital' | 'elsewhere';

/** A buyer before any order is drawn: the cell and the two values that put the buyer in it. */
export interface Buyer {
  readonly place: Place;
  readonly dormancy: DormancyBand;
  readonly points: PointsBand;
  /** Days from the last purchase to the as-of date. */
  readonly daysSinceLastOrder: number;
  readonly pointsBalance: number;
  readonly favourite: Category;
  /** Which order followed a gap of more than six months: the last, the last but one, or none. */
  readonly wokeUpWith: 'last-order' | 'earlier-order' | null;
}

export type Person = Buyer | { readonly place: 'capital'; readonly dormancy: null };

/** All 24,000 people in random order, with every cell of the plan filled exactly. */
export function drawPeople(seed: string): Person[] {
  const generator = createGenerator(`${seed}/people`);
  const people: Person[] = [];
  for (const dormancy of dormancyBands) {
    for (const points of pointsBands) {
      const capital = capitalBuyers[dormancy][points];
      const elsewhere = otherBuyers[dormancy][points];
      people.push(...drawCell('capital', dormancy, points, capital, generator));
      people.push(...drawCell('elsewhere', dormancy, points, elsewhere, generator));
    }
  }
  for (let index = 0; index < neverBought; index++) {
    people.push({ place: 'capital', dormancy: null });
  }
  return shuffle(people, generator);
}

function drawCell(
  place: Place,
  dormancy: DormancyBand,
  points: PointsBand,
  count: number,
  generator: RandomGenerator,
): Buyer[] {
  const days = dormancyDays[dormancy];
  const balance = pointsBalance[points];
  const daysOnEdge = days.edges.length * rowsPerEdge;
  return Array.from({ length: count }, (_, index) => ({
    place,
    dormancy,
    points,
    daysSinceLastOrder: drawValue(days, index, generator),
    pointsBalance: drawValue(balance, index - daysOnEdge, generator),
    favourite: pickWeighted(categoryWeights, generator),
    wokeUpWith: dormancy === 'active' ? wakeUpOf(count - index, count) : null,
  }));
}

/** The first rows go to the edges, three to each; `turn` is the row's number among those that may. */
function drawValue(band: Band, turn: number, generator: RandomGenerator): number {
  const edge = turn < 0 ? undefined : band.edges[Math.floor(turn / rowsPerEdge)];
  return edge ?? pickInside(band, generator);
}

/** `turn` counts 1 … `count`. */
function wakeUpOf(turn: number, count: number): Buyer['wokeUpWith'] {
  const last = Math.round(count * wakeUpShare.withLastOrder);
  const earlier = Math.round(count * wakeUpShare.withEarlierOrder);
  if (turn <= last) return 'last-order';
  return turn <= last + earlier ? 'earlier-order' : null;
}
