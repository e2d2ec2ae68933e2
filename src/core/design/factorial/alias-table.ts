import { mainEffects, pairEffects, type Effect } from './effect.ts';
import { bitsOf, type RegularFraction } from './regular-fraction.ts';

/** An effect as part of a sum that the runs of a fraction cannot take apart. */
export interface AliasedEffect {
  readonly effect: Effect;
  /** -1 where it is subtracted from the group's first effect. */
  readonly sign: 1 | -1;
}

/** What a fraction mixes, among main effects and interactions of two factors. */
export interface AliasTable {
  /** Effects that can only be found together, the simplest first; one alone is clear. Groups in the order of their first. */
  readonly groups: readonly (readonly AliasedEffect[])[];
  /** Effects that no other main effect or pair is mixed with. */
  readonly clear: readonly Effect[];
  /** Effects that are constant over all runs and cannot be found at all. */
  readonly lost: readonly Effect[];
}

/**
 * Which main effects and pairs of factors a regular fraction mixes with each other, interactions of three and more
 * factors taken as absent.
 * Source: Box & Hunter (1961): multiplying an effect by every word of the defining relation.
 * Example: 2^(5-2) with D = AB, E = AC: the first group is A + BD + CE, the last BE + CD; nothing is clear.
 */
export function aliasTable({ factorCount, definingWords }: RegularFraction): AliasTable {
  const signs = new Map(definingWords.map(({ factors, sign }) => [bitsOf(factors), sign]));
  const groups: { first: number; members: AliasedEffect[] }[] = [];
  const lost: Effect[] = [];
  for (const effect of [...mainEffects(factorCount), ...pairEffects(factorCount)]) {
    const bits = bitsOf(effect);
    if (signs.has(bits)) {
      lost.push(effect);
      continue;
    }
    const group = groups.find(({ first }) => signs.has(first ^ bits));
    const sign = (group && signs.get(group.first ^ bits)) ?? 1;
    if (group) group.members.push({ effect, sign });
    else groups.push({ first: bits, members: [{ effect, sign }] });
  }
  return {
    groups: groups.map(({ members }) => members),
    clear: groups.flatMap(({ members }) =>
      members.length === 1 ? members.map(({ effect }) => effect) : [],
    ),
    lost,
  };
}
