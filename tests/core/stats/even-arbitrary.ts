import fc from 'fast-check';

/** Numbers spread evenly: `fc.double` spreads over the exponents, so that nearly all of its numbers are nearly 0. */
export function evenly(least: number, most: number): fc.Arbitrary<number> {
  return fc
    .integer({ min: 0, max: 1_000_000 })
    .map((millionths) => least + ((most - least) * millionths) / 1_000_000);
}

/** Numbers of a range, spread evenly and over the exponents: what is usual, and what is nearly nothing. */
export function between(least: number, most: number): fc.Arbitrary<number> {
  return fc.oneof(evenly(least, most), fc.double({ min: least, max: most, noNaN: true }));
}
