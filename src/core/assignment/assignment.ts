import type { BalanceSearch } from './balance-rule.ts';

/** The name and version of the drawing procedure, saved with every draw. */
export const drawAlgorithm = 'md5-order-1';

/** A draw that was made: enough to replay it, with a fingerprint of the list to compare. */
export interface Assignment {
  readonly algorithm: string;
  /** Of the kept draw: where several seeds were tried, the one that met the rule. */
  readonly seed: string;
  /** The rule that chose the seed; null where the first was taken as it came. */
  readonly balance: BalanceSearch | null;
  /** Customers drawn, [cell][arm], cells in the order of the quota table. */
  readonly counts: readonly (readonly number[])[];
  readonly population: readonly number[];
  /** Ids of the experiments that were running when the list was drawn: a rule may have left out who was on theirs. */
  readonly runningExperiments: readonly number[];
  /** MD5 of the sorted lines `customer,cell,arm`. */
  readonly listFingerprint: string;
  /** ISO date and time. */
  readonly drawnAt: string;
  /** Further customers of the same experiment, drawn later from those who were on no list of it. */
  readonly topUps: readonly TopUp[];
}

/** A later wave of a draw, with its seed, by the same procedure. */
export interface TopUp {
  /** Customers drawn in this wave, [cell][arm]. */
  readonly counts: readonly (readonly number[])[];
  /** Eligible customers per cell who were on no list before it. */
  readonly population: readonly number[];
  readonly runningExperiments: readonly number[];
  /** MD5 of the sorted lines `customer,cell,arm` of this wave alone. */
  readonly listFingerprint: string;
  /** ISO date and time. */
  readonly drawnAt: string;
}

/** A name for a list by the fingerprints of its waves, in turn: two lists have the same one only where they are the same. */
export function listName({
  listFingerprint,
  topUps,
}: Pick<Assignment, 'listFingerprint' | 'topUps'>): string {
  return [listFingerprint, ...topUps.map((wave) => wave.listFingerprint)].join(' ');
}

/** Customers on the list of an experiment, all waves together, [cell][arm]. */
export function allCounts({
  counts,
  topUps,
}: Pick<Assignment, 'counts' | 'topUps'>): readonly (readonly number[])[] {
  return counts.map((arms, cell) =>
    arms.map((count, arm) =>
      topUps.reduce((sum, wave) => sum + (wave.counts[cell]?.[arm] ?? 0), count),
    ),
  );
}

/** Customers on the list per arm, all waves together, in the order of the design's arms. */
export function drawnPerArm(
  assignment: Pick<Assignment, 'counts' | 'topUps'>,
  arms: number,
): readonly number[] {
  const counts = allCounts(assignment);
  return Array.from({ length: arms }, (_, arm) =>
    counts.reduce((sum, cell) => sum + (cell[arm] ?? 0), 0),
  );
}
