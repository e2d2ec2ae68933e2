/**
 * Where a continuous function crosses zero between two points of opposite sign.
 * `low`, `high`: the bracket; the values there may be infinite. Throws RangeError when the signs do not differ: that is
 * a mistake of the caller, never of the data.
 * Source: Chandrupatla (1997), inverse quadratic interpolation that falls back to halving.
 * Example: `bracketedRoot((x) => x * x - 2, 0, 2)` is 1.4142135623730951.
 */
export function bracketedRoot(value: (x: number) => number, low: number, high: number): number {
  let [a, b] = [high, low];
  let [valueA, valueB] = [value(high), value(low)];
  if (valueA === 0) return a;
  if (valueB === 0) return b;
  if (Math.sign(valueA) * Math.sign(valueB) !== -1) {
    throw new RangeError(`No change of sign between ${low} (${valueB}) and ${high} (${valueA})`);
  }
  let share = 0.5;
  for (let step = 0; step < 200; step += 1) {
    const x = a + share * (b - a);
    const valueX = value(x);
    let [c, valueC] = [a, valueA];
    if (Math.sign(valueX) !== Math.sign(valueA)) {
      [c, valueC] = [b, valueB];
      [b, valueB] = [a, valueA];
    }
    [a, valueA] = [x, valueX];
    const best = Math.abs(valueA) < Math.abs(valueB) ? a : b;
    const smallestShare = (2 * Number.EPSILON * Math.abs(best) + 1e-300) / Math.abs(b - a);
    if (valueX === 0 || smallestShare >= 0.5) return best;
    share = nextShare([a, valueA], [b, valueB], [c, valueC]);
    share = Math.min(1 - smallestShare, Math.max(smallestShare, share));
  }
  return a;
}

type Point = readonly [x: number, value: number];

/** How far to go from the newest point towards the opposite one, as a share of the bracket. */
function nextShare([a, valueA]: Point, [b, valueB]: Point, [c, valueC]: Point): number {
  if (![valueA, valueB, valueC].every(Number.isFinite)) return 0.5;
  const place = (a - b) / (c - b);
  const height = (valueA - valueB) / (valueC - valueB);
  const trusted = height * height < place && (1 - height) * (1 - height) < 1 - place;
  if (!trusted) return 0.5;
  return (
    (valueA / (valueB - valueA)) * (valueC / (valueB - valueC)) +
    ((c - a) / (b - a)) * (valueA / (valueC - valueA)) * (valueB / (valueC - valueB))
  );
}
