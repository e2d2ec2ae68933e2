import fc from 'fast-check';
import type { ArmPair } from '#core/stats/proportions/arm-counts.ts';
import { armCounts, counts } from '../arm-arbitrary.ts';
import { between } from '../even-arbitrary.ts';

/** One to twelve strata, each from one customer per arm to hundreds of thousands. */
export const anyStrata: fc.Arbitrary<ArmPair[]> = fc.array(
  fc.record({ treatment: armCounts, control: armCounts }),
  { minLength: 1, maxLength: 12 },
);

const fewCustomers = fc
  .tuple(fc.integer({ min: 0, max: 25 }), between(0, 1))
  .map(([trials, share]) => counts(Math.round(trials * share), trials));

/** One to six strata with up to 25 customers per arm; arms may be empty. */
export const smallStrata: fc.Arbitrary<ArmPair[]> = fc.array(
  fc.record({ treatment: fewCustomers, control: fewCustomers }),
  { minLength: 1, maxLength: 6 },
);

/** The strata with the names of the arms exchanged. */
export function swapped(strata: readonly ArmPair[]): ArmPair[] {
  return strata.map(({ treatment, control }) => ({ treatment: control, control: treatment }));
}

/** Strata from four lists, as the oracle scripts write them. */
export function strataOfLists(lists: {
  readonly events1: readonly number[];
  readonly trials1: readonly number[];
  readonly events0: readonly number[];
  readonly trials0: readonly number[];
}): ArmPair[] {
  return lists.events1.map((events, place) => ({
    treatment: counts(events, lists.trials1[place] ?? NaN),
    control: counts(lists.events0[place] ?? NaN, lists.trials0[place] ?? NaN),
  }));
}

/** The five litters of the penicillin experiment. Source: Mantel (1963); R `example(mantelhaen.test)`. */
export const rabbits: readonly ArmPair[] = strataOfLists({
  events1: [0, 3, 6, 5, 2],
  trials1: [6, 6, 6, 6, 2],
  events0: [0, 0, 2, 6, 5],
  trials0: [5, 6, 6, 6, 5],
});
