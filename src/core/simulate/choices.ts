import type { RandomGenerator } from '../random/generator.ts';
import type { Band } from './sample-plan.ts';

/** One of the items, all equally likely. */
export function pickOne<Item>(items: readonly Item[], generator: RandomGenerator): Item {
  return items[generator.nextInteger(items.length)] as Item;
}

/** One of the names of a table of weights (0 or more, of any sum above 0), as often as its weight says. */
export function pickWeighted<Name extends string>(
  weights: Readonly<Record<Name, number>>,
  generator: RandomGenerator,
): Name {
  const names = Object.keys(weights) as Name[];
  let rest = generator.nextShare() * names.reduce((sum, name) => sum + weights[name], 0);
  for (const name of names) {
    rest -= weights[name];
    if (rest < 0) return name;
  }
  return names.at(-1) as Name;
}

/** 1 with the given probability (0..1), else 0. */
export function flip(share: number, generator: RandomGenerator): 0 | 1 {
  return generator.nextShare() < share ? 1 : 0;
}

/** A whole number from..to (both possible), evenly. */
export function pickBetween(from: number, to: number, generator: RandomGenerator): number {
  return from + generator.nextInteger(to - from + 1);
}

/** A value inside a band and on none of its edges. */
export function pickInside(band: Band, generator: RandomGenerator): number {
  const from = band.edges.includes(band.from) ? band.from + 1 : band.from;
  const to = band.edges.includes(band.to) ? band.to - 1 : band.to;
  return from + Math.floor(band.skew(generator.nextShare()) * (to - from + 1));
}
