/** Counts of one segment of the finished e-mail experiment. */
export interface SegmentCounts {
  readonly segment: string;
  readonly customers: number;
  readonly visits: number;
  /** Each of them is a visitor too. */
  readonly conversions: number;
}

export const FINISHED_EXPERIMENT_ROWS = 64_000;
export const FINISHED_EXPERIMENT_SEED = 'carrotlab-e-mail';

/** Planted in the file of 64,000: visit shares 10.6 %, 18.3 % and 15.1 %, conversion shares 0.6 %, 1.2 % and 0.9 %. */
export const plantedSegments: readonly SegmentCounts[] = [
  { segment: 'No E-Mail', customers: 21_334, visits: 2_261, conversions: 122 },
  { segment: 'Mens E-Mail', customers: 21_333, visits: 3_904, conversions: 263 },
  { segment: 'Womens E-Mail', customers: 21_333, visits: 3_221, conversions: 190 },
];

/**
 * The counts planted in a file of `rows` rows (a whole number from 3 on): thirds, the rest to the first segments, and
 * the shares of the full file rounded to whole people.
 * Example: `plantedCounts(6000)[1]` has 2,000 customers, 366 visits and 25 conversions.
 */
export function plantedCounts(rows: number): readonly SegmentCounts[] {
  return plantedSegments.map(({ segment, customers, visits, conversions }, index) => {
    const people = Math.floor((rows + plantedSegments.length - 1 - index) / plantedSegments.length);
    return {
      segment,
      customers: people,
      visits: Math.round((visits * people) / customers),
      conversions: Math.round((conversions * people) / customers),
    };
  });
}
