/**
 * Customers who can be treated alike: those of one cell who may get the same carrots. Parts with one `unit` must all get
 * the same carrot.
 */
export interface PolicyPart {
  readonly cell: number;
  readonly unit: number;
  readonly customers: number;
  /** Whether each carrot may be offered to them: consent for its channel. */
  readonly allowed: readonly boolean[];
}

/** Amounts per customer of every cell × carrot that a plan is made from, or judged by. */
export interface CellAmounts {
  readonly carrots: number;
  readonly isKnown: Uint8Array;
  readonly profit: Float64Array;
  readonly cost: Float64Array;
}

/** What each carrot would earn and cost in each unit, in arrays of units × carrots; the amounts are of the whole unit. */
export interface Offers {
  readonly units: number;
  readonly carrots: number;
  readonly isPossible: Uint8Array;
  readonly profit: Float64Array;
  readonly cost: Float64Array;
  /** Customers who would be contacted. */
  readonly contacts: Float64Array;
}

/** Which units there are: as many as the highest `unit` of the parts says. */
export function unitCount(parts: readonly PolicyPart[]): number {
  return parts.reduce((most, { unit }) => Math.max(most, unit + 1), 0);
}

/**
 * The parts of every unit added up. A carrot is possible in a unit where somebody may get it, and it was tried in the cell
 * of everybody who may.
 */
export function offersOf(parts: readonly PolicyPart[], amounts: CellAmounts): Offers {
  const { carrots, isKnown } = amounts;
  const units = unitCount(parts);
  const size = units * carrots;
  const isUntried = new Uint8Array(size);
  const profit = new Float64Array(size);
  const cost = new Float64Array(size);
  const contacts = new Float64Array(size);
  for (const { cell, unit, customers, allowed } of parts) {
    if (!(customers > 0)) continue;
    for (let carrot = 0; carrot < carrots; carrot++) {
      if (!allowed[carrot]) continue;
      const [to, from] = [unit * carrots + carrot, cell * carrots + carrot];
      if (!isKnown[from]) isUntried[to] = 1;
      contacts[to] = (contacts[to] as number) + customers;
      profit[to] = (profit[to] as number) + customers * (amounts.profit[from] as number);
      cost[to] = (cost[to] as number) + customers * (amounts.cost[from] as number);
    }
  }
  const isPossible = Uint8Array.from(contacts, (count, place) =>
    count > 0 && !isUntried[place] ? 1 : 0,
  );
  return { units, carrots, isPossible, profit, cost, contacts };
}

/**
 * Customers of every cell × carrot under a plan of units: adds `weight` times them to `into` (cells × carrots).
 * `shares`: the share of every unit that gets each carrot (units × carrots).
 */
export function addCustomers(
  parts: readonly PolicyPart[],
  shares: Float64Array,
  carrots: number,
  into: Float64Array,
  weight = 1,
): void {
  for (const { cell, unit, customers, allowed } of parts)
    for (let carrot = 0; carrot < carrots; carrot++) {
      const share = shares[unit * carrots + carrot] as number;
      if (share === 0 || !allowed[carrot]) continue;
      const to = cell * carrots + carrot;
      into[to] = (into[to] as number) + weight * customers * share;
    }
}
