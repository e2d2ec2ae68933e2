import { refuse, succeed, type Result } from '#core/result.ts';

/**
 * Whole numbers next to given ones that keep their total: each is rounded down or up, the largest remainders up.
 * `values`: finite, 0 or more, up to 1e12 in sum; their sum must be whole to within 1e-6. Of equal remainders the one of
 * the larger value goes up first, then the earlier one.
 * Refuses `no-strata` (no values), `invalid-size` (a negative or too large value) and `total-not-whole`.
 * Source: Cont & Heidari (2014), arXiv 1501.00014; R `stratallo::round_oric`.
 * Example: 297.4286, 396.5714, 500, 90 gives 297, 397, 500, 90.
 */
export function roundKeepingTotal(values: readonly number[]): Result<number[]> {
  if (values.length === 0) return refuse({ code: 'no-strata' });
  const invalid = values.find((value) => !(value >= 0 && value <= 1e12));
  if (invalid !== undefined) return refuse({ code: 'invalid-size', value: invalid });
  const total = values.reduce((sum, value) => sum + value, 0);
  const whole = Math.round(total);
  if (Math.abs(total - whole) > 1e-6 || total > 1e12) {
    return refuse({ code: 'total-not-whole', total });
  }
  const rounded = values.map(Math.floor);
  const missing = whole - rounded.reduce((sum, value) => sum + value, 0);
  const remainder = (place: number): number => (values[place] ?? 0) - (rounded[place] ?? 0);
  const byRemainder = values
    .map((_, place) => place)
    .sort(
      (left, right) =>
        remainder(right) - remainder(left) ||
        (rounded[right] ?? 0) - (rounded[left] ?? 0) ||
        left - right,
    );
  for (const place of byRemainder.slice(0, missing)) rounded[place] = (rounded[place] ?? 0) + 1;
  return succeed(rounded);
}
