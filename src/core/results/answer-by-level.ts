import type { BestAtLevel } from './reading.ts';

/**
 * The carrots to give at one level of an attribute: those with the highest response there, or none where even they are
 * not above the control.
 * Example: a carrot with 3 percent where the control has 8 is the best of the carrots and is not given.
 */
export function carrotsToGive({ arms, difference }: BestAtLevel): readonly string[] {
  return difference.ok && difference.value.difference > 0 ? arms : [];
}

/** The levels at which carrots were tried and none was above the control. */
export function levelsWithoutCarrot(bestByLevel: readonly BestAtLevel[]): readonly string[] {
  return bestByLevel
    .filter((best) => best.difference.ok && carrotsToGive(best).length === 0)
    .map(({ level }) => level);
}

/**
 * Whether customers of different levels should get different things. They need not where one carrot is best at every
 * level, however much its effect varies.
 * Example: point, point, coupon depends on the level; coupon everywhere, by 25 points here and 1 there, does not.
 */
export function answerDependsOnLevel(bestByLevel: readonly BestAtLevel[]): boolean {
  const answers = bestByLevel.filter(({ difference }) => difference.ok).map(carrotsToGive);
  const [first = [], ...others] = answers;
  return answers.length > 1 && !first.some((arm) => others.every((arms) => arms.includes(arm)));
}
