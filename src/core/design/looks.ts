/**
 * How often the result of an experiment is looked at before it is final, as declared before the start.
 * - `once`: at the end. `any-time`: whenever somebody likes, by a confidence sequence.
 * - `planned`: so many looks in all (2 to 10), the last at the end.
 */
export type Looks =
  | { readonly kind: 'once' }
  | { readonly kind: 'any-time' }
  | { readonly kind: 'planned'; readonly looks: number };

/**
 * The standard deviation of the logarithms of odds ratios that a reading at any time is tuned for: two thirds to one and a half are
 * common. One number for all experiments, so that nobody can tune it to what was seen.
 */
export const anyTimeSpread = 0.5;
