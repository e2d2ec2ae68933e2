import type { RandomGenerator } from './generator.ts';

/** An array or a typed array. */
export interface Shuffleable<Item> {
  readonly length: number;
  [index: number]: Item;
}

/**
 * Puts the items in random order, every order equally likely; changes `items` and returns it.
 * Source: Fisher & Yates; Durstenfeld, Algorithm 235, 1964 (from the last place down).
 * Example: `shuffle([1, 2, 3, 4, 5], createGenerator('carrot'))` is [5, 1, 4, 3, 2].
 */
export function shuffle<Item, Items extends Shuffleable<Item>>(
  items: Items & Shuffleable<Item>,
  generator: RandomGenerator,
): Items {
  for (let place = items.length - 1; place > 0; place--) {
    const other = generator.nextInteger(place + 1);
    const item = items[place] as Item;
    items[place] = items[other] as Item;
    items[other] = item;
  }
  return items;
}
