/**
 * What is drawn against the share of customers who would be contacted, the likeliest first; both in outcomes per customer
 * of all, so that they end at the mean effect.
 * - `qini` (Radcliffe 2007): outcomes of the treated less those of the control scaled to as many customers, over all treated.
 * - `gain` (cumulative gain, Gutierrez & Gérardy 2017): the difference of the two means times the share contacted.
 */
export const upliftDefinitions = ['qini', 'gain'] as const;
export type UpliftDefinition = (typeof upliftDefinitions)[number];

/** Customers in the order of a score, those of one score together: sums up to and with each score. */
export interface RankedSums {
  readonly treated: Float64Array;
  readonly control: Float64Array;
  /** Sums of the outcome. */
  readonly treatedOutcome: Float64Array;
  readonly controlOutcome: Float64Array;
}

/** Customers of an experiment with what they are ranked by; an entry per customer. */
export interface RankedCustomers {
  readonly score: Float64Array;
  /** 1 with the carrot, 0 in the control. */
  readonly treated: Uint8Array;
  readonly outcome: Float64Array;
}

/** A curve: the share contacted and the outcome gained, both beginning at 0. */
export interface UpliftCurve {
  readonly share: Float64Array;
  readonly value: Float64Array;
}

/** The places of customers by falling score, and where a new score begins. */
export interface Ranking {
  readonly order: Uint32Array;
  /** For each place in the order the number of its score, from 0. */
  readonly group: Uint32Array;
  readonly groups: number;
}

/** Puts customers in the order of their scores, the highest first. */
export function rankByScore(score: Float64Array): Ranking {
  const order = Uint32Array.from(score, (_, place) => place);
  order.sort((one, other) => (score[other] as number) - (score[one] as number) || one - other);
  const group = new Uint32Array(score.length);
  let groups = 0;
  for (let place = 0; place < order.length; place++) {
    const isNew = place > 0 && score[order[place] as number] !== score[order[place - 1] as number];
    if (isNew) groups++;
    group[place] = groups;
  }
  return { order, group, groups: order.length > 0 ? groups + 1 : 0 };
}

/** Sums up to each score. `weight`: how often each customer counts; all once by default. */
export function sumRanked(
  { treated, outcome }: Omit<RankedCustomers, 'score'>,
  { order, group, groups }: Ranking,
  weight: ArrayLike<number> | null = null,
): RankedSums {
  const sums = {
    treated: new Float64Array(groups),
    control: new Float64Array(groups),
    treatedOutcome: new Float64Array(groups),
    controlOutcome: new Float64Array(groups),
  };
  for (let place = 0; place < order.length; place++) {
    const customer = order[place] as number;
    const times = weight ? (weight[customer] as number) : 1;
    if (times === 0) continue;
    const at = group[place] as number;
    const [count, total] =
      treated[customer] === 1
        ? [sums.treated, sums.treatedOutcome]
        : [sums.control, sums.controlOutcome];
    count[at] = (count[at] as number) + times;
    total[at] = (total[at] as number) + times * (outcome[customer] as number);
  }
  for (const values of Object.values(sums))
    for (let at = 1; at < groups; at++)
      values[at] = (values[at] as number) + (values[at - 1] as number);
  return sums;
}

/**
 * The curve of a ranking. Customers of one score are contacted all together, so that between two scores it is straight.
 * Points at which nobody of one of the two arms is in yet are left out.
 * `sums`: of at least one customer in each arm.
 * Source: Radcliffe (2007), Using Control Groups to Target on Predicted Lift; Gutierrez & Gérardy (2017), PMLR 67.
 * Example: 2 of 4 treated and 1 of 2 control, the treated who responded first: it rises and falls back to 0.
 */
export function upliftCurve(sums: RankedSums, definition: UpliftDefinition): UpliftCurve {
  const { treated, control, treatedOutcome, controlOutcome } = sums;
  const last = treated.length - 1;
  const allTreated = treated[last] as number;
  const all = allTreated + (control[last] as number);
  const share: number[] = [0];
  const value: number[] = [0];
  for (let at = 0; at <= last; at++) {
    const [given, kept] = [treated[at] as number, control[at] as number];
    if (given === 0 || kept === 0) continue;
    const difference =
      (treatedOutcome[at] as number) / given - (controlOutcome[at] as number) / kept;
    const contacted = (given + kept) / all;
    share.push(contacted);
    value.push(difference * (definition === 'qini' ? given / allTreated : contacted));
  }
  return { share: Float64Array.from(share), value: Float64Array.from(value) };
}

/**
 * The area between a curve and the straight line to its end, which is what contacting customers at random would gain: 0 for
 * a ranking that tells nothing, below 0 for one that is the wrong way round. By trapezes; not divided by that of a perfect
 * ranking, which nobody knows.
 * Example: a curve through (0, 0), (0.5, 1) and (1, 1) holds 0.75 - 0.5 = 0.25.
 */
export function areaOverRandom({ share, value }: UpliftCurve): number {
  let area = 0;
  for (let at = 1; at < share.length; at++) {
    const width = (share[at] as number) - (share[at - 1] as number);
    area += (width * ((value[at] as number) + (value[at - 1] as number))) / 2;
  }
  const last = share.length - 1;
  return area - ((share[last] as number) * (value[last] as number)) / 2;
}
