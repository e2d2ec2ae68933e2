/** What a run's outcome depends on: the places of the factors in ascending order; one is a main effect, two an interaction. */
export type Effect = readonly number[];

/** Which effects a plan is asked to tell apart: those of the factors alone, or those of their pairs too. */
export type EffectModel = 'main' | 'main-and-pairs';

/** Every factor on its own. */
export function mainEffects(factors: number): Effect[] {
  return Array.from({ length: factors }, (_, factor) => [factor]);
}

/** Every pair of factors. Example: 3 factors give [0, 1], [0, 2], [1, 2]. */
export function pairEffects(factors: number): Effect[] {
  return mainEffects(factors).flatMap(([first = 0]) =>
    Array.from({ length: factors - first - 1 }, (_, step) => [first, first + 1 + step]),
  );
}

/** The effects of a model: the main ones first, then the pairs. */
export function effectsOf(model: EffectModel, factors: number): Effect[] {
  return model === 'main'
    ? mainEffects(factors)
    : [...mainEffects(factors), ...pairEffects(factors)];
}

/** How many numbers describe an effect: the levels less one of its factors, multiplied. Example: 4 × 3 levels give 6. */
export function freedomOf(effect: Effect, levelCounts: readonly number[]): number {
  return effect.reduce((product, factor) => product * ((levelCounts[factor] ?? 1) - 1), 1);
}

/** The numbers that a model has to find, the average included. Example: main effects of [3, 2, 4] are 1 + 2 + 1 + 3 = 7. */
export function coefficientCount(model: EffectModel, levelCounts: readonly number[]): number {
  return effectsOf(model, levelCounts.length).reduce(
    (sum, effect) => sum + freedomOf(effect, levelCounts),
    1,
  );
}
