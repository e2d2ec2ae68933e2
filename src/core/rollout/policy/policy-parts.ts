import { heldBackOf } from '../list/plan-counts.ts';
import type { PolicyPart } from './offers.ts';

/** Customers of a cell who consented to the same channels. */
export interface ConsentGroup {
  readonly cell: number;
  /** Of the channels that ask for consent, those that were allowed. */
  readonly channels: readonly string[];
  readonly customers: number;
}

/** Whom a policy may reach. */
export interface PolicyReach {
  /** Eligible customers per cell. */
  readonly population: readonly number[];
  /** Per cell the group in which all get the same carrot; null: each cell by itself. */
  readonly groups: readonly number[] | null;
  /** Share of every cell that gets nothing, 0 or more and below 1. */
  readonly holdoutShare: number;
  /** The channel of each carrot; null for none. */
  readonly channels: readonly (string | null)[];
  /** Channels by which only those are contacted who said yes, and who did; null: nobody has to. */
  readonly consent: {
    readonly asking: readonly string[];
    readonly groups: readonly ConsentGroup[];
  } | null;
}

/**
 * The customers whom a policy may reach, in parts that can be treated alike. The holdout of a cell is its share, rounded
 * down, and taken from all who consented to the same channels in proportion.
 * Example: 501 customers with a holdout of 10 percent leave 451; of them half may be called where half consented.
 */
export function policyParts({
  population,
  groups,
  holdoutShare,
  channels,
  consent,
}: PolicyReach): readonly PolicyPart[] {
  const reached = population.map((customers) => customers - heldBackOf(customers, holdoutShare));
  if (!consent) {
    const allowed = channels.map(() => true);
    return reached.map((customers, cell) => ({
      cell,
      unit: groups?.[cell] ?? cell,
      customers,
      allowed,
    }));
  }
  const found = new Map<number, number>();
  for (const { cell, customers } of consent.groups)
    found.set(cell, (found.get(cell) ?? 0) + customers);
  return consent.groups.map(({ cell, channels: yes, customers }, place) => ({
    cell,
    unit: groups?.[cell] ?? place,
    customers: ((reached[cell] ?? 0) * customers) / Math.max(1, found.get(cell) ?? 0),
    allowed: channels.map(
      (channel) => channel === null || !consent.asking.includes(channel) || yes.includes(channel),
    ),
  }));
}
