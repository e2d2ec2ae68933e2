/** What the sample market must come out as. The random numbers decide only who; these counts hold for every seed. */

export const SAMPLE_SEED = 'carrotlab-2017';

/** The week of the AP Mall plan. Everything in the tables is as it was known on this day. */
export const SAMPLE_AS_OF = '2017-03-26';

export type DormancyBand = 'long' | 'mid' | 'short' | 'active';
export type PointsBand = 'high' | 'mid' | 'low';

/** The bands of the quota table, in its order. */
export const dormancyBands: readonly DormancyBand[] = ['long', 'mid', 'short', 'active'];
export const pointsBands: readonly PointsBand[] = ['high', 'mid', 'low'];

type CellCounts = Readonly<Record<DormancyBand, Readonly<Record<PointsBand, number>>>>;

/** Buyers in 서울 and 경기: the method's quota table (13,712 dormant) and 3,088 active ones. */
export const capitalBuyers: CellCounts = {
  long: { high: 501, mid: 790, low: 3211 },
  mid: { high: 445, mid: 892, low: 3612 },
  short: { high: 562, mid: 1009, low: 2690 },
  active: { high: 612, mid: 908, low: 1568 },
};

/** Buyers in the other regions (6,000, in the same proportions): who forgets the region filter gets another table. */
export const otherBuyers: CellCounts = {
  long: { high: 179, mid: 282, low: 1147 },
  mid: { high: 159, mid: 319, low: 1290 },
  short: { high: 201, mid: 360, low: 961 },
  active: { high: 218, mid: 324, low: 560 },
};

/** Customers in 서울 and 경기 who signed up and never bought: they have no last purchase. */
export const neverBought = 1200;

/**
 * A range of whole numbers. Of each cell exactly three customers lie on every `edge`, a value where a rule that is off
 * by one would put them in the neighbouring band; the others lie between. `skew` crowds them towards `from`.
 */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly edges: readonly number[];
  readonly skew: (share: number) => number;
}

// Powers made of products and square roots only: those are exact, and so the same, in every browser.
const steep = (share: number) => share * share * Math.sqrt(Math.sqrt(share));
const gentle = (share: number) => share * Math.sqrt(share);
const even = (share: number) => share;

/**
 * Days between the last purchase and the as-of date. The edges are 2016-09-26 (6 completed months), 09-27 (5) and
 * 12-26 (3), 12-27 (2) and 2017-02-26 (1), 02-27 (0) and the as-of date itself.
 */
export const dormancyDays: Readonly<Record<DormancyBand, Band>> = {
  long: { from: 181, to: 820, edges: [181], skew: gentle },
  mid: { from: 90, to: 180, edges: [90, 180], skew: even },
  short: { from: 28, to: 89, edges: [28, 89], skew: even },
  active: { from: 0, to: 27, edges: [0, 27], skew: even },
};

/** Points balances; the bands are cut at 3,000 and 10,000. */
export const pointsBalance: Readonly<Record<PointsBand, Band>> = {
  high: { from: 10_000, to: 60_000, edges: [10_000], skew: steep },
  mid: { from: 3_000, to: 9_999, edges: [3_000, 9_999], skew: steep },
  low: { from: 0, to: 2_999, edges: [2_999], skew: gentle },
};

/** How many customers of a cell lie on each edge. */
export const rowsPerEdge = 3;

/**
 * Of each active cell, one customer in ten woke up with the last order (it came more than six months after the one
 * before) and one in twenty-five with the last but one. No other two orders are so far apart.
 */
export const wakeUpShare = { withLastOrder: 0.1, withEarlierOrder: 0.04 };

export const orderCount = 61_643;
export const lineCount = 85_377;

/** Lines among them that take back another line of the same order. */
export const returnCount = 25;

/** Share of sales that the best 20 % of buyers hold. */
export const topFifthShare = 0.634;
