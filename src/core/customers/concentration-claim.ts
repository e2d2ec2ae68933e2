/**
 * How the concentration of sales compares with the common claim that the best 10–20 % of customers hold 60–80 % of
 * sales: `flatter` if even the top 20 % hold less than 60 %, `steeper` if the top 10 % alone hold more than 80 %,
 * `fits` in between.
 * `shareOfTop10`, `shareOfTop20`: shares of sales, 0..1.
 * Source: the claim of the Channel Talk lecture notes.
 * Example: 0.45 and 0.634 fit; 0.2 and 0.38 are flatter.
 */
export function compareWithClaim(
  shareOfTop10: number,
  shareOfTop20: number,
): 'flatter' | 'fits' | 'steeper' {
  if (shareOfTop20 < 0.6) return 'flatter';
  return shareOfTop10 > 0.8 ? 'steeper' : 'fits';
}
